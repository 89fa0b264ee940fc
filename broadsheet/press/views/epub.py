"""The template context of an EPUB. Links lead to other files of the EPUB, or are absolute; or they are empty."""

import msgspec

from broadsheet.press.views.edition import WholeView
from broadsheet.press.views.site import Link


class SectionView(msgspec.Struct, frozen=True, kw_only=True):
    """A section of an edition, with links to its articles in print order."""

    name: str
    articles: tuple[Link, ...]


class EpubView(msgspec.Struct, frozen=True, kw_only=True):
    """An edition as an EPUB: what its cover, its title page and its contents show.

    The links in `whole`, all of the edition, lead to the files of the EPUB.
    """

    title: str  # 对开新报 2024年5月6日
    whole: WholeView
    sections: tuple[SectionView, ...]  # in the order in which print begins them
    cover: str  # the file of the cover's picture, "" without one
    site_href: str  # the edition on the site, "" where SITEURL is empty
