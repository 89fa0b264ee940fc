"""In which order the segments of a story are read: column by column, and band by band where something spans columns."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import TypeVar

from broadsheet.ingest.layout.barriers import across, down
from broadsheet.ingest.layout.lines import around
from broadsheet.model.marks import Frame

T = TypeVar("T")
_SAME_COLUMN = 0.5  # of the narrower of two frames
_SAME_LEVEL = 0.8  # of the lower of two frames


def in_order(
    found: Sequence[T], frame_of: Callable[[T], Frame], spanning: Sequence[Frame] = ()
) -> tuple[T, ...]:
    """Return `found` in reading order.

    What stands above frames of `spanning` that reach over all of its columns, one or some side by side, is read before
    what stands below them.
    """
    frames = [frame_of(one) for one in found]
    if not frames:
        return ()
    cuts = sorted(
        (bar.top + bar.bottom) / 2 for bar in _bars(spanning) if all(_share(bar, frame) for frame in frames)
    )
    bands: dict[int, list[T]] = {}
    for one in found:
        middle = (frame_of(one).top + frame_of(one).bottom) / 2
        bands.setdefault(sum(cut < middle for cut in cuts), []).append(one)
    return tuple(one for _, band in sorted(bands.items()) for one in _by_column(band, frame_of))


def _bars(frames: Sequence[Frame]) -> list[Frame]:
    """Join the frames that stand side by side."""
    bars: list[Frame] = []
    for frame in sorted(frames, key=lambda one: one.left):
        beside = next(
            (bar for bar in bars if down(bar, frame) >= _SAME_LEVEL * min(bar.height, frame.height)), None
        )
        if beside is None:
            bars.append(frame)
        else:
            bars[bars.index(beside)] = around([beside, frame])
    return bars


def _by_column(found: Iterable[T], frame_of: Callable[[T], Frame]) -> Iterable[T]:
    columns: list[list[T]] = []
    for one in sorted(found, key=lambda one: frame_of(one).left):
        column = next((c for c in columns if any(_share(frame_of(o), frame_of(one)) for o in c)), None)
        if column is None:
            columns.append([one])
        else:
            column.append(one)
    for column in columns:
        yield from sorted(column, key=lambda one: frame_of(one).top)


def _share(one: Frame, other: Frame) -> bool:
    return across(one, other) >= _SAME_COLUMN * min(one.width, other.width)


def stories_in_order(
    found: Sequence[T], frame_of: Callable[[T], Frame], is_vertical: Callable[[T], bool]
) -> tuple[T, ...]:
    """Return the stories of a page in print order: by rows from the top.

    A row is read from left to right, or from right to left where all of it is vertical. The page is cut where a level line
    crosses no story, then where an upright one does, and so on.
    """
    if len(found) < 2:
        return tuple(found)
    leftward = all(map(is_vertical, found))
    for axis in (1, 0):
        parts = _cut(found, frame_of, axis)
        if len(parts) > 1:
            ordered = parts[::-1] if leftward and not axis else parts
            return tuple(one for part in ordered for one in stories_in_order(part, frame_of, is_vertical))
    side = -1 if leftward else 1
    return tuple(sorted(found, key=lambda one: frame_of(one).top + side * frame_of(one).left / 8))


def _cut(found: Sequence[T], frame_of: Callable[[T], Frame], axis: int) -> list[list[T]]:
    ordered = sorted(found, key=lambda one: frame_of(one)[axis])
    parts = [[ordered[0]]]
    reach = frame_of(ordered[0])[axis + 2]
    for _, other in pairwise(ordered):
        if frame_of(other)[axis] >= reach - 3:
            parts.append([])
        parts[-1].append(other)
        reach = max(reach, frame_of(other)[axis + 2])
    return parts
