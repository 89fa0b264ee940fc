"""An article as machines are told of it."""

from collections.abc import Iterator

from markupsafe import Markup

from broadsheet.press.article_views import SetArticle
from broadsheet.press.galley import Galley
from broadsheet.press.linked_data import author, breadcrumbs, json_ld, publication_issue, publisher, thing
from broadsheet.press.settings import Paper
from broadsheet.press.shards import Shard
from broadsheet.press.summaries import plain
from broadsheet.press.views import ArticleView, CorrectionView, Link, PhotoView

# Languages that are written without spaces between words: counting theirs would be a guess.
_WITHOUT_SPACES = ("zh", "ja", "th", "lo", "km", "my", "bo", "yue")


def article_data(article: SetArticle, shard: Shard, paper: Paper) -> Markup:
    """Return what the page of an article says to machines."""
    galley, view = article.galley, article.view
    home = Link(text=paper.sitename, href=paper.links.page())
    here = Link(text=galley.label, href=view.href)
    way = (home, view.edition, view.page, here)
    return json_ld(_news_article(article, shard, paper), breadcrumbs(way, paper))


def _news_article(set_article: SetArticle, shard: Shard, paper: Paper) -> dict[str, object]:
    galley, page, view = set_article
    article, address = galley.article, galley.address
    url = paper.links.full(view.href)
    corrected = [correction.iso_date for correction in view.corrections]
    return thing(
        "NewsArticle",
        id=url,
        url=url,
        mainEntityOfPage=url,
        headline=galley.label if article.title else "",
        alternativeHeadline=[line for line in (article.kicker, *article.deck) if line],
        author=[author(link, paper) for link in view.authors],
        publisher=publisher(paper),
        datePublished=address.date.isoformat(),
        dateModified=max(corrected, default=""),
        dateline=article.dateline,
        printEdition=_print_edition(view, shard, paper),
        printPage=page.address.parts[-1],
        printSection=page.name,
        articleSection=galley.section,
        isPartOf=list(_wholes(view, shard, paper)),
        image=[_image(photo, paper) for photo in view.photos if photo.src],
        correction=[_correction(correction) for correction in view.corrections],
        creditText=article.source_credit,
        keywords=list(article.tags),
        wordCount=_word_count(galley, paper),
        inLanguage=paper.default_lang,
    )


def _wholes(view: ArticleView, shard: Shard, paper: Paper) -> Iterator[dict[str, object]]:
    """Yield what the article is part of: its edition and its column."""
    date = shard.address.date.isoformat()
    yield publication_issue(paper, view.edition.href, date, shard.set_edition.edition.facts.number)
    if view.column.text:
        yield thing("CreativeWorkSeries", name=view.column.text, url=paper.links.full(view.column.href))


def _print_edition(view: ArticleView, shard: Shard, paper: Paper) -> str:
    """Return the edition's date, and its number where that is known."""
    number = paper.words.edition_number(shard.set_edition.edition.facts.number)
    return f"{view.edition.text} {number}".rstrip()


def _image(photo: PhotoView, paper: Paper) -> dict[str, object]:
    address = paper.links.full(photo.src)
    return thing(
        "ImageObject",
        contentUrl=address,
        url=address,
        caption=photo.caption,
        creditText=photo.credit,
        width=photo.width,
        height=photo.height,
    )


def _correction(correction: CorrectionView) -> dict[str, object]:
    return thing("CorrectionComment", text=correction.text, datePublished=correction.iso_date)


def _word_count(galley: Galley, paper: Paper) -> int:
    """Return the number of words, or 0 in a language whose words no space parts."""
    language = paper.default_lang.partition("-")[0]
    return 0 if language in _WITHOUT_SPACES else len(plain(galley.html).split())
