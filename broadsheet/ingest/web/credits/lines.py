"""The lines of a page in which its credits stand: around the headline, alone in the text, and at the foot."""

import re
from collections.abc import Iterator

from broadsheet.ingest.web.article import Article
from broadsheet.ingest.web.credits.gathered import by_run, has_source, is_dated, told
from broadsheet.ingest.web.credits.masthead import folio_day, own_name
from broadsheet.ingest.web.credits.outside import is_of_readers, outside
from broadsheet.ingest.web.credits.repeated import once
from broadsheet.ingest.web.credits.words import Credit, left_words
from broadsheet.ingest.web.headline import bare
from broadsheet.ingest.web.markup.runs import Element, Run, WebText
from broadsheet.ingest.web.metadata import Declared
from broadsheet.ingest.web.plan import Plan, ancestors, in_figure
from broadsheet.lexicon.web_credits import BY_NAMES, LABELLED, WORKS_BY
from broadsheet.lexicon.web_days import DATE
from broadsheet.lexicon.web_pages import DECK_WORDS, FRAME_TAGS, KICKER_WORDS, TODAY

_LINE_MOST = 60  # characters of a credit line within the text
_LEFT_MOST = 12  # characters of a line of day and source that no credit holds
_ABOVE = 6  # runs above the headline
_BELOW_LEAD = 3  # runs below the first one, which may be a lead with the line of credits below it
_TITLE_LEAST = 6  # characters that a repeated headline has at least
_OPENS = re.compile(r"[（(【\[]?\s*")
_SPEAKS = re.compile(r"[（(【\[]?\s*(?:记者|文|图)\s*[：:]")  # so an interview's question opens too


def find_credits(
    text: WebText, article: Article, declared: Declared, plan: Plan, *, is_alone: bool
) -> dict[int, tuple[Credit, ...]]:
    """Return the credits by the index of their run; the page's own name and day only where it `is_alone`."""
    found = dict(_above_text(text, article, declared, plan))
    found |= _amid_text(text, declared, plan, has_day=is_dated(found))
    found |= outside(text, declared, plan, found)
    if is_alone and not is_dated(found):
        found |= folio_day(text, plan, declared)
    if is_alone and not has_source(found):
        named = own_name(text, plan, declared, found)
        found |= {n: tuple(sorted((*found.get(n, ()), *line))) for n, line in named.items()}
    return once(text, found, declared)


def _above_text(
    text: WebText, article: Article, declared: Declared, plan: Plan
) -> Iterator[tuple[int, tuple[Credit, ...]]]:
    """Yield the credits in the lines around the headline."""
    for n, line in by_run(text, _head(text, article, declared, plan), declared).items():
        is_text = text.holds(article.block, text.runs[n])
        fitting = _fitting(line, is_above=n < plan.first, is_text=is_text)
        if fitting and (not is_text or _left(text, n, fitting) <= _LEFT_MOST):
            yield n, fitting


def _amid_text(
    text: WebText, declared: Declared, plan: Plan, *, has_day: bool
) -> dict[int, tuple[Credit, ...]]:
    """Return the credits in lines of their own between the paragraphs, and below the last one."""
    found: dict[int, tuple[Credit, ...]] = {}
    for n in range(plan.opening, plan.last + 1):
        run, is_last = text.runs[n], n > plan.closing
        others = n in plan.furniture and (not is_last or n in plan.related or is_of_readers(run))
        is_near = is_last or n <= plan.opening + _BELOW_LEAD
        if not others and _is_credit_line(text, run, is_last=is_last, is_near=is_near):
            by = {"label", "day"} if is_near and not (has_day or is_dated(found)) else {"label"}
            lines = told(by_run(text, [n], declared), by)
            found |= {n: line for n, line in lines.items() if not _left(text, n, line)}
    return found


def _left(text: WebText, n: int, line: tuple[Credit, ...]) -> int:
    """Return how many characters of a line are in no credit: with many, it is a line of the text."""
    return len(left_words(text, text.runs[n], line))


def _head(text: WebText, article: Article, declared: Declared, plan: Plan) -> list[int]:
    """Return the lines around the headline that may hold credits: none that is the headline once more, or beside it."""
    around = [n for n in range(plan.first - 1, -1, -1) if text.holds(plan.frame, text.runs[n])][:_ABOVE]
    above = sorted(plan.records.union(around))
    below = range(max(article.headline, default=plan.first - 1) + 1, plan.opening)
    titles = bare(declared.titles)
    return [
        n
        for n in (*(n for n in above if n < plan.first), *below)
        if not text.runs[n].hidden
        and not text.runs[n].picture
        and not in_figure(text, plan.frame, n)
        and not (TODAY.search(text.words(text.runs[n])) and DATE.search(text.words(text.runs[n])))
        and not _is_in_menu(text.runs[n].block, plan.frame)
        and not any(element.words & (DECK_WORDS | KICKER_WORDS) for element in text.runs[n].near)
        and not _is_title(bare(text.words(text.runs[n])), titles)
    ]


def _is_in_menu(block: Element, frame: int) -> bool:
    """Say whether a block stands in a menu or the like. The foot of an article's own head is none."""
    within = [element for element in ancestors(block) if element.number > frame]
    return any(element.name in FRAME_TAGS - {"footer"} for element in within)


def _is_title(words: str, titles: str) -> bool:
    return len(words) >= _TITLE_LEAST and words in titles


def _is_credit_line(text: WebText, run: Run, *, is_last: bool, is_near: bool) -> bool:
    """Say whether a line in the text opens with a label; a speaker's name may look like one but at the end.

    There, and near the first paragraph, a day alone is one too; near it a line of who did what is one.
    """
    words = text.words(run)
    by_names = BY_NAMES.fullmatch(words) or WORKS_BY.fullmatch(words)
    if (is_near and DATE.fullmatch(words)) or (by_names and not is_last):
        return True
    opening = _OPENS.match(words)
    label = LABELLED.match(words, opening.end() if opening else 0)
    return label is not None and run.ink <= _LINE_MOST and (is_last or not _SPEAKS.match(words))


def _fitting(line: tuple[Credit, ...], *, is_above: bool, is_text: bool) -> tuple[Credit, ...]:
    """Return a head line's credits; above the headline a form or a place tells nothing, and in the text no place does."""
    unfit = {"form", "name", "place"} if is_above else {"place"} if is_text else set()
    return tuple(credit for credit in line if credit.told_by not in unfit)
