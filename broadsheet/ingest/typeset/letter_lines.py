"""Measure lines of letters, and find the column measures that the dynamic programme may choose among."""

from collections.abc import Sequence
from itertools import pairwise
from operator import and_

import numpy as np

from broadsheet.ingest.text.labels import Piece
from broadsheet.ingest.text.metrics import Extent
from broadsheet.ingest.typeset.letter_costs import SPREAD
from broadsheet.ingest.typeset.letter_heads import repeated_below
from broadsheet.ingest.typeset.line_costs import Setting
from broadsheet.lexicon.patterns import Face, Lexicon
from broadsheet.model.page_reading import Role

_GRID = 0.5  # em between two possible measures
_NARROWEST = 6.0  # em
_MOST = 8  # measures of a page
_SAME_WORDS = 2  # words that a headline and the text below it begin with
_HEADLINE_MOST = 6  # lines of a headline and its decks
_WIDER = 2.5  # times as wide as any column is a line that is a whole paragraph
_PARTED_LEAST = 2  # blank lines below sentences from which a page parts its paragraphs by them
_PARTED_SHARE = 0.4  # the same, of the lines that end a sentence
_BLANKS_MOST = 0.5  # share of lines with a blank line above them; with more, blank lines mean nothing


def letter_settings(
    pieces: Sequence[Piece], lexicon: Lexicon, face: Face, *, ragged: bool
) -> tuple[Setting, ...]:
    """Return the settings of `pieces`, set in `face`.

    A page that divides no word is `ragged`: a line is narrow where the next word does not fit.
    """
    widths = [face.width(piece.text) for piece in pieces]
    words = [*(_first_word(piece, face) * ragged for piece in pieces[1:]), 0.0]
    roles = [piece.role if piece.sure else None for piece in pieces]
    blank = [False, *(below.line - above.line > 1 for above, below in pairwise(pieces))]
    starts = [False, *(_begins_anew(above, below, lexicon) for above, below in pairwise(pieces))]
    top = next((n for n, piece in enumerate(pieces) if piece.role is not Role.FURNITURE), len(pieces))
    over_byline = _over_bylines(pieces, roles, lexicon)
    repeated = repeated_below(pieces, roles, lexicon)
    small_heads = any(not pieces[n].text.isupper() for n in over_byline | repeated)
    part = sum(blank) <= _BLANKS_MOST * len(pieces) or _part_paragraphs(pieces, lexicon)
    ended = [False, *(lexicon.characters.ends_sentence(above.text) for above in pieces[:-1])]
    parted = sum(map(and_, ended, blank)) >= max(_PARTED_LEAST, _PARTED_SHARE * sum(ended)) and part
    return tuple(
        Setting(
            piece=piece,
            own=Extent(width, width),
            more=Extent(width + words[n], width + words[n]),
            previous_role=roles[n - 1] if n else None,
            next_role=roles[n + 1] if n + 1 < len(pieces) else None,
            after_blank=blank[n] and part,
            after_stop=ragged and ended[n],
            in_name=n > 0 and roles[n - 1] is None and _ends_in_name(pieces[n - 1].text),
            unparted=parted and ended[n] and not blank[n],
            before_sentence=n + 1 < len(pieces) and starts[n + 1] and roles[n + 1] is None,
            at_top=n <= top,
            next_opening=pieces[n + 1].opening if n + 1 < len(pieces) else "",
            over_byline=n in over_byline,
            repeated_below=n in repeated,
            without_stops=small_heads,
            beside_capitals=any(
                other.text.isupper() for other in (*pieces[max(0, n - 1) : n], *pieces[n + 1 : n + 2])
            ),
        )
        for n, (piece, width) in enumerate(zip(pieces, widths, strict=True))
    )


