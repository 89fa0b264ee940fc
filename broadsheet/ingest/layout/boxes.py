"""Boxes: what rules enclose on all four sides."""

from collections.abc import Iterator

from broadsheet.ingest.layout.barriers import Barriers, across, down
from broadsheet.model.marks import Frame

_CORNER = 2.0  # points by which the ends of rules may miss each other in the corner of a frame


def frames_of(barriers: Barriers) -> Iterator[Frame]:
    """Yield the frames that two level and two upright rules make."""
    for top in barriers.level:
        for bottom in barriers.level:
            alike = abs(top.left - bottom.left) + abs(top.right - bottom.right) <= _CORNER
            frame = Frame(top.left, top.top, top.right, bottom.bottom)
            if alike and frame.height > 0 and _has_sides(frame, barriers):
                yield frame


def _has_sides(frame: Frame, barriers: Barriers) -> bool:
    reaching = [
        rule
        for rule in barriers.upright
        if rule.top <= frame.top + _CORNER and rule.bottom >= frame.bottom - _CORNER
    ]
    return all(any(abs(rule.left - x) <= _CORNER for rule in reaching) for x in (frame.left, frame.right))


def holds(box: Frame, one: Frame) -> bool:
    """Return whether a frame stands inside a box, or is one of its sides."""
    return across(box, one) >= one.width - _CORNER and down(box, one) >= one.height - _CORNER
