"""Find quoted words on a raw page, whatever line breaks and spaces stand between them."""

import bisect
from collections.abc import Iterator
from typing import NamedTuple

from broadsheet.lexicon.hyphens import HYPHENS
from broadsheet.model.page_reading import PageReading
from broadsheet.model.script import Script
from broadsheet.model.source import SourceText, Span

_SHORTEST = 8  # inked characters of a quote that the report suggests for a ruling
_LONGEST = 60


class Furniture(NamedTuple):
    """The spans of a page's furniture in their order, and where they start."""

    spans: tuple[Span, ...]
    starts: tuple[int, ...]

    @classmethod
    def of(cls, reading: PageReading) -> "Furniture":
        """Return the furniture of `reading`."""
        spans = tuple(sorted(span for passage in reading.furniture for span in passage.spans))
        return cls(spans, tuple(span.start for span in spans))

    def holds(self, at: Span) -> bool:
        """Return whether `at` begins in furniture."""
        last = bisect.bisect_right(self.starts, at.start) - 1
        return last >= 0 and at.start < self.spans[last].end


class InkedText(NamedTuple):
    """The inked characters of a page: `text[n]` stands at offset `offsets[n]` of `source`.

    Hyphens at line ends are left out, because ingest removes most of them from the manuscripts.
    """

    text: str
    offsets: tuple[int, ...]
    source: SourceText

    @classmethod
    def of(cls, source: SourceText) -> "InkedText":
        """Return the inked characters of `source`."""
        skipped = _dividing(source)
        offsets = tuple(i for i in source.ink() if i not in skipped)
        return cls("".join(source.text[i] for i in offsets), offsets, source)

    def find(self, quote: str) -> tuple[Span, ...]:
        """Return the spans at which `quote` stands, white space aside; an empty tuple where it does not.

        A hyphen in `quote` may be one that stays in a word or one that divides it at a line end.
        """
        wanted = "".join(quote.split())
        stayed = [n for n, char in enumerate(wanted) if char in HYPHENS]
        forms = dict.fromkeys([wanted, *(wanted[:n] + wanted[n + 1 :] for n in stayed)])
        return next((found for form in forms if (found := tuple(self._find_all(form)))), ())

    def _find_all(self, wanted: str) -> Iterator[Span]:
        at = self.text.find(wanted) if wanted else -1
        while at >= 0:
            yield Span(self.offsets[at], self.offsets[at + len(wanted) - 1] + 1)
            at = self.text.find(wanted, at + 1)

    def quote_from(self, offset: int, furniture: Furniture) -> str:
        """Return the shortest quote, from the inked character at `offset` on, that is unique on the page.

        It may stand in `furniture` too. Where none of up to 60 characters is unique, return those 60.
        """
        start = bisect.bisect_left(self.offsets, offset)

        def is_unique(length: int) -> bool:
            return _is_unique(self._find_all(self.text[start : start + length]), furniture)

        if not is_unique(_LONGEST - 1):  # nor is a shorter one: a page may repeat a line a thousand times
            return self._as_words(start, start + _LONGEST)
        length = next(filter(is_unique, range(_SHORTEST, _LONGEST)))
        return self._as_words(start, start + length)

    def _as_words(self, start: int, end: int) -> str:
        """Return the inked characters from index `start` to `end`, with spaces between words of letters."""
        if self.source.script is Script.HAN:
            return self.text[start:end]
        at, last = self.offsets[start], self.offsets[min(end, len(self.offsets)) - 1] + 1
        return " ".join(self.source.text[at:last].split())


def _dividing(source: SourceText) -> frozenset[int]:
    """Return the offsets of hyphens at line ends that stand right after a letter; none for a page of hanzi."""
    if source.script is Script.HAN:
        return frozenset()
    ends = (line.span.end - 1 for line in source.lines)
    return frozenset(at for at in ends if source.text[at] in HYPHENS and source.text[at - 1 : at].isalnum())


def find_in_text(source: SourceText, reading: PageReading, quote: str) -> tuple[Span, ...]:
    """Return the spans at which `quote` stands on the page.

    Spans in furniture are left out where the quote also stands in text.
    """
    return in_text(InkedText.of(source).find(quote), reading)


def in_text(found: tuple[Span, ...], reading: PageReading) -> tuple[Span, ...]:
    """Return the spans of `found` outside the furniture of `reading`, or all where none is outside.

    A web page repeats its headline in its menu, and may hold its whole text in a script.
    """
    if len(found) == 1:
        return found
    furniture = Furniture.of(reading)
    return tuple(at for at in found if not furniture.holds(at)) or found


def _is_unique(found: Iterator[Span], furniture: Furniture) -> bool:
    """Return whether `in_text` would keep one span of `found`. The second one in text ends the search."""
    aside = outside = 0
    for at in found:
        if furniture.holds(at):
            aside += 1
        else:
            outside += 1
        if outside > 1:
            return False
    return (outside or aside) == 1
