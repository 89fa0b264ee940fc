"""Doubts about a saved web page as a whole: what may have been missed."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from broadsheet.ingest.web.article import Article
from broadsheet.ingest.web.markup.runs import Element, WebText
from broadsheet.ingest.web.metadata import Declared
from broadsheet.ingest.web.passages import form_of, keeps_lines
from broadsheet.ingest.web.story import Judged
from broadsheet.lexicon import web_pages as web
from broadsheet.lexicon.web_credits import PERSON
from broadsheet.lexicon.web_days import DATE
from broadsheet.model.finding import Finding, Severity
from broadsheet.model.page_reading import SET_BY_LINE, Role

_BELOW = 2  # runs below the text in which links to its next pages stand
_HALF = 0.5
_DAYS_MOST = 3  # days outside of an article among which its own may be; lists of other stories have more
_DAY_LINE_MOST = 40  # inked characters of a line that gives the day of a page
_BODY = frozenset({Role.PARAGRAPH, Role.SUBHEAD, *SET_BY_LINE})
_NO_LETTERS = re.compile(r"[\W_]+")
_CELLS_LEAST = 3
_LISTS = {Role.NUMBERED: "numbers", Role.BULLETED: "bullets"}
_SET = (Role.PARAGRAPH, Role.SUBHEAD)
_DAYS = ("day", "updated")
_NAME = re.compile(r"[^@/.\d]{2,20}")  # no address and no number


def page_doubts(
    text: WebText, article: Article, judged: Sequence[Judged], declared: Declared
) -> Iterator[Finding]:
    """Yield a doubt for each thing that the page as a whole may have and the article has not."""
    yield from _more_outside(text, article, judged)
    yield from _flattened(text, article, judged)
    yield from _declared_only(text, article, judged, declared)
    yield from _undated(text, article, judged, declared)
    yield from _lost_numbers(text, judged)
    yield from _more_pages(text, judged)
    yield from _list_of_links(text, judged)
    yield from _named_otherwise(text, article, judged, declared)


def _more_outside(text: WebText, article: Article, judged: Sequence[Judged]) -> Iterator[Finding]:
    if article.share < _HALF:
        message = "more than half of the page's sentences stand outside of what was taken for the article"
        hint = "compare with the page; save the article alone if it is another"
        yield finding(text, judged[article.first], "more-outside", message, hint)


def _flattened(text: WebText, article: Article, judged: Sequence[Judged]) -> Iterator[Finding]:
    """Yield a doubt for each table in the text whose cells are set as paragraphs."""
    tables: dict[int, dict[int, Judged]] = {}
    for one in judged:
        cell, table = _cell_and_table(one.run.block, article.block)
        links = one.amid and one.rule == "furniture" and one.run.linked == one.run.ink > 0
        if table and (one.role in _SET or links):
            tables.setdefault(table, {}).setdefault(cell, one)
    for cells in tables.values():
        first = next(iter(cells.values()))
        if len(cells) >= _CELLS_LEAST:
            message = f"the cells of a table are no table here, from “{text.words(first.run)[:16]}” on"
            yield finding(text, first, "table", message, "set them as a table in the manuscript")


def _cell_and_table(block: Element, article: int) -> tuple[int, int]:
    """Return the numbers of the cell in which a block stands, inside the article, and of its table, or zeros."""
    element: Element | None = block
    cell = 0
    while element is not None and element.number > article:
        if element.name == "table" and cell:
            return cell, element.number
        if element.name in ("td", "th"):
            cell = cell or element.number
        element = element.parent
    return 0, 0


def _declared_only(
    text: WebText, article: Article, judged: Sequence[Judged], declared: Declared
) -> Iterator[Finding]:
    """Yield a doubt where the page's head names a writer or a source, and no line of the page does.

    Where a source is printed, only a person's name is missed.
    """
    told = {(c.role, c.told_by) for one in judged for c in one.credits if c.told_by not in _DAYS}
    printed = {role for role, _ in told} | {one.role for one in judged}
    named = Role.BYLINE in printed
    known = named or any(role is Role.SOURCE_CREDIT and by != "masthead" for role, by in told)
    known = known or Role.SOURCE_CREDIT in {one.role for one in judged}
    people = filter(PERSON.fullmatch, declared.people)
    others = (declared.authors | declared.sources).difference(declared.own_names if told else ())
    names = sorted(set() if named else {*people} if known else others)
    names = [name for name in names if _NAME.fullmatch(name)]
    if names:
        message = f"the page's head names {', '.join(names)}, and no line of the page says by whom or where from it is"
        hint = "if readers saw it, add `byline` or `source_credit` to the manuscript"
        yield finding(text, judged[article.first], "credit-unprinted", message, hint)
    elif declared.publishers and Role.SOURCE_CREDIT not in printed:
        papers = ", ".join(sorted(declared.publishers))
        message = (
            f"the page's head names {papers} as its paper, and no line of the page says where from it is"
        )
        hint = "if readers should know, add `source_credit` to the manuscript"
        yield finding(text, judged[article.first], "publisher-unprinted", message, hint)


def _undated(
    text: WebText, article: Article, judged: Sequence[Judged], declared: Declared
) -> Iterator[Finding]:
    """Yield a doubt where the page's head or address says of which day it is, and no line prints a day with its year."""
    lines = [text.words(one.run) for one in judged if one.role is Role.SOURCE_CREDIT]
    lines += [
        text.source.slice(c.span) for one in judged for c in one.credits if c.role is not Role.FURNITURE
    ]
    if any(map(DATE.search, lines)):
        return
    hint = "if readers saw it, add the day to `source_credit` in the manuscript"
    elsewhere = _days_elsewhere(text, judged)
    if declared.days:
        message = (
            f"the page's head dates it {' or '.join(declared.days)}, and no line of the page prints that day"
        )
        yield finding(text, judged[article.first], "day-unprinted", message, hint)
    elif 0 < len(elsewhere) <= _DAYS_MOST:
        days = " and ".join(elsewhere)
        message = f"the page prints {days} outside of the article, and no line of the article has a day"
        yield finding(text, next(iter(elsewhere.values())), "day-outside", message, hint)


