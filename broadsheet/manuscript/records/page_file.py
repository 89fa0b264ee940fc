"""`page.yaml` → PageMap: where the articles of a printed page stand on it."""

from collections.abc import Collection, Iterator
from pathlib import Path

from broadsheet.manuscript.fields import load_mapping
from broadsheet.manuscript.files import read_utf8
from broadsheet.manuscript.located import Located, Route
from broadsheet.manuscript.pictures import PHOTO_FORMATS
from broadsheet.manuscript.place import article_number
from broadsheet.manuscript.schema import convert, spell
from broadsheet.manuscript.unseen import check_characters, check_fields
from broadsheet.model.errors import ManuscriptError, raise_if_any
from broadsheet.model.finding import Finding
from broadsheet.model.limits import MOST_BYTES
from broadsheet.model.message import say
from broadsheet.model.page_map import Box, PageMap

PAGE_PDF = "page.pdf"
PAGE_PICTURES = tuple(f"page{ending}" for ending in PHOTO_FORMATS)
"""What the picture of a page may be called."""

MOST_RATIO = 20  # of the sides of a page: a column that was cut out is narrow

_Mistake = tuple[Route, str, str]


def read_page_map(
    path: Path, most_bytes: int = MOST_BYTES, *, beside: Collection[str] | None = None
) -> PageMap:
    """Read the `page.yaml` at `path`, of no more than `most_bytes`.

    Where `beside` holds the names of the files in the same folder, the map may name no others, and no article without one.
    Raises ManuscriptError, with the place of each mistake.
    """
    text, shown = read_utf8(path, most_bytes), str(path)
    check_characters(text, shown)
    located = load_mapping(text, shown)
    check_fields(located, shown)
    page_map = convert(located, PageMap, shown)
    mistakes = [*_wrong_files(page_map), *_wrong_size(page_map), *_wrong_areas(page_map)]
    if beside is not None:
        mistakes += _missing(page_map, beside)
    raise_if_any(ManuscriptError, (_finding(mistake, located, shown) for mistake in mistakes))
    return page_map


def _finding(mistake: _Mistake, located: Located, path: str) -> Finding:
    route, problem, hint = mistake
    line, column = located.places[route]
    message = say("%(value)s %(problem)s", value=f"`{spell(route)}`", problem=problem)
    return Finding("bad-value", path, message, hint, line, column)


def _missing(page_map: PageMap, beside: Collection[str]) -> Iterator[_Mistake]:
    """Yield a mistake for each file and each article that is not there."""
    for key, name in (("picture", page_map.picture), ("pdf", page_map.pdf)):
        if name and name not in beside:
            hint = say("put the file there, or take the line out")
            yield (key,), say("names %(file)s, which is not there", file=name), hint
    numbers = set(map(article_number, beside))
    for place, area in enumerate(page_map.areas):
        if area.article and area.article not in numbers:
            hint = say("mend the number, or take the area out")
            message = say("is %(number)s, and there is no such manuscript", number=area.article)
            yield ("areas", place, "article"), message, hint


def _wrong_files(page_map: PageMap) -> Iterator[_Mistake]:
    for key, name, names in (
        ("picture", page_map.picture, PAGE_PICTURES),
        ("pdf", page_map.pdf, (PAGE_PDF,)),
    ):
        if name and name not in names:
            hint = say("name the file one of: %(names)s", names=", ".join(names))
            yield (key,), say("cannot be “%(words)s”", words=name), hint


def _wrong_size(page_map: PageMap) -> Iterator[_Mistake]:
    hint = say("write the size of the printed page, in any unit")
    for key, size in (("width", page_map.width), ("height", page_map.height)):
        if not size:
            yield (key,), say("cannot be 0"), hint
    if not (page_map.width and page_map.height):
        return
    if not 1 / MOST_RATIO <= page_map.height / page_map.width <= MOST_RATIO:
        message = say("is no height of a page that is %(width)s wide", width=f"{page_map.width:g}")
        yield ("height",), message, hint


def _wrong_areas(page_map: PageMap) -> Iterator[_Mistake]:
    seen: set[int] = set()
    for number, area in enumerate(page_map.areas):
        route: Route = ("areas", number)
        if area.article in seen:
            yield (*route, "article"), say("is given twice"), say("put all boxes of an article in one area")
        if not area.article:
            yield (*route, "article"), say("cannot be 0"), say("write the manuscript’s number: 1 for 01.md")
        if not area.boxes:
            yield (*route, "boxes"), say("holds no box"), say("write one as `- [left, top, right, bottom]`")
        seen.add(area.article)
        for place, box in enumerate(area.boxes):
            if not _is_on_page(box):
                hint = say(
                    "write left, top, right, bottom as fractions of the page, like [0.05, 0.1, 0.48, 0.42]"
                )
                yield (*route, "boxes", place), say("is no box on the page"), hint


def _is_on_page(box: Box) -> bool:
    return 0 <= box.left < box.right <= 1 and 0 <= box.top < box.bottom <= 1
