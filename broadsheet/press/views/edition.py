"""The template context of an edition: its masthead, its printed pages, all of it on one page."""

import msgspec

from broadsheet.press.views.article import ArticleView, CardView, EditorsNoteView, PhotoView, TeaserView
from broadsheet.press.views.site import Link


class DownloadView(msgspec.Struct, frozen=True, kw_only=True):
    """A whole edition, or a printed page, as one file to keep."""

    form: str  # EPUB
    media_type: str
    size: str  # 310 KB
    href: str


class MastheadView(msgspec.Struct, frozen=True, kw_only=True):
    """The line of dates under an edition's name."""

    date: str  # 2024年4月15日
    iso_date: str  # 2024-04-15
    full_date: str  # 2024年4月15日 星期一
    dates: tuple[str, ...]  # 2024年4月15日, 星期一, 农历甲辰年三月初七
    number: str  # 总第8012期, "" when unknown
    running_number: int  # 8012, 0 when unknown
    page_count: str  # 今日4版
    href: str
    release: str  # in a preview, when the edition will be published: 2024年4月15日 00:00; "" once it is


class BoxView(msgspec.Struct, frozen=True, kw_only=True):
    """A rectangle on a printed page, as an SVG places it: `x="4.95%"`."""

    x: str
    y: str
    width: str
    height: str


class AreaView(msgspec.Struct, frozen=True, kw_only=True):
    """The part of a printed page that an article has; `anchor` is its id on the page, and never changes."""

    anchor: str  # area-03
    title: str
    href: str
    boxes: tuple[BoxView, ...]


class PageMapView(msgspec.Struct, frozen=True, kw_only=True):
    """Where the articles of a printed page stand on it, in print order, and what readers get of the page itself."""

    height: str  # in hundredths of the width: 141.32
    areas: tuple[AreaView, ...]
    photo: PhotoView | None  # the page as it was printed
    download: DownloadView | None  # its PDF


class PrintPageView(msgspec.Struct, frozen=True, kw_only=True):
    """A printed page (版) with its articles in print order; `map` is None where nobody knows how it looked."""

    number: str  # 01
    label: str  # 第01版
    name: str  # 要闻, "" when unknown
    title: str  # 第01版 要闻
    page_editor: str
    href: str
    cards: tuple[CardView, ...]
    teasers: tuple[TeaserView, ...]
    map: PageMapView | None


class EditionView(msgspec.Struct, frozen=True, kw_only=True):
    """An edition with all its pages."""

    masthead: MastheadView
    editors_note: EditorsNoteView | None
    pages: tuple[PrintPageView, ...]
    whole_href: str  # the page of the whole edition
    downloads: tuple[DownloadView, ...]
    previous: Link
    next: Link


class WholePageView(msgspec.Struct, frozen=True, kw_only=True):
    """A printed page with its articles in full."""

    page: PrintPageView
    articles: tuple[ArticleView, ...]


class WholeView(msgspec.Struct, frozen=True, kw_only=True):
    """The whole edition on one page (通读). It names no other edition, so a new edition does not change it."""

    masthead: MastheadView
    editors_note: EditorsNoteView | None
    pages: tuple[WholePageView, ...]
    downloads: tuple[DownloadView, ...]
