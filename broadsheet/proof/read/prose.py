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
_STACK = frozenset({"kicker", "title", "deck"})


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
    def stack_end(self) -> int:
        """Where the headline stack ends: kicker, headline and deck."""
        return next(part.start for part in self.parts if not set(part.route) & _STACK)

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
        if not text:
            continue
        parts.append(Part(start, route))
        texts.append(_masked(text) + _BREAK)
        start += len(texts[-1])
    parts.append(Part(start, ()))
    return Prose("".join([*texts, _masked(article.body)]), tuple(parts), article.body)


def _fields(article: Article) -> Iterator[tuple[Route, str]]:
    """Yield the fields that hold words, the headline stack first; some may be empty."""
    yield ("kicker",), article.kicker
    yield ("title",), article.title
    yield from ((("deck", number), line) for number, line in enumerate(article.deck))
    yield ("editors_note",), article.editors_note
    yield ("summary",), article.summary
    yield from ((("photos", n, "caption"), photo.caption) for n, photo in enumerate(article.photos))
    yield from ((("teasers", n, "text"), teaser.text) for n, teaser in enumerate(article.teasers))
    yield from ((("corrections", n, "text"), each.text) for n, each in enumerate(article.corrections))


def _masked(text: str) -> str:
    if not _MAY_NEED_MASK.search(text):
        return text
    return _MASKED.sub(_mask, text)


def _mask(match: re.Match[str]) -> str:
    """Return a mask of what was matched; its lines stay lines."""
    return "\n".join(MASK * len(line) for line in match[0].split("\n"))
