"""Finding quoted words on a raw page, whatever line breaks and spaces stand between them."""

from broadsheet.model.page_reading import PageReading
from broadsheet.model.source import SourceText, Span


def find_quote(source: SourceText, quote: str) -> tuple[int, ...]:
    """Return the offset of the first character of each place where `quote` stands, white space apart."""
    return tuple(span.start for span in _places(source, quote))


def find_in_text(source: SourceText, reading: PageReading, quote: str) -> tuple[Span, ...]:
    """Return where `quote` stands, first character to last, in what readers see; only words that stand nowhere else are looked for in furniture.

    A web page says its headline in its menu, and may hold its whole text in a script as well.
    """
    found = _places(source, quote)
    aside = [span for passage in reading.furniture for span in passage.spans]
    seen = tuple(at for at in found if not any(span.start <= at.start < span.end for span in aside))
    return seen or found


def _places(source: SourceText, quote: str) -> tuple[Span, ...]:
    offsets = list(source.ink())
    page = "".join(source.text[i] for i in offsets)
    wanted = "".join(quote.split())
    found: list[Span] = []
    at = page.find(wanted) if wanted else -1
    while at >= 0:
        found.append(Span(offsets[at], offsets[at + len(wanted) - 1] + 1))
        at = page.find(wanted, at + 1)
    return tuple(found)
