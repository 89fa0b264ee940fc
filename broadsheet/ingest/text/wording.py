"""Make printed text from spans of the raw page. Nothing else in ingest makes text, and only white space may change."""

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise

import msgspec

from broadsheet.lexicon.hyphens import HYPHENS
from broadsheet.lexicon.patterns import OF_SCRIPT, load_lexicon
from broadsheet.model.page_reading import Passage
from broadsheet.model.script import Script
from broadsheet.model.source import SourceText, Span, is_ink

_HAN = r"\u3400-\u9fff"
_SPACES = " \u3000\xa0"
# A space that text extraction puts between a hanzi and a figure, where print has a narrow gap and no character.
_LOOSE_FIGURE = re.compile(rf"(?<=[{_HAN}])[ \u3000\xa0]+(?=[0-9])|(?<=[0-9%％])[ \u3000\xa0]+(?=[{_HAN}])")

# Letters of an alphabet: a line end between them separates words, unless a hyphen divides one.
_LETTER = rf"[^\W\d_{_HAN}\u3040-\u30ff\uac00-\ud7af]"
_WORD_END = re.compile(rf"(?:{_LETTER}|{_LETTER}[.,;:!?)\]'’”»]+|\d[.,;:!?)\]]+)\Z")
_COMPOUND = re.compile(rf"\w[{re.escape(HYPHENS)}]\Z")
_WORD_START = re.compile(rf"(?:[(\['‘“«]+\s?)?(?:{_LETTER}|\d)")


class SpaceChange(msgspec.Struct, frozen=True):
    """White space that a rule removed at `offset`: the words around it as they were (`raw`) and as they are `now`."""

    offset: int
    raw: str
    now: str


def word(source: SourceText, passage: Passage) -> str:
    """Return the text of a running passage: its lines joined, with a space where a line end separates two words."""
    part = _part_lines if source.script is Script.LETTERS else _part_words
    lines = [source.slice(span).strip() for span in passage.spans]
    return _close_up(_joined(source, passage.spans, lines, part))


def _joined(
    source: SourceText, spans: Sequence[Span], lines: Sequence[str], part: Callable[[str, str], bool]
) -> str:
    """Return `lines`, which stand at `spans`, with a space between two that `part` words.

    There is none where a word goes on behind a hyphen that was removed.
    """
    gone = (source.text[span.end : span.end + 1] in tuple(HYPHENS) for span in spans[:-1])
    below = (
        right if goes_on or not part(left, right) else f" {right}"
        for goes_on, (left, right) in zip(gone, pairwise(lines), strict=True)
    )
    return "".join((*lines[:1], *below))


def _part_lines(left: str, right: str) -> bool:
    """Return whether a line end separates two words of a page in letters.

    It does not after a hyphen that stays (Saint-|Sébastien), unless the hyphen stands for a half that follows later
    (Handels-|und Gewerbekammer). It does not after an elided article (l'|homme).
    """
    words = load_lexicon(OF_SCRIPT[Script.LETTERS]).words
    if _COMPOUND.search(left) and right[:1].isalnum():
        return any(pattern.match(right) for pattern in words["suspended"])
    return not any(pattern.search(left) for pattern in words["elision"])


def _part_words(left: str, right: str) -> bool:
    """Return whether a line end separates two words of a page in hanzi: it does between letters only."""
    return bool(_WORD_END.search(left) and _WORD_START.match(right))


def _part_always(_left: str, _right: str) -> bool:
    return True


def word_lines(source: SourceText, passages: Iterable[Passage]) -> str:
    """Return the text of display passages, such as the lines of a headline, with one space between lines of hanzi.

    Between lines in letters there is none where a word goes on (SAINT-|DENIS).
    """
    spans = [span for passage in passages for span in passage.spans]
    part = _part_lines if source.script is Script.LETTERS else _part_always
    lines = [_close_up(source.slice(span).strip()) for span in spans]
    return _joined(source, spans, lines, part)


def kept_lines(source: SourceText, passage: Passage) -> list[str]:
    """Return the lines of verse or of rows, each by itself. The spaces in a row part its cells, so all of them stay."""
    lines = (source.slice(span).strip() for span in passage.spans)
    return [
        "".join(char if is_ink(char) or char in _SPACES else " " * char.isspace() for char in line)
        for line in lines
    ]


def _close_up(text: str) -> str:
    """Return `text` with other white space than printed spaces as one space, and without control characters."""
    kept = (char if is_ink(char) or char in _SPACES else " " * char.isspace() for char in text)
    return _LOOSE_FIGURE.sub("", "".join(kept)).strip()


def space_changes(source: SourceText, span: Span) -> Iterable[SpaceChange]:
    """Yield each change of white space that the rules make in the line at `span`."""
    text = source.slice(span)
    for match in _LOOSE_FIGURE.finditer(text):
        raw = text[max(0, match.start() - 6) : match.end() + 6]
        yield SpaceChange(span.start + match.start(), raw, _close_up(raw))
