"""Where the article is on a saved web page: the block that holds most of the page's sentences."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from broadsheet.ingest.web.headline import headline
from broadsheet.ingest.web.markup.runs import Element, Run, WebText
from broadsheet.ingest.web.metadata import Declared
from broadsheet.ingest.web.records import record_rows
from broadsheet.lexicon.web_pages import COMMENT_WORDS, FRAME_TAGS, FURNITURE_WORDS, STACK_WORDS
from broadsheet.model.page_reading import Role

_SENTENCE = re.compile(r"[，。！？；：,.!?;]")
_HOLDS_MOST = 0.6  # of the sentences around it: the article is in this block, and not in its sibling too
_NAMED_FURNITURE = 0.2  # what a sentence counts in a block that is called a comment or a sidebar
_NAMED_COMMENT = 0.02  # in one that readers fill: there may be more of that than of the article
_NO_SENTENCE = 0.3  # what words without a mark count: a menu, or a line of verse
_NOT_INTO = frozenset({"p", "blockquote", "h1", "h2", "h3", "figure", "pre"})
_LISTS = frozenset({"ul", "ol"})  # a page may be laid out as one, with the article as its item
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
_PARAGRAPH_WHOLE = 40  # weight of a paragraph that is no line of a menu
_PARAGRAPHS_LEAST = 3
_PARAGRAPH_LEAST = 20  # inked characters of the text below which no headline stands


class Article(NamedTuple):
    """Indices of runs: the block that holds the article's text, first to last, and the lines of the headline.

    `share` is the part of the page's sentences that stand in the block.
    """

    first: int
    last: int
    block: int
    headline: tuple[int, ...]
    share: float


def find_article(text: WebText, declared: Declared) -> Article | None:
    """Return where the article is, or None for a page without sentences."""
    called = furniture_elements(text, FRAME_TAGS)
    records = record_rows(text)
    weights = [0.0 if n in records else _weight(text, run, called) for n, run in enumerate(text.runs)]
    inside, block = _inside(text, weights)
    if not inside:
        return None
    below = next((n for n in inside if _is_text(text.runs[n])), inside[-1])
    head = headline(text, declared, below)
    nearer = _between(text, weights, max(head, default=below), inside[0])
    if nearer:
        inside, block = _inside(text, nearer)
    share = sum(weights[n] for n in inside) / sum(weights)
    return Article(inside[0], inside[-1], block, head, share)


def _inside(text: WebText, weights: Sequence[float]) -> tuple[list[int], int]:
    """Return the runs that weigh something in the block with most of the sentences, and that block."""
    block = _block(text, weights)
    return [n for n, run in enumerate(text.runs) if weights[n] and text.holds(block, run)], block


def _between(text: WebText, weights: Sequence[float], head: int, first: int) -> list[float]:
    """Return the weights of the paragraphs between headline and block alone, where these make an article side by side.

    Then the block is what readers wrote below it.
    """
    between = [n for n in range(head + 1, first) if weights[n] >= _PARAGRAPH_WHOLE]
    beside = [n for n in between if text.runs[n].block.parent is text.runs[between[0]].block.parent]
    if len(beside) < _PARAGRAPHS_LEAST:
        return []
    return [weight if head < n < first else 0.0 for n, weight in enumerate(weights)]


def furniture_elements(text: WebText, tags: frozenset[str]) -> list[int]:
    """Return, for each element, the innermost element around it or it itself that is called furniture, 0 for none.

    Furniture are elements with one of `tags`, or with a class or id of such a name.
    """
    found = [0]
    for element in text.elements[1:]:
        around = found[element.around.number if element.around else 0]
        quoted = (
            element.form is not None and element.form.role is Role.QUOTE
        )  # a quotation's footer names its speaker
        named = element.words & FURNITURE_WORDS and not element.words >= {"foot", "note"}
        is_called = not quoted and (element.name in tags or named)
        found.append(element.number if is_called else around)
    return found


def _weight(text: WebText, run: Run, called: Sequence[int]) -> float:
    """Return how much `run` counts as an article's text: its characters outside links."""
    own = run.ink - run.linked
    if run.hidden or not own or run.place.framed:
        return 0.0
    sentence = 1.0 if _SENTENCE.search(text.words(run)) else _NO_SENTENCE
    named = called[run.place.number]
    element = text.elements[named]
    share = (_NAMED_COMMENT if element.words & COMMENT_WORDS else _NAMED_FURNITURE) if named else 1.0
    return own * sentence * share


def _block(text: WebText, weights: Sequence[float]) -> int:
    """Go from the whole page down into the block that holds most of the sentences, as long as one does."""
    totals = sums(text, weights)
    heaviest: list[Element | None] = [None] * len(text.elements)
    for element in reversed(text.elements[1:]):
        outer = element.parent.number if element.parent else 0
        rival = heaviest[outer]
        if element.block and (rival is None or totals[element.number] >= totals[rival.number]):
            heaviest[outer] = element
    kinds = _kinds(text, weights)
    block = 0
    while inner := heaviest[block]:
        item = heaviest[inner.number] if inner.name in _LISTS else None
        least = _HOLDS_MOST * totals[block]
        if totals[inner.number] < least or inner.name in _NOT_INTO or (item and totals[item.number] < least):
            break
        if kinds[block, inner.name, inner.words] > 1 and (inner.words or inner.name == "section"):
            break
        block = inner.number
    return block


def _kinds(text: WebText, weights: Sequence[float]) -> Counter[tuple[int, str, frozenset[str]]]:
    """Return how many elements of a kind stand side by side in a block and hold a whole paragraph each.

    An article may be set in several sections of one kind, one of which holds most of it. That boxes have no name makes
    none.
    """
    holding: set[int] = set()
    for run, weight in zip(text.runs, weights, strict=True):
        element: Element | None = run.block if weight >= _PARAGRAPH_LEAST else None
        while element is not None and element.number not in holding:
            holding.add(element.number)
            element = element.parent
    elements = (text.elements[number] for number in sorted(holding))
    return Counter((e.parent.number if e.parent else 0, e.name, e.words) for e in elements if e.number)


def sums(text: WebText, weights: Sequence[float]) -> list[float]:
    """Return, for each block by its number, the sum of what the runs in it weigh."""
    totals = [0.0] * len(text.elements)
    for run, weight in zip(text.runs, weights, strict=True):
        totals[run.block.number] += weight
    for element in reversed(text.elements[1:]):
        if element.block and element.parent is not None:
            totals[element.parent.number] += totals[element.number]
    return totals


def _is_text(run: Run) -> bool:
    display = any(
        element.name in _HEADINGS or element.words & STACK_WORDS for element in (*run.inner, run.block)
    )
    return run.ink >= _PARAGRAPH_LEAST and not display
