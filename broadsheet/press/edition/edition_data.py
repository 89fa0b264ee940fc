"""The structured data of the front page, of an edition and of a printed page."""

from markupsafe import Markup

from broadsheet.press.edition.article_cards import headline_label
from broadsheet.press.paper.settings import Paper
from broadsheet.press.sheets.linked_data import (
    breadcrumbs,
    json_ld,
    newspaper,
    publication_issue,
    publisher,
    thing,
)
from broadsheet.press.views.article import CardView
from broadsheet.press.views.edition import EditionView, PrintPageView
from broadsheet.press.views.site import Link


def front_page_data(view: EditionView, paper: Paper) -> Markup:
    """Return the JSON-LD of the front page: the site, the newspaper, and its newest edition."""
    name = {"name": paper.sitename, "url": paper.links.full(paper.links.page())}
    facts = thing(
        "Newspaper",
        url=name["url"],
        description=paper.paper_tagline,
        publisher=publisher(paper),
        inLanguage=paper.default_lang,
    )
    return json_ld(thing("WebSite", **name), {**newspaper(paper), **facts}, _edition(view, paper))


def edition_data(view: EditionView, paper: Paper) -> Markup:
    """Return the JSON-LD of an edition's front: the edition with its articles, and breadcrumbs."""
    return json_ld(_edition(view, paper), breadcrumbs(_way(view, paper), paper))


def print_page_data(view: EditionView, page: PrintPageView, paper: Paper) -> Markup:
    """Return the JSON-LD of a printed page: breadcrumbs."""
    here = Link(text=f"{page.label} {page.name}".rstrip(), href=page.href)
    return json_ld(breadcrumbs((*_way(view, paper), here), paper))


def _edition(view: EditionView, paper: Paper) -> dict[str, object]:
    masthead = view.masthead
    articles = [_article(card, paper) for page in view.pages for card in page.cards]
    address = paper.links.full(masthead.href)
    return publication_issue(masthead, paper, url=address, name=masthead.date, hasPart=articles)


def _article(card: CardView, paper: Paper) -> dict[str, object]:
    address = paper.links.full(card.href)
    headline = "" if card.headlines.untitled else headline_label(card.headlines, paper)
    return thing("NewsArticle", id=address, headline=headline)


def _way(view: EditionView, paper: Paper) -> tuple[Link, ...]:
    home = Link(text=paper.sitename, href=paper.links.page())
    return (home, Link(text=view.masthead.date, href=view.masthead.href))
