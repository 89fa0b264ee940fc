"""Checks of single manuscripts: each is a function from an article to findings."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote

from broadsheet.manuscript.located import Place
from broadsheet.manuscript.pictures import PICTURE_TYPES, picture_path
from broadsheet.model.article import Status
from broadsheet.model.finding import Finding, Severity
from broadsheet.proof.archive import EditionFolder, LocatedArticle
from broadsheet.proof.pairs import lone_signs
from broadsheet.proof.picture_checks import words_in_photo

ManuscriptCheck = Callable[[LocatedArticle, EditionFolder], Iterator[Finding]]

_PICTURE = re.compile(r"!\[[^\[\]]*\]\(\s*<?(?P<file>[^\s)>]+)")
_NAMED = re.compile(
    r"\]\(\s*<?(?P<file>[^\s)>]+)|^ {0,3}\[[^\[\]\n]+\]:\s*<?(?P<reference>[^\s>]+)", re.MULTILINE
)


def unfinished(located: LocatedArticle, _folder: EditionFolder) -> Iterator[Finding]:
    """An article that is not published yet, so that it is not forgotten."""
    status = located.article.status
    if status is not Status.PUBLISHED:
        message = f"the article has status {status}"
        yield located.remark("unfinished", message, "finish it and take the line `status` out", ("status",))


def no_title(located: LocatedArticle, _folder: EditionFolder) -> Iterator[Finding]:
    """An article without a headline."""
    if not located.article.title:
        hint = "supply one by a ruling, or as `title` with `title_supplied: true`"
        yield located.remark("no-title", "the article has no headline", hint)


def no_body(located: LocatedArticle, _folder: EditionFolder) -> Iterator[Finding]:
    """An article with neither text nor pictures."""
    if not located.article.body.strip() and not located.article.photos:
        yield located.remark("no-text", "the article has no text", "write it, or delete the file")


def early_correction(located: LocatedArticle, _folder: EditionFolder) -> Iterator[Finding]:
    """A correction that is older than its edition."""
    for number, correction in enumerate(located.article.corrections):
        if correction.date < located.address.date:
            message = f"the correction of {correction.date} is older than its edition"
            yield located.remark(
                "early-correction", message, "mend its date", ("corrections", number, "date")
            )


def missing_photo(located: LocatedArticle, folder: EditionFolder) -> Iterator[Finding]:
    """A picture file that is missing, or in a format that a page cannot show."""
    for file, place in _pictures(located):
        path = _path(located, file)
        if path not in folder.tree.files:
            message = f"there is no file {folder.tree.content / path}"
            hint = "put it there, or take `file` out: the caption then keeps the photo’s place"
        elif not path.lower().endswith(PICTURE_TYPES):
            message = f"{file} is no picture that a page can show"
            hint = f"use a file that ends in {', '.join(PICTURE_TYPES)}"
        else:
            continue
        yield located.remark("missing-photo", message, hint, place)


def no_alt(located: LocatedArticle, _folder: EditionFolder) -> Iterator[Finding]:
    """A photo without a text for readers who cannot see it."""
    for number, photo in enumerate(located.article.photos):
        if photo.file and not (photo.alt or photo.caption):
            message = f"the photo {photo.file} has neither `alt` nor `caption`"
            hint = "say in `alt` what it shows"
            yield located.remark("no-alt", message, hint, ("photos", number), Severity.DOUBT)


def unpaired(located: LocatedArticle, _folder: EditionFolder) -> Iterator[Finding]:
    """Quotation marks or brackets that open and do not close, paragraph by paragraph."""
    hint = "compare with print; what print left open may stay"
    for lone in lone_signs(located.article.title):
        message = f"“{lone.sign}” in the headline has no partner"
        yield located.remark("unpaired", message, hint, ("title",), Severity.DOUBT)
    for lone in lone_signs(located.article.body):
        place = _in_body(located, lone.offset)
        yield located.remark("unpaired", f"“{lone.sign}” has no partner", hint, place, Severity.DOUBT)


def unknown_author(located: LocatedArticle, _folder: EditionFolder) -> Iterator[Finding]:
    """An author whom the byline does not name. A name of two hanzi may be set wide: 王　军."""
    byline = "".join(located.article.byline.split())
    for author in located.article.authors:
        if byline and "".join(author.split()) not in byline:
            message = f"{author} is an author, and the byline does not say so"
            yield located.remark(
                "unknown-author", message, "mend one of the two", ("authors",), Severity.DOUBT
            )


def pictures_named(located: LocatedArticle) -> frozenset[str]:
    """Return the paths below content/ of all files that the article shows or links to."""
    texts = f"{located.article.body}\n\n{located.article.editors_note}"
    in_texts = (match["file"] or match["reference"] for match in _NAMED.finditer(texts))
    files = (photo.file for photo in located.article.photos if photo.file)
    return frozenset(
        [*(_path(located, unquote(file)) for file in in_texts), *(_path(located, file) for file in files)]
    )


def _pictures(located: LocatedArticle) -> Iterator[tuple[str, tuple[str | int, ...] | Place]]:
    for number, photo in enumerate(located.article.photos):
        if photo.file:
            yield photo.file, ("photos", number, "file")
    for match in _PICTURE.finditer(located.article.body):
        yield unquote(match["file"]), _in_body(located, match.start())


def _path(located: LocatedArticle, file: str) -> str:
    return picture_path(file, located.path.rpartition("/")[0])


def _in_body(located: LocatedArticle, offset: int) -> Place:
    before = located.article.body[:offset]
    return Place(located.body_line + before.count("\n"), offset - before.rfind("\n"))


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
