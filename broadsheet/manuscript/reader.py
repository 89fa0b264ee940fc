"""A Markdown file with front matter → Article."""

import re
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import NamedTuple

import msgspec

from broadsheet.manuscript.fields import load_mapping
from broadsheet.manuscript.files import read_utf8
from broadsheet.manuscript.located import Located, Place, Route
from broadsheet.manuscript.place import address_of
from broadsheet.manuscript.schema import convert
from broadsheet.model.article import Article, Manuscript
from broadsheet.model.errors import ManuscriptError
from broadsheet.model.finding import Finding

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<yaml>.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_NOT_KEYS = frozenset({"body"})


class Parsed(NamedTuple):
    """An article, the places of its fields, and the line on which its body begins."""

    article: Article
    places: Mapping[Route, Place]
    body_line: int


def read_article(path: Path) -> Manuscript:
    """Read the manuscript at `path`, whose last three parts are its address. Raises ManuscriptError."""
    return Manuscript(address=address_of(path), path=str(path), article=parse_article(read_utf8(path), path))


class _Read(NamedTuple):
    article: Article
    located: Located
    body_line: int


def parse_article(text: str, path: PurePath) -> Article:
    """Read a manuscript's text; `path` is for the error messages. Raises ManuscriptError."""
    return _parse(text, path).article


def parse_located(text: str, path: PurePath) -> Parsed:
    """Read a manuscript's text, keeping the places of its fields. Raises ManuscriptError."""
    article, located, body_line = _parse(text, path)
    return Parsed(article=article, places=located.places, body_line=body_line)


def _parse(text: str, path: PurePath) -> _Read:
    match = _FRONT_MATTER.match(text)
    if not match:
        raise ManuscriptError(
            Finding(
                code="no-front-matter",
                path=str(path),
                line=1,
                column=1,
                message="the front matter is missing or has no end",
                hint="begin the file with a line `---`, then the fields, then a line `---`",
            )
        )
    located = load_mapping(match["yaml"], str(path), first_line=2)
    front = convert(located, Article, str(path), leave_out=_NOT_KEYS)
    body = text[match.end() :].lstrip("\n")
    return _Read(
        article=msgspec.structs.replace(front, body=body.rstrip("\n")),
        located=located,
        body_line=text.count("\n", 0, len(text) - len(body)) + 1,
    )
