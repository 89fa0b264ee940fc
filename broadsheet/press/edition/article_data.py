"""The structured data of an article: schema.org's NewsArticle."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from markupsafe import Markup

from broadsheet.press.copy.galley import Galley
from broadsheet.press.edition.article_views import SetArticle
from broadsheet.press.paper.settings import Paper
from broadsheet.press.sheets.linked_data import (
    author,
    breadcrumbs,
    json_ld,
    publication_issue,
    publisher,
    thing,
)
from broadsheet.press.views.article import ArticleView, CorrectionView, PhotoView
from broadsheet.press.views.edition import MastheadView
from broadsheet.press.views.site import Link

# Languages that are written without spaces between words, so that their words cannot be counted.
_WITHOUT_SPACES = ("zh", "ja", "th", "lo", "km", "my", "bo", "yue")


class IssueData(NamedTuple):
    """The structured data that all articles of an edition have in common."""

    print_edition: str
    publisher: Mapping[str, object] | None
    part: Mapping[str, object]


def issue_data(masthead: MastheadView, paper: Paper) -> IssueData:
    """Return the common data of an edition's articles; `print_edition` is its date, and its number where known."""
    return IssueData(
        print_edition=f"{masthead.date} {masthead.number}".rstrip(),
        publisher=publisher(paper),
        part=publication_issue(masthead, paper),
    )


def article_data(article: SetArticle, issue: IssueData, paper: Paper) -> Markup:
    """Return the JSON-LD of an article's page."""
    galley, view = article.galley, article.view
    home = Link(text=paper.sitename, href=paper.links.page())
    here = Link(text=galley.label, href=view.href)
    way = (home, view.edition, view.page, here)
    return json_ld(_news_article(article, issue, paper), breadcrumbs(way, paper))


def _news_article(set_article: SetArticle, issue: IssueData, paper: Paper) -> dict[str, object]:
    galley, page, view = set_article
    article, address = galley.article, galley.address
    url = paper.links.full(view.href)
    corrected = [correction.iso_date for correction in view.corrections]
    return thing(
        "NewsArticle",
        id=url,
        url=url,
        headline=galley.label if article.title else "",
        alternativeHeadline=[line for line in (article.kicker, *article.deck) if line],
        author=[author(link, paper) for link in view.authors],
        publisher=issue.publisher,
        datePublished=address.date.isoformat(),
        dateModified=max(corrected, default=""),
        dateline=article.dateline,
        printEdition=issue.print_edition,
        printPage=page.number,
        printSection=page.name,
        articleSection=galley.section,
        isPartOf=[issue.part, *_column(view, paper)],
        image=[_image(photo, paper) for photo in view.photos if photo.src],
        correction=[_correction(correction) for correction in view.corrections],
        creditText=article.source_credit,
        keywords=list(article.tags),
        wordCount=_word_count(galley, paper),
        inLanguage=paper.default_lang,
    )


def _column(view: ArticleView, paper: Paper) -> Iterator[dict[str, object]]:
    """Yield the article's column, if it has one."""
    if view.column.text:
        yield thing("CreativeWorkSeries", name=view.column.text, url=paper.links.full(view.column.href))


def _image(photo: PhotoView, paper: Paper) -> dict[str, object]:
    return thing(
        "ImageObject",
        contentUrl=paper.links.full(photo.src),
        caption=photo.caption,
        creditText=photo.credit,
        width=photo.width,
        height=photo.height,
    )


def _correction(correction: CorrectionView) -> dict[str, object]:
    return thing("CorrectionComment", text=correction.text, datePublished=correction.iso_date)


def _word_count(galley: Galley, paper: Paper) -> int:
    """Return the number of words, or 0 for a language without spaces between words."""
    language = paper.default_lang.partition("-")[0]
    return 0 if language in _WITHOUT_SPACES else galley.words
