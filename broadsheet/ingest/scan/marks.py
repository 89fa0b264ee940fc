"""Recognised lines → the marks of a page, in points, as if its text were set in the size that text usually has."""

import statistics
from collections.abc import Iterator, Sequence
from itertools import pairwise

from broadsheet.ingest.scan.recognise import ReadLine
from broadsheet.model.marks import Face, Frame, Glyph, PageMarks

_TEXT_SIZE = 9.0  # points, to which the page is scaled: a picture says nothing reliable of its size
_EM = 0.8  # of the height of a line as it is recognised
_FULL_WIDTH = "\u2e80"  # from here on characters are as wide as high
_PITCHES = 2  # that show how large such characters are


def marks_of(lines: Sequence[ReadLine], size: tuple[int, int], rules: Sequence[Frame]) -> PageMarks:
    """Return the marks of a page of which `lines` and `rules` were found in a picture of `size` pixels."""
    ems = [_em(line) for line in lines]
    usual = statistics.median(
        [em for em, line in zip(ems, lines, strict=True) for _ in line.letters] or [9.0]
    )
    scale = _TEXT_SIZE / usual
    glyphs: list[Glyph] = []
    spans: list[tuple[int, int]] = []
    for line, em in zip(lines, ems, strict=True):
        start = len(glyphs)
        glyphs += _glyphs(line, em, scale)
        spans.append((start, len(glyphs)))
    return PageMarks(
        width=size[0] * scale,
        height=size[1] * scale,
        faces=(Face("", 400, "000000"),),
        glyphs=tuple(glyphs),
        rules=tuple(Frame(*(side * scale for side in rule)) for rule in rules),
        lines=tuple(spans),
        recognised=True,
    )


def _em(line: ReadLine) -> float:
    """Return the size of a line's type in pixels: as far as full-width characters are apart, or else by its height."""
    high = _EM * line.frame.height
    wide = [
        other.frame.left - one.frame.left
        for one, other in pairwise(line.letters)
        if min(one.char, other.char) >= _FULL_WIDTH
    ]
    return min(high * 1.15, max(high * 0.85, statistics.median(wide))) if len(wide) >= _PITCHES else high


def _glyphs(line: ReadLine, em: float, scale: float) -> Iterator[Glyph]:
    """Yield the glyphs of a line; those of a word touch, since recognition finds their middles and no more."""
    middle = (line.frame.top + line.frame.bottom) / 2
    top, bottom = (middle - em / 2) * scale, (middle + em / 2) * scale
    for letter, after in zip(line.letters, (*line.letters[1:], None), strict=True):
        left, right = letter.frame.left * scale, letter.frame.right * scale
        if after and after.char.strip() and letter.char.strip():
            right = max(right, after.frame.left * scale)
        yield Glyph(
            letter.char, Frame(left, top, right, bottom), (left, bottom), em * scale, sure=letter.sure
        )
