"""Dead links marked wherever a preview shows the texts that have them: in articles, and in editors' notes."""

from collections.abc import Callable
from typing import TypeVar

import msgspec

from broadsheet.press.edition.article_views import SetArticle
from broadsheet.press.views.article import ArticleView
from broadsheet.press.views.edition import EditionView

Mark = Callable[[str], str]
T = TypeVar("T", ArticleView, EditionView)


def marked_article(article: SetArticle, mark: Mark) -> SetArticle:
    """Return an article with what `mark` makes of its texts."""
    view = msgspec.structs.replace(article.view, html=mark(article.view.html))
    return article._replace(view=marked_note(view, mark))


def marked_note(view: T, mark: Mark) -> T:
    """Return the view of an article or an edition with what `mark` makes of its editor's note."""
    note = view.editors_note
    if note is None:
        return view
    return msgspec.structs.replace(view, editors_note=msgspec.structs.replace(note, html=mark(note.html)))
