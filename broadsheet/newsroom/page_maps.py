"""Page maps and `edition.yaml` of what moves: areas of articles that leave their page, the entry of a page that moves."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from broadsheet.manuscript.place import EDITION_FILE, PAGE_FILE
from broadsheet.manuscript.records.edition_file import read_located_edition
from broadsheet.manuscript.records.page_file import read_page_map
from broadsheet.manuscript.writer import page_map_text
from broadsheet.model.address import Address
from broadsheet.model.page_map import Area

_KEY = re.compile(r"[\"']?0*\d+[\"']?(?=\s*:)")


def page_maps_without(content: Path, left: Mapping[Address, Address | None]) -> Iterator[tuple[str, bytes]]:
    """Yield path below `content` and bytes of each page map that names articles which have left their addresses.

    `left` says where each article is now, None where it was withdrawn. One that is still on its page keeps its area.
    Raises ManuscriptError for a page map that cannot be read.
    """
    for page in sorted({address.on_page() for address in left}):
        path = "/".join((*page.parts, PAGE_FILE))
        if (content / path).is_file():
            page_map = read_page_map(content / path)
            areas = tuple(area for old in page_map.areas for area in _kept(old, page, left))
            if areas != page_map.areas:
                yield path, page_map_text(msgspec.structs.replace(page_map, areas=areas)).encode()


def renumbered(text: str, content: Path, old: Address, new: Address) -> str:
    """Return `text`, that of the `edition.yaml` of `old`, with the entry of this page under the number of the page `new`.

    It stays as it is where the page leaves its edition, and where the new number has an entry already.
    """
    located = read_located_edition(content / old.parts[0])
    pages = located.edition.facts.pages
    if old.date != new.date or old.page not in pages or new.page in pages:
        return text
    place = next(place for route, place in located.places.items() if _names(route, old.page))
    lines = text.split("\n")
    line = lines[place.line - 1]
    lines[place.line - 1] = line[: place.column - 1] + _KEY.sub(
        str(new.page), line[place.column - 1 :], count=1
    )
    return "\n".join(lines)


def edition_file(address: Address) -> str:
    """Return the path below content/ of the `edition.yaml` of an edition."""
    return f"{address.parts[0]}/{EDITION_FILE}"


def _kept(area: Area, page: Address, left: Mapping[Address, Address | None]) -> Iterator[Area]:
    address = Address(page.date, page.page, area.article)
    now = left.get(address, address)
    if now is not None and now.on_page() == page:
        yield msgspec.structs.replace(area, article=now.order)


def _names(route: tuple[str | int, ...], page: int) -> bool:
    return len(route) == 2 and route[0] == "pages" and int(route[1]) == page
