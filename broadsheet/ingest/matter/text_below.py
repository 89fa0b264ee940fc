"""What stands below verse or a table: its source credit, and a text whose headline stands right above it."""

from collections.abc import Sequence

from broadsheet.ingest.text.labels import Piece
from broadsheet.ingest.text.terms import terms
from broadsheet.model.page_reading import Role

_FITS = 0.25  # share of the terms of a headline that the text below it has
_READ = 12  # lines of the text


def credit_below(pieces: Sequence[Piece], end: int) -> tuple[int, ...]:
    """Return the index of the source credit that stands right at `end`, below the matter that it belongs to."""
    return (end,) if end < len(pieces) and pieces[end].role is Role.SOURCE_CREDIT else ()


def above_headline(pieces: Sequence[Piece], first: int, end: int, text: int) -> int:
    """Return where the lines from `first` to `end` stop that are no headline of the text that begins at `text`."""
    words = terms("".join(piece.text for piece in pieces[text : text + _READ]))
    while end > first and _fits(pieces[end - 1], words):
        end -= 1
    return end


def _fits(piece: Piece, words: frozenset[str]) -> bool:
    own = terms(piece.text)
    return piece.opening == "deck" or (bool(own) and len(own & words) >= _FITS * len(own))
