"""Which glyphs follow each other in a line of text: across, downwards one below the other, or turned."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from broadsheet.model.marks import Glyph, PageMarks
from broadsheet.model.source import is_ink

_SAME_BASE = 0.2  # em that glyphs of one line may stand higher or lower
_SAME_SIZE = 1.25
_CLOSE = 0.6  # em between glyphs of one line
_CLOSE_IN_FILE = 0.9  # em, where the file has them in a row
_WORDS = 2.2  # em between words in a row, where the file has no spaces and the line is driven out
_SPACED = 8.0  # em, where a space stands between them in the file, as in a line that is driven out
_LETTERSPACED = 3.2  # em between letterspaced glyphs
_SAME_PITCH = 0.12  # em by which their distances may differ
_DOWN = (0.85, 2.2)  # em from one glyph to the next one below it in a vertical line
_BESIDE = 0.2  # em that the one below may stand to the side
_VERTICAL_LEAST = 3  # glyphs; fewer may end a paragraph
_BESIDE_MOST = 2.5  # em from a vertical line to the next one
_INDENT_MOST = 2.5  # em by which the first line of a paragraph may begin lower
_FULL_WIDTH = "\u2e80"  # from here on characters have no spaces between words


class Placed(NamedTuple):
    """A glyph in a page that is turned so that its line runs from left to right: `start`, `end` and `base` in points.

    `nth` is its number in the file.
    """

    nth: int
    start: float
    end: float
    base: float
    glyph: Glyph


def vertical_runs(glyphs: Sequence[Glyph]) -> Iterator[list[int]]:
    """Yield the numbers of glyphs that stand upright one below the other, as the file has them in a row."""
    last: list[int] = []
    for run in _downward(glyphs):
        if len(run) >= _VERTICAL_LEAST or (last and _ends_text(glyphs[last[0]], glyphs[run[0]])):
            yield run
            last = run
        else:
            last = []


def _downward(glyphs: Sequence[Glyph]) -> Iterator[list[int]]:
    """Yield the numbers of inked glyphs in a row each of which stands below the one before it."""
    run: list[int] = []
    for nth, glyph in enumerate(glyphs):
        if not is_ink(glyph.char):
            continue
        if run and not _is_below(glyphs[run[-1]], glyph):
            yield run
            run = []
        run.append(nth)
    if run:
        yield run


def _ends_text(first: Glyph, one: Glyph) -> bool:
    """Return whether a glyph begins a vertical line right beside the one that begins with `first`: the last of a paragraph."""
    aside = (first.base[0] - one.base[0]) / first.size
    higher = (first.base[1] - one.base[1]) / first.size
    alike = abs(first.size - one.size) < _SAME_PITCH * first.size and not one.turned
    return alike and 0.9 <= aside <= _BESIDE_MOST and -0.5 <= higher <= _INDENT_MOST


def _is_below(one: Glyph, other: Glyph) -> bool:
    if one.turned or other.turned or max(one.size, other.size) > _SAME_SIZE * min(one.size, other.size):
        return False
    middle = (other.frame.left + other.frame.right - one.frame.left - one.frame.right) / 2
    down = (other.base[1] - one.base[1]) / one.size
    return abs(middle) <= _BESIDE * one.size and _DOWN[0] <= down <= _DOWN[1]


def turned_level(marks: PageMarks, nth: int) -> Placed:
    """Return glyph `nth` of the page after turning its line level."""
    glyph = marks.glyphs[nth]
    left, top, right, bottom = glyph.frame
    x, y = glyph.base
    match glyph.turned:
        case 0:
            return Placed(nth, left, right, y, glyph)
        case 1:
            return Placed(nth, top, bottom, marks.width - x, glyph)
        case 2:
            return Placed(nth, marks.width - right, marks.width - left, marks.height - y, glyph)
        case _:
            return Placed(nth, marks.height - bottom, marks.height - top, x, glyph)


def level_runs(placed: Iterable[Placed]) -> Iterator[list[Placed]]:
    """Yield the glyphs of each line, from left to right; spaces among them."""
    for row in _rows(placed):
        row.sort(key=lambda one: (one.start, one.nth))
        yield from _cut(row)


def _rows(placed: Iterable[Placed]) -> list[list[Placed]]:
    """Gather glyphs on one baseline."""
    rows: list[list[Placed]] = []
    open_rows: list[list[Placed]] = []
    for one in sorted(placed, key=lambda one: (one.base, one.nth)):
        open_rows = [row for row in open_rows if one.base - row[0].base <= _SAME_BASE * 4 * row[0].glyph.size]
        row = next((row for row in open_rows if _fits(row[0], one)), None)
        if row is None:
            row = []
            rows.append(row)
            open_rows.append(row)
        row.append(one)
    return rows


def _fits(first: Placed, one: Placed) -> bool:
    small, large = sorted((first.glyph.size, one.glyph.size))
    return one.base - first.base <= _SAME_BASE * small and large <= _SAME_SIZE * small


def _cut(row: Sequence[Placed]) -> Iterator[list[Placed]]:
    """Cut a row where the gap between two glyphs parts columns or cells."""
    inked = [one for one in row if is_ink(one.glyph.char)]
    spaces = [one for one in row if not is_ink(one.glyph.char)]
    pitches = [other.start - one.start for one, other in pairwise(inked)]
    line: list[Placed] = inked[:1]
    for n, (one, other) in enumerate(pairwise(inked)):
        between = [space for space in spaces if one.start < space.start < other.start]
        if not _goes_on(
            one, other, between, [pitches[n], *pitches[max(0, n - 1) : n], *pitches[n + 1 : n + 2]]
        ):
            yield line
            line = []
        else:
            line += between[:1]
        line.append(other)
    if line:
        yield line


def _goes_on(one: Placed, other: Placed, spaces: Sequence[Placed], pitches: Sequence[float]) -> bool:
    """Return whether two neighbours on a baseline stand in one line; `pitches` are their distance and those beside it."""
    em = min(one.glyph.size, other.glyph.size)
    gap = (other.start - one.end) / em
    in_file = other.nth - one.nth == 1 + len(spaces)
    if gap <= _reach(one.glyph, other.glyph, in_file=in_file, spaced=bool(spaces)):
        return True
    alike = one.glyph.face == other.glyph.face and abs(one.glyph.size - other.glyph.size) < _SAME_PITCH * em
    even = any(abs(pitches[0] - pitch) <= _SAME_PITCH * em for pitch in pitches[1:])
    return in_file and alike and even and gap <= _LETTERSPACED


def _reach(one: Glyph, other: Glyph, *, in_file: bool, spaced: bool) -> float:
    """Return how many em two neighbours of one line are apart at most."""
    if not in_file:
        return _CLOSE
    if spaced:
        return _SPACED
    return _WORDS if is_narrow(one.char) and is_narrow(other.char) else _CLOSE_IN_FILE


def is_narrow(char: str) -> bool:
    """Return whether a character is a letter or figure of a script that sets words apart."""
    return char < _FULL_WIDTH
