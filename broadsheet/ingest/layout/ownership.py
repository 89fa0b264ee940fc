"""Which text belongs to which stack: stories grow along the strongest evidence, and no story gets a second stack.

Evidence is where things stand: text right below a headline, text that goes on in the column beside it, columns that
begin level. Rules part stories.
"""

from collections.abc import Iterator, Mapping
from itertools import chain

import msgspec

from broadsheet.ingest.layout.barriers import Barriers, across, down, overlap
from broadsheet.ingest.layout.columns import Column, Flow, ends_sentence, flow_of, is_same
from broadsheet.ingest.layout.lines import TextLine
from broadsheet.ingest.layout.segments import Segment, Type
from broadsheet.ingest.layout.stacks import Stack
from broadsheet.lexicon.patterns import Characters
from broadsheet.model.marks import Frame

_MOST = 6.0  # cost of the weakest evidence that joins two segments
_GAP = 3.5  # em between columns of one story
_FACING = 0.3  # of the narrower
_NEAR = 4.0  # lines that may be blank below a headline
_BESIDE = 5.0  # times its size, by which text may stand beside a vertical headline
_RIGHT_BELOW = (
    1.5  # the most that text costs which stands less than a line below other text, such as a subhead
)


class Grown(msgspec.Struct, frozen=True, eq=False):
    """A story as far as places show it: its stack, if it has one, and its segments of text."""

    stack: Stack | None
    texts: tuple[Segment, ...]


class Evidence(msgspec.Struct, frozen=True):
    """What speaks for one story: the `cost` of believing it, the less the surer, and the two segments."""

    cost: float
    one: int
    other: int


class Page(msgspec.Struct, frozen=True):
    """What the evidence is about: the segments of text, the stacks, the pictures, and how text is set.

    `labels` are those of `texts` that are bylines; `pictures` are framed with their captions.
    """

    texts: tuple[Segment, ...]
    labels: frozenset[Segment]
    stacks: tuple[Stack, ...]
    pictures: tuple[Frame, ...]
    columns: tuple[Column, ...]
    barriers: Barriers
    body: Type
    characters: Characters


def grow(page: Page, articles: Mapping[TextLine, str]) -> tuple[Grown, ...]:
    """Return the stories of the page, with a stack or without, and stacks without text.

    What `articles`, by its lines, puts into one article is one story, and joins no other.
    """
    flows = {text: flow_of(text, page.columns) for text in page.texts}
    count = len(page.texts)
    parent = list(range(count + len(page.stacks)))
    heads = {count + n: {n} for n in range(len(page.stacks))}

    def root(n: int) -> int:
        while parent[n] != n:
            n = parent[n]
        return n

    named = {n: name for n, name in enumerate(_named(page, articles)) if name}
    first = {name: n for n, name in reversed(named.items())}
    for n, name in named.items():
        a, b = root(n), root(first[name])
        if a != b:
            parent[a] = b
            heads[b] = heads.get(a, set()) | heads.get(b, set())
    for one in sorted(_evidence(page, flows), key=lambda one: one.cost):
        a, b = root(one.one), root(one.other)
        if (
            a != b
            and not (named.get(a) and named.get(b))
            and one.cost <= _MOST
            and len(heads.get(a, set()) | heads.get(b, set())) < 2
        ):
            parent[a] = b
            heads[b] = heads.get(a, set()) | heads.get(b, set())
    groups: dict[int, list[int]] = {}
    for n in range(count + len(page.stacks)):
        groups.setdefault(root(n), []).append(n)
    return tuple(
        Grown(
            next((page.stacks[n - count] for n in group if n >= count), None),
            tuple(page.texts[n] for n in group if n < count),
        )
        for group in groups.values()
    )


def _named(page: Page, articles: Mapping[TextLine, str]) -> Iterator[str]:
    """Yield the article of each text, then of each stack; empty where the file names none."""
    for segment in (*page.texts, *(stack.segments[0] for stack in page.stacks)):
        names = (articles[line] for line in segment.lines if line in articles)
        yield next(names, "")


def _evidence(page: Page, flows: Mapping[Segment, Flow]) -> Iterator[Evidence]:
    return chain(
        _below_stacks(page),
        _beside_stacks(page),
        _by_labels(page),
        _below_texts(page, flows),
        _beside_texts(page, flows),
    )


def _is_free(page: Page, one: Frame, other: Frame) -> bool:
    """Return whether no rule, text or headline stands between two frames, one above the other."""
    if page.barriers.part(one, other):
        return False
    upper, lower = sorted((one, other), key=lambda frame: frame.top)
    left, right = max(upper.left, lower.left), min(upper.right, lower.right)
    between = (
        frame
        for frame in (*(t.frame for t in page.texts if t not in page.labels), *(s.frame for s in page.stacks))
        if frame is not one and frame is not other
    )
    return not any(
        frame.top >= upper.bottom - 3
        and frame.bottom <= lower.top + 3
        and overlap((left, right), (frame.left, frame.right)) > 2
        for frame in between
    )


def _blank_lines(upper: Frame, lower: Frame, page: Page) -> float:
    """Return how many lines of text would have room between two frames, beside what pictures fill."""
    gap = Frame(lower.left, upper.bottom, lower.right, lower.top)
    filled = sum(max(down(picture, gap), 0.0) for picture in page.pictures if across(picture, gap) > 0)
    return max(0.0, gap.height - filled) / page.body.leading


