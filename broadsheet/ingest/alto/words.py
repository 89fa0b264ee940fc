"""Words with their places, as recognition writes them → the marks of a page. Words are cut into glyphs of equal widths."""

import statistics
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from broadsheet.model.marks import Face, Frame, Glyph, PageMarks, Picture

_TEXT_SIZE = 9.0  # points, to which the page is scaled: a page in pixels says nothing of its size
_EM = 0.75  # of the height of a line of words; it reaches from the tops of letters to their feet
_PICTURE_LEAST = 40.0  # points
_HYPHENS = frozenset({"-", "\u00ad", "¬"})


class Word(NamedTuple):
    """A word, its place in the file's unit, and how sure the recognition was of it, from 0 to 1."""

    text: str
    frame: Frame
    sure: float


class Block(NamedTuple):
    """A block of text: its name in the file, and the words of its lines, none of which is empty."""

    name: str
    lines: tuple[tuple[Word, ...], ...]

    @property
    def size(self) -> float:
        """The size of its type, in the file's unit."""
        return _EM * statistics.median(max(word.frame.height for word in line) for line in self.lines)


def marks_of(
    blocks: Sequence[Block],
    size: tuple[float, float],
    pictures: Sequence[Frame] = (),
    articles: Mapping[str, str] | None = None,
) -> PageMarks:
    """Return the marks of a page of `size`, in the file's unit, on which `blocks` were recognised.

    `articles` holds the article of each block, by its name, where that is known.
    """
    found = [block for block in blocks if block.lines]
    words = [block.size for block in found for line in block.lines for _ in line]
    scale = _TEXT_SIZE / statistics.median(words)
    glyphs: list[Glyph] = []
    spans: list[tuple[int, int]] = []
    for block in found:
        for line in block.lines:
            start = len(glyphs)
            glyphs += _glyphs(line, block.size * scale, scale)
            spans.append((start, len(glyphs)))
    frames = (Frame(*(side * scale for side in picture)) for picture in pictures)
    return PageMarks(
        width=size[0] * scale,
        height=size[1] * scale,
        faces=(Face("", 400, "000000"),),
        glyphs=tuple(glyphs),
        pictures=tuple(
            Picture(frame) for frame in frames if min(frame.width, frame.height) >= _PICTURE_LEAST
        ),
        lines=tuple(spans),
        articles=tuple((articles or {}).get(block.name, "") for block in found for _ in block.lines),
        recognised=True,
    )


def _glyphs(line: Sequence[Word], size: float, scale: float) -> Iterator[Glyph]:
    """Yield the glyphs of a line, with a space between two words."""
    base = statistics.median(word.frame.bottom for word in line) * scale
    for n, word in enumerate(line):
        left, step = word.frame.left * scale, word.frame.width * scale / len(word.text)
        if n and word.text not in _HYPHENS:
            gap = line[n - 1].frame.right * scale
            yield Glyph(" ", Frame(gap, base - size, left, base), (gap, base), size)
        for at, char in enumerate(word.text):
            x = left + at * step
            yield Glyph(char, Frame(x, base - size, x + step, base), (x, base), size, sure=word.sure)
