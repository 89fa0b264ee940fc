"""Lines → segments: lines of one size that stand right below each other, such as a column of text or a headline."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

import msgspec

from broadsheet.ingest.layout.barriers import Barriers, across, down
from broadsheet.ingest.layout.lines import TextLine, around
from broadsheet.model.marks import Frame

_SAME_SIZE = 1.06
_FAR = 1.7  # times the usual distance of lines: a larger one ends a segment
_USUAL = 1.45  # em from line to line, where a page shows no other
_FACING = 0.5  # of the narrower of two lines
_INDENT_MOST = 2.5  # em by which the first line of a paragraph may begin further in than the next one
_DISPLAY = 1.2  # times the size of text


class Segment(msgspec.Struct, frozen=True, eq=False):
    """Lines of one size, from the top down; vertical ones from right to left."""

    lines: tuple[TextLine, ...]
    frame: Frame
    size: float

    @classmethod
    def of(cls, lines: Sequence[TextLine]) -> "Segment":
        """Return the segment of `lines`."""
        return cls(tuple(lines), around([line.frame for line in lines]), lines[0].size)

    @property
    def ink(self) -> int:
        """The number of inked characters."""
        return sum(line.ink for line in self.lines)

    @property
    def vertical(self) -> bool:
        """Whether its lines run downwards."""
        return self.lines[0].vertical


class Type(msgspec.Struct, frozen=True):
    """How the text of a page is set: its size, and the distance from line to line, in points; its face."""

    size: float
    leading: float
    face: int

    def is_display(self, size: float) -> bool:
        """Return whether type of `size` points is larger than text."""
        return size >= _DISPLAY * self.size


def text_type(lines: Sequence[TextLine]) -> Type:
    """Return how most of the page's characters are set."""
    sizes: Counter[float] = Counter()
    faces: Counter[int] = Counter()
    for line in lines:
        sizes[line.size] += line.ink
    size = sizes.most_common(1)[0][0]
    for line in lines:
        if line.size == size:
            faces[line.face] += line.ink
    own = sorted(
        (line for line in lines if line.size == size and not line.vertical), key=lambda one: one.frame.top
    )
    distances = Counter(round(b.frame.top - a.frame.top, 1) for a, b in _neighbours(own, 3 * size))
    leading = distances.most_common(1)[0][0] if distances else _USUAL * size
    return Type(size, leading, faces.most_common(1)[0][0])


def _neighbours(lines: Sequence[TextLine], reach: float) -> Iterator[tuple[TextLine, TextLine]]:
    """Yield each line with the nearest one below it, not further than `reach`; `lines` are sorted by their tops."""
    for n, line in enumerate(lines):
        for other in lines[n + 1 :]:
            if other.frame.top - line.frame.top > reach:
                break
            if other.frame.top >= line.frame.top + 0.5 * line.size and _face(line, other):
                yield line, other
                break


def _face(one: TextLine, other: TextLine) -> bool:
    narrow = min(one.frame.width, other.frame.width)
    return across(one.frame, other.frame) >= _FACING * narrow


def segments(lines: Sequence[TextLine], barriers: Barriers, body: Type) -> tuple[Segment, ...]:
    """Return the segments of the page."""
    level = sorted((line for line in lines if not line.vertical), key=lambda line: line.frame.top)
    above: dict[int, list[int]] = {}
    below: dict[int, list[int]] = {}
    for n, m in _pairs(level, body):
        below.setdefault(n, []).append(m)
        above.setdefault(m, []).append(n)
    follows = {
        n: ms[0]
        for n, ms in below.items()
        if len(ms) == 1 and len(above[ms[0]]) == 1 and _go_on(level[n], level[ms[0]], barriers)
    }
    starts = set(range(len(level))) - set(follows.values())
    found = [Segment.of([level[n] for n in _chain(start, follows)]) for start in sorted(starts)]
    joined = _joined(found, barriers, body)
    return (*joined, *_vertical([line for line in lines if line.vertical]))


