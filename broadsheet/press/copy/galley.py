"""A galley (清样): one article rendered, before it is placed on a page."""

import datetime as dt

import msgspec
from markupsafe import Markup

from broadsheet.model.address import Address
from broadsheet.model.article import Article
from broadsheet.model.edition import Edition
from broadsheet.model.schedule import Schedule
from broadsheet.press.copy.page_maps import SetPageMap
from broadsheet.press.copy.text_links import TextLink
from broadsheet.press.views.article import EditorsNoteView, PhotoView


class Galley(msgspec.Struct, frozen=True, kw_only=True):
    """An article with its texts as HTML and its photos with their links on the site.

    `title` is the printed headline, else the first words of the text; it is never empty. `label` is the title as plain
    text: in 〔〕 where an editor supplied it. `words` is the number of words that white space parts; `length` is that of
    words or of characters, as the paper's language counts. `path` is the manuscript's; `pictures` are the pictures of its
    pages, paths below content/; `links` are those of its texts to places of this site. `release` is when readers get it,
    where that is still to come: then only a preview has the galley.
    """

    address: Address
    path: str
    article: Article
    title: str
    label: str
    section: str
    html: Markup
    editors_note: EditorsNoteView | None
    summary: str
    length: int
    words: int
    photos: tuple[PhotoView, ...]
    pictures: tuple[str, ...]
    links: tuple[TextLink, ...]
    release: dt.datetime | None


class SetEdition(msgspec.Struct, frozen=True, kw_only=True):
    """An edition with its galleys in print order; a published build leaves out articles that readers may not see.

    `pictures` are the pictures of its pages, paths below content/, and `links` those of its texts to places of this site:
    sorted, each once. `page_maps` are by page number. `release` is when its day begins, where that is still to come.
    """

    edition: Edition
    editors_note: EditorsNoteView | None
    galleys: tuple[Galley, ...]
    pictures: tuple[str, ...]
    page_maps: dict[int, SetPageMap]
    links: tuple[TextLink, ...]
    schedule: Schedule
    release: dt.datetime | None
