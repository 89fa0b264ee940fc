"""An article as an editor commits it. Its fields are the keys of the front matter, and this is their only schema."""

import datetime as dt
import enum

import msgspec

from broadsheet.model.address import Address

MARKDOWN = "editors_note"
"""The field that holds Markdown, as the body does."""

RUNNING_TEXT = frozenset({MARKDOWN, "summary", "caption", "alt", "text"})
"""The fields that hold sentences: their lines run on. In those of a headline a line's end is a place to break."""


class Status(enum.StrEnum):
    """Whether an article is published. Ingest sets `review` where it is in doubt; a person sets `draft`."""

    PUBLISHED = "published"
    DRAFT = "draft"
    REVIEW = "review"


class Conversion(enum.StrEnum):
    """Whether an article is converted where readers get the paper in another script too."""

    ON = "on"
    OFF = "off"


class Photo(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A photo of an article. One without `file` shows only its caption, marked （图略）.

    `file` is a path relative to the article's folder, or relative to content/ with a leading slash.
    `alt` describes the picture to readers who cannot see it.
    """

    file: str = ""
    caption: str = ""
    credit: str = ""
    alt: str = ""


class Correction(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A correction (更正) to a published article; `date` is the day on which it was made."""

    date: dt.date
    text: str


class Teaser(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A printed line that announces an article on another page (导读); `page` is that page's number, 0 for none."""

    text: str
    page: int = 0


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One article: the fields of its front matter, then `body` in Markdown. An empty field is absent.

    `title` is empty where the text came without its printed headline; it has several lines where print broke it.
    `title_supplied` says that an editor supplied the headline, which is shown in 〔〕.
    `byline`, `dateline` and `jump` are as printed; `authors` holds the names alone.
    `publish_at` is when readers get it, if later than its edition: without an offset, in the paper's time zone.
    With `convert` off, its text stays as printed in the paper's other script. `source` is the path of the raw page.
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
    convert: Conversion = Conversion.ON
    status: Status = Status.PUBLISHED
    publish_at: dt.datetime | None = None
    source: str = ""
    body: str = ""

    @property
    def title_lines(self) -> tuple[str, ...]:
        """The lines of the headline that are not blank."""
        return tuple(words for line in self.title.split("\n") if (words := line.strip(" ")))


class Manuscript(msgspec.Struct, frozen=True, kw_only=True):
    """An article with its address and the path of its file."""

    address: Address
    path: str
    article: Article
