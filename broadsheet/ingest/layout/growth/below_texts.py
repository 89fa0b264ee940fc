"""The evidence that text goes on below other text, in its column."""

from collections.abc import Iterator

from broadsheet.ingest.layout.barriers import across, down
from broadsheet.ingest.layout.growth.evidence import Evidence, Page
from broadsheet.ingest.layout.growth.going_on import VERSE_APART, going_on
from broadsheet.ingest.layout.growth.room import blank_lines, in_column, insets, is_crossed, is_free, is_over
from broadsheet.ingest.layout.segments import Segment
from broadsheet.model.marks import Frame

_MOST = 6.0  # weaker evidence is none
_PAST_HEADLINE = 3.0  # what it costs to believe that text goes on below the level of a headline
_PAST_BAND = 1.5  # the same, below a blank that goes on in the columns on both sides
_PAST_BOX = 1.5  # the same, below a box that is set into it
_BAND = 0.8  # lines that are blank above a headline and the columns beside it
_ROWS_BELOW = 0.5  # what it costs to believe that a table stands between the texts above and below it
_RIGHT_BELOW = 1.5  # at most the same of text less than a line below other text, such as a subhead


def below_texts(page: Page) -> Iterator[Evidence]:
    """Yield that text belongs to the text above it in its column."""
    for n, one in enumerate(page.texts):
        for m, other in enumerate(page.texts):
            gap = other.frame.top - one.frame.bottom
            if page.labels & {one, other} or gap < -3 or not is_over(one.frame, other.frame):
                continue
            lines = blank_lines(one.frame, other.frame, page)
            rows = bool(page.rows & {one, other})
            flow = _ROWS_BELOW if rows else going_on(one, other, page)
            is_near = lines < 1 and flow != VERSE_APART
            cost = 1.0 + 0.6 * lines + (min(flow, _RIGHT_BELOW) if is_near else flow)
            if not rows:
                cost += _PAST_HEADLINE * (lines >= 1 and _is_beside_headline(one.frame, other.frame, page))
                cost += _PAST_BAND * _is_above_band(one, page)
                cost += _PAST_BOX * bool(insets(one.frame, other.frame, page))
            if cost <= _MOST and is_free(page, one.frame, other.frame):
                yield Evidence(cost, n, m)


def _is_above_band(text: Segment, page: Page) -> bool:
    """Return whether the blank right below a text goes on in the columns on both sides of it, as below a whole story."""
    column, gutter = in_column(text, page), 2 * text.size
    top = text.frame.bottom + 1
    band = Frame(
        column.left - gutter - column.width / 2,
        top,
        column.right + gutter + column.width / 2,
        top + _BAND * page.body.leading,
    )
    return not is_crossed(band, page, page.stacks) and not any(
        across(band, picture) > 0 and down(band, picture) > 0 for picture in page.pictures
    )


def _is_beside_headline(upper: Frame, lower: Frame, page: Page) -> bool:
    """Return whether the blank between two frames goes on to a headline in the columns beside it, which heads the lower one."""
    return any(
        _is_level_blank(stack.frame, upper, lower, page)
        or (not stack.segments[0].vertical and _is_blank_beside(stack.frame, upper, lower, page))
        for stack in page.stacks
    )


def _is_blank_beside(head: Frame, upper: Frame, lower: Frame, page: Page) -> bool:
    """Return whether nothing stands between a headline and the blank beside it."""
    left, right = sorted((head, lower), key=lambda frame: frame.left)
    between = Frame(left.right, max(head.top, upper.bottom), right.left, min(head.bottom, lower.top))
    return between.height >= 0.5 * head.height and not is_crossed(between, page, page.stacks)


def _is_level_blank(head: Frame, upper: Frame, lower: Frame, page: Page) -> bool:
    """Return whether text begins level with a headline, below a blank that goes on over it."""
    bottom = min(head.top, lower.top) - 1
    top = max(upper.bottom + 1, bottom - _BAND * page.body.leading)
    over = Frame(min(head.left, lower.left), top, max(head.right, lower.right), bottom)
    level = abs(head.top - lower.top) <= page.body.leading
    return level and over.height > 0 and not is_crossed(over, page, page.stacks)
