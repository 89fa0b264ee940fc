"""An article as an editor commits it. Field names are the front matter's keys: this is its one schema."""

import datetime as dt
import enum

import msgspec

from broadsheet.model.address import Address


class Status(enum.StrEnum):
    """Whether readers see an article: `review` is ingest's word for doubt, `draft` a person's."""

    PUBLISHED = "published"
    DRAFT = "draft"
    REVIEW = "review"


class Photo(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A photo of an article. Without `file` the caption keeps its place on the page, marked （图略）.

    `file` is relative to the article's folder, or from the root of content/ with a leading slash.
    `alt` describes the picture to those who cannot see it.
    """

    file: str = ""
    caption: str = ""
    credit: str = ""
    alt: str = ""


class Correction(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A correction (更正) to a published article, with the day on which it was made."""

    date: dt.date
    text: str


class Teaser(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line that announces an article elsewhere (导读): `text` as printed, `page` the number it points to."""

    text: str
    page: int = 0


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """The words of one article: front matter fields, then `body` in Markdown. Empty means absent.

    `title` may be absent: a printed headline that did not come with the text stays missing. It may have several lines,
    as print broke it.
    `title_supplied` marks a headline that an editor gave, shown in 〔〕.
    `byline`, `dateline` and `jump` are as printed; `authors` are the names alone.
    `source` is the raw page that the text was taken from.
    """

    title: str = ""
    title_supplied: bool = False
    kicker: str = ""
    deck: tuple[str, ...] = ()
    byline: str = ""
    authors: tuple[str, ...] = ()
    dateline: str = ""
    section: str = ""
    column: str = ""
    source_credit: str = ""
    photos: tuple[Photo, ...] = ()
    editors_note: str = ""
    summary: str = ""
    tags: tuple[str, ...] = ()
    jump: str = ""
    teasers: tuple[Teaser, ...] = ()
    corrections: tuple[Correction, ...] = ()
    status: Status = Status.PUBLISHED
    source: str = ""
    body: str = ""

    @property
    def title_lines(self) -> tuple[str, ...]:
        """The lines of the headline, none of them blank."""
        return tuple(words for line in self.title.split("\n") if (words := line.strip(" ")))


class Manuscript(msgspec.Struct, frozen=True, kw_only=True):
    """An article with its place in print and the file that holds it."""

    address: Address
    path: str
    article: Article
