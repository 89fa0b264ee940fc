"""Find the lines that begin captions where only the lines below show it: ① ② ③ over a credit, ▲ over several lines.

①②③ number captions where a photo credit stands below the last of them, and points of a text elsewhere. A mark begins a
caption where a credit ends it and its first line is about as long as the others, and a headline elsewhere.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

import msgspec

from broadsheet.ingest.text.labels import Piece
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.page_reading import Role

_LINES_MOST = 4  # of a caption
_SERIES_LEAST = 2  # captions above a line that says 摄影报道
_FULL = 0.75  # least length of the first of several lines, as a share of the second one's
_NUMBERS = {char: n for n, char in enumerate("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳", 1)}
_BRACKETED = re.compile(r"[（(](\d{1,2})[）)]")


def with_caption_openings(pieces: Sequence[Piece], lexicon: Lexicon) -> tuple[Piece, ...]:
    """Return `pieces` with the opening `caption` for those that begin a caption with a number or a mark.

    A byline that says 摄影报道, or a line that says who took the photos, is the credit of several numbered captions above it.
    """
    series = list(_series(pieces, lexicon))
    credited = {end for _, end in series}
    openings = {n for run, _ in series for n in run} | _marked(pieces, lexicon)

    def with_opening(n: int, piece: Piece) -> Piece:
        if n in credited:
            return msgspec.structs.replace(piece, role=Role.PHOTO_CREDIT, sure=True)
        free = piece.role is None and piece.opening in ("", "enumeration", "caption")
        return msgspec.structs.replace(piece, opening="caption") if n in openings and free else piece

    return tuple(with_opening(n, piece) for n, piece in enumerate(pieces))


def _series(pieces: Sequence[Piece], lexicon: Lexicon) -> Iterator[tuple[list[int], int]]:
    """Yield the pieces that begin the captions of each numbered series, ① to the last, and the credit below it."""
    run: list[int] = []
    for n, piece in enumerate(pieces):
        number = _number(piece)
        if number and number in (1, len(run) + 1):
            run = [*run, n] if number == len(run) + 1 else [n]
        elif run and _credits(piece, len(run), lexicon):
            yield run, n
            run = []
        elif run and (number or n - run[-1] > _LINES_MOST):
            run = []


def _number(piece: Piece) -> int:
    """Return the number with which a piece begins, or 0."""
    bracketed = _BRACKETED.match(piece.text)
    number = int(bracketed[1]) if bracketed else _NUMBERS.get(piece.text[0], 0)
    return number if piece.role is None else 0


def _credits(piece: Piece, captions: int, lexicon: Lexicon) -> bool:
    """Return whether a piece is the credit of so many numbered captions above it."""
    reports = piece.role in (Role.BYLINE, Role.SOURCE_CREDIT) and lexicon.mentions(piece.text, "photo_report")
    return piece.role is Role.PHOTO_CREDIT or (reports and captions >= _SERIES_LEAST)


def _marked(pieces: Sequence[Piece], lexicon: Lexicon) -> frozenset[int]:
    """Return the pieces that begin a caption with a mark, above its credit or above the next such caption."""
    found: set[int] = set()
    for n in range(len(pieces) - 1, -1, -1):
        marked = lexicon.fits(pieces[n].text, "marked_caption")
        end = caption_end(pieces, n, lexicon) if marked else None
        if end is None:
            continue
        full = end == n or len(pieces[n].text) >= _FULL * len(pieces[n + 1].text)
        credited = any(piece.role is Role.PHOTO_CREDIT for piece in pieces[end + 1 : end + 2])
        if full and (credited or end + 1 in found):
            found.add(n)
    return frozenset(found)


def caption_end(pieces: Sequence[Piece], start: int, lexicon: Lexicon) -> int | None:
    """Return the line at which the caption that begins at piece `start` ends its sentence, or None."""
    lines = takewhile(lambda n: pieces[n].role is None, range(start, min(len(pieces), start + _LINES_MOST)))
    return next((n for n in lines if lexicon.characters.ends_sentence(pieces[n].text)), None)
