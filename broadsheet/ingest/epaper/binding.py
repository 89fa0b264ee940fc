"""The files of a digital paper → one file for each printed page: raw/2024-04-15/node_2.htm becomes 01.mhtml, with its articles."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from bs4.element import Tag

from broadsheet.files.quick_files import holds, write
from broadsheet.ingest.epaper.mhtml import HTML, Part, pack
from broadsheet.ingest.epaper.paper_page import PaperPage, linked_to, paper_page
from broadsheet.ingest.text.decode import decode_html
from broadsheet.ingest.text.raw_files import WEB_PAGES, is_paper_page, read_bytes
from broadsheet.ingest.web.markup.walk import parse, picture_of
from broadsheet.manuscript.pictures import PHOTO_FORMATS
from broadsheet.model.errors import BroadsheetError, SourceError
from broadsheet.model.finding import Finding

_FIGURES = re.compile(r"\d+")


class _Node(NamedTuple):
    location: str
    page: PaperPage


def bind_papers(folders: Sequence[Path]) -> Iterator[BroadsheetError]:
    """Write the pages of the digital paper in each of `folders`, each with its articles and pictures in one file.

    Yields the error of each paper that cannot be read.
    """
    for folder in folders:
        try:
            yield from _bind(folder)
        except BroadsheetError as error:
            yield error


def _bind(folder: Path) -> Iterator[BroadsheetError]:
    """Write the pages of one paper, and yield an error for each that leads to no article."""
    files = {
        path.relative_to(folder).as_posix(): path
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.is_symlink()
    }
    texts = {place: path for place, path in files.items() if _is_of_paper(path)}
    articles = {place: Part(HTML, b"") for place, path in texts.items() if not is_paper_page(path)}
    nodes = [_node(folder / place, place, articles) for place in texts if place not in articles]
    for node in nodes:
        if not node.page.articles:
            message = "this page of the paper leads to no article that is saved beside it"
            hint = "save its articles' pages too, or remove it"
            yield _bad_paper(folder / node.location, message, hint)
    for number, node in _numbered(nodes):
        taken = {place for other in nodes if other is not node for place in other.page.areas}
        own = (place for place in node.page.articles if place not in taken or place in node.page.areas)
        held = [node.location, *own]
        pictures = dict.fromkeys(place for one in held for place in _pictures(texts[one], one, files))
        data = pack({place: read_bytes(files[place]) for place in (*held, *pictures)})
        target = folder / f"{number:02d}.mhtml"
        if not holds(str(target), data):
            write(str(target), data)


def _is_of_paper(path: Path) -> bool:
    """Say whether a file is a page of the paper or of an article: no report, and no page that is named by its number."""
    return (
        path.suffix.lower() in WEB_PAGES and not path.stem.isdecimal() and not path.stem.endswith(".review")
    )


def _node(path: Path, place: str, articles: Mapping[str, Part]) -> _Node:
    """Return the page of the paper at `path`, which lies at `place` beside its `articles`."""
    root = _root(path)
    if root is None:
        raise _bad_paper(path, "this page of the paper is empty", "save it anew")
    return _Node(place, paper_page(root, place, articles))


def _root(path: Path) -> Tag | None:
    return parse(str(path), decode_html(str(path), read_bytes(path)))


def _pictures(path: Path, place: str, files: Mapping[str, Path]) -> Iterator[str]:
    """Yield those of `files` that the page at `path`, which lies at `place`, shows as pictures."""
    root = _root(path)
    for image in root.find_all("img") if root else ():
        target = linked_to(place, picture_of(image), files)
        if target in files and Path(target).suffix.lower() in PHOTO_FORMATS:
            yield target


def _numbered(nodes: Sequence[_Node]) -> Iterator[tuple[int, _Node]]:
    """Yield the pages that have articles with their numbers: those that they print, or 1, 2 and so on where these repeat."""
    shown = sorted((node for node in nodes if node.page.articles), key=lambda node: _in_order(node.location))
    counts = Counter(node.page.number for node in shown)
    printed = max(counts.values(), default=0) == 1 and 0 not in counts
    for order, node in enumerate(shown, 1):
        yield (node.page.number if printed else order), node


def _in_order(place: str) -> list[int | str]:
    """Return what sorts node_2.htm before node_10.htm."""
    return [*map(int, _FIGURES.findall(place)), place]


def _bad_paper(path: Path, message: str, hint: str) -> SourceError:
    return SourceError(Finding(code="no-article", path=str(path), message=message, hint=hint))
