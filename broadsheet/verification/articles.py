"""What readers must find of an article: its fields and its text, as ink."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from broadsheet.manuscript.markdown.dialect import render
from broadsheet.manuscript.place import article_files
from broadsheet.manuscript.reader import read_article
from broadsheet.model.address import Address
from broadsheet.model.article import Article, Status
from broadsheet.model.schedule import Clock
from broadsheet.verification.ink import ink, ink_of_html


class Wanted(NamedTuple):
    """An article's manuscript, its address, whether readers get it, the ink of its text, and of its other fields by name."""

    path: str
    address: Address
    is_published: bool
    body: str
    fields: tuple[tuple[str, str], ...]


def wanted_of(edition: Path, clock: Clock) -> list[Wanted]:
    """Return what readers must find of the articles of the edition in the folder `edition`, in print order, by `clock`.

    Raises ManuscriptError.
    """
    read = (read_article(path) for path in article_files(edition))
    made = (
        Wanted(
            path=manuscript.path,
            address=manuscript.address,
            is_published=manuscript.article.status is Status.PUBLISHED
            and not clock.is_held(manuscript.address.date, manuscript.article.publish_at),
            body=ink_of_html(render(manuscript.article.body)),
            fields=tuple((name, text) for name, words in _fields(manuscript.article) if (text := ink(words))),
        )
        for manuscript in read
    )
    return sorted(made, key=lambda wanted: wanted.address)


def _fields(article: Article) -> Iterator[tuple[str, str]]:
    for name in ("title", "kicker", "byline", "source_credit", "jump"):
        yield name, getattr(article, name)
    yield from (("deck", line) for line in article.deck)
    for photo in article.photos:
        yield from (("caption", photo.caption), ("credit", photo.credit))
    yield from (("correction", correction.text) for correction in article.corrections)
