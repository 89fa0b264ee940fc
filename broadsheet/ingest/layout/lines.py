"""Glyphs → lines of text, each with its frame, size and face."""

import statistics
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, product

import msgspec

from broadsheet.ingest.layout.glyph_runs import is_narrow, level_runs, turned_level, vertical_runs
from broadsheet.model.marks import Frame, Glyph, LeftOut, PageMarks
from broadsheet.model.source import is_ink

_TWICE = 0.3  # em between two glyphs that are one, drawn twice for a bolder look
_OVER = (
    0.5  # of the narrower side of a glyph, within which its double stands; “ll” and “11” stand further apart
)
_CELL = 8.0  # points; glyphs are looked up by the cell of a grid in which they stand
_WORD_GAP = 0.2  # em between words where the file has no space
_TIGHT_GAP = 0.1  # em between words of a line whose letters touch
_TOUCH = 0.05  # em between such letters


class TextLine(msgspec.Struct, frozen=True, eq=False):
    """A line of text: its glyphs from first to last, the frame around them, their size and face (those of most).

    `vertical` says that the glyphs stand one below the other, or that the line is turned a quarter.
    """

    glyphs: tuple[Glyph, ...]
    text: str
    frame: Frame
    size: float
    face: int
    vertical: bool

    @property
    def ink(self) -> int:
        """The number of inked characters."""
        return sum(is_ink(glyph.char) for glyph in self.glyphs)

    @property
    def start(self) -> float:
        """Where the line begins: its left edge, or the top of a vertical one."""
        return self.frame.top if self.vertical else self.frame.left

    @property
    def end(self) -> float:
        """Where the line ends: its right edge, or the bottom of a vertical one."""
        return self.frame.bottom if self.vertical else self.frame.right

    @property
    def length(self) -> float:
        """How long the line is."""
        return self.end - self.start


def without_doubles(glyphs: Sequence[Glyph]) -> tuple[tuple[Glyph, ...], tuple[LeftOut, ...]]:
    """Return `glyphs` without those that are drawn a second time in nearly the same place, and these."""
    kept: list[Glyph] = []
    twice: list[str] = []
    near: dict[tuple[str, int, int], list[Glyph]] = {}
    for before, glyph in zip((None, *glyphs), glyphs, strict=False):
        x, y = glyph.base
        reach = min(_TWICE * glyph.size, _OVER * min(glyph.frame.width, glyph.frame.height))
        cells = product((glyph.char,), _cells(x, reach), _cells(y, reach))
        ligature = before is not None and before.frame == glyph.frame
        is_double = (
            is_ink(glyph.char)
            and not ligature
            and any(
                abs(other.base[0] - x) <= reach
                and abs(other.base[1] - y) <= reach
                and abs(other.size - glyph.size) < 1
                for cell in cells
                for other in near.get(cell, ())
            )
        )
        if is_double:
            twice.append(glyph.char)
        else:
            kept.append(glyph)
            near.setdefault((glyph.char, int(x // _CELL), int(y // _CELL)), []).append(glyph)
    left_out = (LeftOut("drawn twice", len(twice), "".join(twice)[:40]),) if twice else ()
    return tuple(kept), left_out


def _cells(at: float, reach: float) -> range:
    """Return the cells of a grid that places within `reach` of one lie in."""
    return range(int((at - reach) // _CELL), int((at + reach) // _CELL) + 1)


def text_lines(marks: PageMarks) -> tuple[TextLine, ...]:
    """Return the lines of the page, in no order: those that its file says, or those that its glyphs make."""
    if marks.lines:
        return tuple(_line(marks.glyphs[start:end], vertical=False) for start, end in marks.lines)
    upright = list(vertical_runs(marks.glyphs))
    taken = {nth for run in upright for nth in run}
    lines = [_line([marks.glyphs[nth] for nth in run], vertical=True) for run in upright]
    for turned in range(4):
        placed = (
            turned_level(marks, nth)
            for nth, glyph in enumerate(marks.glyphs)
            if glyph.turned == turned and nth not in taken
        )
        lines += [_line([one.glyph for one in run], vertical=bool(turned % 2)) for run in level_runs(placed)]
    return tuple(lines)


def _line(glyphs: Sequence[Glyph], *, vertical: bool) -> TextLine:
    frames = [glyph.frame for glyph in glyphs if is_ink(glyph.char)]
    sizes = Counter(round(glyph.size, 1) for glyph in glyphs)
    faces = Counter(glyph.face for glyph in glyphs if is_ink(glyph.char))
    return TextLine(
        glyphs=tuple(glyphs),
        text="".join(spaced(glyphs)),
        frame=around(frames),
        size=sizes.most_common(1)[0][0],
        face=faces.most_common(1)[0][0],
        vertical=vertical,
    )


def around(frames: Sequence[Frame]) -> Frame:
    """Return the smallest frame around `frames`."""
    return Frame(
        min(frame.left for frame in frames),
        min(frame.top for frame in frames),
        max(frame.right for frame in frames),
        max(frame.bottom for frame in frames),
    )


def spaced(glyphs: Sequence[Glyph]) -> Iterator[str]:
    """Yield the characters, with a space where the file has one, or where a gap parts two words of letters or figures."""
    least = _word_gap(glyphs)
    yield glyphs[0].char
    for one, other in pairwise(glyphs):
        if not is_ink(other.char):
            yield " "
            continue
        if _are_letters(one, other) and _gap(one, other) > least:
            yield " "
        yield other.char


def _word_gap(glyphs: Sequence[Glyph]) -> float:
    """Return how many em words of a line are apart at least: less where the letters of its words touch."""
    gaps = [_gap(one, other) for one, other in pairwise(glyphs) if _are_letters(one, other)]
    return _TIGHT_GAP if gaps and statistics.median(gaps) < _TOUCH else _WORD_GAP


def _are_letters(one: Glyph, other: Glyph) -> bool:
    return all(is_ink(glyph.char) and is_narrow(glyph.char) for glyph in (one, other))


def _gap(one: Glyph, other: Glyph) -> float:
    """Return the gap between two glyphs, in em."""
    return max(other.frame.left - one.frame.right, other.frame.top - one.frame.bottom) / one.size
