"""Where the parts of an article's page are: its headline's lines, its first and last paragraph, and its furniture."""

import re
from collections.abc import Iterator

import msgspec

from broadsheet.ingest.web.article import Article, furniture_elements, sums
from broadsheet.ingest.web.headline import bare
from broadsheet.ingest.web.metadata import Declared
from broadsheet.ingest.web.related import related_runs
from broadsheet.ingest.web.runs import Element, Run, WebText
from broadsheet.lexicon.web_credits import DATE, LABELLED, REPORTER, TOOL
from broadsheet.lexicon.web_pages import CRUMBS, FURNITURE_TAGS, KICKER_WORDS, LINES_OF_PAGE, PROMOTION

_TEXT_LEAST = 20  # inked characters of a paragraph
_SENTENCE = re.compile(r"[，。！？；,.!?;]")
_DISPLAYED = re.compile(r"text-align\s*:\s*center|font-size|font-weight", re.IGNORECASE)
_LONGEST = 60  # characters
_LEAD_MOST = 160
_SENTENCE_END = re.compile(r"[。；]")
_CELLS = frozenset({"td", "th"})


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """Indices of runs: the article is from `first` to `last`, its paragraphs from `opening` to `closing`.

    `frame` is the innermost element around headline and text. `furniture` are runs that the markup makes furniture, and
    the `related` ones, which belong to other stories.
    """

    first: int
    last: int
    opening: int
    closing: int
    frame: int
    furniture: frozenset[int]
    related: frozenset[int]


def plan_of(text: WebText, article: Article, declared: Declared) -> Plan:
    """Return where the parts of the page are on which `article` was found."""
    block = [n for n, run in enumerate(text.runs) if text.holds(article.block, run)]
    below = max(article.headline, default=-1)
    head = text.runs[min((*article.headline, article.first))]
    frame = _frame(head.block, text.runs[article.first].block)
    first = _stack_start(text, article, declared, block[0])
    last = max((*article.headline, *block))
    while first and in_figure(text, frame, first - 1):
        first -= 1
    while last + 1 < len(text.runs) and in_figure(text, frame, last + 1):
        last += 1
    called = frozenset(_called_furniture(text, article, range(first, last + 1), frame))
    related = related_runs(text, article, called)
    furniture = called | related
    paragraphs = [n for n in block if n > below and _is_paragraph(text, text.runs[n])]
    if furniture.issuperset(paragraphs):  # the names of its elements call the whole article furniture
        furniture = frozenset(n for n in furniture if text.runs[n].hidden)
    paragraphs = [n for n in paragraphs if n not in furniture]
    return Plan(
        first=first,
        last=last,
        opening=min(paragraphs, default=last + 1),
        closing=max(paragraphs, default=last),
        frame=frame,
        furniture=furniture,
        related=related,
    )


def in_figure(text: WebText, frame: int, n: int) -> bool:
    """Say whether a run stands in a figure of the article's frame."""
    return text.holds(frame, text.runs[n]) and any(
        element.name == "figure" for element in ancestors(text.runs[n].block)
    )


def _is_paragraph(text: WebText, run: Run) -> bool:
    own, words = run.ink - run.linked, text.words(run)
    is_pages = LINES_OF_PAGE.fullmatch(words) or PROMOTION.fullmatch(words)
    return own >= _TEXT_LEAST and not run.hidden and not is_pages and bool(_SENTENCE.search(words))


def _called_furniture(text: WebText, article: Article, within: range, frame: int) -> Iterator[int]:
    """Yield the runs in an element that is called furniture. Elements around the article, or its headline, are not asked."""
    called = furniture_elements(text, FURNITURE_TAGS)
    held = (text.elements[article.block], *(text.runs[n].block for n in article.headline))
    around = {element.number for block in held for element in ancestors(block)} | _main(text, article)
    for n in within:
        run = text.runs[n]
        limit = article.block if text.holds(article.block, run) else frame
        element = called[run.place.number]
        if run.hidden or (element > limit and element not in around):
            yield n


