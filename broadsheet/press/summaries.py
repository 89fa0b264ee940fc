"""The plain words of an article: its summary where no editor wrote one, its length, its reading time."""

import math
import re
from html import unescape

_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_SENTENCE_END = re.compile(r"(?:[。！？!?]|……|\.(?=\s))[”’」』）)]*")
_CLAUSE_END = re.compile(r"[，；：、,;:](?!\d)|——")

SUMMARY_LENGTH = 90
CHARACTERS_PER_MINUTE = 400


def plain(html: str) -> str:
    """Return the words of `html`, which Markdown made: a `<` in it always begins a tag."""
    return unescape(_TAG.sub("", html))


def ink_length(html: str) -> int:
    """Return how many characters of `html` are printed, white space left out."""
    return len("".join(plain(html).split()))


def reading_minutes(length: int) -> int:
    """Return the minutes that `length` characters take to read, at least one."""
    return max(1, math.ceil(length / CHARACTERS_PER_MINUTE))


def opening(html: str, limit: int = SUMMARY_LENGTH) -> str:
    """Return the first words of the paragraphs in `html`, for a summary."""
    words = ""
    for paragraph in _PARAGRAPH.finditer(html):
        words = f"{words} {plain(paragraph[1])}".strip()
        if len(words) > limit:
            break
    return summarise(words or plain(html), limit)


def summarise(text: str, limit: int = SUMMARY_LENGTH) -> str:
    """Cut `text` to about `limit` characters at the end of a sentence, else of a clause, else where it falls.

    A cut in mid-sentence ends in ……; an end in the first half is too early to stop at.
    """
    words = " ".join(text.split())
    if len(words) <= limit:
        return words
    ends = [m.end() for m in _SENTENCE_END.finditer(words) if m.end() <= limit]
    if ends and ends[-1] > limit // 2:
        return words[: ends[-1]]
    clauses = [m.start() for m in _CLAUSE_END.finditer(words) if m.start() < limit]
    end = clauses[-1] if clauses and clauses[-1] > limit // 2 else limit - 1
    return words[:end].rstrip() + "……"