def _joined(found: Sequence[Segment], barriers: Barriers, body: Type) -> list[Segment]:
    """Join segments of one column where a short line stands above an indented one, so that the two do not overlap."""
    rest = sorted(found, key=lambda one: one.frame.top)
    n = 0
    while n < len(rest):
        one = rest[n]
        near = [other for other in rest if other is not one and _is_right_below(one, other, body)]
        if (
            len(near) == 1
            and _one_column(one, near[0])
            and _go_on(one.lines[-1], near[0].lines[0], barriers, near=True)
        ):
            rest[n] = Segment.of((*one.lines, *near[0].lines))
            rest.remove(near[0])
            n = rest.index(next(s for s in rest if s.lines[0] is one.lines[0]))
        else:
            n += 1
    return rest


def _is_right_below(one: Segment, other: Segment, body: Type) -> bool:
    reach = _FAR * max(body.leading, body.leading * one.size / body.size)
    apart = other.lines[0].frame.top - one.lines[-1].frame.top
    left, right = sorted((one.frame, other.frame), key=lambda frame: frame.left)
    indented = right.left - left.left <= _INDENT_MOST * one.size and left.right <= right.left + 1
    under = across(one.frame, other.frame) > 0.3 * one.size
    return 0.5 * one.size <= apart <= reach and (under or indented)


def _one_column(one: Segment, other: Segment) -> bool:
    """Return whether the narrower segment stands within the column of the wider."""
    narrow, wide = sorted((one, other), key=lambda segment: segment.frame.width)
    slack = wide.size
    left = wide.frame.left - _INDENT_MOST * wide.size
    return narrow.frame.left >= left and narrow.frame.right <= wide.frame.right + slack


def _pairs(lines: Sequence[TextLine], body: Type) -> Iterator[tuple[int, int]]:
    """Yield each line with every line that stands right below it, by their numbers."""
    for n, line in enumerate(lines):
        reach = _FAR * max(body.leading, body.leading * line.size / body.size)
        nearest = None
        for m in range(n + 1, len(lines)):
            other = lines[m]
            apart = other.frame.top - line.frame.top
            if apart > reach or (nearest is not None and other.frame.top > nearest + 0.5 * line.size):
                break
            if (
                apart >= 0.5 * min(line.size, other.size)
                and across(line.frame, other.frame) > 0.3 * line.size
            ):
                nearest = other.frame.top if nearest is None else nearest
                yield n, m


def _go_on(one: TextLine, other: TextLine, barriers: Barriers, *, near: bool = False) -> bool:
    alike = max(one.size, other.size) <= _SAME_SIZE * min(one.size, other.size)
    return alike and (near or _face(one, other)) and not barriers.level_between(one.frame, other.frame)


def with_heads_apart(
    found: Sequence[Segment], body: Type, is_label: Callable[[str], bool]
) -> tuple[Segment, ...]:
    """Return the segments with what stands above text in one as segments of its own.

    That is each line that is a label, such as a byline, and lines in another face than text, such as a deck.
    """
    return tuple(part for one in found for part in _parted(one, body, is_label))


def _parted(one: Segment, body: Type, is_label: Callable[[str], bool]) -> Iterator[Segment]:
    labels = {line for line in one.lines if is_label(line.text)}
    text = next(
        (n for n, line in enumerate(one.lines) if line not in labels and line.face == body.face),
        len(one.lines),
    )
    for _, lines in groupby(one.lines[:text], key=lambda line: (line.face, line if line in labels else None)):
        yield Segment.of(list(lines))
    if one.lines[text:]:
        yield Segment.of(one.lines[text:])


def _chain(start: int, follows: dict[int, int]) -> Iterator[int]:
    at: int | None = start
    while at is not None:
        yield at
        at = follows.get(at)


def _vertical(lines: Sequence[TextLine]) -> Iterator[Segment]:
    """Yield segments of vertical lines: those of one size that stand close beside each other, from right to left."""
    rest = sorted(lines, key=lambda line: -line.frame.right)
    while rest:
        group = [rest.pop(0)]
        for line in list(rest):
            last = group[-1]
            gap = last.frame.left - line.frame.right
            whole = around([one.frame for one in group])
            if (
                abs(line.size - last.size) < 0.06 * last.size
                and -1 <= gap <= last.size
                and down(whole, line.frame) >= 0.5 * min(whole.height, line.frame.height)
            ):
                group.append(line)
                rest.remove(line)
        yield Segment.of(group)
