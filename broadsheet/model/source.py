"""Raw text and places in it. A character's id is its offset; nothing downstream builds text in any other way."""

import bisect
import functools
import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from broadsheet.model.script import Script, script_of

_LINE_END = re.compile(r"\r\n|[\r\n\f]")


@functools.cache
def is_ink(char: str) -> bool:
    """Say whether print shows `char`: white space, control characters and byte order marks leave no ink."""
    return not char.isspace() and unicodedata.category(char) != "Cc" and char != "\ufeff"


class Span(NamedTuple):
    """Half-open range of character offsets in a `SourceText`."""

    start: int
    end: int


class Line(NamedTuple):
    """A raw line that has ink: its number counted from 1, and its span from its first inked character to its last."""

    number: int
    span: Span


class SourceText(msgspec.Struct, frozen=True):
    """A decoded raw page, its inked lines and its script. A line ends at CR LF, CR, LF or a form feed."""

    path: str
    text: str
    lines: tuple[Line, ...]
    script: Script

    @classmethod
    def of(cls, path: str, text: str) -> "SourceText":
        """Find the lines of `text`, which was read from `path`."""
        return cls(path, text, tuple(_inked_lines(text)), script_of(text))

    def slice(self, span: Span) -> str:
        """Return the characters of `span`, as they stand."""
        return self.text[span.start : span.end]

    def ink(self) -> Iterator[int]:
        """Yield the offset of every inked character: what the ledger accounts for."""
        return (i for i, char in enumerate(self.text) if is_ink(char))

    def line_at(self, offset: int) -> Line:
        """Return the inked line that holds the inked character at `offset`."""
        return self.lines[bisect.bisect_right(self.lines, offset, key=lambda line: line.span.start) - 1]


def _inked_lines(text: str) -> Iterator[Line]:
    for number, (start, end) in enumerate(_line_ranges(text), start=1):
        inked = [i for i in range(start, end) if is_ink(text[i])]
        if inked:
            yield Line(number, Span(inked[0], inked[-1] + 1))


def _line_ranges(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for mark in _LINE_END.finditer(text):
        yield start, mark.start()
        start = mark.end()
    yield start, len(text)
