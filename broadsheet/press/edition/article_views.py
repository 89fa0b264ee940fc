"""The views of articles in full, for their own pages and for the page of the whole edition."""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from broadsheet.model.article import Correction
from broadsheet.press.copy.galley import Galley
from broadsheet.press.copy.summaries import reading_minutes
from broadsheet.press.edition.article_cards import headline_label, teasers
from broadsheet.press.edition.page_maps import area_href
from broadsheet.press.edition.shard import Shard
from broadsheet.press.paper.settings import Paper
from broadsheet.press.paper.slugs import normal_names
from broadsheet.press.sheets.list_links import list_link
from broadsheet.press.views.article import ArticleView, CardView, CorrectionView
from broadsheet.press.views.edition import EditionView, PrintPageView
from broadsheet.press.views.site import Link


class SetArticle(NamedTuple):
    """An article's galley, its printed page, and its view."""

    galley: Galley
    page: PrintPageView
    view: ArticleView


class _Surroundings(NamedTuple):
    """The links of an article to its edition, to its place on the printed page, and to the articles around it."""

    edition: Link
    area_href: str
    previous: Link
    next: Link
    page_mates: tuple[Link, ...]


def set_articles(shard: Shard, edition: EditionView, paper: Paper) -> Iterator[SetArticle]:
    """Yield the articles of an edition in print order, with the fields of their cards in `edition`."""
    galleys = shard.set_edition.galleys
    cards = ((page, card) for page in edition.pages for card in page.cards)
    for galley, (page, card), around in zip(galleys, cards, _surroundings(edition, paper), strict=True):
        yield SetArticle(galley, page, _article_view(galley, card, around, shard, paper))


def _surroundings(edition: EditionView, paper: Paper) -> Iterator[_Surroundings]:
    """Yield the links of each article, in print order."""
    words, masthead = paper.words, edition.masthead
    here = Link(text=masthead.date, href=masthead.href)
    links = [
        Link(text=headline_label(card.headlines, paper), href=card.href)
        for page in edition.pages
        for card in page.cards
    ]
    before = iter((Link(text=words.first_article, href=""), *links))
    after = iter((*links[1:], Link(text=words.last_article, href="")))
    in_order = iter(links)
    for page in edition.pages:
        mates = tuple(islice(in_order, len(page.cards)))
        for number, (card, mate) in enumerate(zip(page.cards, mates, strict=True)):
            page_mates = (*mates[:number], Link(text=mate.text, href=""), *mates[number + 1 :])
            yield _Surroundings(here, area_href(page, card), next(before), next(after), page_mates)


def _article_view(
    galley: Galley, card: CardView, around: _Surroundings, shard: Shard, paper: Paper
) -> ArticleView:
    article = galley.article
    return ArticleView(
        href=card.href,
        anchor=card.anchor,
        headlines=card.headlines,
        byline=article.byline,
        authors=tuple(list_link("author", name, paper) for name in normal_names(article.authors)),
        dateline=article.dateline,
        section=card.section,
        column=list_link("column", article.column, paper),
        citation=paper.words.citation(paper.sitename, galley.address, galley.label),
        edition=around.edition,
        page=card.folio,
        area_href=around.area_href,
        photos=galley.photos,
        first_picture=paper.links.at(galley.pictures[0]) if galley.pictures else "",
        editors_note=galley.editors_note,
        html=galley.html,
        source_credit=article.source_credit,
        jump=article.jump,
        teasers=teasers(galley, shard, paper),
        corrections=tuple(_correction(correction, paper) for correction in article.corrections),
        tags=tuple(list_link("tag", name, paper) for name in normal_names(article.tags)),
        status_label=card.status_label,
        release=paper.words.date_and_time(galley.release) if galley.release else "",
        previous=around.previous,
        next=around.next,
        page_mates=around.page_mates,
        minutes=reading_minutes(galley.length, paper.words.fit),
        length=galley.length,
        lang=card.lang,
    )


def _correction(correction: Correction, paper: Paper) -> CorrectionView:
    date = correction.date
    return CorrectionView(date=paper.words.long_date(date), iso_date=date.isoformat(), text=correction.text)
