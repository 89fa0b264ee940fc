"""Openings of lines that only the whole page shows: numbered captions, and the turns of an interview.

①②③ number captions where a photo credit stands below the last of them, and points of a text elsewhere. A name with a
colon is a speaker where it opens several lines of the page; one that asks (问：) is a speaker alone.
"""

from collections import Counter
from collections.abc import Sequence

import msgspec

from broadsheet.ingest.text.labels import Piece
from broadsheet.lexicon.patterns import Lexicon, Patterns
from broadsheet.model.page_reading import Role

_CAPTION_MOST = 4  # lines
_TURNS_LEAST = 2  # lines that one speaker opens
_NUMBERS = {char: n for n, char in enumerate("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", 1)}


def with_page_openings(pieces: Sequence[Piece], lexicon: Lexicon) -> tuple[Piece, ...]:
    """Return `pieces` with the opening `caption` or `turn` for those that the page shows to begin so."""
    opens = dict.fromkeys(_turns(pieces, lexicon), "turn") | dict.fromkeys(_captions(pieces), "caption")
    return tuple(
        msgspec.structs.replace(piece, opening=opens[n])
        if n in opens and not piece.role and piece.opening in ("", "enumeration", "caption")
        else piece
        for n, piece in enumerate(pieces)
    )


def _captions(pieces: Sequence[Piece]) -> list[int]:
    """Return the indices of the pieces that begin a numbered caption: ① to the last, with a photo credit below it."""
    found: list[int] = []
    run: list[int] = []
    for n, piece in enumerate(pieces):
        number = _NUMBERS.get(piece.text[0]) if piece.role is None else None
        if number == len(run) + 1 or number == 1:
            run = [*run, n] if number == len(run) + 1 else [n]
        elif run and piece.role is Role.PHOTO_CREDIT:
            found += run
            run = []
        elif run and (number is not None or n - run[-1] > _CAPTION_MOST):
            run = []
    return found


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
