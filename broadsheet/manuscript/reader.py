"""A Markdown file with front matter → Article."""

import re
from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import NamedTuple

import msgspec

from broadsheet.manuscript.blank_entries import check_entries
from broadsheet.manuscript.fields import load_mapping
from broadsheet.manuscript.files import read_utf8
from broadsheet.manuscript.located import Located, Place, Route
from broadsheet.manuscript.names import with_names
from broadsheet.manuscript.place import address_of
from broadsheet.manuscript.schema import convert
from broadsheet.manuscript.unseen import check_characters, check_fields, is_plain
from broadsheet.model.article import Article, Manuscript
from broadsheet.model.errors import ManuscriptError
from broadsheet.model.finding import Finding
from broadsheet.model.limits import MOST_BYTES
from broadsheet.model.message import say

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?P<yaml>.*?)^---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_NOT_KEYS = frozenset({"body"})


class Parsed(NamedTuple):
    """An article, its fields before the schema has seen them, and the line on which its body begins.

    `front` is the YAML between the lines `---`, which begins on line 2.
    """

    article: Article
    fields: Located
    front: str
    body_line: int

    @property
    def places(self) -> Mapping[Route, Place]:
        """The places of the fields."""
        return self.fields.places


def read_article(path: Path) -> Manuscript:
    """Read the manuscript at `path`, whose last three parts are its address. Raises ManuscriptError."""
    return Manuscript(address=address_of(path), path=str(path), article=read_manuscript(path).article)


def read_manuscript(path: Path, most_bytes: int = MOST_BYTES) -> Parsed:
    """Read the manuscript at `path`, whatever its address, of no more than `most_bytes`.

    Raises ManuscriptError, for characters that no reader can see, names that cannot be addresses and entries that say nothing too.
    """
    text = read_utf8(path, most_bytes)
    shown, has_odd = str(path), not is_plain(text)
    if has_odd:
        check_characters(text, shown)
    parts = _divided(text, path)
    if has_odd:
        check_fields(parts.fields, shown)
    article = with_names(parts.fields, shown, lambda: _article(parts, shown))
    check_entries(article, parts.fields, shown)
    return Parsed(article, parts.fields, parts.front, parts.body_line)


def parse_article(text: str, path: PurePath) -> Article:
    """Read a manuscript's text as `write_article` gives it; `path` is for the error messages. Raises ManuscriptError."""
    return parse_manuscript(text, path).article


def parse_manuscript(text: str, path: PurePath) -> Parsed:
    """Read a manuscript's text as `parse_article` does, with the places of its fields. Raises ManuscriptError."""
    parts = _divided(text, path)
    return Parsed(_article(parts, str(path)), parts.fields, parts.front, parts.body_line)


class _Parts(NamedTuple):
    """The fields of a manuscript, the YAML that holds them, its body, and the line on which that begins."""

    fields: Located
    front: str
    body: str
    body_line: int


def _divided(text: str, path: PurePath) -> _Parts:
    match = _FRONT_MATTER.match(text)
    if not match:
        message = say("the front matter is missing or has no end")
        hint = say("begin the file with a line `---`, then the fields, then a line `---`")
        raise ManuscriptError(Finding("no-front-matter", str(path), message, hint, line=1, column=1))
    body = text[match.end() :].lstrip("\n")
    fields = load_mapping(match["yaml"], str(path), first_line=2)
    line = text.count("\n", 0, len(text) - len(body)) + 1
    return _Parts(fields, match["yaml"], body.rstrip("\n"), line)


def _article(parts: _Parts, path: str) -> Article:
    front = convert(parts.fields, Article, path, leave_out=_NOT_KEYS)
    return msgspec.structs.replace(front, body=parts.body)
