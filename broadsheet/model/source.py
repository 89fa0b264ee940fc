"""Raw text and spans of it. A character is identified by its offset, and all printed text is made from spans."""

import bisect
import functools
import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from broadsheet.model.script import Script, script_of

LINE_END = re.compile("\r\n|[\r\n\v\f\x85\u2028\u2029]")
"""What ends a line of a raw page: the marks of every system, of teletype, Word and InDesign (Unicode, UAX 14, class BK)."""


@functools.cache
def is_ink(char: str) -> bool:
    """Return whether print shows `char`: it is no white space, control character or byte order mark."""
    return not char.isspace() and unicodedata.category(char) != "Cc" and char != "\ufeff"


class Span(NamedTuple):
    """A half-open range of character offsets in a `SourceText`."""

    start: int
    end: int


class Line(NamedTuple):
    """A raw line with ink: its number, from 1, and the span from its first inked character to its last."""

    number: int
    span: Span


class Repair(NamedTuple):
    """A raw line that a rule repaired: how many `places` of it, the line as it was (`raw`) and as it is `now`."""

    line: int
    kind: str
    places: int
    raw: str
    now: str


class SourceText(msgspec.Struct, frozen=True):
    """A decoded raw page: its text, its lines with ink, and its script. A line ends at any mark of `LINE_END`.

    `repairs` are what was changed between the file and `text`.
    """

    path: str
    text: str
    lines: tuple[Line, ...]
    script: Script
    repairs: tuple[Repair, ...] = ()

    @classmethod
    def of(cls, path: str, text: str, repairs: tuple[Repair, ...] = ()) -> "SourceText":
        """Return the source text of `text`, which was read from the file `path`."""
        return cls(path, text, tuple(_inked_lines(text)), script_of(text), repairs)

    def slice(self, span: Span) -> str:
        """Return the characters of `span`, unchanged."""
        return self.text[span.start : span.end]

    def ink(self) -> Iterator[int]:
        """Yield the offset of every inked character, in order."""
        return (i for i, char in enumerate(self.text) if is_ink(char))

    def line_at(self, offset: int) -> Line:
        """Return the line of the inked character at `offset`."""
        return self.lines[bisect.bisect_right(self.lines, offset, key=lambda line: line.span.start) - 1]


def _inked_lines(text: str) -> Iterator[Line]:
    for number, (start, end) in enumerate(_line_ranges(text), start=1):
        inked = [i for i in range(start, end) if is_ink(text[i])]
        if inked:
            yield Line(number, Span(inked[0], inked[-1] + 1))


def _line_ranges(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for mark in LINE_END.finditer(text):
        yield start, mark.start()
        start = mark.end()
    yield start, len(text)
