"""The sentences of a manuscript as checks read them: its fields and its body in one text, code and addresses masked."""

import bisect
import re
from collections.abc import Iterator
from typing import NamedTuple

from broadsheet.manuscript.located import Route
from broadsheet.model.article import Article

HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
"""Hanzi, for a class of characters in a pattern."""

MASK = "\0"
"""Stands for each character that is not read as words; no manuscript holds it."""

_MAY_NEED_MASK = re.compile(r"[`<\\&@]|\]\(|\]:|://|^[ |:*_=-]{3,}$", re.MULTILINE)
# Code, links' targets, addresses, definitions, rules and heads of tables, references to characters, escaped signs.
_MASKED = re.compile(
    r"""
    ^[ ]*(?P<fence>`{3,}|~{3,})[^\n]*\n(?:.*?\n)??[ ]*(?P=fence)[`~]*[ ]*$
    | (?<!`)(?P<ticks>`+)(?!`)(?:(?!\n\n).)+?(?<!`)(?P=ticks)(?!`)
    | \]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)
    | <!--.*?-->
    | </?[A-Za-z][^<>\n]*>
    | [A-Za-z][A-Za-z0-9+.-]*://[!-;=?-~]+
    | [\w.+-]+@[\w-]+\.[\w.]+
    | ^[ |:*_=-]{3,}$
    | ^[ ]{0,3}\[[^\[\]\n]+\]:[^\n]*
    | &\#?\w+;
    | \\[!-/:-@\[-`{-~]
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_BREAK = "\n\n"


class Part(NamedTuple):
    """A field in the text of a manuscript: where it begins, and its route; the body's is empty."""

    start: int
    route: Route


class Prose(NamedTuple):
    """The text of a manuscript: its fields, then its body, with an empty line between two of them.

    `parts` are in the order of the text; the last is the body. `original` is the body without the mask.
    """

    text: str
    parts: tuple[Part, ...]
    original: str

    @property
    def body_start(self) -> int:
        """Where the body begins."""
        return self.parts[-1].start

    def part_at(self, offset: int) -> Part:
        """Return the part that holds the character at `offset`."""
        return self.parts[bisect.bisect_right(self.parts, offset, key=lambda part: part.start) - 1]

    def paragraphs(self) -> Iterator[re.Match[str]]:
        """Yield the paragraphs of the body: lines in a row."""
        return _PARAGRAPH.finditer(self.text, self.body_start)


_PARAGRAPH = re.compile(r"[^\n]+(?:\n[^\n]+)*")


def prose_of(article: Article) -> Prose:
    """Return the text of `article`."""
    parts: list[Part] = []
    texts: list[str] = []
    start = 0
    for route, text in _fields(article):
        parts.append(Part(start, route))
        texts.append(_masked(text) + _BREAK)
        start += len(texts[-1])
    parts.append(Part(start, ()))
    return Prose("".join([*texts, _masked(article.body)]), tuple(parts), article.body)


def _fields(article: Article) -> Iterator[tuple[Route, str]]:
    for name in ("kicker", "title", "editors_note", "summary"):
        if text := getattr(article, name):
            yield (name,), text
    for number, line in enumerate(article.deck):
        yield ("deck", number), line
    for number, photo in enumerate(article.photos):
        if photo.caption:
            yield ("photos", number, "caption"), photo.caption
    for number, teaser in enumerate(article.teasers):
        yield ("teasers", number, "text"), teaser.text
    for number, correction in enumerate(article.corrections):
        yield ("corrections", number, "text"), correction.text


def _masked(text: str) -> str:
    if not _MAY_NEED_MASK.search(text):
        return text
    return _MASKED.sub(lambda match: re.sub(r"[^\n]", MASK, match[0]), text)
