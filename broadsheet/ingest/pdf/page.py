"""One page of an open PDF → its marks; pictures go into a folder."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pypdfium2.raw as pdfium

from broadsheet.ingest.pdf.canvas import Canvas
from broadsheet.ingest.pdf.drawings import drawing_of
from broadsheet.ingest.pdf.glyphs import Drawn, TextLayer
from broadsheet.ingest.pdf.pictures import draw_page, picture_of
from broadsheet.ingest.pdf.scans import is_scan, line_spans
from broadsheet.model.characters import LOST
from broadsheet.model.marks import Frame, Glyph, LeftOut, PageMarks, Picture
from broadsheet.model.source import is_ink

_SHOWN = 40  # characters of what is left out that a report shows
_INSIDE = 0.5  # of a glyph's width and height; with less on the page it is off it
_UNKNOWN_MOST = 0.02  # of a page's glyphs; so few are ornaments and signs, each of which an editor looks up


class UnknownGlyphsError(Exception):
    """A page with many glyphs whose font does not say which characters they are; `count` of them."""

    def __init__(self, count: int) -> None:
        super().__init__(count)
        self.count = count


def read_page(page: Any, folder: Path) -> PageMarks:
    """Return the marks of a page of PDFium, and write its pictures and the picture of all of it into `folder`.

    Raises UnknownGlyphsError as `marks_of` does.
    """
    draw_page(page, Canvas.of(page), folder)
    return marks_of(page, folder)


def marks_of(page: Any, folder: Path) -> PageMarks:
    """Return the marks of a page of PDFium, and write its pictures into `folder`.

    A glyph that stands for no known character is U+FFFD. Raises UnknownGlyphsError where there are many of them.
    """
    canvas = Canvas.of(page)
    layer = TextLayer(page, canvas)
    recognised = is_scan(page, canvas)
    drawn = list(layer.drawn())
    glyphs, left_out = _shown(drawn, canvas, recognised=recognised)
    drawings = [drawing_of(item, canvas) for item in _objects(page, pdfium.FPDF_PAGEOBJ_PATH)]
    found = [drawing for drawing in drawings if drawing is not None]
    return PageMarks(
        width=canvas.width,
        height=canvas.height,
        faces=tuple(layer.faces),
        glyphs=glyphs,
        rules=tuple(rule for drawing in found for rule in drawing.rules),
        panels=tuple(drawing.frame for drawing in found if drawing.tinted),
        pictures=() if recognised else tuple(_pictures(page, canvas, folder)),
        left_out=left_out,
        lines=tuple(line_spans(glyphs)) if recognised and glyphs else (),
        recognised=recognised and bool(glyphs),
    )


def _objects(page: Any, kind: int) -> Iterator[Any]:
    yield from page.get_objects(filter=[kind])


def _pictures(page: Any, canvas: Canvas, folder: Path) -> Iterator[Picture]:
    for number, item in enumerate(_objects(page, pdfium.FPDF_PAGEOBJ_IMAGE), 1):
        if picture := picture_of(item, canvas, folder, number):
            yield picture


def _shown(
    drawn: Iterable[Drawn], canvas: Canvas, *, recognised: bool
) -> tuple[tuple[Glyph, ...], tuple[LeftOut, ...]]:
    """Return the glyphs that print shows, and what is left out of the text layer.

    The hidden glyphs of a scan are those that a program has recognised in its picture.
    """
    shown: list[Glyph] = []
    out: defaultdict[str, list[str]] = defaultdict(list)
    for one in drawn:
        char = one.glyph.char
        if one.hidden and not recognised:
            out["hidden"].append(char)
        elif not _is_on(one.glyph.frame, canvas):
            out["off the page"].append(char)
        elif not one.known:
            shown.append(one.glyph._replace(char=LOST))
        elif is_ink(char) or char.isspace():
            shown.append(one.glyph)
    unknown = sum(glyph.char == LOST for glyph in shown)
    if unknown > _UNKNOWN_MOST * len(shown):
        raise UnknownGlyphsError(unknown)
    return tuple(shown), tuple(_left_out(out))


def _left_out(out: dict[str, list[str]]) -> Iterator[LeftOut]:
    for why, chars in out.items():
        count = sum(count for char, count in Counter(chars).items() if is_ink(char))
        if count:
            yield LeftOut(why, count, "".join(chars)[:_SHOWN])


def _is_on(frame: Frame, canvas: Canvas) -> bool:
    across = min(frame.right, canvas.width) - max(frame.left, 0.0)
    down = min(frame.bottom, canvas.height) - max(frame.top, 0.0)
    return across >= _INSIDE * frame.width and down >= _INSIDE * frame.height
