"""The evidence that text goes on in other text: below it in its column, or in the column beside it."""

from collections.abc import Iterator, Mapping

from broadsheet.ingest.layout.barriers import across, down
from broadsheet.ingest.layout.columns import ends_sentence, is_same
from broadsheet.ingest.layout.growth.evidence import Evidence, Page
from broadsheet.ingest.layout.growth.room import (
    blank_lines,
    in_column,
    insets,
    is_crossed,
    is_free,
    with_pictures_above,
)
from broadsheet.ingest.layout.segments import Segment
from broadsheet.model.marks import Frame

_FACING = 0.3  # of the narrower
_MOST = 6.0  # weaker evidence is none
_GAP = 3.5  # em between columns of one story
_HEADED = 8.0  # lines that are blank above text, beside which text begins in another column; a headline adds its own height
_LEVEL, _BESIDE_HEAD, _LOWER, _HIGHER = (
    1.0,
    1.5,
    2.0,
    3.0,
)  # what the column beside costs that begins level, beside a headline, lower, or higher
_UNFILLED = 1.0  # the same, in the next column though its own is not filled
_UNFILLED_LINES = 3.0  # that are blank
_ENDS = 1.0  # what it costs at least to believe that text goes on behind the end of a sentence
_VERSE_APART = 4.0  # what it costs to believe that text goes on in verse, or verse in text
_PAST_HEADLINE = 3.0  # the same, that text goes on below the level of a headline
_PAST_BAND = 1.5  # the same, below a blank that goes on in the columns on both sides
_PAST_BOX = 1.5  # the same, below a box that is set into it
_BAND = 0.8  # lines that are blank above a headline and the columns beside it
_IN_COLUMN = 2.5  # lines that may be blank in a column, as above a table
_ROWS_BELOW = 0.5  # what it costs to believe that a table stands between the texts above and below it
_RIGHT_BELOW = 1.5  # at most the same of text less than a line below other text, such as a subhead


def below_texts(page: Page) -> Iterator[Evidence]:
    """Yield that text belongs to the text above it in its column."""
    for n, one in enumerate(page.texts):
        for m, other in enumerate(page.texts):
            gap = other.frame.top - one.frame.bottom
            facing = across(one.frame, other.frame) >= _FACING * min(one.frame.width, other.frame.width)
            if page.labels & {one, other} or gap < -3 or not facing:
                continue
            lines = blank_lines(one.frame, other.frame, page)
            rows = bool(page.rows & {one, other})
            flow = _ROWS_BELOW if rows else _flow(one, other, page)
            is_near = lines < 1 and flow != _VERSE_APART
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


def beside_texts(page: Page) -> Iterator[Evidence]:
    """Yield that text goes on in the column to its right, which may begin beside the headline of both."""
    raised = {text: with_pictures_above(text, page) for text in page.texts}
    tops = _column_tops(page, raised)
    for n, one in enumerate(page.texts):
        for m, other in enumerate(page.texts):
            gap = page.flows[other].column.left - page.flows[one].column.right
            near = -0.5 * page.body.size <= gap <= _GAP * page.body.size
            left, right = raised[one]._replace(top=tops[one]), raised[other]
            if page.labels & {one, other} or n == m or not near:
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
            flow = _flow(one, other, page)
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


def _column_tops(page: Page, raised: Mapping[Segment, Frame]) -> dict[Segment, float]:
    """Return where the column of each text begins: at the text, or above the table that stands close above it."""
    tops: dict[Segment, float] = {}
    for text in sorted(page.texts, key=lambda one: one.frame.top):
        above = [
            one
            for one in tops
            if page.rows & {one, text}
            and one.frame.bottom <= text.frame.top + 3
            and across(one.frame, text.frame) >= _FACING * min(one.frame.width, text.frame.width)
            and blank_lines(one.frame, text.frame, page) <= _IN_COLUMN
            and is_free(page, one.frame, text.frame)
        ]
        tops[text] = min((tops[one] for one in above), default=raised[text].top)
    return tops


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


def _flow(one: Segment, other: Segment, page: Page) -> float:
    """Return what it costs to believe that `one` goes on in `other`: by the end of its last line, and the next one's indent."""
    if page.verse & {one, other}:
        return 0.5 if page.verse >= {one, other} else _VERSE_APART
    goes_on = not page.flows[one].short[-1]
    ended = ends_sentence(one.lines[-1], page.characters)
    begins = page.flows[other].indented[0]
    if not is_same(one.size, other.size):
        return 3.0
    if begins:
        return 2.0 if ended or not goes_on else 5.0
    if goes_on:
        return 1.0 if ended else 0.0
    return 4.0
