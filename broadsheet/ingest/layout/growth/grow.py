"""Join segments and stacks into stories, the surest evidence first."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from broadsheet.ingest.layout.growth.between_texts import below_texts, beside_texts
from broadsheet.ingest.layout.growth.evidence import Evidence, Grown, Page
from broadsheet.ingest.layout.growth.in_boxes import in_boxes
from broadsheet.ingest.layout.growth.with_stacks import (
    aside_of_stacks,
    below_stacks,
    beside_stacks,
    by_labels,
    level_with_stacks,
)
from broadsheet.ingest.layout.lines import TextLine

_MOST = 6.0  # cost of the weakest evidence that joins two segments


def grow(page: Page, articles: Mapping[TextLine, str]) -> tuple[Grown, ...]:
    """Return the stories of the page, with a stack or without, and stacks without text.

    What `articles`, by its lines, puts into one article is one story, and joins no other. Of several stacks in it, the
    first is its headline, and the others stand in its text.
    """
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
    for one in sorted(_evidence(page), key=lambda one: one.cost):
        a, b = root(one.one), root(one.other)
        if (
            a != b
            and not named.keys() & {a, b}
            and one.cost <= _MOST
            and len(heads.get(a, set()) | heads.get(b, set())) < 2
        ):
            parent[a] = b
            heads[b] = heads.get(a, set()) | heads.get(b, set())
    groups: dict[int, list[int]] = {}
    for n in range(count + len(page.stacks)):
        groups.setdefault(root(n), []).append(n)
    return tuple(_grown(page, group) for group in groups.values())


def _grown(page: Page, group: Sequence[int]) -> Grown:
    """Return the story of the segments, and behind them the stacks, whose numbers are in `group`."""
    count = len(page.texts)
    texts = [page.texts[n] for n in group if n < count]
    stacks = [page.stacks[n - count] for n in group if n >= count]
    inside = (segment for stack in stacks[1:] for segment in stack.segments)
    return Grown(stacks[0] if stacks else None, (*texts, *inside))


def _named(page: Page, articles: Mapping[TextLine, str]) -> Iterator[str]:
    """Yield the article of each text, then of each stack; empty where the file names none."""
    for segment in (*page.texts, *(stack.segments[0] for stack in page.stacks)):
        names = (articles[line] for line in segment.lines if line in articles)
        yield next(names, "")


def _evidence(page: Page) -> Iterator[Evidence]:
    return chain(
        below_stacks(page),
        aside_of_stacks(page),
        level_with_stacks(page),
        beside_stacks(page),
        by_labels(page),
        in_boxes(page),
        below_texts(page),
        beside_texts(page),
    )
