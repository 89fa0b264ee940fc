"""The text layer of a page → glyphs. PDFium is called directly: its Python layer has no characters with their places."""

import ctypes
import math
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from broadsheet.ingest.pdf.canvas import Canvas
from broadsheet.model.marks import Face, Frame, Glyph

_HYPHEN = "\x02"  # PDFium's sign for a hyphen at a line end
UNSEEN_MODES = frozenset({pdfium.FPDF_TEXTRENDERMODE_INVISIBLE, pdfium.FPDF_TEXTRENDERMODE_CLIP})
_FAINT = 8  # of 255; print does not show less
_NAME = 256  # bytes


class Drawn(NamedTuple):
    """A glyph of the text layer, whether print shows it, and whether the font says which character it is."""

    glyph: Glyph
    hidden: bool
    known: bool


class _Style(NamedTuple):
    face: int
    hidden: bool


class TextLayer:
    """The characters of one page, in the file's order."""

    def __init__(self, page: Any, canvas: Canvas) -> None:
        self._open = page.get_textpage()  # closes when nothing refers to it any more
        self._text = self._open.raw
        self._canvas = canvas
        self._styles: dict[int, _Style] = {}
        self.faces: dict[Face, int] = {}

    def drawn(self) -> Iterator[Drawn]:
        """Yield the glyphs that the file draws, without the spaces and line ends that PDFium adds."""
        for at in range(pdfium.FPDFText_CountChars(self._text)):
            if pdfium.FPDFText_IsGenerated(self._text, at) != 1:
                yield self._at(at)

    def _at(self, at: int) -> Drawn:
        code = pdfium.FPDFText_GetUnicode(self._text, at)
        style = self._style(at)
        frame, base, size, turned = self._place(at)
        known = pdfium.FPDFText_HasUnicodeMapError(self._text, at) != 1 and code not in (0, 0xFFFD, 0xFFFE)
        char = "-" if chr(code) == _HYPHEN else chr(code)
        return Drawn(Glyph(char, frame, base, size, style.face, turned), style.hidden, known)

    def _place(self, at: int) -> tuple[Frame, tuple[float, float], float, int]:
        box, x, y, matrix = pdfium.FS_RECTF(), ctypes.c_double(), ctypes.c_double(), pdfium.FS_MATRIX()
        pdfium.FPDFText_GetLooseCharBox(self._text, at, box)
        pdfium.FPDFText_GetCharOrigin(self._text, at, x, y)
        pdfium.FPDFText_GetMatrix(self._text, at, matrix)
        frame = self._canvas.frame(box.left, box.bottom, box.right, box.top)
        size = pdfium.FPDFText_GetFontSize(self._text, at) * math.hypot(matrix.c, matrix.d)
        angle = math.atan2(matrix.b, matrix.a) if matrix.a or matrix.b else 0.0
        turned = (self._canvas.turned - round(angle / (math.pi / 2))) % 4
        return frame, self._canvas.point(x.value, y.value), size, turned

    def _style(self, at: int) -> _Style:
        """Return the face of a character; all characters of a text object have one."""
        item = pdfium.FPDFText_GetTextObject(self._text, at)
        key = ctypes.addressof(item.contents) if item else -at - 1
        if key not in self._styles:
            self._styles[key] = self._read_style(at, item)
        return self._styles[key]

    def _read_style(self, at: int, item: Any) -> _Style:
        red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
        pdfium.FPDFText_GetFillColor(self._text, at, red, green, blue, alpha)
        mode = pdfium.FPDFTextObj_GetTextRenderMode(item) if item else 0
        name, flags = ctypes.create_string_buffer(_NAME), ctypes.c_int()
        pdfium.FPDFText_GetFontInfo(self._text, at, name, _NAME, flags)
        font = name.value.decode("utf-8", "replace").partition("+")
        face = Face(
            font=font[2] or font[0],
            weight=pdfium.FPDFText_GetFontWeight(self._text, at),
            colour=f"{red.value:02x}{green.value:02x}{blue.value:02x}",
        )
        number = self.faces.setdefault(face, len(self.faces))
        return _Style(number, mode in UNSEEN_MODES or alpha.value < _FAINT)
