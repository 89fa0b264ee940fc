"""Label the captions that stand between two lines of a paragraph: the text below goes on with the sentence above.

Such a caption begins with a mark (▲) and ends a sentence, in its first line or right above its credit.
"""

from collections.abc import Iterator, Sequence

import msgspec

from broadsheet.ingest.text.caption_openings import caption_end
from broadsheet.ingest.text.labels import Piece
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.page_reading import Role


def with_inner_captions(pieces: Sequence[Piece], lexicon: Lexicon) -> tuple[Piece, ...]:
    """Return `pieces` with the lines of each caption inside a sentence in the role CAPTION; the first keeps its opening."""
    inside = {n for first, end in _inner(pieces, lexicon) for n in range(first, end + 1)}
    return tuple(
        msgspec.structs.replace(piece, role=Role.CAPTION) if n in inside else piece
        for n, piece in enumerate(pieces)
    )


def _inner(pieces: Sequence[Piece], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield the first and the last line of each caption between two lines of one sentence."""
    for n in range(1, len(pieces)):
        marked = pieces[n].opening == "caption" and lexicon.fits(pieces[n].text, "marked_caption")
        end = caption_end(pieces, n, lexicon) if marked else None
        if end is None:
            continue
        credited = _role(pieces, end + 1) is Role.PHOTO_CREDIT
        below = end + 1 + credited
        above = pieces[n - 1].role is None and not lexicon.characters.ends_sentence(pieces[n - 1].text)
        if above and _goes_on(pieces, below) and (credited or end == n):
            yield n, end


def _role(pieces: Sequence[Piece], n: int) -> Role | None:
    return pieces[n].role if n < len(pieces) else None


def _goes_on(pieces: Sequence[Piece], n: int) -> bool:
    """Return whether the text at `n` may go on in the middle of a sentence."""
    return _role(pieces, n) is None and n < len(pieces) and not pieces[n].opening