def _over_bylines(pieces: Sequence[Piece], roles: Sequence[Role | None], lexicon: Lexicon) -> frozenset[int]:
    """Return the lines that can only be headlines: those between the end of a text and a byline that ends none."""
    found: set[int] = set()
    for byline in (n for n, role in enumerate(roles) if role is Role.BYLINE and n):
        top = next((n for n in range(byline - 1, -1, -1) if _ends_text(pieces[n], roles[n], lexicon)), -1)
        if byline - 1 - top <= _HEADLINE_MOST:
            found.update(range(top + 1, byline))
    return frozenset(found)


def _ends_text(piece: Piece, role: Role | None, lexicon: Lexicon) -> bool:
    """Return whether a text may end with a line: it is a label, or ends a sentence."""
    bare = piece.text.rstrip("".join(lexicon.characters.after_terminal))
    return role is not None or bare[-1:] in (".", "!")


def _ends_in_name(text: str) -> bool:
    """Return whether a line ends in a word with a capital, as in the middle of a name."""
    return text.rsplit(maxsplit=1)[-1][0].isupper() and text[-1].isalpha()


def _first_word(piece: Piece, face: Face) -> float:
    """Return the width of a space and the first word of `piece`; it is 0 where the piece is a label."""
    return 0.0 if piece.role is not None and piece.sure else face.width(f" {piece.text.split()[0]}")


def _begins_anew(above: Piece, below: Piece, lexicon: Lexicon) -> bool:
    """Return whether a line begins a sentence whatever stands above: with an article, a dateline or the same name."""
    same = above.text.split()[:_SAME_WORDS] == below.text.split()[:_SAME_WORDS]
    starter = any(pattern.match(below.text) for pattern in lexicon.words["starter"])
    return starter or below.opening == "dateline" or (same and below.text[0].isupper())


def _part_paragraphs(pieces: Sequence[Piece], lexicon: Lexicon) -> bool:
    """Return whether blank lines part paragraphs: none stands inside a sentence."""
    return not any(
        below.text[0].islower() and above.text[-1] not in lexicon.characters.terminal
        for above, below in pairwise(pieces)
        if below.line - above.line > 1
    )


def letter_measures(settings: Sequence[Setting]) -> tuple[float, ...]:
    """Return the measures, in em and narrowest first, around which the widths of neighbouring lines cluster.

    A measure that two neighbouring lines fill, so that the next word does not fit, has their support too. The measure
    with the most support is taken first. Each further one must differ clearly from those taken.
    """
    text = [s for s in settings if s.piece.role is None or not s.piece.sure]
    widths = [s.own.natural for s in text]
    pairs = np.array([(one + other) / 2 for one, other in pairwise(widths) if _alike(one, other)])
    grid = np.arange(_NARROWEST, max([_NARROWEST, *widths]) + 2 * _GRID, _GRID)
    support = np.array([np.exp(-(((pairs - m) / (SPREAD * m)) ** 2) / 2).sum() for m in grid])
    for one, other in pairwise(text):
        widest, more = max(one.own.natural, other.own.natural), min(one.more.natural, other.more.natural)
        support += (widest <= grid) & (grid < more)
    found: list[float] = []
    for n in np.argsort(-support, kind="stable").tolist():
        measure = float(grid[n])
        if len(found) < _MOST and all(abs(measure - other) > 2.5 * SPREAD * other for other in found):
            found.append(measure)
    widest = max([_NARROWEST, *widths])
    wide = [] if found and widest <= _WIDER * max(found) else [widest]
    return tuple(sorted({*found, *wide, *_second_widest(text)}))


def _second_widest(text: Sequence[Setting]) -> list[float]:
    """Return the width that two lines of a ragged page reach, as lines do that a hand broke anywhere near it."""
    ragged = any(setting.more != setting.own for setting in text)
    return sorted(setting.own.natural for setting in text)[-2:-1] if ragged else []


def _alike(one: float, other: float) -> bool:
    return abs(one - other) < 2 * SPREAD * max(one, other) and min(one, other) >= _NARROWEST
