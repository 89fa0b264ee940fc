"""What plugins do in vain, or only in part: findings of doubt, so that nothing is left out in silence."""

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from pelican.contents import Content

from broadsheet.model.finding import Finding, Severity
from broadsheet.press.paper.conf import PREVIEW_SETTINGS
from broadsheet.press.pelican.listeners import called_too_early, gatherers, never_called
from broadsheet.press.pelican.reader import PressArticle

_PELICANS = frozenset(
    (
        *("articles", "drafts", "hidden_articles", "dates", "tags", "categories", "authors", "related_posts"),
        *("period_archives", "pages", "hidden_pages", "draft_pages", "staticfiles"),
        *("generated_content", "static_content", "static_links", "localsiteurl"),
    )
)
"""What Pelican itself puts into the context of all pages, beside its settings, whose names are capitals."""


def doubts_of_listeners() -> Iterator[Finding]:
    """Yield doubts about plugins by the signals that they listen to."""
    for module in gatherers():
        yield _doubt(
            "gathering-plugin",
            f"{module} may gather from page to page, so every build makes all pages, in one process",
        )
    for module in called_too_early():
        yield _doubt(
            "early-plugin",
            f"{module} acts at page_writer_finalized, when the press has written no article yet",
        )
    for module in never_called():
        yield _doubt("idle-plugin", f"{module} listens only to signals that the press does not send")


def doubts_of_edition(articles: Collection[PressArticle], context: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield doubts about what plugins made of the `articles` of one edition; `context` is the generator's."""
    if unused := sorted(name for name in context if name not in _PELICANS and not name.isupper()):
        yield _doubt(
            "unused-context",
            f"plugins put {_quoted(unused)} into Pelican’s context, which no page of the press shows",
        )
    if naming := sorted({name for article in articles for name in _naming_others(article)}):
        yield _doubt(
            "one-edition",
            f"plugins gave articles {_quoted(naming)} with other articles in it: only those of the same edition",
        )
    if any(_is_misfiled(article) for article in articles):
        yield _doubt(
            "as-printed", "a plugin changed the category or the authors of articles; these stay as printed"
        )


def _quoted(names: list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _doubt(code: str, message: str) -> Finding:
    return Finding(code, PREVIEW_SETTINGS, message, hint="docs/plugins.md", severity=Severity.DOUBT)


def _naming_others(article: PressArticle) -> Iterator[str]:
    """Yield the attributes of `article` that hold other articles; those of Pelican's own begin with `_`."""
    return (name for name, value in vars(article).items() if name[0] != "_" and _holds_content(value))


def _holds_content(value: object) -> bool:
    if isinstance(value, Mapping):
        return any(map(_holds_content, value.values()))
    if isinstance(value, (list, tuple, set, frozenset)):
        return any(map(_holds_content, value))
    return isinstance(value, Content)


def _is_misfiled(article: PressArticle) -> bool:
    """Whether a plugin changed the category of an article with a section, or the authors of one that is signed."""
    section, signed = article.section, article.copy.manuscript.article.authors
    authors = tuple(author.name for author in getattr(article, "authors", ()))
    return bool((section and article.category.name != section) or (signed and authors != signed))
