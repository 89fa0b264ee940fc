"""An article's own page, and what it says where it is shared."""

from broadsheet.manuscript.pictures import DRAWING
from broadsheet.press.article_data import article_data
from broadsheet.press.article_views import SetArticle
from broadsheet.press.links import page_file
from broadsheet.press.settings import Paper
from broadsheet.press.shards import Shard
from broadsheet.press.sheets import Sheet, head
from broadsheet.press.views import HeadView, SharedView


def article_sheet(article: SetArticle, shard: Shard, paper: Paper) -> Sheet:
    """Return the page of an article."""
    return Sheet(
        file=page_file(*article.galley.address.parts),
        template="article",
        head=_head(article, shard, paper),
        views={"article": article.view},
    )


def _head(article: SetArticle, shard: Shard, paper: Paper) -> HeadView:
    galley, view = article.galley, article.view
    return head(
        f"{galley.label} - {paper.sitename}",
        description=galley.summary,
        canonical=paper.links.absolute(view.href),
        prev_href=view.previous.href,
        next_href=view.next.href,
        shared=_shared(article, paper),
        data=article_data(article, shard, paper),
    )


def _shared(article: SetArticle, paper: Paper) -> SharedView:
    """Return what the article says where it is shared; its picture is its first photo. Few sites show a drawing."""
    galley, view = article.galley, article.view
    photos = (photo for photo in view.photos if photo.src and not photo.src.lower().endswith(DRAWING))
    photo = next(photos, None)
    return SharedView(
        kind="article",
        title=galley.label,
        image=paper.links.absolute(photo.src) if photo else "",
        image_alt=(photo.alt or photo.caption) if photo else "",
        image_width=photo.width if photo else 0,
        image_height=photo.height if photo else 0,
        published=galley.address.date.isoformat(),
        modified=max((correction.iso_date for correction in view.corrections), default=""),
        section=galley.section,
        authors=tuple(paper.links.absolute(link.href) for link in view.authors),
        tags=tuple(link.text for link in view.tags),
    )
