"""What templates see of an article: in a list (its card) and in full."""

import msgspec
from markupsafe import Markup

from broadsheet.press.views.site import Link


class SourceView(msgspec.Struct, frozen=True, kw_only=True):
    """A photo's files of one format, with their widths, among which a browser chooses."""

    media_type: str
    srcset: str


class PhotoView(msgspec.Struct, frozen=True, kw_only=True):
    """A photo; `src`, its large file, is empty when it did not come with the text: （图略） stands in its place."""

    src: str
    sources: tuple[SourceView, ...]  # the best format first, none for a drawing
    alt: str
    caption: str
    credit: str
    width: int  # pixels, 0 when unknown
    height: int


class EditorsNoteView(msgspec.Struct, frozen=True, kw_only=True):
    """An editor's note: the label that was printed (编者按), and the note without it, as HTML."""

    label: str
    html: Markup


class TeaserView(msgspec.Struct, frozen=True, kw_only=True):
    """A teaser as printed; without `href` what it announces is not in the archive (未收录)."""

    text: str
    href: str


class CorrectionView(msgspec.Struct, frozen=True, kw_only=True):
    """A correction (更正)."""

    date: str
    iso_date: str
    text: str


class HeadlinesView(msgspec.Struct, frozen=True, kw_only=True):
    """The headline stack. `title` is never empty: where print gave none, `untitled` holds and it is a stand-in.

    `lines` are the title's, where an editor broke it: at least one.
    A `supplied` headline comes from an editor and is shown in 〔〕, which the template adds.
    """

    kicker: str
    title: str
    lines: tuple[str, ...]
    deck: tuple[str, ...]
    supplied: bool
    untitled: bool


class CardView(msgspec.Struct, frozen=True, kw_only=True):
    """An article in a list: on the front page, a printed page, a section or a column."""

    href: str
    headlines: HeadlinesView
    summary: str
    byline: str
    section: Link
    folio: Link  # 第01版 要闻
    date: str
    iso_date: str
    photo: PhotoView | None
    has_editors_note: bool
    status_label: str  # 草稿 or 待校 in a preview, "" once published
    anchor: str  # its place in a list: 2024-04-15-01-03
    lead: bool  # the first article of its printed page
    length: int  # of the text, in characters or in words: its weight on the page


class ArticleView(msgspec.Struct, frozen=True, kw_only=True):
    """An article in full."""

    href: str
    anchor: str  # its place on a page of many: 2024-04-15-01-03
    headlines: HeadlinesView
    byline: str
    authors: tuple[Link, ...]
    dateline: str
    section: Link
    column: Link
    citation: str  # 《报名》2024年04月15日 第01版, and the headline
    edition: Link
    page: Link
    photos: tuple[PhotoView, ...]
    first_picture: (
        str  # the file of the first picture, of its photos or of its text, and "" where there is none
    )
    editors_note: EditorsNoteView | None
    html: str
    source_credit: str
    jump: str
    teasers: tuple[TeaserView, ...]
    corrections: tuple[CorrectionView, ...]
    tags: tuple[Link, ...]
    status_label: str
    previous: Link
    next: Link
    page_mates: tuple[Link, ...]  # the articles of the same printed page, this one without an href
    minutes: int  # reading time
    length: int  # of the text, in characters, or in words where spaces part them
