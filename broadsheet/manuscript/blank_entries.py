"""Entries of a manuscript that say nothing: a photo without file and words, a teaser or a correction without text."""

from collections.abc import Iterator

from broadsheet.manuscript.located import Located, Route
from broadsheet.manuscript.schema import spell
from broadsheet.model.article import Article
from broadsheet.model.errors import ManuscriptError, raise_if_any
from broadsheet.model.finding import Finding
from broadsheet.model.message import say


def check_entries(article: Article, fields: Located, path: str) -> None:
    """Raise ManuscriptError for each entry of `article`, read from `fields`, that has nothing to show."""
    raise_if_any(
        ManuscriptError, (_finding(route, needed, fields, path) for route, needed in _blank(article))
    )


def _blank(article: Article) -> Iterator[tuple[Route, str]]:
    """Yield the route of each entry that says nothing, and the fields of which it needs one."""
    if article.title_supplied and not article.title_lines:
        yield ("title_supplied",), "title"
    for number, photo in enumerate(article.photos):
        if not (photo.file or photo.caption.strip() or photo.credit.strip()):
            yield ("photos", number), "file`, `caption` or `credit"
    for name in ("teasers", "corrections"):
        for number, entry in enumerate(getattr(article, name)):
            if not entry.text.strip():
                yield (name, number), "text"


def _finding(route: Route, needed: str, fields: Located, path: str) -> Finding:
    place = fields.places[route]
    message = say("`%(key)s` says nothing: there is no `%(needed)s` for it", key=spell(route), needed=needed)
    hint = say("add `%(needed)s`, or take `%(key)s` out", needed=needed, key=spell(route))
    return Finding("blank-entry", path, message, hint, place.line, place.column)
