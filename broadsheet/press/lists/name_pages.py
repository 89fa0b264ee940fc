"""The pages of names: all sections at /sections/, all columns at /columns/, authors and tags likewise.

A page has at most MOST_NAMES names, those with the most articles, since an old paper has more authors than fit.
"""

from collections.abc import Iterable

from broadsheet.press.edition.records import KINDS
from broadsheet.press.lists.list_pages import Listing
from broadsheet.press.paper.links import page_file
from broadsheet.press.paper.settings import Paper
from broadsheet.press.sheets.list_links import names_parts
from broadsheet.press.sheets.sheet import Sheet, head
from broadsheet.press.views.archive import NamesView
from broadsheet.press.views.site import Link

MOST_NAMES = 500
"""The most names on a page."""


def names_sheet(kind: str, lists: Iterable[Listing], paper: Paper) -> Sheet:
    """Return the page of names of a kind: sections in the paper's order, others by number of articles."""
    names = [listing for listing in lists if listing.kind == kind]
    if kind != "section":
        names.sort(key=lambda listing: -listing.count)
    title, parts = paper.words.all_of_kind[kind], names_parts(kind)
    view = NamesView(
        title=title,
        names=tuple(Link(text=listing.title, href=listing.href()) for listing in names[:MOST_NAMES]),
        total=len(names),
        kinds=kind_links(paper, here=kind),
    )
    return Sheet(
        file=page_file(*parts),
        template="names",
        head=head(
            f"{title} - {paper.sitename}",
            description=f"{paper.sitename} {title}",
            canonical=paper.links.absolute(paper.links.page(*parts)),
        ),
        views={"listing": view},
    )


def kind_links(paper: Paper, here: str = "") -> tuple[Link, ...]:
    """Return the links of the pages of names; that of the kind `here` has no address."""
    return tuple(
        Link(
            text=paper.words.all_of_kind[kind],
            href="" if kind == here else paper.links.page(*names_parts(kind)),
        )
        for kind in KINDS
    )
