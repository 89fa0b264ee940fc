"""An edition (一期报纸) and its printed pages, as `edition.yaml` describes them."""

import msgspec

from broadsheet.model.address import Address
from broadsheet.model.article import Article


class PrintPage(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A printed page (版): its printed name, the section of its articles, and its page editor (责编)."""

    name: str = ""
    section: str = ""
    page_editor: str = ""


class EditionFacts(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The contents of `edition.yaml`.

    `number` is the running number of the edition (总第N期), 0 if unknown; `pages` holds the printed pages by number;
    `editors_note` is about the whole edition.
    """

    number: int = 0
    pages: dict[int, PrintPage] = {}
    editors_note: str = ""


class Edition(msgspec.Struct, frozen=True, kw_only=True):
    """One day's paper: its address, its folder and the facts of `edition.yaml`. Its manuscripts are kept elsewhere."""

    address: Address
    path: str
    facts: EditionFacts


def section_of(article: Article, facts: EditionFacts, page: int) -> str:
    """Return the section of an article on `page`: its own, else the page's, else the page's name, else ""."""
    printed = facts.pages.get(page)
    return article.section or (printed and (printed.section or printed.name)) or ""
