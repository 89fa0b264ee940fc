"""Where the article is on a saved web page: the block that holds most of the page's sentences, and its headline."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from broadsheet.ingest.web.runs import Element, Run, WebText
from broadsheet.lexicon.web_pages import (
    DECK_WORDS,
    FURNITURE_TAGS,
    FURNITURE_WORDS,
    HEADLINE_WORDS,
    KICKER_WORDS,
)

_SENTENCE = re.compile(r"[，。！？；：,.!?;]")
_HOLDS_MOST = 0.6  # of the sentences around it: the article is in this block, and not in its sibling too
_NAMED_FURNITURE = 0.2  # what a sentence counts in a block that is called a comment or a sidebar
_NO_SENTENCE = 0.3  # what words without a mark count: a menu, or a line of verse
_NOT_INTO = frozenset({"p", "blockquote", "h1", "h2", "h3", "figure"})
_HEADING = {"h1": 3.0, "h2": 2.0, "h3": 1.0, "h4": 0.5}
_NAMED_HEADLINE = 1.5
_IN_PAGE_NAME = 4.0
_ALL_LINK = -3.0
_EACH_RUN_AWAY = 0.05
_AWAY_MOST = 2.0
_HEADLINE_LEAST = 1.2
_PARAGRAPH_LEAST = 20  # inked characters of the text below which no headline stands
_STACK_WORDS = HEADLINE_WORDS | KICKER_WORDS | DECK_WORDS
_NOT_INKED = re.compile(r"\s+")


class Article(NamedTuple):
    """Indices of runs: the block that holds the article's text, first to last, and the lines of the headline."""

    first: int
    last: int
    block: int
    headline: tuple[int, ...]


def find_article(text: WebText) -> Article | None:
    """Return where the article is, or None for a page without sentences."""
    weights = [_weight(text, run) for run in text.runs]
    block = _block(text.runs, weights)
    inside = [n for n, run in enumerate(text.runs) if weights[n] and in_block(run, block)]
    if not inside:
        return None
    below = next((n for n in inside if _is_text(text.runs[n])), inside[-1])
    return Article(inside[0], inside[-1], block, _headline(text, below))


def in_block(run: Run, block: int) -> bool:
    """Say whether `run` stands in the block; block 0 is the whole page."""
    return not block or any(element.number == block for element in run.path)


def is_furniture(run: Run, inside: int = 0) -> bool:
    """Say whether the markup calls `run` furniture; with `inside`, only the elements within that block are asked."""
    if run.hidden:
        return True
    elements = [*run.inner, *_within(run.path, inside)]
    return any(element.name in FURNITURE_TAGS or element.words & FURNITURE_WORDS for element in elements)


def _within(path: Sequence[Element], block: int) -> Iterator[Element]:
    for element in path:
        if element.number == block:
            return
        yield element


def _weight(text: WebText, run: Run) -> float:
    """Return how much `run` counts as an article's text: its characters outside links."""
    own = run.ink - run.linked
    if run.hidden or not own or any(element.name in FURNITURE_TAGS for element in run.path):
        return 0.0
    sentence = 1.0 if _SENTENCE.search(text.source.slice(run.span)) else _NO_SENTENCE
    return own * sentence * (_NAMED_FURNITURE if is_furniture(run) else 1.0)


def _block(runs: Sequence[Run], weights: Sequence[float]) -> int:
    """Go from the whole page down into the block that holds most of the sentences, as long as one does."""
    totals: Counter[Element] = Counter()
    children: dict[int, set[Element]] = {}
    for run, weight in zip(runs, weights, strict=True):
        for outer, element in zip((*run.path[1:], None), run.path, strict=True):
            totals[element] += weight  # type: ignore[assignment]
            children.setdefault(outer.number if outer else 0, set()).add(element)
    block = 0
    total = float(sum(weights))
    while inner := children.get(block):
        best = max(inner, key=lambda element: (totals[element], -element.number))
        if totals[best] < _HOLDS_MOST * total or best.name in _NOT_INTO:
            break
        block, total = best.number, totals[best]
    return block


def _is_text(run: Run) -> bool:
    near = [*run.inner, *run.path[:1]]
    display = any(e.name in _HEADING or e.words & _STACK_WORDS for e in near)
    return run.ink >= _PARAGRAPH_LEAST and not display


def _headline(text: WebText, below: int) -> tuple[int, ...]:
    """Return the run that is most like a headline above the text at `below`, with the other lines of its element."""
    before = [n for n in range(below + 1) if _may_head(text.runs[n])]
    scored = [(_likeness(text, n, below), -n) for n in before]
    if not scored or max(scored)[0] < _HEADLINE_LEAST:
        return ()
    best = -max(scored)[1]
    element = text.runs[best].path[0]
    if element.name not in _HEADING:
        return (best,)
    return tuple(n for n in before if text.runs[n].path[0] == element)


def _may_head(run: Run) -> bool:
    tags = {element.name for element in run.path}
    return not run.picture and not run.hidden and not tags & FURNITURE_TAGS


def _likeness(text: WebText, n: int, below: int) -> float:
    run = text.runs[n]
    name = _NOT_INKED.sub("", text.name)
    words = _NOT_INKED.sub("", text.source.slice(run.span))
    near = [*run.inner, *run.path[:2]]
    named = len(words) > 3 and words in name
    return (
        max((_HEADING.get(element.name, 0.0) for element in near), default=0.0)
        + _NAMED_HEADLINE * any(element.words & HEADLINE_WORDS for element in near)
        + (_IN_PAGE_NAME * (0.5 + len(words) / (2 * len(name))) if named else 0.0)
        + _ALL_LINK * (run.linked == run.ink)
        - min(_AWAY_MOST, _EACH_RUN_AWAY * (below - n))
    )
