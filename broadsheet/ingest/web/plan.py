"""Where the parts of an article's page are: its headline's lines, its first and last paragraph, and its furniture."""

import re
from collections.abc import Iterator

import msgspec

from broadsheet.ingest.web.article import Article, furniture_elements, sums
from broadsheet.ingest.web.captions import is_set_apart
from broadsheet.ingest.web.headline import bare
from broadsheet.ingest.web.markup.runs import Element, Run, WebText
from broadsheet.ingest.web.metadata import Declared
from broadsheet.ingest.web.records import record_rows
from broadsheet.ingest.web.related import related_runs
from broadsheet.ingest.web.stack import is_marked_kicker, is_of_page, stands_beside
from broadsheet.lexicon.web_days import CLOCK, DATE
from broadsheet.lexicon.web_pages import FURNITURE_TAGS, HEADINGS, LINES_OF_PAGE, PROMOTION

_TEXT_LEAST = 20  # inked characters of a paragraph
_SENTENCE = re.compile(r"[，。！？；]|[.!?][”’\"')\]]*$")  # a comma parts a day or a name in letters too
_CAPTION_MOST = 80  # inked characters
_LONG = 80  # characters of a line that is a paragraph whatever ends it


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """Indices of runs: the article is from `first` to `last`, its paragraphs from `opening` to `closing`.

    `frame` is the innermost element around headline and text. `furniture` are runs that the markup makes furniture, and
    the `related` ones, which belong to other stories, and the `records`, rows of labels above the text.
    """

    first: int
    last: int
    opening: int
    closing: int
    frame: int
    furniture: frozenset[int]
    related: frozenset[int]
    records: frozenset[int]


def plan_of(text: WebText, article: Article, declared: Declared) -> Plan:
    """Return where the parts of the page are on which `article` was found."""
    block = [n for n, run in enumerate(text.runs) if text.holds(article.block, run)]
    below = _stack_end(text, article)
    head = text.runs[min((*article.headline, article.first))]
    frame = _frame(head.block, text.runs[next((n for n in block if n > below), article.first)].block)
    first = _stack_start(text, article, declared, block[0])
    last = max((*article.headline, *block))
    while first and in_figure(text, frame, first - 1):
        first -= 1
    while last + 1 < len(text.runs) and in_figure(text, frame, last + 1):
        last += 1
    called = frozenset(_called_furniture(text, article, range(first, last + 1), frame))
    related = related_runs(text, article, called)
    records = record_rows(text)
    furniture = called | related
    paragraphs = [n for n in block if n > below and _is_paragraph(text, text.runs[n])]
    if furniture.issuperset(paragraphs):  # the names of its elements call the whole article furniture
        furniture = frozenset(n for n in furniture if text.runs[n].hidden)
    paragraphs = [n for n in paragraphs if n not in furniture | records]
    opening = min(paragraphs, default=last + 1)
    records = frozenset(n for n in records if n < opening)
    return Plan(
        first=first,
        last=last,
        opening=opening,
        closing=max(paragraphs, default=last),
        frame=frame,
        furniture=furniture | records,
        related=related,
        records=records,
    )


def in_figure(text: WebText, frame: int, n: int) -> bool:
    """Say whether a run of the article's frame stands in a figure, or is a picture or the line set as its caption."""
    if not text.holds(frame, text.runs[n]):
        return False
    figure = any(element.name == "figure" for element in ancestors(text.runs[n].block))
    return figure or _is_captioned(text, n) or (n > 0 and _is_captioned(text, n - 1))


def _is_captioned(text: WebText, n: int) -> bool:
    """Say whether a run is a picture, and a short line in small or centred type follows it."""
    following = text.runs[n + 1] if text.runs[n].picture and n + 1 < len(text.runs) else None
    return following is not None and following.ink <= _CAPTION_MOST and is_set_apart(following)


def _is_paragraph(text: WebText, run: Run) -> bool:
    own, words = run.ink - run.linked, text.words(run)
    is_pages = LINES_OF_PAGE.fullmatch(words) or PROMOTION.fullmatch(words)
    rest = CLOCK.sub("", DATE.sub("", words)).strip()
    is_sentence = _SENTENCE.search(rest) or len(rest) >= _LONG
    return own >= _TEXT_LEAST and not run.hidden and not is_pages and bool(is_sentence)


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


def _stack_end(text: WebText, article: Article) -> int:
    """Return the last line of the headline, or of the decks in headings right below it."""
    end = max(article.headline, default=-1)
    while (
        article.headline
        and end + 1 < len(text.runs)
        and text.runs[end + 1].block.name in HEADINGS
        and text.runs[end + 1].ink <= _LONG
    ):
        end += 1
    return end


def _is_kicker(text: WebText, declared: Declared, run: Run, headline: Run) -> bool:
    if (
        run.picture
        or run.hidden
        or run.linked
        or is_of_page(text, run)
        or bare(text.words(run)) == bare(text.words(headline))
    ):
        return False
    named = is_marked_kicker(run, headline) or text.words(run) in declared.kickers
    return named or stands_beside(text, headline, run)


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
