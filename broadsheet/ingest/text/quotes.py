"""Finding quoted words on a raw page, whatever line breaks and spaces stand between them."""

import bisect
from collections.abc import Iterator
from typing import NamedTuple

from broadsheet.lexicon.hyphens import HYPHENS
from broadsheet.model.page_reading import PageReading
from broadsheet.model.script import Script
from broadsheet.model.source import SourceText, Span

_SHORTEST = 8  # inked characters of a quote that is offered for a ruling
_LONGEST = 60


class Inked(NamedTuple):
    """A page's inked characters in a row, and the offset of each.

    Hyphens that may divide a word at a line's end are not among them: most have gone from the manuscripts.
    """

    text: str
    offsets: tuple[int, ...]
    source: SourceText

    @classmethod
    def of(cls, source: SourceText) -> "Inked":
        """Take the white space out of `source`."""
        passed_over = _dividing(source)
        offsets = tuple(i for i in source.ink() if i not in passed_over)
        return cls("".join(source.text[i] for i in offsets), offsets, source)

    def places(self, quote: str) -> tuple[Span, ...]:
        """Return where `quote` stands, each from its first character to its last."""
        wanted = "".join(quote.split())
        stayed = [n for n, char in enumerate(wanted) if char in HYPHENS]
        forms = dict.fromkeys([wanted, *(wanted[:n] + wanted[n + 1 :] for n in stayed)])
        return next((found for form in forms if (found := tuple(self._places(form)))), ())

    def _places(self, wanted: str) -> Iterator[Span]:
        at = self.text.find(wanted) if wanted else -1
        while at >= 0:
            yield Span(self.offsets[at], self.offsets[at + len(wanted) - 1] + 1)
            at = self.text.find(wanted, at + 1)

    def quote_from(self, offset: int, reading: PageReading) -> str:
        """Return the shortest words, from the inked character at `offset` on, that a ruling can quote."""
        start = bisect.bisect_left(self.offsets, offset)
        for length in range(_SHORTEST, _LONGEST):
            quote = self.text[start : start + length]
            if len(in_text(self.places(quote), reading)) == 1:
                return self._as_words(start, start + length)
        return self._as_words(start, start + _LONGEST)

    def _as_words(self, start: int, end: int) -> str:
        """Return inked characters as an editor would write them: words of letters parted by a space."""
        if self.source.script is Script.HAN:
            return self.text[start:end]
        at, last = self.offsets[start], self.offsets[min(end, len(self.offsets)) - 1] + 1
        return " ".join(self.source.text[at:last].split())


def _dividing(source: SourceText) -> frozenset[int]:
    """Return the offsets of hyphens at line ends, right after a letter."""
    if source.script is Script.HAN:
        return frozenset()
    ends = (line.span.end - 1 for line in source.lines)
    return frozenset(at for at in ends if source.text[at] in HYPHENS and source.text[at - 1 : at].isalnum())


def find_in_text(source: SourceText, reading: PageReading, quote: str) -> tuple[Span, ...]:
    """Return where `quote` stands in what readers see, first character to last; in furniture if nowhere else."""
    return in_text(Inked.of(source).places(quote), reading)


def in_text(found: tuple[Span, ...], reading: PageReading) -> tuple[Span, ...]:
    """Return those places that readers see, or all where there is none.

    A web page says its headline in its menu, and may hold its whole text in a script as well.
    """
    if len(found) == 1:
        return found
    aside = [span for passage in reading.furniture for span in passage.spans]
    return tuple(at for at in found if not any(s.start <= at.start < s.end for s in aside)) or found
