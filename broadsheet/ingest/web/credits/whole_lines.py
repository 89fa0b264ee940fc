"""Lines that are credits from end to end: writers by post or by name, who did what, and where a text was first printed."""

import re
from collections.abc import Callable

from broadsheet.ingest.web.credits.words import Credit
from broadsheet.ingest.web.markup.runs import Run, WebText
from broadsheet.ingest.web.metadata import Declared
from broadsheet.lexicon import web_credits as web
from broadsheet.model.page_reading import Role
from broadsheet.model.source import Span


def whole_line(text: WebText, run: Run, declared: Declared) -> list[Credit]:
    """Return the credits of a line that is nothing else, none for any other line."""
    for pattern, credits_in in _LINES:
        if line := pattern.fullmatch(text.words(run)):
            return credits_in(run, line, declared)
    return []


def _reporter(run: Run, line: re.Match[str], _declared: Declared) -> list[Credit]:
    """Return the byline of a line that names a post: the names alone, where the post is more than a reporter's.

    A paper before the post, parted from it, is the source: 云溪日报／记者张三.
    """
    whole = web.PLAIN_POST.fullmatch(line["post"])
    names = _part(run, *line.span("names"))
    if not line["paper"]:
        return [Credit(run.span if whole else names, Role.BYLINE, "label")]
    paper = Credit(_part(run, *line.span("paper")), Role.SOURCE_CREDIT, "label")
    posted = _part(run, line.start("post"), line.end("names"))
    return [paper, Credit(posted if whole else names, Role.BYLINE, "label")]


def _reporter_and_day(run: Run, line: re.Match[str], _declared: Declared) -> list[Credit]:
    writer = Credit(_part(run, *line.span("line")), Role.BYLINE, "label")
    return [writer, Credit(_part(run, *line.span("day")), Role.SOURCE_CREDIT, "day")]


def _origin(run: Run, _line: re.Match[str], _declared: Declared) -> list[Credit]:
    return [Credit(run.span, Role.SOURCE_CREDIT, "label")]


def _works(run: Run, line: re.Match[str], _declared: Declared) -> list[Credit]:
    """Return the credits of a line that says who wrote, and who took the pictures."""
    return [_work(run, work) for work in web.WORK_BY.finditer(line[0])]


def _work(run: Run, work: re.Match[str]) -> Credit:
    if web.WRITING.fullmatch(work["work"]):
        return Credit(_part(run, *work.span("names")), Role.BYLINE, "label")
    role = Role.FURNITURE if work["work"] == "Editing" else Role.PHOTO_CREDIT
    return Credit(_part(run, *work.span()), role, "label")


def _by_names(run: Run, line: re.Match[str], declared: Declared) -> list[Credit]:
    """Return the byline in letters, without the paper behind the last comma, which is the source."""
    names, comma, last = line[0].rpartition(", ")
    papers = declared.sites | declared.publishers | declared.sources
    if not comma or not (last in papers or web.PAPER_BEHIND.fullmatch(last)):
        return [Credit(run.span, Role.BYLINE, "label")]
    writers = Credit(_part(run, 0, len(names)), Role.BYLINE, "label")
    return [writers, Credit(_part(run, len(names) + len(comma), len(line[0])), Role.SOURCE_CREDIT, "label")]


def _named_by_post(run: Run, _line: re.Match[str], _declared: Declared) -> list[Credit]:
    return [Credit(run.span, Role.BYLINE, "label")]


def _names_in_a_row(run: Run, line: re.Match[str], _declared: Declared) -> list[Credit]:
    """Return the byline of a line of names. Links, and words that look like names (海南), may be parts of the site."""
    is_of_site = run.linked or web.NO_NAME_ALONE.search(line[0])
    return [] if is_of_site else [Credit(run.span, Role.BYLINE, "form")]


def _part(run: Run, first: int, last: int) -> Span:
    return Span(run.span.start + first, run.span.start + last)


_Credits = Callable[[Run, re.Match[str], Declared], list[Credit]]
_LINES: tuple[tuple[re.Pattern[str], _Credits], ...] = (
    (web.REPORTER, _reporter),
    (web.DESK_REPORTS, _named_by_post),
    (web.OF_PAPER, _named_by_post),
    (web.REPORTER_AND_DAY, _reporter_and_day),
    (web.ORIGIN, _origin),
    (web.WORKS_BY, _works),
    (web.BY_NAMES, _by_names),
    (web.NAMED_BY_POST, _named_by_post),
    (web.NAMES_IN_A_ROW, _names_in_a_row),
)
