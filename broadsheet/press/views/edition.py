"""The template context of an edition: its masthead, its printed pages, all of it on one page."""

import msgspec

from broadsheet.press.views.article import ArticleView, CardView, EditorsNoteView, TeaserView
from broadsheet.press.views.site import Link


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


class DownloadView(msgspec.Struct, frozen=True, kw_only=True):
    """A whole edition as one file to keep."""

    form: str  # EPUB
    media_type: str
    size: str  # 310 KB
    href: str


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
