"""What a page says of its paper outside of the article: the day of a digital paper, and the paper's own name."""

import re
from collections.abc import Iterator

from broadsheet.ingest.web.credits.gathered import Found, all_of, said_by
from broadsheet.ingest.web.credits.words import Credit
from broadsheet.ingest.web.markup.runs import Run, WebText
from broadsheet.ingest.web.metadata import Declared, title_parts
from broadsheet.ingest.web.plan import Plan
from broadsheet.lexicon.web_days import DATE
from broadsheet.lexicon.web_pages import COPYRIGHT, DIGITAL_PAPER, PAGE_LABEL, PAGE_MARK, PAPER, TODAY
from broadsheet.model.page_reading import Role
from broadsheet.model.source import Span

_LINE_MOST = 40  # inked characters of a line that gives the day of a page


def is_digital_paper(text: WebText, plan: Plan, declared: Declared) -> bool:
    """Say whether the page's title says so, or a line above or below the text names a printed page: 第03版：要闻."""
    if any(DIGITAL_PAPER.search(part) for part in title_parts(declared.titles)):
        return True
    around = (
        run for n, run in enumerate(text.runs) if not plan.opening <= n <= plan.last and _is_short_line(run)
    )
    return any(PAGE_MARK.search(text.words(run)) or PAGE_LABEL.match(text.words(run)) for run in around)


def folio_day(text: WebText, plan: Plan, declared: Declared) -> Found:
    """Return the day of a digital paper: the only one that its lines outside of the article print, if any."""
    days = [
        (n, Span(run.span.start + day.start(), run.span.start + day.end()), day[0])
        for n, run in enumerate(text.runs)
        if not plan.first <= n <= plan.last
        and _is_short_line(run)
        and not (run.linked == run.ink or TODAY.search(text.words(run)))
        for day in DATE.finditer(text.words(run))
    ]
    if len({words for _, _, words in days}) != 1 or not is_digital_paper(text, plan, declared):
        return {}
    n, span, _ = days[0]
    return {n: (Credit(span, Role.SOURCE_CREDIT, "day"),)}


def own_name(text: WebText, plan: Plan, declared: Declared, found: Found) -> Found:
    """Return where the page prints the name of its paper: in a piece of a line by itself, or in the title.

    The name is the publisher in the page's head, or what the head calls the site; of a digital paper, any name in its
    title that ends as a paper's does; and what the title calls the site where a line of copyright names it too. It is no
    source where the head names one that no credit of those `found` does.
    """
    printed = {said_by(text, credit) for credit in all_of(found)}
    if declared.sources.difference(declared.own_names, printed):
        return {}
    papers = sorted(filter(PAPER.fullmatch, declared.sites)) if is_digital_paper(text, plan, declared) else []
    for name in (*declared.own_names, *papers, *_owners(text, plan, declared)):
        for n, span in _pieces_called(text, plan, name):
            return {n: (Credit(span, Role.SOURCE_CREDIT, "masthead"),)}
    return {}


def _owners(text: WebText, plan: Plan, declared: Declared) -> list[str]:
    """Return the names of the site that a line of copyright outside of the article has too."""
    outside = [run for n, run in enumerate(text.runs) if not (plan.first <= n <= plan.last or run.hidden)]
    lines = [
        words for run in outside if COPYRIGHT.search(words := text.words(run)) and run.block.name != "title"
    ]
    return [name for name in sorted(declared.sites) if any(_names_owner(words, name) for words in lines)]


def _names_owner(words: str, name: str) -> bool:
    """Say whether a line of copyright has the whole of a name: 纪检 in 云溪大学纪检监察室 is none."""
    return bool(
        re.search(
            rf"(?:(?<=所有)|(?<![^\W\d_])){re.escape(name)}(?:(?=社|有限公司|版[权權])|(?![^\W\d_]))", words
        )
    )


def _pieces_called(text: WebText, plan: Plan, name: str) -> Iterator[tuple[int, Span]]:
    """Yield the pieces of lines outside of the article that are `name`, and last its place in the page's title."""
    holding = [(n, run) for n, run in enumerate(text.runs) if name in text.words(run) and not run.hidden]
    for n, run in holding:
        if not plan.first <= n <= plan.last and run.block.name != "title":
            yield from ((n, span) for span, _ in text.pieces(run) if text.source.slice(span) == name)
    for n, run in holding:
        if run.block.name == "title":
            start = run.span.start + text.words(run).index(name)
            yield n, Span(start, start + len(name))


def _is_short_line(run: Run) -> bool:
    return 0 < run.ink <= _LINE_MOST and not run.hidden and run.block.name != "title"
