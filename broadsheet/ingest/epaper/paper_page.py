"""A page of a digital paper: its number and name, its picture, and the areas and pages of its articles."""

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from io import BytesIO
from typing import NamedTuple
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from bs4.element import Tag
from PIL import Image

from broadsheet.ingest.epaper.mhtml import HTML, Part
from broadsheet.ingest.epaper.polygons import boxes
from broadsheet.ingest.web.markup.walk import text_of, value_of
from broadsheet.lexicon.web_days import DAY
from broadsheet.lexicon.web_pages import PAGE_MARK
from broadsheet.model.marks import Frame

_PIXELS = re.compile(r"(\d+(?:\.\d+)?)\s*(?:px)?\s*$")
_STYLED = re.compile(r"(?:^|;)\s*(width|height)\s*:\s*(\d+(?:\.\d+)?)px")


class PaperPage(NamedTuple):
    """A page of a digital paper; files are named by where they lie.

    `mark` is how the page is numbered (A03), `number` its number or 0, and `name` what it is called. `days` are the days in its
    text, as printed. `articles` are the files of its articles in the order in which the page names them, and `areas` where each
    of them stands, on a picture of `width` and `height`. `missing` are those of its areas that lead to no file.
    """

    mark: str
    number: int
    name: str
    days: tuple[str, ...]
    picture: str
    width: float
    height: float
    articles: tuple[str, ...]
    areas: Mapping[str, tuple[Frame, ...]]
    missing: tuple[str, ...]


def paper_page(root: Tag, location: str, parts: Mapping[str, Part]) -> PaperPage:
    """Return what the page under `root`, which lies at `location` among `parts`, says of itself and its articles."""
    image = root.find("img", usemap=True)
    picture = linked_to(location, value_of(image, "src"), parts) if isinstance(image, Tag) else ""
    coords = [
        (linked_to(location, value_of(area, "href"), parts), value_of(area, "coords"))
        for area in root.find_all("area")
    ]
    width, height = _size(
        image if isinstance(image, Tag) else None, parts.get(picture), [one for _, one in coords]
    )
    areas: dict[str, tuple[Frame, ...]] = {}
    for target, one in coords:
        areas[target] = (*areas.get(target, ()), *boxes(one, width, height))
    links = [linked_to(location, value_of(link, "href"), parts) for link in root.find_all("a", href=True)]
    own = [target for target in dict.fromkeys([*areas, *links]) if target != location]
    others = _other_pages(root, location, parts)
    found = _mark(root)
    return PaperPage(
        mark=f"{found['part']}{found['number']}" if found else "",
        number=int(found["number"]) if found else 0,
        name=(found["name"] or "") if found else "",
        days=tuple(dict.fromkeys(day[0] for day in DAY.finditer(root.get_text(" ")))),
        picture=picture if picture in parts else "",
        width=width,
        height=height,
        articles=tuple(t for t in own if _is_html(parts, t) and t not in others),
        areas={target: found for target, found in areas.items() if found},
        missing=tuple(
            target for target in areas if not (_is_html(parts, target) or target in (*others, location))
        ),
    )


def linked_to(location: str, address: str, files: Collection[str]) -> str:
    """Return the one of `files` that `address` names on the page at `location`, or the address in full.

    Browsers that save a page alone make its links absolute, so a file of the same name is the one, where there is one only.
    """
    target = unquote(urljoin(location, urldefrag(address.strip())[0]))
    if target in files:
        return target
    name = posixpath.basename(urlsplit(target).path)
    alike = [file for file in files if name and posixpath.basename(file) == name]
    return alike[0] if len(alike) == 1 else target


def _is_html(parts: Mapping[str, Part], location: str) -> bool:
    return location in parts and parts[location].media_type == HTML


def _other_pages(root: Tag, location: str, parts: Mapping[str, Part]) -> frozenset[str]:
    """Return the files of the paper's other pages: what links that are called 第02版, 上一版 and so on lead to."""
    links = root.find_all("a", href=True)
    pages = (link for link in links if PAGE_MARK.match(text := text_of(link).strip()) or text.endswith("版"))
    return frozenset(linked_to(location, value_of(link, "href"), parts) for link in pages)


def _mark(root: Tag) -> re.Match[str] | None:
    """Return the page's number and name: those in no link, or in the title; links name the other pages."""
    title = text_of(root.title) if root.title else ""
    return next((found for text in (*_unlinked(root), title) if (found := PAGE_MARK.search(text))), None)


def _unlinked(root: Tag) -> Iterator[str]:
    body = root.body or root
    for text in body.find_all(string=PAGE_MARK):
        if text.find_parent(["a", "script", "style", "select"]) is None:
            yield str(text.parent.get_text(" ", strip=True)) if text.parent else str(text)


def _size(image: Tag | None, picture: Part | None, coords: list[str]) -> tuple[float, float]:
    """Return the size of the picture that the map is for: as the page shows it, else as it is, else what the areas reach."""
    if image is not None:
        styled = {name: float(value) for name, value in _STYLED.findall(value_of(image, "style"))}
        shown = [styled.get(name) or _pixels(value_of(image, name)) for name in ("width", "height")]
        if all(shown):
            return shown[0], shown[1]
    natural = _natural_size(picture)
    reach = [frame for one in coords for frame in boxes(one, *(natural or (1.0, 1.0)))]
    right, bottom = max((f.right for f in reach), default=1.0), max((f.bottom for f in reach), default=1.0)
    return natural if natural and right <= natural[0] and bottom <= natural[1] else (right, bottom)


def _pixels(value: str) -> float:
    found = _PIXELS.match(value)
    return float(found[1]) if found else 0.0


def _natural_size(picture: Part | None) -> tuple[float, float] | None:
    if picture is None:
        return None
    try:
        with Image.open(BytesIO(picture.data)) as image:
            return float(image.width), float(image.height)
    except (OSError, Image.DecompressionBombError):
        return None
