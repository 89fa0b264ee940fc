"""An article in full, as its own page and the whole edition on one page show it."""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from broadsheet.model.article import Correction
from broadsheet.press.cards import headlines, page_link, teasers
from broadsheet.press.galley import Galley
from broadsheet.press.list_places import list_link
from broadsheet.press.settings import Paper
from broadsheet.press.shards import MadeUpPage, Shard
from broadsheet.press.slugs import normal_names
from broadsheet.press.summaries import reading_minutes
from broadsheet.press.views import ArticleView, CorrectionView, Link


class SetArticle(NamedTuple):
    """An article with its galley, the printed page that it stands on, and its view."""

    galley: Galley
    page: MadeUpPage
    view: ArticleView


class _Surroundings(NamedTuple):
    """What leads away from an article: to its edition, its printed page, and the articles around it."""

    edition: Link
    page: Link
    previous: Link
    next: Link
    page_mates: tuple[Link, ...]


def set_articles(shard: Shard, paper: Paper) -> Iterator[SetArticle]:
    """Yield the articles of an edition in print order."""
    galleys = shard.set_edition.galleys
    pages = (page for page in shard.pages for _ in page.galleys)
    for galley, page, around in zip(galleys, pages, _surroundings(shard, paper), strict=True):
        yield SetArticle(galley, page, _article_view(galley, around, shard, paper))


def _surroundings(shard: Shard, paper: Paper) -> Iterator[_Surroundings]:
    """Yield what is around each article, in print order; each link is made once."""
    address, words = shard.address, paper.words
    edition = Link(text=words.long_date(address.date), href=paper.links.page(*address.parts))
    links = [
        Link(text=galley.label, href=paper.links.page(*galley.address.parts))
        for galley in shard.set_edition.galleys
    ]
    before = iter((Link(text=words.first_article, href=""), *links))
    after = iter((*links[1:], Link(text=words.last_article, href="")))
    in_order = iter(links)
    for page in shard.pages:
        link, mates = page_link(page, paper), tuple(islice(in_order, len(page.galleys)))
        for number, mate in enumerate(mates):
            here = Link(text=mate.text, href="")
            page_mates = (*mates[:number], here, *mates[number + 1 :])
            yield _Surroundings(edition, link, next(before), next(after), page_mates)


def _article_view(galley: Galley, around: _Surroundings, shard: Shard, paper: Paper) -> ArticleView:
    article, address = galley.article, galley.address
    return ArticleView(
        href=paper.links.page(*address.parts),
        anchor="-".join(address.parts),
        headlines=headlines(galley),
        byline=article.byline,
        authors=tuple(list_link("author", name, paper) for name in article.authors),
        dateline=article.dateline,
        section=list_link("section", galley.section, paper),
        column=list_link("column", article.column, paper),
        citation=paper.words.citation(paper.sitename, address, galley.label),
        edition=around.edition,
        page=around.page,
        photos=galley.photos,
        first_picture=paper.links.at(galley.pictures[0]) if galley.pictures else "",
        editors_note=galley.editors_note,
        html=galley.html,
        source_credit=article.source_credit,
        jump=article.jump,
        teasers=teasers(galley, shard, paper),
        corrections=tuple(_correction(correction, paper) for correction in article.corrections),
        tags=tuple(list_link("tag", name, paper) for name in normal_names(article.tags)),
        status_label=paper.words.status_labels[article.status],
        previous=around.previous,
        next=around.next,
        page_mates=around.page_mates,
        minutes=reading_minutes(galley.length, paper.words.fit),
        length=galley.length,
    )


def _correction(correction: Correction, paper: Paper) -> CorrectionView:
    date = correction.date
    return CorrectionView(date=paper.words.long_date(date), iso_date=date.isoformat(), text=correction.text)
