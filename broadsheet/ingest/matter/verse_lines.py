"""Lines of verse: how they differ from the lines of a column of prose.

A column of prose is full but for the last line of a paragraph, has marks inside its lines, and breaks off inside words.
A line of verse ends where the poet ends it, and a mark stands at its end or not at all. Regular verse (五绝, 七律) has as
many hanzi in each line or half of a line.
"""

import itertools
import re
from collections.abc import Sequence

from broadsheet.ingest.text.labels import Piece
from broadsheet.ingest.text.metrics import extent
from broadsheet.lexicon.patterns import Lexicon

MARKS = "，。；：！？、…"
LEAST = 4  # lines of verse below a title and a name
_LEAST_SET = 2  # lines below a title that names a form of verse
_LEAST_NARROW = 5  # lines without marks that are much narrower than prose
_LEAST_UNNAMED = 7  # more than the lines of a headline
_INSIDE = re.compile(f"[，。；：！？][^{MARKS}”’」』—]")
_REGULAR = re.compile(
    f"([\u3400-\u9fff]{{4,8}})(?:[，、；：？！。]?[\\s　]?([\u3400-\u9fff]{{4,8}}))?[{MARKS}]?"
)
_NARROW = (
    0.7  # of the width of a column of prose; a line with a mark inside may be verse only if it is narrower
)
_WIDEST = 22.0  # em of a line of verse
_NARROWEST = 10.0  # em of a column
_SHORTER = 1.5  # em by which a line that its poet ended is shorter than the longest
_LEAST_REGULAR = 4  # lines, or halves of lines
_EVENLY = (5, 7)  # hanzi of a line of regular verse; other even lines are verse below a name only
_LOOSE = 0.5  # share of the lines without the end of a sentence that end before the column does
_OPEN = 0.6  # share of lines that end without the end of a sentence
_WORD = 1.5  # nats; two hanzi that follow each other with more are a word
_JOINED_MOST = (
    0.2  # share of lines that end inside a word by chance; one may where their widths and marks show verse
)
_BARE = 0.8  # share of lines without any mark that shows verse by itself
_BARE_LEAST = 6  # lines
_NOT_VERSE = ("dateline", "editors_note", "caption", "continued")


def may_be_verse(piece: Piece, lexicon: Lexicon, column: float) -> bool:
    """Return whether a line may be verse on a page whose columns of prose are about `column` em wide.

    It may where no label is sure, it is short, and marks stand at its end only, unless it is much narrower than prose.
    """
    text = piece.text
    if (piece.role is not None and piece.sure) or piece.opening in _NOT_VERSE:
        return False
    width = extent(text, lexicon.characters).natural
    if width > _WIDEST:
        return False
    return not has_inner_mark(text) or bool(_REGULAR.fullmatch(text)) or width <= _NARROW * column


def has_inner_mark(text: str) -> bool:
    """Return whether `text` has a mark inside and none at its end, as a line of prose has."""
    return bool(_INSIDE.search(text)) and text[-1] not in MARKS


def is_regular(texts: Sequence[str]) -> bool:
    """Return whether `texts` are lines of regular verse: five or seven hanzi in each line, or in each half."""
    found = [_REGULAR.fullmatch(text) for text in texts]
    halves = [half for match in found if match for half in match.groups() if half]
    return (
        all(found)
        and len(halves) >= _LEAST_REGULAR
        and len({len(half) for half in halves}) == 1
        and len(halves[0]) in _EVENLY
    )


def is_verse(texts: Sequence[str], lexicon: Lexicon, *, named: bool) -> bool:
    """Return whether `texts` are lines of verse. Below a title and a name, `named`, they may be few and have marks."""
    if is_regular(texts):
        return True
    if len(texts) < (LEAST if named else _LEAST_UNNAMED):
        return False
    running = [text for text in texts[:-1] if text.rstrip("”’」』")[-1:] not in lexicon.characters.terminal]
    marked = all(text[-1] in MARKS for text in texts) and 2 * len(running) >= len(texts)
    if named and marked and not _joined(texts, lexicon):
        return True
    widths = [extent(text, lexicon.characters).natural for text in running]
    longest = max(_NARROWEST, *(extent(text, lexicon.characters).natural for text in texts))
    loose = named and sum(width + _SHORTER <= longest for width in widths) >= _LOOSE * len(running)
    joined = max(_JOINED_MOST * len(running), float(loose and not any(map(has_inner_mark, texts))))
    if len(running) < _OPEN * (len(texts) - 1) or _joined(texts, lexicon) > joined:
        return False
    unmarked = sum(not set(text) & set(MARKS) for text in texts)
    return loose or unmarked >= max(_BARE_LEAST, _BARE * len(texts))


def is_narrow_verse(texts: Sequence[str], lexicon: Lexicon, column: float) -> bool:
    """Return whether `texts` are verse by their widths too: all are much narrower than a column of prose, `column` em wide."""
    marked = all(text[-1] in MARKS for text in texts)
    narrow = all(extent(text, lexicon.characters).natural <= _NARROW * column for text in texts)
    least = LEAST if marked else _LEAST_NARROW
    return narrow and len(texts) >= least and is_verse(texts, lexicon, named=True)


def is_set_verse(title: str, texts: Sequence[str], lexicon: Lexicon) -> bool:
    """Return whether `texts` are verse below a `title` that names its form or its tune (七律, 沁园春): none breaks off."""
    named = lexicon.mentions(title, "verse_title")
    return (
        named
        and len(texts) >= _LEAST_SET
        and not any(map(has_inner_mark, texts))
        and not _joined(texts, lexicon)
    )


def _joined(texts: Sequence[str], lexicon: Lexicon) -> int:
    """Return how many lines end inside a word that the next one goes on with, as lines of prose do."""
    ends = ((one[-1], other[0]) for one, other in itertools.pairwise(texts))
    return sum(lexicon.pairs.after(last, first).get(first, 0.0) > _WORD for last, first in ends)
