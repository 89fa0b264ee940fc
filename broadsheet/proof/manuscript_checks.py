"""Checks of one manuscript by itself: each a small function from an article to findings."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote

from broadsheet.manuscript.located import Place
from broadsheet.manuscript.pictures import PICTURE_TYPES, picture_path
from broadsheet.model.article import Status
from broadsheet.model.finding import Finding, Severity
from broadsheet.proof.archive import Bundle, Copy
from broadsheet.proof.pairs import lone_signs
from broadsheet.proof.picture_checks import words_in_photo

ManuscriptCheck = Callable[[Copy, Bundle], Iterator[Finding]]

_PICTURE = re.compile(r"!\[[^\]]*\]\(\s*<?(?P<file>[^\s)>]+)")
_NAMED = re.compile(
    r"\]\(\s*<?(?P<file>[^\s)>]+)|^ {0,3}\[[^\]]+\]:\s*<?(?P<reference>[^\s>]+)", re.MULTILINE
)


def unfinished(copy: Copy, _bundle: Bundle) -> Iterator[Finding]:
    """An article that readers do not get yet: nobody may forget that it stands."""
    status = copy.article.status
    if status is not Status.PUBLISHED:
        message = f"the article has status {status}"
        yield copy.remark("unfinished", message, "finish it and take the line `status` out", ("status",))


def no_title(copy: Copy, _bundle: Bundle) -> Iterator[Finding]:
    """An article that nobody can name."""
    if not copy.article.title:
        hint = "supply one by a ruling, or as `title` with `title_supplied: true`"
        supplied = ("title_supplied",) if copy.article.title_supplied else ()
        yield copy.remark("no-title", "the article has no headline", hint, supplied)


def no_body(copy: Copy, _bundle: Bundle) -> Iterator[Finding]:
    """An article without text, unless its pictures are what it shows."""
    if not copy.article.body.strip() and not copy.article.photos:
        yield copy.remark("no-text", "the article has no text", "write it, or delete the file")


def early_correction(copy: Copy, _bundle: Bundle) -> Iterator[Finding]:
    """A correction made before the paper was printed."""
    for number, correction in enumerate(copy.article.corrections):
        if correction.date < copy.address.date:
            message = f"the correction of {correction.date} is older than its edition"
            yield copy.remark("early-correction", message, "mend its date", ("corrections", number, "date"))


def missing_photo(copy: Copy, bundle: Bundle) -> Iterator[Finding]:
    """A picture that is not there, or that a page cannot show."""
    for file, place in _pictures(copy):
        path = _path(copy, file)
        if path not in bundle.tree.files:
            message = f"there is no file {bundle.tree.content / path}"
            hint = "put it there, or take `file` out: the caption then keeps the photo’s place"
        elif not path.lower().endswith(PICTURE_TYPES):
            message = f"{file} is no picture that a page can show"
            hint = f"use a file that ends in {', '.join(PICTURE_TYPES)}"
        else:
            continue
        yield copy.remark("missing-photo", message, hint, place)


def no_alt(copy: Copy, _bundle: Bundle) -> Iterator[Finding]:
    """A picture that a reader who cannot see it is told nothing of."""
    for number, photo in enumerate(copy.article.photos):
        if photo.file and not (photo.alt or photo.caption):
            message = f"the photo {photo.file} has neither `alt` nor `caption`"
            hint = "say in `alt` what it shows"
            yield copy.remark("no-alt", message, hint, ("photos", number), Severity.DOUBT)


def unpaired(copy: Copy, _bundle: Bundle) -> Iterator[Finding]:
    """Quotation marks or brackets that open and do not close, paragraph by paragraph."""
    hint = "compare with print; what print left open may stay"
    for lone in lone_signs(copy.article.title):
        message = f"“{lone.sign}” in the headline has no partner"
        yield copy.remark("unpaired", message, hint, ("title",), Severity.DOUBT)
    for lone in lone_signs(copy.article.body):
        place = _in_body(copy, lone.offset)
        yield copy.remark("unpaired", f"“{lone.sign}” has no partner", hint, place, Severity.DOUBT)


def unknown_author(copy: Copy, _bundle: Bundle) -> Iterator[Finding]:
    """An author whom the byline does not name. A name of two hanzi may be set wide: 王　军."""
    byline = "".join(copy.article.byline.split())
    for author in copy.article.authors:
        if byline and "".join(author.split()) not in byline:
            message = f"{author} is an author, and the byline does not say so"
            yield copy.remark("unknown-author", message, "mend one of the two", ("authors",), Severity.DOUBT)


def pictures_named(copy: Copy) -> frozenset[str]:
    """Return the paths below content/ of all that the article shows or links to."""
    texts = f"{copy.article.body}\n\n{copy.article.editors_note}"
    in_texts = (match["file"] or match["reference"] for match in _NAMED.finditer(texts))
    files = (photo.file for photo in copy.article.photos if photo.file)
    return frozenset(
        [*(_path(copy, unquote(file)) for file in in_texts), *(_path(copy, file) for file in files)]
    )


def _pictures(copy: Copy) -> Iterator[tuple[str, tuple[str | int, ...] | Place]]:
    for number, photo in enumerate(copy.article.photos):
        if photo.file:
            yield photo.file, ("photos", number, "file")
    for match in _PICTURE.finditer(copy.article.body):
        yield unquote(match["file"]), _in_body(copy, match.start())


def _path(copy: Copy, file: str) -> str:
    return picture_path(file, copy.path.rpartition("/")[0])


def _in_body(copy: Copy, offset: int) -> Place:
    before = copy.article.body[:offset]
    return Place(copy.body_line + before.count("\n"), offset - before.rfind("\n"))


MANUSCRIPT_CHECKS: tuple[ManuscriptCheck, ...] = (
    unfinished,
    no_title,
    no_body,
    early_correction,
    missing_photo,
    no_alt,
    words_in_photo,
    unpaired,
    unknown_author,
)
