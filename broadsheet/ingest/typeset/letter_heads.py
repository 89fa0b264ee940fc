"""Find the lines that the text below repeats, as the text of a short story repeats the words of its headline.

Print sets them in larger type, which raw text does not show: Wendell Frey, 79, carved|the carousel’s horses|Wendell Frey,
who carved the horses of …
"""

import itertools
from collections.abc import Iterable, Iterator, Sequence

from broadsheet.ingest.text.labels import Piece
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.page_reading import Role

_LINES = 3  # of a headline
_BELOW = 4  # lines of the text that are compared
_ABOVE = 24  # lines of the text above, which goes on with words that it has
_STEM = 5  # first letters by which words are compared: crests, crested
_LEAST = 4  # letters of such a word


def repeated_below(pieces: Sequence[Piece], roles: Sequence[Role | None], lexicon: Lexicon) -> frozenset[int]:
    """Return the lines of each group below the end of a text that shares with the text below it a word new to the page.

    `roles` are the sure roles of `pieces`. Neither the group nor the text below begins with a small letter, and no line of the
    group ends in a mark or a hyphen.
    """
    return frozenset(n for top in _tops(pieces, roles, lexicon) for n in _group(top, pieces, roles, lexicon))


def _tops(pieces: Sequence[Piece], roles: Sequence[Role | None], lexicon: Lexicon) -> Iterator[int]:
    """Yield the lines below the end of a text that may begin a headline."""
    words = (*lexicon.words["sentence"], *lexicon.words["starter"])
    for n, piece in enumerate(pieces):
        if piece.opening or not _begins(piece):
            continue
        ended = not n or roles[n - 1] is not None or lexicon.characters.ends_sentence(pieces[n - 1].text)
        if ended and not any(pattern.match(piece.text) for pattern in words):
            yield n


def _group(top: int, pieces: Sequence[Piece], roles: Sequence[Role | None], lexicon: Lexicon) -> range:
    """Return the shortest group from line `top` whose words the text below repeats; it may be empty."""
    lines = itertools.takewhile(lambda n: roles[n] is None, range(top, min(len(pieces), top + _LINES + 1)))
    new = _stems(pieces[top : top + _LINES]) - _stems(pieces[max(0, top - _ABOVE) : top])
    for above, end in itertools.pairwise(lines):
        text = pieces[above].text
        if not text[-1].isalnum():
            break
        parted = _begins(pieces[end]) and not lexicon.mentions(text, "open_end")
        if parted and new & _stems(pieces[top:end]) & _stems(pieces[end : end + _BELOW]):
            return range(top, end)
    return range(0)


def _begins(piece: Piece) -> bool:
    """Return whether a line may begin a headline or a text: with a capital, a figure or a quotation mark before one."""
    first = piece.text.lstrip("“‘\"'")[:1]
    return first.isalnum() and not first.islower()


def _stems(pieces: Iterable[Piece]) -> frozenset[str]:
    words = ("".join(filter(str.isalpha, word)).lower() for piece in pieces for word in piece.text.split())
    return frozenset(word[:_STEM] for word in words if len(word) >= _LEAST)
