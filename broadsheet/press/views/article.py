"""The template context of articles: in a list (its card) and in full."""

import msgspec
from markupsafe import Markup

from broadsheet.press.views.site import Link


class SourceView(msgspec.Struct, frozen=True, kw_only=True):
    """A <source> of a photo: its files of one format, with their widths as `srcset`, of which a browser takes one."""

    media_type: str
    srcset: str


class PhotoView(msgspec.Struct, frozen=True, kw_only=True):
    """A photo; `src`, its large file, is empty where only the caption is known, and the page then shows （图略）."""

    src: str
    sources: tuple[SourceView, ...]  # the best format first, none for a drawing
    alt: str
    caption: str
    credit: str
    width: int  # pixels, 0 when unknown
    height: int


class EditorsNoteView(msgspec.Struct, frozen=True, kw_only=True):
    """An editor's note: its printed label (编者按), and its text as HTML without the label."""

    label: str
    html: Markup


class TeaserView(msgspec.Struct, frozen=True, kw_only=True):
    """A teaser as printed; `href` is empty where the announced article is not in the archive (未收录)."""

    text: str
    href: str


class CorrectionView(msgspec.Struct, frozen=True, kw_only=True):
    """A correction (更正)."""

    date: str
    iso_date: str
    text: str


class HeadlinesView(msgspec.Struct, frozen=True, kw_only=True):
    """The headline stack. `title` is never empty: where print has none, it is a stand-in and `untitled` is true.

    `lines` are the lines of the title, at least one. A `supplied` title comes from an editor; the template puts it
    into 〔〕.
    """

    kicker: str
    title: str
    lines: tuple[str, ...]
    deck: tuple[str, ...]
    supplied: bool
    untitled: bool


class CardView(msgspec.Struct, frozen=True, kw_only=True):
    """A card: an article's entry in a list, on the front page, a printed page, a section or a column."""

    href: str
    headlines: HeadlinesView
    summary: str
    opening: str  # the first sentences of the text, "" where the text is hardly longer than a summary
    has_own_summary: bool  # whether it has other words than its text: an editor wrote it
    byline: str
    section: Link
    folio: Link  # 第01版 要闻
    date: str
    iso_date: str
    photo: PhotoView | None
    has_editors_note: bool
    status_label: str  # 草稿, 待校 or 待发 in a preview, "" once published
    anchor: str  # its id in a list: 2024-04-15-01-03
    lead: bool  # the first article of its printed page
    length: int  # of the text, in characters or in words
    lang: str = ""  # zh-Hans, where the article is not converted to the paper’s other script


class ArticleView(msgspec.Struct, frozen=True, kw_only=True):
    """An article in full."""

    href: str
    anchor: str  # its id on the page of the whole edition: 2024-04-15-01-03
    headlines: HeadlinesView
    byline: str
    authors: tuple[Link, ...]
    dateline: str
    section: Link
    column: Link
    citation: str  # 《报名》2024年04月15日 第01版, and the headline
    edition: Link
    page: Link
    area_href: str  # its place on the printed page: /2024-04-15/01/#area-03, "" where nobody knows it
    photos: tuple[PhotoView, ...]
    first_picture: str  # the link of the first picture, among its photos or in its text, or ""
    editors_note: EditorsNoteView | None
    html: str
    source_credit: str
    jump: str
    teasers: tuple[TeaserView, ...]
    corrections: tuple[CorrectionView, ...]
    tags: tuple[Link, ...]
    status_label: str
    release: (
        str  # in a preview, when a finished article will be published: 2024年4月15日 18:00; "" once it is
    )
    previous: Link
    next: Link
    page_mates: tuple[Link, ...]  # all articles of the same printed page, this one without an href
    minutes: int  # reading time
    length: int  # of the text, in characters, or in words where spaces part them
    lang: str = ""  # zh-Hans, where the article is not converted to the paper’s other script