def _main(text: WebText, article: Article) -> set[int]:
    """Return the forms and asides that hold most of the article's block, and so its text."""
    ink = sums(text, [0 if run.hidden else run.ink - run.linked for run in text.runs])
    return {
        element.number
        for element in text.elements[article.block :]
        if element.name in ("aside", "form") and 2 * ink[element.number] > ink[article.block]
    }


def _stack_start(text: WebText, article: Article, declared: Declared, top: int) -> int:
    """Return where the article begins: at the kickers right above the headline, or at its top."""
    if not article.headline:
        return top
    start = article.headline[0]
    while start and _is_kicker(text, declared, text.runs[start - 1], text.runs[article.headline[0]]):
        start -= 1
    return start


def _is_kicker(text: WebText, declared: Declared, run: Run, headline: Run) -> bool:
    if (
        run.picture
        or run.hidden
        or run.linked
        or TOOL.fullmatch(text.words(run))
        or bare(text.words(run)) == bare(text.words(headline))
    ):
        return False
    named = is_marked_kicker(run, headline) or text.words(run) in declared.kickers
    return named or stands_beside(text, headline, run)


def is_marked_kicker(run: Run, headline: Run) -> bool:
    """Say whether the markup makes the line above the headline its kicker: by a name, or as a heading beside it."""
    named = any(element.words & KICKER_WORDS for element in run.near)
    grouped = any(element.name == "hgroup" for element in run.near)
    return (
        named
        or grouped
        or (run.block.name in ("h2", "h3", "h4", "h5") and run.block.parent is headline.block.parent)
    )


def ancestors(block: Element) -> Iterator[Element]:
    """Yield a block and the blocks around it, from the innermost outward."""
    element: Element | None = block
    while element is not None:
        yield element
        element = element.parent


def _frame(one: Element, other: Element) -> int:
    """Return the innermost block that holds both, 0 for the whole page."""
    numbers = {element.number for element in ancestors(other)}
    return next((element.number for element in ancestors(one) if element.number in numbers), 0)


def stands_beside(text: WebText, headline: Run, run: Run) -> bool:
    """Say whether `run` is a line of the same place and kind as the headline's, and is displayed."""
    same_place = run.block.name == headline.block.name and _place(run.block) is _place(headline.block)
    return same_place and _is_display_line(text, run) and _is_displayed(run)


def stands_in_header(text: WebText, headline: Run, run: Run) -> bool:
    """Say whether `run` is a line of the article's own header, in which the headline stands."""
    around = run.block.parent
    is_header = around is not None and (around.name == "header" or "header" in around.words)
    return is_header and around is headline.block.parent and _is_display_line(text, run)


def is_lead_line(text: WebText, run: Run) -> bool:
    """Say whether a line may be the sentence in which an article is summed up, outside of its text."""
    words = text.words(run)
    is_pages = LINES_OF_PAGE.fullmatch(words) or PROMOTION.fullmatch(words) or LABELLED.match(words)
    sentence = bool(_SENTENCE.search(words)) and len(words) <= _LEAD_MOST
    return sentence and not (run.picture or run.hidden or run.linked or is_pages or DATE.search(words))


def _is_display_line(text: WebText, run: Run) -> bool:
    """Say whether the words of a line may be a kicker or a deck."""
    words = text.words(run)
    no_line = (
        _SENTENCE_END.search(words) or DATE.search(words) or LABELLED.match(words) or TOOL.fullmatch(words)
    )
    if run.picture or run.hidden or run.linked or len(words) > _LONGEST or no_line:
        return False
    return not CRUMBS.match(words) and not REPORTER.fullmatch(words)


def _place(block: Element) -> Element | None:
    """Return what holds the lines: for the cell of a table, the table's part that holds its row."""
    return block.parent.parent if block.name in _CELLS and block.parent else block.parent


def _is_displayed(run: Run) -> bool:
    styles = " ".join(element.style for element in run.near)
    tags = {element.name for element in run.near}
    return bool(_DISPLAYED.search(styles)) or bool(tags & {"center", "strong", "b", "font"})
