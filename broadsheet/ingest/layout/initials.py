"""Initials: a letter over several lines, with which a text begins, and the lines that stand beside it."""

from collections.abc import Iterator, Sequence

import msgspec

from broadsheet.ingest.layout.lines import TextLine
from broadsheet.ingest.layout.segments import Type

_LARGE = 1.6  # times the size of text
_LETTERS_MOST = 2  # inked characters: a letter, with its quotation mark
_NEAR = 1.2  # em between the initial and the lines beside it
_OVER = 0.5  # of a line's height that stands beside the initial
_LINES_LEAST = 2
_WORD_GAP = 0.25  # of the initial's size, behind one that is a word


def with_initials(lines: Sequence[TextLine], body: Type) -> tuple[TextLine, ...]:
    """Return the lines with each initial at the start of its first line.

    The lines beside it begin where the initial does, so that they are not taken for indented.
    """
    initials = {one: _beside(one, lines, body) for one in lines if _may_be_initial(one, body)}
    found = {one: beside for one, beside in initials.items() if len(beside) >= _LINES_LEAST}
    changed = {line: new for one, beside in found.items() for line, new in _joined(one, beside)}
    return tuple(changed.get(line, line) for line in lines if line not in found)


def _may_be_initial(line: TextLine, body: Type) -> bool:
    return not line.vertical and line.ink <= _LETTERS_MOST and line.size >= _LARGE * body.size


def _beside(initial: TextLine, lines: Sequence[TextLine], body: Type) -> list[TextLine]:
    """Return the lines of text that begin right beside an initial, from the top down."""
    found = [
        line
        for line in lines
        if line.size < initial.size / _LARGE
        and not line.vertical
        and -body.size / 2 <= line.frame.left - initial.frame.right <= _NEAR * body.size
        and _stands_beside(line, initial)
    ]
    return sorted(found, key=lambda line: line.frame.top)


def _stands_beside(line: TextLine, initial: TextLine) -> bool:
    both = min(line.frame.bottom, initial.frame.bottom) - max(line.frame.top, initial.frame.top)
    return both >= _OVER * line.frame.height


def _joined(initial: TextLine, beside: Sequence[TextLine]) -> Iterator[tuple[TextLine, TextLine]]:
    """Yield each line beside an initial with what it is made into; the first one takes its letter."""
    for n, line in enumerate(beside):
        frame = line.frame._replace(left=initial.frame.left)
        if n:
            yield line, msgspec.structs.replace(line, frame=frame)
            continue
        gap = " " if line.frame.left - initial.frame.right > _WORD_GAP * initial.size else ""
        glyphs, text = (*initial.glyphs, *line.glyphs), f"{initial.text}{gap}{line.text}"
        yield line, msgspec.structs.replace(line, glyphs=glyphs, text=text, frame=frame)
