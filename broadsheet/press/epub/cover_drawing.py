"""The cover of an EPUB, drawn from the front page: the masthead, the lead with its headline stack, other headlines."""

from collections.abc import Iterable
from functools import partial

import msgspec
from PIL import Image

from broadsheet.press.share_images.face import Face
from broadsheet.press.share_images.glyphs import INKED, RED, Glyphs, blank, png
from broadsheet.press.share_images.lines import lines_of

SIZE = (1200, 1600)
"""Width and height in pixels."""

_EDGE = 84
_ROOM = SIZE[0] - 2 * _EDGE
_BOTTOM = SIZE[1] - _EDGE
_NAME_SIZES = (232, 200, 168, 140, 116, 96, 80, 64)
_LEAD_SIZES = (116, 104, 92, 80, 70, 60)
_LEAD_ROOM = 420
_SMALL, _LIST = 36, 44
_LEADING, _NAME_LEADING = 1.34, 1.1
_NUMBER_ROOM = 96  # the column of page numbers beside the headlines


class CoverWords(msgspec.Struct, frozen=True):
    """What stands on a cover.

    `dates` are the date and the edition's number in one line; `kicker`, `headline` (its lines) and `deck` are those of the
    first article; `others` are further headlines, each with the number of its page, or "" below one of the same page.
    """

    name: str
    dates: str
    kicker: str
    headline: tuple[str, ...]
    deck: tuple[str, ...]
    others: tuple[tuple[str, str], ...]

    def text(self) -> str:
        """Return all characters of the cover."""
        others = (part for pair in self.others for part in pair)
        return "".join((self.name, self.dates, self.kicker, *self.headline, *self.deck, *others))


class CoverPress:
    """Draws covers in one typeface."""

    def __init__(self, face: Face) -> None:
        self._glyphs = Glyphs(face)

    def missing(self, words: CoverWords) -> str:
        """Return the characters of `words` that the typeface lacks, each once."""
        return self._glyphs.missing(words.text())

    def image(self, words: CoverWords) -> bytes:
        """Return the cover of `words` as the bytes of a PNG file of SIZE."""
        return _Cover(self._glyphs).of(words)


class _Cover:
    """One cover being drawn from the top down; `top` is the top of what comes next, in pixels."""

    def __init__(self, glyphs: Glyphs) -> None:
        self.glyphs = glyphs
        self.image: Image.Image = blank(SIZE)
        self.top = _EDGE

    def of(self, words: CoverWords) -> bytes:
        name = self.fitting(_NAME_SIZES, words.name)
        self.glyphs.draw(self.image, words.name, (_EDGE, self.top), name, RED)
        self.top += round(name * _NAME_LEADING)
        self.rule(24, 9)
        self.rule(7, 3)
        self.top += 14
        self.lines([words.dates], _SMALL)
        self.rule(10, 1)
        self.top += 44
        self.set((words.kicker,) if words.kicker else (), _SMALL)
        self.lead(words.headline)
        self.set(words.deck, _SMALL)
        self.top += 18
        for number, headline in words.others:
            if not self.other(number, headline):
                break
        return png(self.image)

    def lead(self, headline: tuple[str, ...]) -> None:
        size, lines = _LEAD_SIZES[-1], [""]
        for size in _LEAD_SIZES:
            lines = self.broken(headline, size)
            if len(lines) * size * _LEADING <= _LEAD_ROOM:
                break
        self.top += 10
        self.lines(lines, size)
        self.top += 10

    def other(self, number: str, headline: str) -> bool:
        """Draw a further headline below a rule, and return whether there was room for it."""
        lines = self.broken((headline,), _LIST, _ROOM - _NUMBER_ROOM)
        if self.top + 28 + len(lines) * _LIST * _LEADING > _BOTTOM:
            return False
        self.rule(14, 1)
        self.top += 13
        self.glyphs.draw(self.image, number, (_EDGE, self.top), _LIST, RED)
        self.lines(lines, _LIST, left=_EDGE + _NUMBER_ROOM)
        return True

    def set(self, texts: Iterable[str], size: int) -> None:
        for text in texts:
            self.lines(self.broken((text,), size), size)

    def lines(self, lines: Iterable[str], size: int, *, left: int = _EDGE) -> None:
        for line in lines:
            self.glyphs.draw(self.image, line, (left, self.top), size, INKED)
            self.top += round(size * _LEADING)

    def rule(self, above: int, height: int) -> None:
        self.top += above
        self.image.paste(INKED, (_EDGE, self.top, SIZE[0] - _EDGE, self.top + height))
        self.top += height

    def broken(self, lines: tuple[str, ...], size: int, room: int = _ROOM) -> list[str]:
        return lines_of(lines, room, partial(self.glyphs.width, size=size))

    def fitting(self, sizes: tuple[int, ...], text: str) -> int:
        return next((size for size in sizes if self.glyphs.width(text, size) <= _ROOM), sizes[-1])
