"""What templates get: frozen, with every field present. Templates arrange; they do not compute.

Every `href` is ready to print: it holds the site's own path prefix. An empty string says that there is
nothing to link to or to show. The ways into the archive have their views in archive_views.py.
"""

import msgspec
from markupsafe import Markup


class Link(msgspec.Struct, frozen=True, kw_only=True):
    """A name and where it leads; `href` is empty at the ends of a row (no next page) or for the page one is on."""

    text: str
    href: str


class FeedLink(msgspec.Struct, frozen=True, kw_only=True):
    """A feed: what its form is called (Atom), its media type, what it holds, and where it is."""

    text: str
    media_type: str
    title: str
    href: str


class PaperView(msgspec.Struct, frozen=True, kw_only=True):
    """The paper and its site, the same on every page of a build."""

    name: str
    tagline: str
    lang: str
    locale: str  # the same with where it is read, as Open Graph writes it: zh_CN
    lettering: (
        str  # the style sheet for the paper's script: latin, traditional, or "" for simplified characters
    )
    home_href: str
    archive_href: str
    about_href: str
    feeds: tuple[FeedLink, ...]
    theme_href: str  # prefix of the theme's static files, with a slash at its end
    sections: tuple[Link, ...]
    publisher: str
    copyright: str


class SharedView(msgspec.Struct, frozen=True, kw_only=True):
    """What a page says of itself where its link is shared (https://ogp.me); addresses are whole ones."""

    kind: str  # article or website
    title: str
    image: str  # "" for a page without a picture
    image_alt: str
    image_width: int  # pixels, 0 when unknown
    image_height: int
    published: str = ""  # the dates of an article: 2024-04-15
    modified: str = ""
    section: str = ""
    authors: tuple[str, ...] = ()  # their pages
    tags: tuple[str, ...] = ()


class HeadView(msgspec.Struct, frozen=True, kw_only=True):
    """What a page says of itself in <head>; `feeds` are its own, beside the paper's."""

    title: str
    description: str
    feeds: tuple[FeedLink, ...]
    canonical: str  # absolute address, or "" where the site has none
    prev_href: str
    next_href: str
    shared: SharedView | None  # None where the site has no address
    data: str  # JSON-LD, markup already, "" for a page of which machines are told nothing


class MastheadView(msgspec.Struct, frozen=True, kw_only=True):
    """The line of dates under an edition's name."""

    date: str  # 2024年4月15日
    iso_date: str  # 2024-04-15
    full_date: str  # 2024年4月15日 星期一
    dates: tuple[str, ...]  # 2024年4月15日, 星期一, 农历甲辰年三月初七
    number: str  # 总第8012期, "" when unknown
    running_number: int  # the same for machines, 0 when unknown
    page_count: str  # 今日4版
    href: str


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


class PrintPageView(msgspec.Struct, frozen=True, kw_only=True):
    """A printed page (版) with its articles in print order."""

    number: str  # 01
    label: str  # 第01版
    name: str  # 要闻, "" when unknown
    title: str  # 第01版 要闻
    page_editor: str
    href: str
    cards: tuple[CardView, ...]
    teasers: tuple[TeaserView, ...]


class EditionView(msgspec.Struct, frozen=True, kw_only=True):
    """An edition with all its pages."""

    masthead: MastheadView
    editors_note: EditorsNoteView | None
    pages: tuple[PrintPageView, ...]
    whole_href: str  # all of it on one page
    previous: Link
    next: Link


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


class WholePageView(msgspec.Struct, frozen=True, kw_only=True):
    """A printed page with its articles in full."""

    page: PrintPageView
    articles: tuple[ArticleView, ...]


class WholeView(msgspec.Struct, frozen=True, kw_only=True):
    """The whole edition on one page (通读). It does not know its neighbours, so none of them changes it."""

    masthead: MastheadView
    editors_note: EditorsNoteView | None
    pages: tuple[WholePageView, ...]


class VersionView(msgspec.Struct, frozen=True, kw_only=True):
    """A page in another language."""

    title: str
    href: str
    language: str  # en


class AboutView(msgspec.Struct, frozen=True, kw_only=True):
    """The about page in one language."""

    title: str
    html: Markup
    language: str  # "" for the paper's own
    versions: tuple[VersionView, ...]  # the other languages
