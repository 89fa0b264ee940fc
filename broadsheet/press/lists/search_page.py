"""The search page, /search/. Its script searches the index; without one it leads to the archive and the lists."""

from collections.abc import Iterable

from broadsheet.press.lists.name_pages import kind_links
from broadsheet.press.paper.links import page_file
from broadsheet.press.paper.settings import Paper
from broadsheet.press.sheets.sheet import Sheet, head
from broadsheet.press.standing.standing_pages import SEARCH
from broadsheet.press.views.search import SearchView


def search_sheet(sections: Iterable[str], paper: Paper) -> Sheet:
    """Return the search page; `sections` are the names of all sections, in the paper's order."""
    title, href = paper.words.search, paper.links.page(SEARCH)
    view = SearchView(
        title=title,
        href=href,
        sections=tuple(sections),
        kinds=kind_links(paper),
    )
    return Sheet(
        file=page_file(SEARCH),
        template="search",
        head=head(
            f"{title} - {paper.sitename}",
            description=f"{paper.sitename} {title}",
            canonical=paper.links.absolute(href),
        ),
        views={"search": view},
    )
