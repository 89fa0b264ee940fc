"""Label the signatures of letters to the editor: a name below the text, and the place and date below the name."""

from collections.abc import Sequence

import msgspec

from broadsheet.ingest.text.labels import Piece
from broadsheet.lexicon.patterns import Lexicon, Patterns
from broadsheet.model.page_reading import Role

_LONGEST = 60  # lines of a letter


def with_letter_signatures(pieces: Sequence[Piece], lexicon: Lexicon) -> tuple[Piece, ...]:
    """Return `pieces` with the first name below each salutation as a byline, and the place below it as a source credit."""
    roles: dict[int, Role] = {}
    for salutation in (n for n, piece in enumerate(pieces) if piece.opening == "salutation"):
        name = _signature(pieces, salutation, lexicon)
        if name is not None:
            roles[name] = Role.BYLINE
            if name + 1 < len(pieces) and _is_place(pieces, name + 1, lexicon):
                roles[name + 1] = Role.SOURCE_CREDIT
    return tuple(_labelled(piece, roles[n]) if n in roles else piece for n, piece in enumerate(pieces))


def _labelled(piece: Piece, role: Role) -> Piece:
    opening = "signature" if role is Role.BYLINE else ""
    return msgspec.structs.replace(piece, role=role, sure=True, opening=opening)


def _signature(pieces: Sequence[Piece], salutation: int, lexicon: Lexicon) -> int | None:
    """Return the line with the name that signs the letter with the salutation at `salutation`."""
    for n in range(salutation + 2, min(len(pieces), salutation + _LONGEST)):
        if pieces[n].opening == "salutation":
            return None
        ended = pieces[n - 1].text.rstrip("”’\"'")[-1:] in lexicon.characters.terminal
        if ended and _fits(pieces[n], lexicon.words["name"]):
            return n
    return None


def _is_place(pieces: Sequence[Piece], n: int, lexicon: Lexicon) -> bool:
    """Return whether a line is where a letter was written, and not the headline of the next letter."""
    heads = n + 1 < len(pieces) and pieces[n + 1].opening == "salutation"
    return not heads and _fits(pieces[n], lexicon.words["signed_place"])


def _fits(piece: Piece, patterns: Patterns) -> bool:
    return any(pattern.fullmatch(piece.text) for pattern in patterns)
