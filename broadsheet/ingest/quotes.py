"""Finding quoted words on a raw page, whatever line breaks and spaces stand between them."""

import bisect
from typing import NamedTuple

from broadsheet.model.page_reading import PageReading
from broadsheet.model.source import SourceText, Span

_SHORTEST = 8  # inked characters of a quote that is offered for a ruling
_LONGEST = 60


class Inked(NamedTuple):
    """A page's inked characters in a row, and the offset of each."""

    text: str
    offsets: tuple[int, ...]

    @classmethod
    def of(cls, source: SourceText) -> "Inked":
        """Take the white space out of `source`."""
        offsets = tuple(source.ink())
        return cls("".join(source.text[i] for i in offsets), offsets)

    def places(self, quote: str) -> tuple[Span, ...]:
        """Return where `quote` stands, each from its first character to its last."""
        wanted = "".join(quote.split())
        found: list[Span] = []
        at = self.text.find(wanted) if wanted else -1
        while at >= 0:
            found.append(Span(self.offsets[at], self.offsets[at + len(wanted) - 1] + 1))
            at = self.text.find(wanted, at + 1)
        return tuple(found)

    def quote_from(self, offset: int, reading: PageReading) -> str:
        """Return the shortest words, from the inked character at `offset` on, that a ruling can quote."""
        start = bisect.bisect_left(self.offsets, offset)
        for length in range(_SHORTEST, _LONGEST):
            quote = self.text[start : start + length]
            if len(in_text(self.places(quote), reading)) == 1:
                return quote
        return self.text[start : start + _LONGEST]


def find_quote(source: SourceText, quote: str) -> tuple[int, ...]:
    """Return the offset of the first character of each place where `quote` stands, white space apart."""
    return tuple(span.start for span in Inked.of(source).places(quote))


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
