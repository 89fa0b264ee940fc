"""The sheet of an article's own page, with its Open Graph metadata, and the words of its printed page's share image."""

from collections.abc import Sequence
from typing import Any

from broadsheet.manuscript.pictures import DRAWING
from broadsheet.press.edition.article_data import IssueData, article_data
from broadsheet.press.edition.article_views import SetArticle
from broadsheet.press.paper.links import page_file
from broadsheet.press.paper.settings import Paper
from broadsheet.press.share_images.face import SIZE
from broadsheet.press.share_images.words import ShareImageWords
from broadsheet.press.sheets.sheet import Sheet, head
from broadsheet.press.views.article import ArticleView, PhotoView
from broadsheet.press.views.site import HeadView, SharedView


def article_sheet(article: SetArticle, issue: IssueData, paper: Paper, share_image: str) -> Sheet:
    """Return the sheet of an article's page; `share_image` is the link of its page's share image, or ""."""
    return Sheet(
        file=page_file(*article.galley.address.parts),
        template="article",
        head=_head(article, issue, paper, share_image),
        views={"article": article.view},
    )


def _head(article: SetArticle, issue: IssueData, paper: Paper, share_image: str) -> HeadView:
    galley, view = article.galley, article.view
    canonical = paper.links.absolute(view.href)
    return head(
        f"{galley.label} - {paper.sitename}",
        description=galley.summary,
        canonical=canonical,
        shared=_shared(article, paper, share_image) if canonical else None,
        data=article_data(article, issue, paper),
        lang=view.lang,
    )


def _shared(article: SetArticle, paper: Paper, share_image: str) -> SharedView:
    galley, view = article.galley, article.view
    return SharedView(
        kind="article",
        title=galley.label,
        **_picture(shared_photo(view), share_image, paper),
        published=galley.address.date.isoformat(),
        modified=max((correction.iso_date for correction in view.corrections), default=""),
    )


def share_image_words(page: Sequence[SetArticle], paper: Paper) -> ShareImageWords:
    """Return the words on the share image of a printed page with these articles; supplied headlines are in 〔〕."""
    first, *others = page
    headlines = first.view.headlines
    return ShareImageWords(
        name=paper.sitename,
        headline=(first.galley.label,) if headlines.supplied else headlines.lines,
        others=tuple(article.galley.label for article in others),
        foot=f"{first.view.edition.text}  {first.view.page.text}",
    )


def shared_photo(view: ArticleView) -> PhotoView | None:
    """Return the photo that other sites show for an article, its first, or None; few sites can show a drawing (SVG)."""
    return next(
        (photo for photo in view.photos if photo.src and not photo.src.lower().endswith(DRAWING)), None
    )


def _picture(photo: PhotoView | None, share_image: str, paper: Paper) -> dict[str, Any]:
    if photo:
        source, words, size = photo.src, photo.alt or photo.caption, (photo.width, photo.height)
    else:
        source, words, size = share_image, "", SIZE if share_image else (0, 0)
    return {
        "image": paper.links.absolute(source) if source else "",
        "image_alt": words,
        "image_width": size[0],
        "image_height": size[1],
    }
