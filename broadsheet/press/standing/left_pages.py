"""Pages at addresses that articles have left: a redirect to the new address, or a notice that the text was withdrawn.

They are in no list, feed or sitemap, and search engines are told to drop them.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from broadsheet.manuscript.place import edition_date
from broadsheet.manuscript.records.addresses_file import LocatedAddresses
from broadsheet.model.errors import PressError, raise_if_any
from broadsheet.model.finding import Finding, Severity
from broadsheet.model.left_addresses import Withdrawal, destinations
from broadsheet.press.paper.links import page_file
from broadsheet.press.paper.settings import Paper
from broadsheet.press.sheets.sheet import Sheet, head
from broadsheet.press.views.left import MovedView, WithdrawnView

_ARCHIVE = "/archive/"
_WHOLE = "all"


class LeftPages(NamedTuple):
    """The pages to make: where each moved address leads, and the withdrawals; and doubts about `addresses.yaml`."""

    moved: Mapping[str, str]
    withdrawn: tuple[Withdrawal, ...]
    doubts: tuple[Finding, ...]

    def pairs(self) -> tuple[tuple[str, str], ...]:
        """Return each address with the one that readers are led to, "" where it was withdrawn."""
        return (*self.moved.items(), *((entry.address, "") for entry in self.withdrawn))


def left_pages(
    located: LocatedAddresses, has_page: Callable[[str], bool], waits: Callable[[str], bool]
) -> LeftPages:
    """Return the pages at the addresses that were left; `has_page` says whether the site has a page at an address.

    Where it has one, that page stays. The front and the printed pages of an edition go where all its articles went, else
    one step up. What moved to an article that `waits`, one that readers do not see yet, has no page so far.

    Raises PressError for a move to an address where nothing is.
    """
    left = located.left
    free = [address for address in left.all if not has_page(address)]
    ends = destinations({move.address: move.to for move in left.moved})
    moved = {address: ends[address] for address in ends if address in free}
    withdrawn = tuple(entry for entry in left.withdrawn if entry.address in free)
    notices = {entry.address for entry in withdrawn}
    ended = {address: to for address, to in moved.items() if has_page(to) or to in notices}
    nowhere = [address for address in moved if address not in ended and not waits(moved[address])]
    raise_if_any(PressError, (_nowhere(located, address, moved[address]) for address in nowhere))
    moved = ended
    folders = _folders(moved, notices, lambda address: has_page(address) or address in notices)
    doubts = tuple(_taken(located, address) for address in left.all if address not in free)
    return LeftPages({**folders, **moved}, withdrawn, doubts)


def _folders(moved: Mapping[str, str], notices: set[str], has_page: Callable[[str], bool]) -> dict[str, str]:
    """Return where to lead readers of editions and printed pages that have no article any more."""
    below: dict[str, set[str]] = defaultdict(set)
    for address in (*moved, *notices):
        for folder in _above(address):
            below[folder].add(moved.get(address, ""))
    found: dict[str, str] = {}
    for folder in sorted(below):  # an edition comes before its pages
        if has_page(folder) or folder in moved:
            continue
        parts = folder.strip("/").split("/")
        above = f"/{parts[0]}/" if len(parts) > 1 else _ARCHIVE
        together = {_upper(to, len(parts)) if to else "" for to in below[folder]}
        to = (together.pop() if len(together) == 1 else "") or above
        found[folder] = to if has_page(to) else found.get(above, above)
    return found


def _above(address: str) -> Iterator[str]:
    """Yield the addresses of the edition, its whole page and the printed page that an article's address is in."""
    parts = address.strip("/").split("/")
    if edition_date(parts[0]):
        yield f"/{parts[0]}/"
        if len(parts) > 1:
            yield f"/{parts[0]}/{_WHOLE}/"
        if len(parts) > 2:
            yield f"/{parts[0]}/{parts[1]}/"


def _upper(address: str, depth: int) -> str:
    """Return the address of the edition, or of the printed page, that `address` is in; `depth` is 1 or 2."""
    return f"/{'/'.join(address.strip('/').split('/')[:depth])}/"


def moved_sheet(address: str, to: str, paper: Paper) -> Sheet:
    """Return the page at `address` that leads readers on to `to`."""
    href = paper.links.page(*address_parts(to))
    return Sheet(
        file=page_file(*address_parts(address)),
        template="moved",
        head=head(f"{paper.words.moved} - {paper.sitename}", canonical=paper.links.absolute(href)),
        views={"moved": MovedView(href=href, address=to)},
    )


def withdrawn_sheet(entry: Withdrawal, paper: Paper) -> Sheet:
    """Return the notice at the address of a withdrawn article; it has no canonical address."""
    view = WithdrawnView(
        date=paper.words.long_date(entry.date), iso_date=entry.date.isoformat(), text=entry.text
    )
    return Sheet(
        file=page_file(*address_parts(entry.address)),
        template="withdrawn",
        head=head(f"{paper.words.withdrawn} - {paper.sitename}", description=entry.text, canonical=""),
        views={"withdrawn": view},
    )


def address_parts(address: str) -> tuple[str, ...]:
    """Return the parts of a page's address: `("2024-04-15", "01", "03")` of `/2024-04-15/01/03/`."""
    return tuple(filter(None, address.split("/")))


def _nowhere(located: LocatedAddresses, address: str, to: str) -> Finding:
    message = f"{address} has moved to {to}, and the site has no page there"
    hint = (
        "mend `to`; where the text was withdrawn, put the address under `withdrawn`, with `date` and `text`"
    )
    return Finding("moved-nowhere", located.path, message, hint, *located.place_of(address))


def _taken(located: LocatedAddresses, address: str) -> Finding:
    message = f"the site has a page at {address} again, which stays there"
    return Finding(
        "address-taken",
        located.path,
        message,
        "take this entry out",
        *located.place_of(address),
        severity=Severity.DOUBT,
    )
