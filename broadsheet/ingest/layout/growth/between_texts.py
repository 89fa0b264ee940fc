"""The evidence that text goes on in other text: below it in its column, or in the column beside it."""

from collections.abc import Iterator, Mapping

from broadsheet.ingest.layout.barriers import across, down
from broadsheet.ingest.layout.columns import ends_sentence, is_same
from broadsheet.ingest.layout.growth.evidence import Evidence, Page
from broadsheet.ingest.layout.growth.room import blank_lines, is_crossed, is_free, with_pictures_above
from broadsheet.ingest.layout.segments import Segment
from broadsheet.model.marks import Frame

_FACING = 0.3  # of the narrower
_MOST = 6.0  # weaker evidence is none
_GAP = 3.5  # em between columns of one story
_HEADED = 8.0  # lines that a headline over some columns takes, beside which text begins in another
_LEVEL, _BESIDE_HEAD, _NOT_LEVEL = (
    1.0,
    1.5,
    2.0,
)  # what the column beside costs that begins level, beside a headline, or neither
_VERSE_APART = 3.0  # what it costs to believe that text goes on in verse, or verse in text
_PAST_HEADLINE = 3.0  # the same, that text goes on below the level of a headline
_BAND = 0.8  # lines that are blank above a headline and the columns beside it
_IN_COLUMN = 2.5  # lines that may be blank in a column, as above a table
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
            flow = _flow(one, other, page)
            is_near = lines < 1 and flow != _VERSE_APART
            cost = 1.0 + 0.6 * lines + (min(flow, _RIGHT_BELOW) if is_near else flow)
            cost += _PAST_HEADLINE * (lines >= 1 and _is_beside_headline(one.frame, other.frame, page))
            if cost <= _MOST and is_free(page, one.frame, other.frame):
                yield Evidence(cost, n, m)


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
            cost = _LEVEL if level else _BESIDE_HEAD if whole.top == right.top else _NOT_LEVEL
            yield Evidence(cost + _flow(one, other, page), n, m)


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
    blank = 0 < above.height <= _HEADED * page.body.leading and not is_crossed(above, page, ())
    return text._replace(top=above.top) if blank else text


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
