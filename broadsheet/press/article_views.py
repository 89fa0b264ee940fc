"""An article in full, as its own page and the whole edition on one page show it."""

from collections.abc import Iterator
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


def set_articles(shard: Shard, paper: Paper) -> Iterator[SetArticle]:
    """Yield the articles of an edition in print order."""
    galleys = shard.set_edition.galleys
    pages = (page for page in shard.pages for _ in page.galleys)
    neighbours = zip((None, *galleys), galleys, (*galleys[1:], None), strict=False)
    for page, (before, galley, after) in zip(pages, neighbours, strict=True):
        view = article_view(galley, page, shard, before=before, after=after, paper=paper)
        yield SetArticle(galley, page, view)


def article_view(
    galley: Galley,
    page: MadeUpPage,
    shard: Shard,
    *,
    before: Galley | None,
    after: Galley | None,
    paper: Paper,
) -> ArticleView:
    """Return an article in full."""
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
        edition=Link(
            text=paper.words.long_date(address.date), href=paper.links.page(*address.in_edition().parts)
        ),
        page=page_link(page, paper),
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
        previous=_galley_link(before, paper.words.first_article, paper),
        next=_galley_link(after, paper.words.last_article, paper),
        page_mates=tuple(
            Link(text=mate.label, href="" if mate is galley else paper.links.page(*mate.address.parts))
            for mate in page.galleys
        ),
        minutes=reading_minutes(galley.length, paper.words.fit),
        length=galley.length,
    )


def _galley_link(galley: Galley | None, at_the_end: str, paper: Paper) -> Link:
    if galley is None:
        return Link(text=at_the_end, href="")
    return Link(text=galley.label, href=paper.links.page(*galley.address.parts))


def _correction(correction: Correction, paper: Paper) -> CorrectionView:
    date = correction.date
    return CorrectionView(date=paper.words.long_date(date), iso_date=date.isoformat(), text=correction.text)