def _below_stacks(page: Page) -> Iterator[Evidence]:
    """Yield that text belongs to the stack right above it."""
    count = len(page.texts)
    for n, stack in enumerate(page.stacks):
        for m, text in enumerate(page.texts):
            gap = text.frame.top - stack.frame.bottom
            narrow = min(text.frame.width, stack.frame.width)
            facing = across(stack.frame, text.frame) >= min(_FACING * narrow, 2 * text.size)
            if gap >= -3 and facing and _is_free(page, stack.frame, text.frame):
                lines = _blank_lines(stack.frame, text.frame, page)
                far = max(lines - _NEAR, 0.0)
                yield Evidence(0.15 * (lines - far) + 0.6 * far, count + n, m)


def _beside_stacks(page: Page) -> Iterator[Evidence]:
    """Yield that text belongs to the vertical headline beside it."""
    count = len(page.texts)
    vertical = [(n, stack) for n, stack in enumerate(page.stacks) if stack.segments[0].vertical]
    for n, stack in vertical:
        beside = [
            (-across(stack.frame, text.frame), m)
            for m, text in enumerate(page.texts)
            if down(stack.frame, text.frame) >= _FACING * min(stack.frame.height, text.frame.height)
            and not page.barriers.part(stack.frame, text.frame)
        ]
        for side in (-1, 1):
            here = [one for one in beside if side * (page.texts[one[1]].frame.left - stack.frame.left) > 0]
            gap, m = min(here, default=(_BESIDE * stack.size + 1, 0))
            if 0 <= gap <= _BESIDE * stack.size:
                yield Evidence(0.3 + 0.3 * gap / stack.size, count + n, m)


def _by_labels(page: Page) -> Iterator[Evidence]:
    """Yield that a label belongs to the text right below it, or right above it if it stands at the foot of a story.

    One that is centred over several columns may stand above the gutter between two.
    """
    em = page.body.size
    raised = {text: _raised(text, page) for text in page.texts}
    for n, label in enumerate(page.texts):
        found: list[Evidence] = []
        for m, text in enumerate(page.texts if label in page.labels else ()):
            lower = text.frame.top > label.frame.top
            gap = raised[text].top - label.frame.bottom if lower else label.frame.top - text.frame.bottom
            aside = max(-across(label.frame, text.frame), 0.0) / em
            near = -3 <= gap <= 2 * page.body.leading and aside <= (_GAP if lower else 0.0)
            if text is not label and near and not page.barriers.part(label.frame, text.frame):
                found.append(Evidence((0.5 if lower else 1.5) + 0.1 * gap / em + 0.3 * aside, n, m))
        yield from sorted(found, key=lambda one: one.cost)[:1]


def _below_texts(page: Page, flows: Mapping[Segment, Flow]) -> Iterator[Evidence]:
    """Yield that text belongs to the text above it in its column."""
    for n, one in enumerate(page.texts):
        for m, other in enumerate(page.texts):
            gap = other.frame.top - one.frame.bottom
            facing = across(one.frame, other.frame) >= _FACING * min(one.frame.width, other.frame.width)
            if page.labels & {one, other} or gap < -3 or not facing:
                continue
            lines = _blank_lines(one.frame, other.frame, page)
            flow = _flow(one, other, page, flows)
            cost = 1.0 + 0.6 * lines + (min(flow, _RIGHT_BELOW) if lines < 1 else flow)
            if cost <= _MOST and _is_free(page, one.frame, other.frame):
                yield Evidence(cost, n, m)


def _beside_texts(page: Page, flows: Mapping[Segment, Flow]) -> Iterator[Evidence]:
    """Yield that text goes on in the column to its right."""
    raised = {text: _raised(text, page) for text in page.texts}
    for n, one in enumerate(page.texts):
        for m, other in enumerate(page.texts):
            gap = flows[other].column.left - flows[one].column.right
            near = -0.5 * page.body.size <= gap <= _GAP * page.body.size
            left, right = raised[one], raised[other]
            if page.labels & {one, other} or n == m or not near or down(left, right) <= 0:
                continue
            if page.barriers.part(left, right):
                continue
            level = 0.0 if abs(left.top - right.top) <= 0.6 * page.body.leading else 1.0
            yield Evidence(1.0 + level + _flow(one, other, page, flows), n, m)


def _raised(text: Segment, page: Page) -> Frame:
    """Return the frame of a text with the pictures that stand right above it."""
    above = [
        picture.top
        for picture in page.pictures
        if 0 <= text.frame.top - picture.bottom <= 2 * page.body.leading and across(picture, text.frame) > 0
    ]
    return text.frame._replace(top=min(above, default=text.frame.top))


def _flow(one: Segment, other: Segment, page: Page, flows: Mapping[Segment, Flow]) -> float:
    """Return what it costs to believe that `one` goes on in `other`: by the end of its last line, and the next one's indent."""
    goes_on = not flows[one].short[-1]
    ended = ends_sentence(one.lines[-1], page.characters)
    begins = flows[other].indented[0]
    if not is_same(one.size, other.size):
        return 3.0
    if begins:
        return 2.0 if ended or not goes_on else 5.0
    if goes_on:
        return 1.0 if ended else 0.0
    return 4.0
