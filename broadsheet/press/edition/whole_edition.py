"""The sheet of the whole edition on one page (通读), for e-readers and for reading straight through."""

import re
from collections.abc import Sequence

import msgspec
from markupsafe import Markup

from broadsheet.press.paper.links import page_file
from broadsheet.press.paper.settings import Paper
from broadsheet.press.sheets.sheet import Sheet, head
from broadsheet.press.views.article import ArticleView
from broadsheet.press.views.edition import EditionView, WholePageView, WholeView

WHOLE = "all"
"""The last part of the page's address: /2024-04-15/all/."""

_HEADING = re.compile(r"<(/?)h([1-6])\b")
_DEEPER = 2  # levels: on this page, headlines are <h3>, below the names of printed pages


def whole_view(view: EditionView, articles: Sequence[ArticleView]) -> WholeView:
    """Return the view of a whole edition: `view` with all its `articles`, in print order."""
    in_order = iter(articles)
    return WholeView(
        masthead=view.masthead,
        editors_note=view.editors_note,
        pages=tuple(
            WholePageView(page=page, articles=tuple(next(in_order) for _ in page.cards))
            for page in view.pages
        ),
        downloads=view.downloads,
    )


def whole_sheet(view: EditionView, whole: WholeView, paper: Paper) -> Sheet:
    """Return the sheet of the page with all articles of an edition."""
    pages = tuple(
        msgspec.structs.replace(printed, articles=tuple(map(_below_headline, printed.articles)))
        for printed in whole.pages
    )
    title = paper.words.whole_edition(view.masthead.date)
    return Sheet(
        file=page_file(view.masthead.iso_date, WHOLE),
        template="whole",
        head=head(
            f"{title} - {paper.sitename}",
            description=f"{paper.sitename} {title} {view.masthead.page_count}",
            canonical=paper.links.absolute(view.whole_href),
        ),
        views={"whole": msgspec.structs.replace(whole, pages=pages)},
    )


def _below_headline(article: ArticleView) -> ArticleView:
    """Return the article with its subheads two levels lower. Markdown escaped every `<` that does not begin a tag."""
    html = _HEADING.sub(lambda tag: f"<{tag[1]}h{min(int(tag[2]) + _DEEPER, 6)}", article.html)
    return msgspec.structs.replace(article, html=Markup(html))  # noqa: S704  it was safe before
