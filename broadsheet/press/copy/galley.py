"""A galley (清样): one article set in type, before it is made up into pages."""

import msgspec
from markupsafe import Markup

from broadsheet.model.address import Address
from broadsheet.model.article import Article
from broadsheet.model.edition import Edition, EditionFacts
from broadsheet.press.views.article import EditorsNoteView, PhotoView


class Galley(msgspec.Struct, frozen=True, kw_only=True):
    """An article with its texts as HTML and its photos where they will be published.

    `title` is never empty: it is the first words where the printed headline is missing. `label` is what to call it
    where only one line of words will do: a headline that an editor supplied stands in 〔〕. `words` counts what white space
    parts, `length` what its language counts. `path` is the manuscript's; `pictures` are files below content/ that its pages show.
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


class SetEdition(msgspec.Struct, frozen=True, kw_only=True):
    """An edition with its galleys in print order; those that readers may not see are left out of a published build.

    `pictures` are files below content/ that its pages show, each once, in the order of their paths.
    """

    edition: Edition
    editors_note: EditorsNoteView | None
    galleys: tuple[Galley, ...]
    pictures: tuple[str, ...]


def section_of(article: Article, facts: EditionFacts, page: int) -> str:
    """Return the section of an article: its own, else its printed page's, else that page's name."""
    printed = facts.pages.get(page)
    return article.section or (printed and (printed.section or printed.name)) or ""
