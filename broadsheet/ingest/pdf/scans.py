"""Scans with a text layer: pictures cover the page, and all its text stands below them or is not drawn at all.

Programs that recognise characters write them word by word, each as high and as low as its letters reach, so that no
baseline shows what a line is; but they write them in order.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

import pypdfium2.raw as pdfium

from broadsheet.ingest.pdf.canvas import Canvas
from broadsheet.ingest.pdf.glyphs import UNSEEN_MODES
from broadsheet.model.marks import Glyph

_COVERED = 0.8  # of the page
_ABOVE_MOST = 0.1  # of the strings of text: a library's stamp stands above the scan
_WORDS = 2.5  # em from one word to the next
_BACK = 1.0  # em that a word may begin before the end of the last one
_LEVEL = 0.4  # of the lower of two words, which stand side by side


def is_scan(page: Any, canvas: Canvas) -> bool:
    """Return whether print shows nothing but pictures on a page of PDFium, but for a stamp."""
    whole, covered, strings, above = canvas.width * canvas.height, 0.0, 0, 0
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT, pdfium.FPDF_PAGEOBJ_IMAGE]):
        if item.type == pdfium.FPDF_PAGEOBJ_IMAGE:
            frame = canvas.frame_of(item)
            covered += frame.width * frame.height / whole
            continue
        strings += 1
        seen = pdfium.FPDFTextObj_GetTextRenderMode(item.raw) not in UNSEEN_MODES
        above += seen and covered >= _COVERED
    return covered >= _COVERED and above <= _ABOVE_MOST * strings


def line_spans(glyphs: Sequence[Glyph]) -> Iterator[tuple[int, int]]:
    """Yield the first glyph of each line of a scan, and the one after its last, by their numbers."""
    starts = [n for n, (one, other) in enumerate(pairwise(glyphs), 1) if not _goes_on(one, other)]
    yield from pairwise((0, *starts, len(glyphs)))


def _goes_on(one: Glyph, other: Glyph) -> bool:
    em = max(one.size, other.size)
    gap = other.frame.left - one.frame.right
    both = min(one.frame.bottom, other.frame.bottom) - max(one.frame.top, other.frame.top)
    return -_BACK * em <= gap <= _WORDS * em and both >= _LEVEL * min(one.frame.height, other.frame.height)
