"""Drawing of a share image: the paper's name, an article's headline and its date on the paper's colour.

A process draws each character once and then copies it, and an image has only seven colours, so one takes about 2 ms.
"""

import zlib
from functools import cached_property, partial
from io import BytesIO

from PIL import Image, ImageDraw, ImageFont

from broadsheet.press.share_images.face import SIZE, Face
from broadsheet.press.share_images.lines import lines_of
from broadsheet.press.share_images.words import ShareImageWords

# Paper, ink and 朱, as tokens.css has them.
_PAPER, _INK, _ACCENT = (0xFD, 0xFC, 0xF8), (0x1D, 0x1A, 0x16), (0xAB, 0x21, 0x18)
_SHADES = 4  # of each, the paper among them
_INKED, _RED = _SHADES - 1, 2 * (_SHADES - 1)  # where the full colours stand in the palette
_EDGE = 72
_ROOM = SIZE[0] - 2 * _EDGE
_NAME_SIZES, _NAME_BASELINE = (76, 60, 48, 38, 30), 112
_RULES = ((150, 7), (162, 2))  # 文武线: top and height of the thick rule and the thin one
_FOOT_RULE = (540, 1)
_HEADLINE_TOP, _HEADLINE_ROOM = 196, 330
_HEADLINE_SIZES = (100, 88, 76, 64, 54, 46)
_FOOT_SIZE, _FOOT_TOP = 30, 560
_LEADING = 1.28
_DESCENT = 0.28  # the part of its size that a character may reach below the baseline
_NO_CHARACTER = (
    "\U0010ffff"  # no typeface has it, so it gives the box that a typeface draws for a missing character
)


class ShareImagePress:
    """Draws share images in one typeface."""

    def __init__(self, face: Face) -> None:
        self._face = face
        self._fonts: dict[int, ImageFont.FreeTypeFont] = {}
        self._glyphs: dict[tuple[str, int, int], Image.Image] = {}

    def missing(self, words: ShareImageWords) -> str:
        """Return the characters of `words` that the typeface lacks, each once; it would draw a box for each."""
        characters = dict.fromkeys("".join((words.name, *words.headline, words.foot)))
        return "".join(char for char in characters if char != " " and self._has_not(char))

    def image(self, words: ShareImageWords) -> bytes:
        """Return the share image of `words` as the bytes of a PNG file of SIZE."""
        image = Image.new("P", SIZE, 0)
        image.putpalette(_palette())
        name = next((size for size in _NAME_SIZES if self._width(words.name, size) <= _ROOM), _NAME_SIZES[-1])
        self._lay(image, words.name, _NAME_BASELINE - name, name, colour=_RED)
        for top, height in (*_RULES, _FOOT_RULE):
            image.paste(_INKED, (_EDGE, top, SIZE[0] - _EDGE, top + height))
        size, lines = self._headline(words.headline)
        for number, line in enumerate(lines):
            self._lay(image, line, round(_HEADLINE_TOP + number * size * _LEADING), size)
        self._lay(image, words.foot, _FOOT_TOP, _FOOT_SIZE)
        file = BytesIO()
        image.save(file, "PNG", compress_level=1, compress_type=zlib.Z_RLE)
        return file.getvalue()

    def _headline(self, headline: tuple[str, ...]) -> tuple[int, list[str]]:
        """Return the largest font size in pixels at which `headline` fits, and its lines; a longer one is cut with ……."""
        size, lines = 0, [""]
        for size in _HEADLINE_SIZES:
            lines = lines_of(headline, _ROOM, partial(self._width, size=size))
            if len(lines) * size * _LEADING <= _HEADLINE_ROOM:
                return size, lines
        most = int(_HEADLINE_ROOM / (size * _LEADING))
        return size, [*lines[: most - 1], f"{lines[most - 1][:-2]}……"]

    def _width(self, text: str, size: int) -> float:
        return sum(self._glyph(char, size).width for char in text)

    def _lay(self, image: Image.Image, text: str, top: int, size: int, colour: int = _INKED) -> None:
        left = _EDGE
        for char in text:
            glyph = self._glyph(char, size, colour)
            image.paste(glyph, (left, top))
            left += glyph.width

    def _glyph(self, char: str, size: int, colour: int = _INKED) -> Image.Image:
        """Return a character as an image with the palette's colours, as wide as its advance; it is drawn once."""
        known = self._glyphs.get((char, size, colour))
        if known is None:
            known = self._glyphs[char, size, colour] = self._drawn(char, size, colour)
        return known

    def _drawn(self, char: str, size: int, colour: int) -> Image.Image:
        font = self._fonts.get(size) or self._fonts.setdefault(size, self._font(size))
        tile = Image.new("L", (max(1, round(font.getlength(char))), round(size * (1 + _DESCENT))))
        ImageDraw.Draw(tile).text((0, size), char, font=font, fill=255, anchor="ls")
        steps = [round(value * (_SHADES - 1) / 255) for value in range(256)]
        shades = tile.point([step and step + colour - _INKED for step in steps])
        return Image.frombytes("P", tile.size, shades.tobytes())

    def _font(self, size: int) -> ImageFont.FreeTypeFont:
        layout = ImageFont.Layout.BASIC  # the same on every machine, whatever else it has installed
        return ImageFont.truetype(self._face.file, size, index=self._face.number, layout_engine=layout)

    def _has_not(self, char: str) -> bool:
        glyph = self._glyph(char, _FOOT_SIZE)
        return glyph.size == self._nothing[0] and glyph.tobytes() == self._nothing[1]

    @cached_property
    def _nothing(self) -> tuple[tuple[int, int], bytes]:
        glyph = self._glyph(_NO_CHARACTER, _FOOT_SIZE)
        return glyph.size, glyph.tobytes()


def _palette() -> list[int]:
    """Return the palette as red, green, blue values: paper, its shades to ink, its shades to the accent."""
    colours = [_PAPER, *(_shade(full, step) for full in (_INK, _ACCENT) for step in range(1, _SHADES))]
    return [value for colour in colours for value in colour]


def _shade(full: tuple[int, int, int], step: int) -> tuple[int, ...]:
    return tuple(
        round(paper + (ink - paper) * step / (_SHADES - 1)) for paper, ink in zip(_PAPER, full, strict=True)
    )
