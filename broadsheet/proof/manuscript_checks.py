"""Checks of one manuscript by itself: each a small function from a manuscript to findings."""

from collections.abc import Callable, Iterator

from broadsheet.model.article import Manuscript, Status
from broadsheet.model.finding import Finding, Severity

ManuscriptCheck = Callable[[Manuscript], Iterator[Finding]]

_PAIRS = (("“", "”"), ("（", "）"), ("《", "》"))


def _finding(
    manuscript: Manuscript, code: str, message: str, hint: str, severity: Severity = Severity.ERROR
) -> Finding:
    return Finding(code=code, path=manuscript.path, message=message, hint=hint, severity=severity)


def unfinished(manuscript: Manuscript) -> Iterator[Finding]:
    """An article that readers do not get yet: nobody may forget that it stands."""
    status = manuscript.article.status
    if status is not Status.PUBLISHED:
        yield _finding(
            manuscript,
            "unfinished",
            f"the article has status {status}",
            "finish it and take the line `status` out",
        )


def no_title(manuscript: Manuscript) -> Iterator[Finding]:
    """An article that nobody can name."""
    article = manuscript.article
    if not article.title:
        hint = "supply one by a ruling, or as `title` with `title_supplied: true`"
        yield _finding(manuscript, "no-title", "the article has no headline", hint)


def no_body(manuscript: Manuscript) -> Iterator[Finding]:
    """An article without text, unless its pictures are what it shows."""
    if not manuscript.article.body.strip() and not manuscript.article.photos:
        yield _finding(manuscript, "no-text", "the article has no text", "write it, or delete the file")


def early_correction(manuscript: Manuscript) -> Iterator[Finding]:
    """A correction made before the paper was printed."""
    for correction in manuscript.article.corrections:
        if correction.date < manuscript.address.date:
            message = f"the correction of {correction.date} is older than its edition"
            yield _finding(manuscript, "early-correction", message, "mend its date")


def unpaired(manuscript: Manuscript) -> Iterator[Finding]:
    """Quotation marks or brackets that open and do not close, paragraph by paragraph."""
    article = manuscript.article
    for text in (article.title, *article.body.split("\n\n")):
        for opening, closing in _PAIRS:
            if text.count(opening) != text.count(closing):
                message = f"{opening} and {closing} do not pair in “{text[:14]}…”"
                hint = "a quotation that runs over several paragraphs may stay"
                yield _finding(manuscript, "unpaired", message, hint, Severity.DOUBT)


def unknown_author(manuscript: Manuscript) -> Iterator[Finding]:
    """An author whom the byline does not name."""
    article = manuscript.article
    for author in article.authors:
        if article.byline and author not in "".join(article.byline.split()):
            message = f"{author} is an author, and the byline does not say so"
            yield _finding(manuscript, "unknown-author", message, "mend one of the two", Severity.DOUBT)


def no_alt(manuscript: Manuscript) -> Iterator[Finding]:
    """A picture that a reader who cannot see it is told nothing of."""
    for photo in manuscript.article.photos:
        if photo.file and not (photo.alt or photo.caption):
            message = f"the photo {photo.file} has neither `alt` nor `caption`"
            yield _finding(manuscript, "no-alt", message, "say in `alt` what it shows", Severity.DOUBT)


MANUSCRIPT_CHECKS: tuple[ManuscriptCheck, ...] = (
    unfinished,
    no_title,
    no_body,
    early_correction,
    unpaired,
    unknown_author,
    no_alt,
)
