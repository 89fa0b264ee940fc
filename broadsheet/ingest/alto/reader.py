"""An ALTO file → the marks of its page. Words are cut into glyphs of equal widths, and lines stay the file's lines."""

import statistics
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lxml import etree

from broadsheet.ingest.alto.mets import articles_beside
from broadsheet.ingest.alto.xml import bad_xml, name_of, parse_xml
from broadsheet.model.marks import Face, Frame, Glyph, PageMarks, Picture

_TEXT_SIZE = 9.0  # points, to which the page is scaled: ALTO in pixels says nothing of its size
_EM = 0.75  # of the height of a line of words; it reaches from the tops of letters to their feet
_PICTURE_LEAST = 40.0  # points


class _Word(NamedTuple):
    text: str
    frame: Frame
    sure: float


class _Line(NamedTuple):
    words: list[_Word]
    block: str
    size: float


def read_alto(path: Path, number: int) -> PageMarks:
    """Return the marks of the ALTO file at `path`, which is page `number` of its edition.

    Raises SourceError for a file that is no ALTO, or has no words.
    """
    root = parse_xml(path)
    page = next(root.iter("{*}Page"), None)
    if name_of(root) != "alto" or page is None:
        raise bad_xml(path, "this is no ALTO file: it has no page of <alto>")
    lines = list(_lines(page, path))
    if not lines:
        raise bad_xml(path, "the page has no words")
    scale = _TEXT_SIZE / statistics.median(line.size for line in lines for _ in line.words)
    glyphs: list[Glyph] = []
    spans: list[tuple[int, int]] = []
    for line in lines:
        start = len(glyphs)
        glyphs += _glyphs(line, scale)
        spans.append((start, len(glyphs)))
    articles = articles_beside(path, number)
    return PageMarks(
        width=_number(page, "WIDTH", path) * scale,
        height=_number(page, "HEIGHT", path) * scale,
        faces=(Face("", 400, "000000"),),
        glyphs=tuple(glyphs),
        pictures=tuple(_pictures(page, path, scale)),
        lines=tuple(spans),
        articles=tuple(articles.get(line.block, "") for line in lines),
        recognised=True,
    )


def _lines(page: etree._Element, path: Path) -> Iterator[_Line]:
    for block in page.iter("{*}TextBlock"):
        rows = [list(_words(line, path)) for line in block.iterchildren("{*}TextLine")]
        heights = [max(word.frame.height for word in row) for row in rows if row]
        size = _EM * statistics.median(heights) if heights else 0.0
        yield from (_Line(row, block.get("ID", ""), size) for row in rows if row)


def _words(line: etree._Element, path: Path) -> Iterator[_Word]:
    """Yield the words of a line, and the hyphen at its end."""
    for element in line.iterchildren("{*}String", "{*}HYP"):
        text = "".join(element.get("CONTENT", "").split())
        if text:
            left, top = _number(element, "HPOS", path), _number(element, "VPOS", path)
            width = _number(element, "WIDTH", path)
            height = _number(element if element.get("HEIGHT") else line, "HEIGHT", path)
            sure = float(element.get("WC", "1") or 1)
            yield _Word(text, Frame(left, top, left + width, top + height), sure)


def _number(element: etree._Element, name: str, path: Path) -> float:
    try:
        return float(element.get(name, ""))
    except ValueError as error:
        message = f"<{name_of(element)}> says no {name}"
        raise bad_xml(path, message) from error


def _glyphs(line: _Line, scale: float) -> Iterator[Glyph]:
    """Yield the glyphs of a line, with a space between two words."""
    base = statistics.median(word.frame.bottom for word in line.words) * scale
    size = line.size * scale
    for n, word in enumerate(line.words):
        left, step = word.frame.left * scale, word.frame.width * scale / len(word.text)
        if n and line.words[n].text not in {"-", "\u00ad", "¬"}:
            gap = line.words[n - 1].frame.right * scale
            yield Glyph(" ", Frame(gap, base - size, left, base), (gap, base), size)
        for at, char in enumerate(word.text):
            x = left + at * step
            frame = Frame(x, base - size, x + step, base)
            yield Glyph(char, frame, (x, base), size, sure=word.sure)


def _pictures(page: etree._Element, path: Path, scale: float) -> Iterator[Picture]:
    for element in page.iter("{*}Illustration"):
        left, top = _number(element, "HPOS", path) * scale, _number(element, "VPOS", path) * scale
        width, height = (_number(element, name, path) * scale for name in ("WIDTH", "HEIGHT"))
        if min(width, height) >= _PICTURE_LEAST:
            yield Picture(Frame(left, top, left + width, top + height))
