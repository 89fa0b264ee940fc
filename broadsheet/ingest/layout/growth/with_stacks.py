"""The evidence that text belongs to a headline, and a byline to text."""

from collections.abc import Iterator

from broadsheet.ingest.layout.barriers import across, down
from broadsheet.ingest.layout.growth.evidence import Evidence, Page
from broadsheet.ingest.layout.growth.room import (
    FACING,
    blank_lines,
    in_column,
    is_crossed,
    is_free,
    with_pictures_above,
)
from broadsheet.ingest.layout.lines import around

_GAP = 3.5  # em between a byline and the text that it stands above, aside of it
_NEAR = 4.0  # lines that may be blank below a headline
_BESIDE = 6.0  # times its size, by which text may stand beside a vertical headline
_TEXT_UNDER = 3.0  # what it costs to believe that text beside a vertical headline is its own, where other text stands below it
_ASIDE = (
    4.0  # what it costs to believe that text belongs to a headline above it that stands to the side of it
)
_LEVEL = 5.0  # the same of text beside a headline, level with it
_LABEL_ASIDE = 2.0  # the same of a byline


def below_stacks(page: Page) -> Iterator[Evidence]:
    """Yield that text belongs to the stack right above it."""
    count = len(page.texts)
    for n, stack in enumerate(page.stacks):
        for m, text in enumerate(page.texts):
            gap = text.frame.top - stack.frame.bottom
            column = in_column(text, page)
            narrow = min(column.width, stack.frame.width)
            facing = across(stack.frame, column) >= min(FACING * narrow, 2 * text.size)
            if gap >= -3 and facing and is_free(page, stack.frame, column):
                lines = blank_lines(stack.frame, text.frame, page)
                far = max(lines - _NEAR, 0.0)
                yield Evidence(0.15 * (lines - far) + 0.6 * far, count + n, m)


def aside_of_stacks(page: Page) -> Iterator[Evidence]:
    """Yield that text belongs to the headline above it, though that stands to the side, centred over more columns."""
    count = len(page.texts)
    for n, stack in enumerate(page.stacks):
        for m, text in enumerate(page.texts):
            lines = (text.frame.top - stack.frame.bottom) / page.body.leading
            between = around([stack.frame, text.frame])._replace(
                top=min(stack.frame.bottom, text.frame.top) - 1,
                bottom=max(stack.frame.bottom, text.frame.top) + 1,
            )
            facing = across(stack.frame, text.frame) >= 2 * text.size
            if not facing and -0.5 <= lines <= _NEAR and not is_crossed(between, page, page.stacks):
                aside = -across(stack.frame, text.frame) / page.body.size
                base = _LABEL_ASIDE if text in page.labels else _ASIDE
                yield Evidence(base + 0.3 * lines + 0.01 * aside, count + n, m)


def level_with_stacks(page: Page) -> Iterator[Evidence]:
    """Yield that text belongs to the headline to the left of it that begins level with it, where no text stands below that."""
    count, leading = len(page.texts), page.body.leading
    for n, stack in enumerate(page.stacks):
        for m, text in enumerate(page.texts):
            gap = text.frame.left - stack.frame.right
            level = abs(text.frame.top - stack.frame.top) <= leading
            between = stack.frame._replace(left=stack.frame.right + 1, right=text.frame.left - 1)
            near = 0 <= gap <= in_column(text, page).width and not stack.segments[0].vertical
            if level and near and not is_crossed(between, page, page.stacks):
                yield Evidence(_LEVEL, count + n, m)


def beside_stacks(page: Page) -> Iterator[Evidence]:
    """Yield that text belongs to the vertical headline beside it."""
    count = len(page.texts)
    vertical = [(n, stack) for n, stack in enumerate(page.stacks) if stack.segments[0].vertical]
    for n, stack in vertical:
        beside = [
            (-across(stack.frame, text.frame), m)
            for m, text in enumerate(page.texts)
            if down(stack.frame, text.frame) >= FACING * min(stack.frame.height, text.frame.height)
            and not page.barriers.part(stack.frame, text.frame)
        ]
        below = (*(in_column(text, page) for text in page.texts), *page.pictures)
        under = any(
            0 <= frame.top - stack.frame.bottom <= _NEAR * page.body.leading
            and across(stack.frame, frame) > 0
            for frame in below
        )
        for side in (-1, 1):
            here = [one for one in beside if side * (page.texts[one[1]].frame.left - stack.frame.left) > 0]
            gap, m = min(here, default=(_BESIDE * stack.size + 1, 0))
            if 0 <= gap <= _BESIDE * stack.size:
                yield Evidence((_TEXT_UNDER if under else 0.3) + 0.3 * gap / stack.size, count + n, m)


def by_labels(page: Page) -> Iterator[Evidence]:
    """Yield that a label belongs to the text right below it, or right above it if it stands at the foot of a story.

    One that is centred over several columns may stand above the gutter between two.
    """
    em = page.body.size
    raised = {text: with_pictures_above(text, page) for text in page.texts}
    for n, label in enumerate(page.texts):
        found: list[tuple[float, Evidence]] = []
        for m, text in enumerate(page.texts if label in page.labels else ()):
            lower = text.frame.top > label.frame.top
            gap = raised[text].top - label.frame.bottom if lower else label.frame.top - text.frame.bottom
            aside = max(-across(label.frame, text.frame), 0.0) / em
            near = -3 <= gap <= 2 * page.body.leading and aside <= (_GAP if lower else 0.0)
            if text is not label and near and not page.barriers.part(label.frame, text.frame):
                side = aside and text.frame.left - label.frame.left
                found.append((side, Evidence((0.5 if lower else 1.5) + 0.1 * gap / em + 0.3 * aside, n, m)))
        sides = [side for side, _ in found]
        between = min(sides, default=0.0) < 0 < max(sides, default=0.0)
        yield from sorted((one for side, one in found if between or not side), key=lambda one: one.cost)[:1]
