"""Spans → text, the one place where text is made. Only white space may change, by the rules below."""

import re
from collections.abc import Iterable
from itertools import chain, pairwise

import msgspec

from broadsheet.lexicon.hyphens import HYPHENS
from broadsheet.lexicon.patterns import OF_SCRIPT, load_lexicon
from broadsheet.model.page_reading import Passage
from broadsheet.model.script import Script
from broadsheet.model.source import SourceText, Span, is_ink

_HAN = r"\u3400-\u9fff"
_SPACES = " \u3000\xa0"
# A space that an extractor set between a hanzi and a figure; print has a gap there, not a character.
_LOOSE_FIGURE = re.compile(rf"(?<=[{_HAN}])[ \u3000\xa0]+(?=[0-9])|(?<=[0-9%％])[ \u3000\xa0]+(?=[{_HAN}])")

# Letters of an alphabet, in which a line's end parts words unless a hyphen divides one.
_LETTER = rf"[^\W\d_{_HAN}\u3040-\u30ff\uac00-\ud7af]"
_WORD_END = re.compile(rf"(?:{_LETTER}|{_LETTER}[.,;:!?)\]'’”»]+|\d[.,;:!?)\]]+)\Z")
_COMPOUND = re.compile(rf"\w[{re.escape(HYPHENS)}]\Z")
_WORD_START = re.compile(rf"(?:[(\['‘“«]+\s?)?(?:{_LETTER}|\d)")


class SpaceChange(msgspec.Struct, frozen=True):
    """White space that a rule took out: the raw words round it, and where they stand."""

    offset: int
    raw: str
    now: str


def word(source: SourceText, passage: Passage) -> str:
    """Return the text of a running passage: its lines closed up, as hanzi are set; words of letters stay apart."""
    lines = [source.slice(span).strip() for span in passage.spans]
    part = _part_lines if source.script is Script.LETTERS else _part_words
    seams = [" " if part(left, right) else "" for left, right in pairwise(lines)]
    for n, span in enumerate(passage.spans[:-1]):
        if source.text[span.end : span.end + 1] in tuple(HYPHENS):  # it divided a word, and was taken out
            seams[n] = ""
    return _close_up("".join(chain.from_iterable(zip(lines, [*seams, ""], strict=True))))


def _part_lines(left: str, right: str) -> bool:
    """Say whether two words meet where the line `left` of a page of letters ends.

    A hyphen that stays joins a compound, but not where its second half stands further on (Handels- und Gewerbe-). An
    article without its vowel (l'|homme) is set close to its noun.
    """
    words = load_lexicon(OF_SCRIPT[Script.LETTERS]).words
    if _COMPOUND.search(left) and right[:1].isalnum():
        return any(pattern.match(right) for pattern in words["suspended"])
    return not any(pattern.search(left) for pattern in words["elision"])


def _part_words(left: str, right: str) -> bool:
    """Say whether two words meet where the line `left` ends: letters do, a number or a divided word goes on."""
    return bool(_WORD_END.search(left) and _WORD_START.match(right))


def word_lines(source: SourceText, passages: Iterable[Passage]) -> str:
    """Return the text of display passages, such as the lines of a headline, parted by one space."""
    lines = (source.slice(span).strip() for passage in passages for span in passage.spans)
    return " ".join(_close_up(line) for line in lines)


def _close_up(text: str) -> str:
    """Keep ink and printed spaces; other white space is one space, and control characters are nothing."""
    kept = (char if is_ink(char) or char in _SPACES else " " * char.isspace() for char in text)
    return _LOOSE_FIGURE.sub("", "".join(kept)).strip()


def space_changes(source: SourceText, span: Span) -> Iterable[SpaceChange]:
    """Yield each change that the rules make inside a line."""
    text = source.slice(span)
    for match in _LOOSE_FIGURE.finditer(text):
        raw = text[max(0, match.start() - 6) : match.end() + 6]
        yield SpaceChange(span.start + match.start(), raw, _close_up(raw))
