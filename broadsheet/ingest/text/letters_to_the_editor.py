"""Label the signatures of letters to the editor: a name below the text, and the place and date below the name."""

from collections.abc import Iterator, Sequence

import msgspec

from broadsheet.ingest.text.labels import Piece
from broadsheet.lexicon.patterns import Lexicon, Patterns
from broadsheet.model.page_reading import Role

_LONGEST = 60  # lines of a letter


def with_letter_signatures(pieces: Sequence[Piece], lexicon: Lexicon) -> tuple[Piece, ...]:
    """Return `pieces` with the name that signs each letter, and the place below it, as closing lines.

    A letter begins with a salutation. On a page of letters it may have none; then the name must show by its look or its place.
    """
    names = {*_below_salutations(pieces, lexicon), *_on_letters_page(pieces, lexicon)}
    closing = names | {n + 1 for n in names if _is_place(pieces, n + 1, lexicon)}
    return tuple(
        msgspec.structs.replace(piece, role=Role.CLOSING, sure=True, opening="signature")
        if n in closing
        else piece
        for n, piece in enumerate(pieces)
    )


def _below_salutations(pieces: Sequence[Piece], lexicon: Lexicon) -> Iterator[int]:
    """Yield the first line below each salutation that may sign the letter."""
    for salutation in (n for n, piece in enumerate(pieces) if piece.opening == "salutation"):
        for n in range(salutation + 2, min(len(pieces), salutation + _LONGEST)):
            if pieces[n].opening == "salutation":
                break
            if _signs(pieces, n, lexicon):
                yield n
                break


def _on_letters_page(pieces: Sequence[Piece], lexicon: Lexicon) -> Iterator[int]:
    """Yield the lines below the head of a page of letters that sign a letter: capitals, a name with a place, or one above a place."""
    heads = (
        n
        for n, piece in enumerate(pieces)
        if piece.role is Role.FURNITURE and _fits(piece, lexicon.words["letters_page"])
    )
    for n in range(next(heads, len(pieces)) + 2, len(pieces)):
        shown = _fits(pieces[n], lexicon.words["letter_signature"]) or _is_place(pieces, n + 1, lexicon)
        if shown and _signs(pieces, n, lexicon):
            yield n


def _signs(pieces: Sequence[Piece], n: int, lexicon: Lexicon) -> bool:
    """Return whether a line may sign the letter above it: it is a name below the end of a sentence, and heads no letter."""
    ended = pieces[n - 1].text.rstrip("”’\"'")[-1:] in lexicon.characters.terminal
    named = _fits(pieces[n], lexicon.words["name"]) or _fits(pieces[n], lexicon.words["letter_signature"])
    return ended and named and not _heads(pieces, n)


def _is_place(pieces: Sequence[Piece], n: int, lexicon: Lexicon) -> bool:
    """Return whether a line is where a letter was written, and not the headline of the next letter."""
    return n < len(pieces) and not _heads(pieces, n) and _fits(pieces[n], lexicon.words["signed_place"])


def _heads(pieces: Sequence[Piece], n: int) -> bool:
    return n + 1 < len(pieces) and pieces[n + 1].opening == "salutation"


def _fits(piece: Piece, patterns: Patterns) -> bool:
    return any(pattern.fullmatch(piece.text) for pattern in patterns)
