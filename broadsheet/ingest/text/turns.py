"""Find the lines that only the whole page shows to begin a turn of an interview.

A name with a colon is a speaker where it opens several lines of the page; one that asks (问：) is a speaker alone.
"""

from collections import Counter
from collections.abc import Sequence

import msgspec

from broadsheet.ingest.text.labels import Piece
from broadsheet.lexicon.patterns import Lexicon, Patterns

_TURNS_LEAST = 2  # lines that one speaker opens


def with_turns(pieces: Sequence[Piece], lexicon: Lexicon) -> tuple[Piece, ...]:
    """Return `pieces` with the opening `turn` for those with which somebody begins to speak."""
    turns = set(_turns(pieces, lexicon))
    return tuple(
        msgspec.structs.replace(piece, opening="turn")
        if n in turns and not piece.role and piece.opening in ("", "enumeration", "caption")
        else piece
        for n, piece in enumerate(pieces)
    )


def _turns(pieces: Sequence[Piece], lexicon: Lexicon) -> list[int]:
    """Return the indices of the pieces that begin what one speaker says."""
    speakers = {
        n: name
        for n, piece in enumerate(pieces)
        if not _names_picture(piece) and (name := _speaker(piece, lexicon.words["turn"]))
    }
    counted = Counter(speakers.values())
    return [
        n
        for n, name in speakers.items()
        if counted[name] >= _TURNS_LEAST
        or any(pattern.match(pieces[n].text) for pattern in lexicon.words["question"])
    ]


def _names_picture(piece: Piece) -> bool:
    """Return whether a line opens with the words of a caption (左图：), which are no speaker."""
    return piece.opening == "caption" and piece.text[0].isalpha()


def _speaker(piece: Piece, patterns: Patterns) -> str:
    return next((match[1] for pattern in patterns if (match := pattern.match(piece.text))), "")
