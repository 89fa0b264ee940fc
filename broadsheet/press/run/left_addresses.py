"""The steps of a run that make the pages at addresses that articles have left, as `content/addresses.yaml` says."""

from pathlib import Path

from broadsheet.manuscript.addresses_file import read_left_addresses
from broadsheet.press.paper.links import page_file
from broadsheet.press.run.report import LEFT, packed_left
from broadsheet.press.run.state import Run, State
from broadsheet.press.standing.left_pages import address_parts, left_pages, moved_sheet, withdrawn_sheet


def release_left_pages(run: Run, state: State) -> State:
    """Give the addresses free before anything is printed, since an article may be at one of them again."""
    return state._replace(let_go=state.let_go.union(run.own(LEFT, {})))


def print_left_pages(run: Run, state: State) -> State:
    """Render the redirects and notices; all other files of the site are noted by now.

    Raises BroadsheetError for a mistake in `content/addresses.yaml`.
    """
    located = read_left_addresses(run.inputs.content)
    left = left_pages(
        located,
        has_page=lambda address: bool(run.cache.owned([page_file(*address_parts(address))])),
        waits=lambda address: bool(_manuscripts(run.inputs.content, address)),
    )
    bundle, paper = run.press.bundle(), run.press.paper
    bundle.doubts.extend(left.doubts)
    redirects = [moved_sheet(address, to, paper) for address, to in left.moved.items()]
    notices = [withdrawn_sheet(entry, paper) for entry in left.withdrawn]
    for sheet in (*redirects, *notices):
        run.press.sheet(sheet, located.path, bundle)
    withdrawn = ((entry.address, "") for entry in left.withdrawn)
    run.cache.note_facts({LEFT: packed_left([*left.moved.items(), *withdrawn])})
    return state.counting(bundle, run.own(LEFT, bundle.files))


def _manuscripts(content: Path, address: str) -> list[Path]:
    """Return the manuscript at the address of an article, published or not."""
    *folder, order = ("", *address_parts(address))
    return [path for end in (".md", "-*.md") for path in content.joinpath(*folder).glob(f"{order}{end}")]
