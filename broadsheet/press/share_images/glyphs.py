"""Characters drawn in one typeface, in ink or in the accent on the paper's colour.

A process draws each character once and then copies it, and an image has only four colours, so one takes about 1 ms and 10 KB.
"""

import zlib
from functools import cached_property
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from broadsheet.press.share_images.face import Face

# Paper, ink and 朱, as tokens.css has them.
_PAPER, _INK, _ACCENT = (0xFD, 0xFC, 0xF8), (0x1D, 0x1A, 0x16), (0xAB, 0x21, 0x18)
_EDGE = (0x8E, 0x8B, 0x87)  # between paper and ink, for the edges of all characters
_PALETTE = (_PAPER, _EDGE, _INK, _ACCENT)

INKED, RED = _PALETTE.index(_INK), _PALETTE.index(_ACCENT)
"""The indexes of ink and accent in the palette."""

_DESCENT = 0.28  # the part of its size that a character may reach below the baseline
_PROBE_SIZE = 30
_NO_CHARACTER = (
    "\U0010ffff"  # no typeface has it, so it gives the box that a typeface draws for a missing character
)


class Glyphs:
    """Characters of the typeface `face`; sizes and measures are in pixels."""

    def __init__(self, face: Face) -> None:
        self._face = face
        self._fonts: dict[int, ImageFont.FreeTypeFont] = {}
        self._glyphs: dict[tuple[str, int, int], Image.Image] = {}
        self._advances: dict[tuple[str, int], int] = {}

    def missing(self, text: str) -> str:
        """Return the characters of `text` that the typeface lacks, each once; it would draw a box for each."""
        return "".join(char for char in dict.fromkeys(text) if char != " " and self._has_not(char))

    def width(self, text: str, size: int) -> int:
        """Return the width of `text`."""
        return sum(self._advance(char, size) for char in text)

    def draw(self, image: Image.Image, text: str, corner: tuple[int, int], size: int, colour: int) -> None:
        """Draw `text` into `image`, which `blank` returned; `corner` is the left and the top of its first character."""
        left, top = corner
        for char in text:
            glyph = self._glyph(char, size, colour)
            image.paste(glyph, (left, top))
            left += glyph.width

    def _advance(self, char: str, size: int) -> int:
        known = self._advances.get((char, size))
        if known is None:
            known = self._advances[char, size] = max(1, round(self._font(size).getlength(char)))
        return known

    def _glyph(self, char: str, size: int, colour: int) -> Image.Image:
        """Return a character as an image with the palette's colours, as wide as its advance; it is drawn once."""
        known = self._glyphs.get((char, size, colour))
        if known is None:
            known = self._glyphs[char, size, colour] = self._drawn(char, size, colour)
        return known

    def _drawn(self, char: str, size: int, colour: int) -> Image.Image:
        tile = Image.new("L", (self._advance(char, size), round(size * (1 + _DESCENT))))
        ImageDraw.Draw(tile).text((0, size), char, font=self._font(size), fill=255, anchor="ls")
        steps = (_PALETTE.index(_PAPER), _PALETTE.index(_EDGE), colour)
        shades = tile.point([steps[round(value * 2 / 255)] for value in range(256)])
        return Image.frombytes("P", tile.size, shades.tobytes())

    def _font(self, size: int) -> ImageFont.FreeTypeFont:
        if size not in self._fonts:
            layout = ImageFont.Layout.BASIC  # the same on every machine, whatever else it has installed
            self._fonts[size] = ImageFont.truetype(
                self._face.file, size, index=self._face.number, layout_engine=layout
            )
        return self._fonts[size]

    def _has_not(self, char: str) -> bool:
        glyph = self._glyph(char, _PROBE_SIZE, INKED)
        return glyph.size == self._nothing[0] and glyph.tobytes() == self._nothing[1]

    @cached_property
    def _nothing(self) -> tuple[tuple[int, int], bytes]:
        glyph = self._glyph(_NO_CHARACTER, _PROBE_SIZE, INKED)
        return glyph.size, glyph.tobytes()


def blank(size: tuple[int, int]) -> Image.Image:
    """Return an image of the paper's colour, with the palette; `size` is its width and height."""
    image = Image.new("P", size, 0)
    image.putpalette([value for colour in _PALETTE for value in colour])
    return image


def png(image: Image.Image) -> bytes:
    """Return `image` as the bytes of a PNG file; quick, since letters are runs of few colours."""
    file = BytesIO()
    image.save(file, "PNG", compress_level=1, compress_type=zlib.Z_RLE)
    return file.getvalue()
