"""Verse: lines that begin at one edge, and all end before their column does, most of them without the end of a sentence."""

from collections import Counter
from collections.abc import Mapping, Sequence

from broadsheet.ingest.layout.barriers import down
from broadsheet.ingest.layout.columns import Column, column_of, ends_sentence
from broadsheet.ingest.layout.kinds import Kind
from broadsheet.ingest.layout.segments import Segment
from broadsheet.ingest.matter.verse_lines import MARKS
from broadsheet.lexicon.patterns import Characters

_LINES_LEAST = 3  # of a stanza
_LEVEL = 0.6  # em between edges that are the same
_ROOM_LEAST = 1.5  # em at the end of each line
_NEAR = 3.0  # em between two stanzas
_MOST = 0.5  # of the lines end a sentence; or end at one edge without a mark, as text beside a picture does
_MEASURE_LEAST = 0.7  # of the usual measure: a column of text


def verse_of(
    kinds: Mapping[Segment, Kind], columns: Sequence[Column], characters: Characters
) -> tuple[Segment, ...]:
    """Return the segments of text that are verse, in a page with these columns."""
    texts = [one for one, kind in kinds.items() if kind is Kind.TEXT]
    measures = Counter[int]()
    for one in texts:
        measures[round(column_of(one, columns).width)] += len(one.lines)
    usual = measures.most_common(1)[0][0] if measures else 0
    wide = [column for column in columns if column.width >= _MEASURE_LEAST * usual]
    wide += [
        Column(one.frame.left, one.frame.left + usual)
        for one in texts
        if usual
        and not any(column.left <= one.frame.left + 2 and one.frame.left < column.right for column in wide)
    ]
    sure = [one for one in texts if _is_verse(one, wide, characters)]
    return (*sure, *(one for one in texts if one not in sure and _is_beside(one, sure, wide)))


def _is_verse(one: Segment, columns: Sequence[Column], characters: Characters) -> bool:
    em, count = one.size, len(one.lines)
    flush = sum(one.frame.right - line.frame.right <= _LEVEL * em for line in one.lines)
    marked = sum(line.text.rstrip()[-1:] in MARKS for line in one.lines)
    return (
        count >= _LINES_LEAST
        and _is_narrow(one, columns)
        and sum(ends_sentence(line, characters) for line in one.lines) <= _MOST * count
        and (flush <= _MOST * count or marked == count or (not marked and flush < count))
    )


def _is_narrow(one: Segment, columns: Sequence[Column]) -> bool:
    """Return whether lines begin at one edge, and all end before their column does."""
    level = all(line.frame.left - one.frame.left <= _LEVEL * one.size for line in one.lines)
    return level and column_of(one, columns).right - one.frame.right >= _ROOM_LEAST * one.size


def _is_beside(one: Segment, stanzas: Sequence[Segment], columns: Sequence[Column]) -> bool:
    """Return whether a segment stands right above or below a stanza, and begins at its edge."""
    return _is_narrow(one, columns) and any(
        abs(one.frame.left - stanza.frame.left) <= _LEVEL * one.size
        and abs(one.size - stanza.size) < _LEVEL
        and 0 <= -down(one.frame, stanza.frame) <= _NEAR * one.size
        for stanza in stanzas
    )
