"""Display segments → stacks: the lines of one story's kicker, headline and deck, which stand close together."""

from collections.abc import Sequence

import msgspec

from broadsheet.ingest.layout.barriers import Barriers, across, down
from broadsheet.ingest.layout.lines import around
from broadsheet.ingest.layout.segments import Segment
from broadsheet.model.marks import Frame

_CLOSE = 1.2  # times the larger size
_BESIDE = 1.5  # em between a vertical headline and its deck


class Stack(msgspec.Struct, frozen=True, eq=False):
    """Display segments of one story, from the top down; vertical ones from right to left."""

    segments: tuple[Segment, ...]
    frame: Frame

    @property
    def size(self) -> float:
        """The size of its largest type."""
        return max(one.size for one in self.segments)


def stacks(displays: Sequence[Segment], barriers: Barriers) -> tuple[Stack, ...]:
    """Return the stacks of the page."""
    groups: list[list[Segment]] = []
    for one in sorted(displays, key=lambda one: (one.frame.top, -one.frame.right)):
        near = [group for group in groups if any(_belong(other, one, barriers) for other in group)]
        merged = [one, *(segment for group in near for segment in group)]
        groups = [group for group in groups if group not in near] + [merged]
    return tuple(_stack(group) for group in groups)


def _stack(group: Sequence[Segment]) -> Stack:
    ordered = sorted(
        group, key=lambda one: (-one.frame.right if one.vertical else 0.0, one.frame.top, one.frame.left)
    )
    return Stack(tuple(ordered), around([one.frame for one in group]))


def _belong(one: Segment, other: Segment, barriers: Barriers) -> bool:
    large = max(one.size, other.size)
    gap = -down(one.frame, other.frame)
    if barriers.part(one.frame, other.frame):
        return False
    if one.vertical or other.vertical:
        side = -across(one.frame, other.frame)
        return (
            one.vertical == other.vertical and -1 <= side <= _BESIDE * min(one.size, other.size) and gap < 0
        )
    return -0.5 * large <= gap <= _CLOSE * large and across(one.frame, other.frame) > 0
