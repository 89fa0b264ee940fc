"""Drawing of a share image: the paper's name, the headlines of a printed page and its date on the paper's colour."""

from functools import partial

from PIL import Image

from broadsheet.press.share_images.face import SIZE, Face
from broadsheet.press.share_images.glyphs import INKED, RED, Glyphs, blank, png
from broadsheet.press.share_images.lines import lines_of
from broadsheet.press.share_images.words import ShareImageWords

_EDGE = 48
_ROOM = SIZE[0] - 2 * _EDGE
_NAME_SIZES, _NAME_BASELINE = (51, 40, 32, 25, 20), 75
_RULES = ((100, 5), (108, 1))  # 文武线: top and height of the thick rule and the thin one
_FOOT_RULE = (360, 1)
_HEADLINE_TOP, _HEADLINE_ROOM = 131, 220
_HEADLINE_SIZES = (67, 59, 51, 43, 36, 31)
_OTHER_SIZE, _OTHER_LEADING, _OTHERS_GAP, _MOST_OTHERS = 22, 32, 12, 3
_FOOT_SIZE, _FOOT_TOP = 20, 373
_LEADING = 1.28


class ShareImagePress:
    """Draws share images in one typeface."""

    def __init__(self, face: Face) -> None:
        self._glyphs = Glyphs(face)

    def missing(self, words: ShareImageWords) -> str:
        """Return the characters of `words` that the typeface lacks, each once."""
        return self._glyphs.missing(words.text())

    def image(self, words: ShareImageWords) -> bytes:
        """Return the share image of `words` as the bytes of a PNG file of SIZE."""
        image, width = blank(SIZE), self._glyphs.width
        name = next((size for size in _NAME_SIZES if width(words.name, size) <= _ROOM), _NAME_SIZES[-1])
        self._lay(image, words.name, _NAME_BASELINE - name, name, colour=RED)
        for top, height in (*_RULES, _FOOT_RULE):
            image.paste(INKED, (_EDGE, top, SIZE[0] - _EDGE, top + height))
        others = words.others[:_MOST_OTHERS]
        taken = len(others) * _OTHER_LEADING + bool(others) * _OTHERS_GAP
        size, lines = self._headline(words.headline, _HEADLINE_ROOM - taken)
        for number, line in enumerate(lines):
            self._lay(image, line, round(_HEADLINE_TOP + number * size * _LEADING), size)
        for number, other in enumerate(others):
            top = _HEADLINE_TOP + _HEADLINE_ROOM - (len(others) - number) * _OTHER_LEADING
            self._lay(image, self._in_one_line(other), top, _OTHER_SIZE)
        self._lay(image, words.foot, _FOOT_TOP, _FOOT_SIZE)
        return png(image)

    def _headline(self, headline: tuple[str, ...], room: int) -> tuple[int, list[str]]:
        """Return the largest font size at which `headline` fits into `room`, and its lines; a longer one is cut with …….

        Both are in pixels.
        """
        size, lines = 0, [""]
        for size in _HEADLINE_SIZES:
            lines = lines_of(headline, _ROOM, partial(self._glyphs.width, size=size))
            if len(lines) * size * _LEADING <= room:
                return size, lines
        most = int(room / (size * _LEADING))
        return size, [*lines[: most - 1], f"{lines[most - 1][:-2]}……"]

    def _in_one_line(self, headline: str) -> str:
        """Return `headline` as one line that fits, cut with …… where it is longer."""
        first, *rest = lines_of((headline,), _ROOM, partial(self._glyphs.width, size=_OTHER_SIZE))
        return f"{first[:-2]}……" if rest else first

    def _lay(self, image: Image.Image, text: str, top: int, size: int, colour: int = INKED) -> None:
        self._glyphs.draw(image, text, (_EDGE, top), size, colour)
