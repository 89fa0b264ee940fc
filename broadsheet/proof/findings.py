"""Running all checks: an article, the archive and the built site, each into its findings."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import TypeVar

from broadsheet.manuscript.located import Place
from broadsheet.model.finding import Finding, Severity
from broadsheet.model.message import say
from broadsheet.proof.check import Check, Remark, Spot, TextCheck, finding_of
from broadsheet.proof.checks import ERRORS, FAMILIES, RULES
from broadsheet.proof.read.archive import Archive
from broadsheet.proof.read.exceptions import LintException
from broadsheet.proof.read.located_article import LocatedArticle
from broadsheet.proof.read.prose import Prose
from broadsheet.proof.read.site import PageOfSite, Site

T = TypeVar("T")

PROSE_CHECKS = tuple(chain.from_iterable(family.prose for family in FAMILIES))
"""All checks of the sentences of a manuscript."""


def article_findings(located: LocatedArticle, path: str) -> Iterator[Finding]:
    """Yield the findings about an article alone; `path` is its file's in messages."""
    for family in FAMILIES:
        for check in family.article:
            for remark in check.find(located):
                yield finding_of(check, remark, path, located.place(remark.at))
    for text_check, spot in prose_spots(located.prose):
        yield finding_of(text_check, spot, path, located.in_prose(spot.start))


def prose_spots(prose: Prose) -> Iterator[tuple[TextCheck, Spot]]:
    """Yield each spot of a text with the check that found it."""
    text = prose.text
    for check in PROSE_CHECKS:
        if not check.needs or _holds(text, check.needs):
            for spot in check.find(prose):
                yield check, spot


def _holds(text: str, needs: tuple[str, ...]) -> bool:
    for words in needs:  # noqa: SIM110  `any` takes three times as long, some hundred times a manuscript
        if words in text:
            return True
    return False


def archive_findings(archive: Archive) -> Iterator[Finding]:
    """Yield all findings about content/, without those that editors excepted, in the order of files and lines."""
    found = sorted(_all_findings(archive), key=lambda finding: (finding.path, finding.line, finding.column))
    yield from without_excepted(found, archive.exceptions)


def _all_findings(archive: Archive) -> Iterator[Finding]:
    yield from archive.findings
    for family in FAMILIES:
        for check in family.archive:
            yield from _remarked(check, check.find(archive))
        for folder in archive.editions:
            for edition_check in family.edition:
                yield from _remarked(edition_check, edition_check.find(folder))


def _remarked(check: Check[T], remarks: Iterable[Remark]) -> Iterator[Finding]:
    for remark in remarks:
        place = remark.at if isinstance(remark.at, Place) else Place(0, 0)
        yield finding_of(check, remark, remark.path, place)


def without_excepted(
    findings: Iterable[Finding], exceptions: dict[str, tuple[LintException, ...]]
) -> Iterator[Finding]:
    """Yield the findings that no exception leaves out, and one for each exception that is wrong.

    `exceptions` are by the path of their file.
    """
    used: dict[str, set[str]] = defaultdict(set)
    excepted = {path: {e.code for e in found if _is_right(e)} for path, found in exceptions.items()}
    for finding in findings:
        if finding.code in excepted.get(finding.path, ()):
            used[finding.path].add(finding.code)
        else:
            yield finding
    for path, found in exceptions.items():
        for exception in found:
            if wrong := _wrong(exception, path, is_used=exception.code in used[path]):
                yield wrong


def _is_right(exception: LintException) -> bool:
    return bool(exception.reason) and exception.code in RULES and exception.code not in ERRORS


def _wrong(exception: LintException, path: str, *, is_used: bool) -> Finding | None:
    """Return the finding about an exception that says too little, or that leaves nothing out."""
    line, column = exception.line, exception.column
    if exception.code not in RULES or exception.code in ERRORS:
        message = say("there is no warning or doubt “%(code)s”", code=exception.code)
        hint = say("write a code of docs/stylebook.md; an error has to be mended")
        return Finding("unknown-exception", path, message, hint, line, column, Severity.WARNING)
    if not exception.reason:
        message = say("this exception gives no reason, and has no effect")
        hint = say("write why behind the code: lint: off %(code)s as printed", code=exception.code)
        return Finding("exception-without-reason", path, message, hint, line, column, Severity.WARNING)
    if not is_used:
        message = say("“%(code)s” finds nothing in this file", code=exception.code)
        return Finding(
            "unused-exception", path, message, say("take this line out"), line, column, Severity.WARNING
        )
    return None


def site_findings(site: Site) -> Iterator[Finding]:
    """Yield the findings about the built site."""
    for family in FAMILIES:
        for page in site.pages:
            for page_check in family.page:
                yield from _remarked(page_check, page_check.find(PageOfSite(page, site)))
        for check in family.site:
            yield from _remarked(check, check.find(site))
