"""What stands between two segments of a page, and around them."""

from collections.abc import Sequence

from broadsheet.ingest.layout.barriers import across, down, overlap
from broadsheet.ingest.layout.boxes import holds
from broadsheet.ingest.layout.growth.evidence import Page
from broadsheet.ingest.layout.segments import Segment
from broadsheet.ingest.layout.stacks import Stack
from broadsheet.model.marks import Frame

FACING = 0.3
"""Part of the narrower of two frames that faces the other, at least."""

_BESIDE = 3.5  # em from a box to the text that runs past it


def is_over(one: Frame, other: Frame) -> bool:
    """Return whether two frames have enough of their width in common for one to go on below the other."""
    return across(one, other) >= FACING * min(one.width, other.width)


def insets(one: Frame, other: Frame, page: Page) -> tuple[Frame, ...]:
    """Return the boxes between two frames, one above the other, that are set into text: it may go on below them.

    Text in the column beside such a box runs past it, from above it to below it.
    """
    upper, lower = sorted((one, other), key=lambda frame: frame.top)
    left, right = max(upper.left, lower.left), min(upper.right, lower.right)
    return tuple(
        box
        for box in page.boxes
        if box.top >= upper.bottom - 3
        and box.bottom <= lower.top + 3
        and overlap((left, right), (box.left, box.right)) > 0
        and any(_runs_past(text.frame, box, page) for text in page.texts)
    )


def _runs_past(text: Frame, box: Frame, page: Page) -> bool:
    beside = 0 < -across(text, box) <= _BESIDE * page.body.size
    leading = page.body.leading
    return beside and text.top < box.top - leading and text.bottom > box.bottom + leading


def is_free(page: Page, one: Frame, other: Frame) -> bool:
    """Return whether no rule, text or headline stands between two frames, one above the other, but for boxes set in."""
    boxes = insets(one, other, page)
    barriers = page.barriers.without(
        [rule for rule in _rules(page) if any(holds(box, rule) for box in boxes)]
    )
    if barriers.part(one, other):
        return False
    upper, lower = sorted((one, other), key=lambda frame: frame.top)
    left, right = max(upper.left, lower.left), min(upper.right, lower.right)
    between = (*(t.frame for t in page.texts if t not in page.labels), *(s.frame for s in page.stacks))
    return not any(
        not any(holds(box, frame) for box in boxes)
        and frame.top >= upper.bottom - 3
        and frame.bottom <= lower.top + 3
        and overlap((left, right), (frame.left, frame.right)) > 2
        for frame in between
    )


def blank_lines(upper: Frame, lower: Frame, page: Page) -> float:
    """Return how many lines of text would have room between two frames, beside what pictures fill."""
    gap = Frame(lower.left, upper.bottom, lower.right, lower.top)
    filled = sum(
        max(down(one, gap), 0.0)
        for one in (*page.pictures, *insets(upper, lower, page))
        if across(one, gap) > 0
    )
    return max(0.0, gap.height - filled) / page.body.leading


def is_crossed(frame: Frame, page: Page, stacks: Sequence[Stack]) -> bool:
    """Return whether a rule, text that is no byline, or one of `stacks` stands in a frame."""
    texts = (text.frame for text in page.texts if text not in page.labels)
    return any(across(frame, one) >= 0 and down(frame, one) >= 0 for one in _rules(page)) or any(
        across(frame, one) > 0 and down(frame, one) > 1.5
        for one in (*texts, *(stack.frame for stack in stacks))
    )


def _rules(page: Page) -> tuple[Frame, ...]:
    return (*page.barriers.level, *page.barriers.upright)


def in_column(text: Segment, page: Page) -> Frame:
    """Return the frame of a text as wide as its column."""
    column = page.flows[text].column
    return text.frame._replace(left=column.left, right=column.right)


def with_pictures_above(text: Segment, page: Page) -> Frame:
    """Return the frame of a text with the pictures, or the vertical headline, that stand right above it."""
    vertical = [stack.frame for stack in page.stacks if stack.segments[0].vertical]
    tops = [
        frame.top
        for frame in (*page.pictures, *vertical)
        if 0 <= text.frame.top - frame.bottom <= 2 * page.body.leading
        and across(frame, in_column(text, page)) > 0
    ]
    return text.frame._replace(top=min(tops, default=text.frame.top))