def _days_elsewhere(text: WebText, judged: Sequence[Judged]) -> dict[str, Judged]:
    """Return the days in short lines outside of the article, each with the first such line."""
    found: dict[str, Judged] = {}
    for one in judged:
        day = DATE.search(text.words(one.run)) if one.run.ink <= _DAY_LINE_MOST else None
        if day and not (one.within or one.run.hidden or one.run.linked):
            found.setdefault(day[0], one)
    return found


def _list_of_links(text: WebText, judged: Sequence[Judged]) -> Iterator[Finding]:
    """Yield a doubt where most of the text is links: the page may be a list of articles."""
    body = [one for one in judged if one.within and one.role in _BODY]
    if body and sum(one.run.linked for one in body) > _HALF * sum(one.run.ink for one in body):
        message = "most of this text is links: the page may be a list of articles, and no article"
        yield finding(text, body[0], "list-of-links", message, "save the page of each article")


def _named_otherwise(
    text: WebText, article: Article, judged: Sequence[Judged], declared: Declared
) -> Iterator[Finding]:
    """Yield a doubt where the page's head calls the article something else than the headline that was found."""
    found = _letters("".join(text.words(text.runs[n]) for n in article.headline))
    names = [name for name in declared.names if _letters(name)]
    if found and names and not any(found in _letters(name) or _letters(name) in found for name in names):
        message = f"the page's head calls the article “{names[0][:40]}”, and not by this headline"
        hint = "if that is the headline, give it in `title:`"
        yield finding(text, judged[article.headline[0]], "named-otherwise", message, hint)


def _letters(words: str) -> str:
    return _NO_LETTERS.sub("", words).lower()


def _lost_numbers(text: WebText, judged: Sequence[Judged]) -> Iterator[Finding]:
    """Yield a doubt for each list that is set as paragraphs, without the numbers or bullets that the page shows."""
    ink = sum(one.run.ink for one in judged if one.role is Role.PARAGRAPH)
    for form, group in groupby((one for one in judged if not one.run.picture), key=form_of):
        runs = list(group)
        if form is not None and form.role in _LISTS and not keeps_lines(runs, form, ink):
            what = _LISTS[form.role]
            message = f"the page sets {what} before the paragraphs from “{text.words(runs[0].run)[:16]}” on, and they are lost"
            yield finding(text, runs[0], "list-numbers", message, f"write the {what} in the manuscript")


def _more_pages(text: WebText, judged: Sequence[Judged]) -> Iterator[Finding]:
    """Yield a doubt where links to more pages of the article stand in its text or right below it."""
    within = [n for n, one in enumerate(judged) if one.within]
    for one in judged[within[0] : within[-1] + 1 + _BELOW]:
        words = text.words(one.run)
        if one.run.linked and web.PAGER.fullmatch(words):
            message = f"“{words[:24]}” leads to more pages of this article, and this file has one"
            hint = "save the whole article on one page, or add the rest"
            yield finding(text, one, "more-pages", message, hint)
            return


def finding(text: WebText, judged: Judged, code: str, message: str, hint: str) -> Finding:
    """Return a doubt about a run, with its line of the page's text."""
    line = text.source.lines[min(judged.run.line, len(text.source.lines)) - 1].number
    return Finding(
        code=code, path=text.source.path, line=line, message=message, hint=hint, severity=Severity.DOUBT
    )
