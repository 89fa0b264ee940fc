"""The evidence that text goes on in the column beside it."""

from collections.abc import Iterator, Mapping

from broadsheet.ingest.layout.barriers import across, down
from broadsheet.ingest.layout.growth.evidence import Evidence, Page
from broadsheet.ingest.layout.growth.going_on import going_on
from broadsheet.ingest.layout.growth.room import (
    blank_lines,
    in_column,
    is_crossed,
    is_free,
    is_over,
    with_pictures_above,
)
from broadsheet.ingest.layout.segments import Segment
from broadsheet.model.marks import Frame

_GAP = 3.5  # em between columns of one story
_HEADED = 8.0  # lines that are blank above text, beside which text begins in another column; a headline adds its own height
_LEVEL = 1.0  # what the column beside costs that begins level
_BESIDE_HEAD = 1.5  # the same, beside the headline
_LOWER = 2.0
_HIGHER = 3.0
_UNFILLED = 1.0  # the same, in the next column though its own is not filled
_UNFILLED_LINES = 3.0  # that are blank
_ENDS = 1.0  # what it costs at least to believe that text goes on behind the end of a sentence
_IN_COLUMN = 2.5  # lines that may be blank in a column, as above a table


def beside_texts(page: Page) -> Iterator[Evidence]:
    """Yield that text goes on in the column to its right, which may begin beside the headline of both."""
    raised = {text: with_pictures_above(text, page) for text in page.texts}
    heads = _column_heads(page, raised)
    for n, one in enumerate(page.texts):
        for m, other in enumerate(page.texts):
            gap = page.flows[other].column.left - page.flows[one].column.right
            near = -0.5 * page.body.size <= gap <= _GAP * page.body.size
            left, right = raised[one]._replace(top=raised[heads[one]].top), raised[other]
            if page.labels & {one, other} or n == m or not near or _are_below_tables(one, other, heads, page):
                continue
            whole = _below_blank(left, right, page)
            if down(whole, right) <= 0 or page.barriers.part(left if down(left, right) > 0 else whole, right):
                continue
            level = any(
                abs(top - right.top) <= 0.6 * page.body.leading for top in (left.top, raised[one].top)
            )
            headed = whole.top == right.top
            cost = (
                _LEVEL if level else _BESIDE_HEAD if headed else _LOWER if right.top > left.top else _HIGHER
            )
            flow = going_on(one, other, page)
            cost += _UNFILLED * (flow >= _ENDS and _is_unfilled(one, other, page))
            yield Evidence(cost + flow, n, m)


def _is_unfilled(one: Segment, other: Segment, page: Page) -> bool:
    """Return whether the column of a text is blank below it, where the text beside it goes on, as at the end of a story."""
    column = in_column(one, page)
    bottom = min(column.bottom + _UNFILLED_LINES * page.body.leading, other.frame.bottom)
    below = column._replace(top=column.bottom + 1, bottom=bottom)
    return (
        below.height >= (_UNFILLED_LINES - 1) * page.body.leading
        and not is_crossed(below, page, page.stacks)
        and not any(across(below, picture) > 0 and down(below, picture) > 0 for picture in page.pictures)
    )


def _column_heads(page: Page, raised: Mapping[Segment, Frame]) -> dict[Segment, Segment]:
    """Return what stands at the head of the column of each text: the text, or what a table close above or below joins to it."""
    heads: dict[Segment, Segment] = {}
    for text in sorted(page.texts, key=lambda one: one.frame.top):
        above = [
            heads[one]
            for one in heads
            if page.rows & {one, text}
            and one.frame.bottom <= text.frame.top + 3
            and is_over(one.frame, text.frame)
            and blank_lines(one.frame, text.frame, page) <= _IN_COLUMN
            and is_free(page, one.frame, text.frame)
        ]
        heads[text] = min(above, key=lambda head: raised[head].top, default=text)
    return heads


def _are_below_tables(one: Segment, other: Segment, heads: Mapping[Segment, Segment], page: Page) -> bool:
    """Return whether two tables head the columns of two texts: each goes with its table, and not on in the other column."""
    apart = heads[one] is not heads[other] and page.rows >= {heads[one], heads[other]}
    return apart and not page.rows >= {one, other}


def _below_blank(text: Frame, beside: Frame, page: Page) -> Frame:
    """Return the frame of a text with what is blank above it, up to the top of a text beside it; a headline may stand there."""
    above = Frame(text.left, beside.top, text.right, text.top - 2)
    heads = [
        down(stack.frame, above)
        for stack in page.stacks
        if stack.frame.left < text.right and down(stack.frame, above) > 0
    ]
    blank = 0 < above.height <= _HEADED * page.body.leading + max(heads, default=0.0)
    return text._replace(top=above.top) if heads and blank and not is_crossed(above, page, ()) else text
