"""The step of a run that makes the pages at addresses that articles have left, as `content/addresses.yaml` says.

Most builds change nothing in them, and do not read that file, which grows with the age of a paper.
"""

from collections.abc import Iterator
from pathlib import Path

from broadsheet.files.quick_files import read
from broadsheet.manuscript.records.addresses_file import ADDRESSES_FILE, LocatedAddresses, read_left_addresses
from broadsheet.model.errors import PressError, raise_if_any
from broadsheet.model.finding import Finding
from broadsheet.press.files.digest import digest
from broadsheet.press.paper.links import page_file
from broadsheet.press.plan.cache.files import LEFT
from broadsheet.press.run.report import packed_left
from broadsheet.press.run.state import Run, State
from broadsheet.press.standing.left_pages import (
    LeftPages,
    address_parts,
    left_pages,
    moved_sheet,
    withdrawn_sheet,
)

_SETTLED = "settled left addresses"
"""The fact that holds the digest of the file, where each address in it has a redirect or a notice."""


def print_left_pages(run: Run, state: State) -> State:
    """Render the redirects and notices; all other files of the site are noted by now.

    Raises BroadsheetError for a mistake in `content/addresses.yaml`.
    """
    file = run.inputs.content / ADDRESSES_FILE
    made_of = digest([read(str(file))]) if file.is_file() else "none"
    if not run.plan.whole and run.cache.fact(_SETTLED) == made_of and not _may_differ(run, state):
        return state
    before = run.own(LEFT, {})  # so that only pages of others are in the way
    located = read_left_addresses(run.inputs.content)
    raise_if_any(PressError, _below_files(run, located))
    left = left_pages(
        located,
        has_page=lambda address: bool(run.cache.files.owned([page_file(*address_parts(address))])),
        waits=lambda address: bool(_manuscripts(run.inputs.content, address)),
    )
    is_settled = set(located.left.all) <= left.moved.keys() | {entry.address for entry in left.withdrawn}
    run.cache.note_facts({LEFT: packed_left(left.pairs()), _SETTLED: made_of if is_settled else ""})
    return _printed(run, state._replace(let_go=state.let_go.union(before)), located, left)


def _below_files(run: Run, located: LocatedAddresses) -> Iterator[Finding]:
    """Yield a finding for each address that no page can have, since a file of the site has it or the place above it."""
    for address in located.left.all:
        parts = address_parts(address)
        if run.cache.files.owned("/".join(parts[: count + 1]) for count in range(len(parts))):
            place = located.place_of(address)
            message = f"{address} is or lies below a file of the site, so no page was there"
            yield Finding(
                "bad-address", located.path, message, "take this entry out", place.line, place.column
            )


def _may_differ(run: Run, state: State) -> bool:
    """Whether a page came to an address that was left, or any page has gone."""
    gone = state.let_go - run.cache.files.owned(state.let_go)
    return run.cache.files.is_shared(LEFT) or any(file.endswith("index.html") for file in gone)


def _printed(run: Run, state: State, located: LocatedAddresses, left: LeftPages) -> State:
    bundle, paper = run.press.bundle(), run.press.paper
    bundle.doubts.extend(left.doubts)
    redirects = [moved_sheet(address, to, paper) for address, to in left.moved.items()]
    for sheet in (*redirects, *(withdrawn_sheet(entry, paper) for entry in left.withdrawn)):
        run.press.sheet(sheet, located.path, bundle)
    return state.counting(bundle, run.own(LEFT, bundle.files))


def _manuscripts(content: Path, address: str) -> list[Path]:
    """Return the manuscript at the address of an article, published or not."""
    *folder, order = ("", *address_parts(address))
    return [path for end in (".md", "-*.md") for path in content.joinpath(*folder).glob(f"{order}{end}")]
