"""The lists in which plugins find articles: those of one edition while it is printed, and none at other times."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NoReturn

from pelican.generators import ArticlesGenerator

from broadsheet.model.errors import PressError
from broadsheet.model.finding import Finding
from broadsheet.press.paper.conf import PREVIEW_SETTINGS
from broadsheet.press.pelican.reader import PressArticle

_ARTICLES = ("articles", "drafts")
_TAXONOMY = ("dates", "tags", "categories", "authors")


def put_articles(
    generator: ArticlesGenerator, published: list[PressArticle], drafts: list[PressArticle]
) -> None:
    """Give `generator` the articles of one edition, in print order."""
    generator.articles, generator.drafts = published, drafts


def put_taxonomy(generator: ArticlesGenerator) -> None:
    """Sort the published articles of `generator` by tag, category and author, and put all its lists into its context.

    The lists have the forms that Pelican's own generator gives them when it sends `article_generator_finalized`.
    """
    articles = generator.articles
    categories = _grouped((one.category, one) for one in articles)
    authors = _grouped((author, one) for one in articles for author in getattr(one, "authors", ()))
    vars(generator).update(
        dates=list(articles),
        tags=_grouped((tag, one) for one in articles for tag in one.tags),
        categories=sorted(categories.items()),
        authors=sorted(authors.items()),
    )
    generator._update_context((*_ARTICLES, *_TAXONOMY))  # noqa: SLF001  plugins call it too


def _grouped(pairs: Iterable[tuple[Any, PressArticle]]) -> dict[Any, list[PressArticle]]:
    groups: dict[Any, list[PressArticle]] = defaultdict(list)
    for name, article in pairs:
        groups[name].append(article)
    return groups


def withdraw(generator: ArticlesGenerator) -> None:
    """Take the last edition out of the lists of `generator`, where a plugin would take it for the whole archive."""
    for name in (*_ARTICLES, *_TAXONOMY):
        setattr(generator, name, _Withdrawn())
    withdraw_from_context(generator)


def withdraw_from_context(generator: ArticlesGenerator) -> None:
    """Have a plugin fail that reads the articles of all editions from the context."""
    generator.context.update({name: _Withdrawn() for name in (*_ARTICLES, *_TAXONOMY)})


class _Withdrawn:
    """Stands for the articles of all editions, which are never in memory at once: each use raises PressError."""

    def _refuse(self, *_: object) -> NoReturn:
        raise PressError(
            Finding(
                code="all-articles",
                path=PREVIEW_SETTINGS,
                message="a plugin reads the articles of all editions at once; the press holds one edition at a time",
                hint="take it out of PLUGINS; docs/plugins.md names what works",
            )
        )

    __iter__ = __len__ = __getitem__ = __contains__ = __add__ = __radd__ = __getattr__ = _refuse
