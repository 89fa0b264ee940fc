"""Finding quoted words on a raw page, whatever line breaks and spaces stand between them."""

from broadsheet.model.source import SourceText


def find_quote(source: SourceText, quote: str) -> tuple[int, ...]:
    """Return the offset of the first character of each place where `quote` stands, white space apart."""
    offsets = list(source.ink())
    page = "".join(source.text[i] for i in offsets)
    wanted = "".join(quote.split())
    found: list[int] = []
    at = page.find(wanted) if wanted else -1
    while at >= 0:
        found.append(offsets[at])
        at = page.find(wanted, at + 1)
    return tuple(found)
