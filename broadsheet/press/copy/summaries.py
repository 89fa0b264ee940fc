"""An article as plain text: its summary where no editor wrote one, its length, its reading time."""

import math
import re
from collections.abc import Iterable
from html import unescape
from itertools import takewhile

from broadsheet.press.paper.copyfit import Copyfit

_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
# A full stop after a short word with a capital is an abbreviation's: Mrs. Pell, St. Anne, J. Smith.
_FULL_STOP = r"\.(?<!\b[A-Z]\.)(?<!\b[A-Z][a-z]\.)(?<!\b[A-Z][a-z]{2}\.)(?=[”’)]*\s)"
_SENTENCE_END = re.compile(rf"(?:[。！？!?]|……|{_FULL_STOP})[”’」』）)]*")
_CLAUSE_END = re.compile(r"[，；：、,;:](?!\d)|——")


def plain(html: str) -> str:
    """Return the plain text of `html`, which Markdown made, so that each `<` begins a tag."""
    words = str(html)  # Markup would make Markup of each word
    words = words.replace("<p>", "").replace("</p>", "")  # most texts hold no other tags
    return unescape(_TAG.sub("", words) if "<" in words else words)


def words_of(html: str) -> list[str]:
    """Return the words of the text of `html`, parted by white space."""
    return plain(html).split()


def length(words: list[str], fit: Copyfit) -> int:
    """Return the length of a text of `words`: its number of words, or of characters in a script without spaces."""
    if fit.spaced:
        return sum(word[0].isalnum() or any(map(str.isalnum, word)) for word in words)
    return sum(map(len, words))


def reading_minutes(printed: int, fit: Copyfit) -> int:
    """Return the minutes, at least one, that a text of the length `printed` takes to read."""
    return max(1, math.ceil(printed / fit.per_minute))


def summary(html: str, fit: Copyfit) -> str:
    """Return the first words of a text as its summary in lists; it has about `fit.summary` characters."""
    return _opening(html, fit.summary, fit)


def opening(html: str, limit: int, fit: Copyfit) -> str:
    """Return the beginning of a text for its printed page, about `limit` characters, or "" where a summary tells it all."""
    words = _opening(html, limit, fit)
    return words if len(words) > fit.summary else ""


def stand_in(html: str, captions: Iterable[str], fit: Copyfit) -> str:
    """Return a stand-in for the headline of an article without one: its first words, else those of its first caption.

    It is "" where the article has neither.
    """
    return _opening(html, fit.stand_in, fit) or shortened(next(iter(captions), ""), fit.stand_in, fit)


def _opening(html: str, limit: int, fit: Copyfit) -> str:
    words, between = "", " " if fit.spaced else ""
    for paragraph in _PARAGRAPH.finditer(html):
        words = f"{words}{between}{plain(paragraph[1]).strip()}".strip()
        if len(words) > limit:
            break
    return shortened(words or plain(html), limit, fit)


def shortened(text: str, limit: int, fit: Copyfit) -> str:
    """Return `text` cut to about `limit` characters: after a sentence, else after a clause, else after a word.

    A sentence or clause that ends in the first half of `limit` is not used. A cut within a sentence ends with `fit.cut`.
    """
    words = " ".join(text.split())
    if len(words) <= limit:
        return words
    ends = list(takewhile(lambda end: end <= limit, (m.end() for m in _SENTENCE_END.finditer(words))))
    if ends and ends[-1] > limit // 2:
        return words[: ends[-1]]
    clauses = list(takewhile(lambda start: start < limit, (m.start() for m in _CLAUSE_END.finditer(words))))
    end = clauses[-1] if clauses and clauses[-1] > limit // 2 else _word_end(words, limit - 1, fit)
    return words[:end].rstrip() + fit.cut


def _word_end(words: str, limit: int, fit: Copyfit) -> int:
    """Return the last index up to `limit` where a word ends; a word longer than `limit` is cut at `limit`."""
    end = words.rfind(" ", 0, limit + 1) if fit.spaced else limit
    return end if end > 0 else limit
