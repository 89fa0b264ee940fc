"""The drawn objects of a page → rules, frames and tinted panels."""

import ctypes
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from broadsheet.ingest.pdf.canvas import Canvas, around
from broadsheet.model.marks import Frame

_THIN = 4.0  # points; a filled rectangle of less is a rule
_RULE_LEAST = 12.0  # points; a shorter line is a mark or part of a drawing
_PANEL_LEAST = 24.0  # points
_WHITE = 250  # of 255


class Drawing(NamedTuple):
    """A path: the frame around it, whether it is filled with a tint, and the rules that it consists of."""

    frame: Frame
    tinted: bool
    rules: tuple[Frame, ...]


def drawing_of(item: Any, canvas: Canvas) -> Drawing | None:
    """Return the drawing of a path object of PDFium, or None for one that print does not show."""
    mode, stroked = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item.raw, mode, stroked)
    filled = bool(mode.value) and _is_seen(item, pdfium.FPDFPageObj_GetFillColor)
    outlined = bool(stroked.value) and _is_seen(item, pdfium.FPDFPageObj_GetStrokeColor)
    if not filled and not outlined:
        return None
    frame = canvas.frame_of(item)
    if min(frame.width, frame.height) <= _THIN:
        return Drawing(frame, tinted=False, rules=(frame,) if _is_long(frame) else ())
    rules = tuple(filter(_is_long, _sides(item, canvas))) if outlined else ()
    large = min(frame.width, frame.height) >= _PANEL_LEAST
    return Drawing(frame, tinted=filled and large, rules=rules)


def _is_long(frame: Frame) -> bool:
    return max(frame.width, frame.height) >= _RULE_LEAST


def _is_seen(item: Any, colour_of: Any) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    colour_of(item.raw, red, green, blue, alpha)
    return alpha.value > 0 and min(red.value, green.value, blue.value) < _WHITE


def _sides(item: Any, canvas: Canvas) -> Iterator[Frame]:
    """Yield the upright and level segments of an outlined path as thin rectangles."""
    matrix = item.get_matrix().multiply(around(item))
    start = last = (0.0, 0.0)
    for n in range(pdfium.FPDFPath_CountSegments(item.raw)):
        segment = pdfium.FPDFPath_GetPathSegment(item.raw, n)
        x, y = ctypes.c_float(), ctypes.c_float()
        pdfium.FPDFPathSegment_GetPoint(segment, x, y)
        here = matrix.on_point(x.value, y.value)
        if pdfium.FPDFPathSegment_GetType(segment) == pdfium.FPDF_SEGMENT_MOVETO:
            start = here
        else:
            yield from _level(last, here, canvas)
        if pdfium.FPDFPathSegment_GetClose(segment):
            yield from _level(here, start, canvas)
        last = here


def _level(one: tuple[float, float], other: tuple[float, float], canvas: Canvas) -> Iterator[Frame]:
    frame = canvas.frame(*one, *other)
    if min(frame.width, frame.height) <= _THIN:
        yield frame
