"""What the checks of an edition and of the archive need to know of a manuscript, so that it is read only when it changed."""

import re
from collections.abc import Iterator
from hashlib import blake2b
from typing import NamedTuple
from urllib.parse import unquote

import msgspec

from broadsheet.lexicon.page_numbers import page_number
from broadsheet.manuscript.located import Place, Route
from broadsheet.manuscript.pictures import PHOTO_FORMATS, picture_path
from broadsheet.model.article import Status
from broadsheet.proof.read.exceptions import LintException, exceptions_in
from broadsheet.proof.read.located_article import LocatedArticle

_PICTURE = re.compile(r"!\[[^\[\]]*\]\(\s*<?(?P<file>[^\s)>]+)")
_LINK = re.compile(r"(?<!\\)\]\(\s*<?(?P<target>[^\s)>]+)")
_DEFINITION = re.compile(r"^ {0,3}\[[^\[\]\n]+\]:\s*<?(?P<target>[^\s>]+)", re.MULTILINE)

_MAY_RECUR = 60  # characters


class Mention(NamedTuple):
    """A picture, an address or a page that a manuscript names, and where."""

    what: str
    line: int
    column: int

    @property
    def place(self) -> Place:
        """Where it is named."""
        return Place(self.line, self.column)


class WantedWords(NamedTuple):
    """A photo at `path` below content/ whose entry lacks the fields `missing`, `caption` or `credit`."""

    path: str
    file: str
    missing: tuple[str, ...]
    line: int
    column: int

    @property
    def place(self) -> Place:
        """Where the entry is."""
        return Place(self.line, self.column)


class Notes(msgspec.Struct, frozen=True, kw_only=True, array_like=True):
    """A manuscript in brief.

    `names` are its section, column, authors and tags, each with its field. `pictures` are what it shows, `files` all
    paths below content/ that it names, `links` the addresses that its texts link to, `pages` the printed pages that its
    teasers and jump point to. `text` is a digest of its body, "" for one so short that it may recur.
    """

    title: str
    status: Status
    names: tuple[tuple[str, str], ...]
    pictures: tuple[Mention, ...]
    files: tuple[str, ...]
    links: tuple[Mention, ...]
    pages: tuple[Mention, ...]
    wanted: tuple[WantedWords, ...]
    corrected: tuple[Mention, ...]
    text: str
    exceptions: tuple[LintException, ...]


def notes_of(located: LocatedArticle) -> Notes:
    """Return the notes on a manuscript."""
    article = located.article
    pictures, links = tuple(_pictures(located)), tuple(_links(located))
    folder = located.path.rpartition("/")[0]
    named = (mention.what for mention in (*pictures, *links))
    return Notes(
        title=article.title,
        status=article.status,
        names=tuple(_names(located)),
        pictures=pictures,
        files=tuple(dict.fromkeys(picture_path(unquote(what), folder) for what in named)),
        links=links,
        pages=tuple(_pages(located)),
        wanted=tuple(_wanted(located)),
        corrected=tuple(_corrected(located)),
        text=_text_digest(article.body),
        exceptions=tuple(exceptions_in(located.parsed.front, 2, article.body, located.parsed.body_line)),
    )


def _text_digest(body: str) -> str:
    words = "".join(body.split())
    return blake2b(words.encode(), digest_size=8).hexdigest() if len(words) > _MAY_RECUR else ""


def _mention(located: LocatedArticle, what: str, at: Route | Place) -> Mention:
    place = located.place(at)
    return Mention(what, place.line, place.column)


def _names(located: LocatedArticle) -> Iterator[tuple[str, str]]:
    article = located.article
    singles = (("section", article.section), ("column", article.column))
    yield from ((kind, name) for kind, name in singles if name)
    yield from (("authors", name) for name in article.authors)
    yield from (("tags", name) for name in article.tags)


def _pictures(located: LocatedArticle) -> Iterator[Mention]:
    for number, photo in enumerate(located.article.photos):
        if photo.file:
            yield _mention(located, photo.file, ("photos", number, "file"))
    for match in _PICTURE.finditer(located.article.body):
        if not _in_code(located, match):
            yield _mention(located, unquote(match["file"]), located.in_body(match.start()))


def _in_code(located: LocatedArticle, match: re.Match[str]) -> bool:
    """Whether a match in the body is code: there its first sign is masked."""
    start = located.prose.body_start + match.start()
    return located.prose.text[start] != match.string[match.start()]


def _links(located: LocatedArticle) -> Iterator[Mention]:
    body, note = located.article.body, located.article.editors_note
    if "](" not in body and "]:" not in body and "](" not in note:
        return
    for pattern in (_LINK, _DEFINITION):
        for match in pattern.finditer(body):
            yield _mention(located, match["target"], located.in_body(match.start("target")))
        for match in pattern.finditer(note):
            yield _mention(located, match["target"], ("editors_note",))


def _pages(located: LocatedArticle) -> Iterator[Mention]:
    for number, teaser in enumerate(located.article.teasers):
        if teaser.page:
            yield _mention(located, str(teaser.page), ("teasers", number))
    if page := page_number(located.article.jump):
        yield _mention(located, str(page), ("jump",))


def _wanted(located: LocatedArticle) -> Iterator[WantedWords]:
    folder = located.path.rpartition("/")[0]
    for number, photo in enumerate(located.article.photos):
        missing = tuple(name for name in ("caption", "credit") if not getattr(photo, name))
        if missing and photo.file.lower().endswith(tuple(PHOTO_FORMATS)):
            place = located.place(("photos", number))
            yield WantedWords(picture_path(photo.file, folder), photo.file, missing, place.line, place.column)


def _corrected(located: LocatedArticle) -> Iterator[Mention]:
    for number, correction in enumerate(located.article.corrections):
        yield _mention(located, correction.date.isoformat(), ("corrections", number, "date"))
