"""The lines of a story's text → paragraphs, subheads, byline, credits and jumps, by indents, short lines and faces."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from broadsheet.ingest.layout.columns import Column, ends_sentence, flow_of
from broadsheet.ingest.layout.kinds import Kind
from broadsheet.ingest.layout.lines import TextLine
from broadsheet.ingest.layout.segments import Segment, Type
from broadsheet.ingest.text.labels import line_role, tail_of
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.page_reading import Role

_INDENTED_LEAST = 0.04  # of the lines: print marks paragraphs by an indent
_VERY_SHORT = 0.7  # of the column
_ASIDE = 4.5  # em further in than its column: a line by itself, such as a signature
_SUBHEAD_MOST = 0.95  # of the column
_KEPT = {Kind.VERSE: Role.VERSE, Kind.ROWS: Role.ROWS, Kind.TABLE: Role.TABLE}
_OWN_LINE = {
    Role.BYLINE: Role.BYLINE,
    Role.JUMP: Role.JUMP,
    Role.SOURCE_CREDIT: Role.SOURCE_CREDIT,
    Role.CLOSING: Role.CLOSING,
    Role.PHOTO_CREDIT: Role.PHOTO_CREDIT,
}


class SetLine(NamedTuple):
    """A line in its column: whether it is indented, ends early, and what kind of segment it is part of.

    `kept` counts the lines of a poem or a table from 1; 0 is a line that runs on.
    """

    line: TextLine
    column: Column
    indented: bool
    short: bool
    kind: Kind
    kept: int


class Part(NamedTuple):
    """A line, or the end of one from character `cut` on, that has a role; `starts` says that a passage begins with it."""

    line: TextLine
    role: Role
    starts: bool
    cut: int = 0
    end: int | None = None


def set_lines(
    texts: Sequence[Segment], columns: Sequence[Column], kinds: Mapping[Segment, Kind]
) -> tuple[SetLine, ...]:
    """Return the lines of `texts`, which are in reading order."""
    return tuple(line for text in texts for line in _set(text, columns, kinds[text]))


def _set(text: Segment, columns: Sequence[Column], kind: Kind) -> Iterator[SetLine]:
    flow = flow_of(text, columns)
    for n, (line, indented, short) in enumerate(zip(text.lines, flow.indented, flow.short, strict=True), 1):
        yield SetLine(line, flow.measure, indented, short, kind, n if kind in _KEPT else 0)


def parts_of(lines: Sequence[SetLine], body: Type, lexicon: Lexicon) -> Iterator[Part]:
    """Yield the lines with their roles."""
    face = _face(lines, body)
    indents = sum(one.indented for one in lines) >= max(1, _INDENTED_LEAST * len(lines))
    before: SetLine | None = None  # the line above in the same paragraph
    for n, one in enumerate(lines):
        if one.kept:
            yield Part(one.line, _KEPT[one.kind], starts=one.kept == 1)
            before = None
            continue
        near_edge = n < 3 or n >= len(lines) - 2
        if role := _own_role(one, lexicon, before, near_edge=near_edge):
            yield Part(one.line, role, starts=True)
            before = None
            continue
        if _is_subhead(n, lines, face):
            yield Part(
                one.line,
                Role.SUBHEAD,
                starts=before is not None or not n or not _is_subhead(n - 1, lines, face),
            )
            before = None
            continue
        starts = before is None or _begins(before, one, lexicon, indents=indents)
        tail = tail_of(one.line.text, lexicon)
        if tail is None or tail.role is not Role.JUMP:
            yield Part(one.line, Role.PARAGRAPH, starts)
        else:
            yield Part(one.line, Role.PARAGRAPH, starts, end=tail.cut)
            yield Part(one.line, tail.role, starts=True, cut=tail.cut)
        before = one


def _face(lines: Sequence[SetLine], body: Type) -> int:
    """Return the face of most of the story's text."""
    faces: Counter[int] = Counter()
    for one in lines:
        if one.kind is not Kind.SUBHEAD:
            faces[one.line.face] += one.line.ink
    return faces.most_common(1)[0][0] if faces else body.face


def _own_role(one: SetLine, lexicon: Lexicon, before: SetLine | None, *, near_edge: bool) -> Role | None:
    """Return the role that the words of a line show, for a line that does not fill its column."""
    found = line_role(one.line.text.strip(), lexicon)
    role = _OWN_LINE.get(found[0]) if found else None
    if (
        found is None
        or role is None
        or one.kind is Kind.LABEL
        or (role is Role.PHOTO_CREDIT and found[1].kind == "sure")
    ):
        return role
    alone = one.column.width <= one.line.length + 1
    aside = one.line.start - one.column.left > _ASIDE * one.line.size
    goes_on = before is not None and not before.short and not one.indented
    if not aside and (goes_on or not (one.short or one.indented or alone)):
        return None
    return role if near_edge or role is Role.JUMP else None


def _is_subhead(n: int, lines: Sequence[SetLine], face: int) -> bool:
    """Return whether a line is a subhead: short, and larger or in another face than the text around it."""
    one = lines[n]
    apart = n > 0 and lines[n - 1].short and n + 1 < len(lines) and lines[n + 1].indented
    narrow = apart or one.line.length <= _SUBHEAD_MOST * one.column.width
    if one.kind is Kind.SUBHEAD:
        return True
    if (
        one.line.face == face
        or not narrow
        or any(glyph.face == face for glyph in one.line.glyphs if glyph.char.isalpha())
    ):
        return False
    run = n
    while run and lines[run - 1].line.face == one.line.face:
        run -= 1
    last = n
    while last + 1 < len(lines) and lines[last + 1].line.face == one.line.face:
        last += 1
    return last - run < 2 and last + 1 < len(lines)


def _begins(before: SetLine, one: SetLine, lexicon: Lexicon, *, indents: bool) -> bool:
    """Return whether `one` begins a paragraph."""
    if one.indented and not before.indented:
        return True
    ended = ends_sentence(before.line, lexicon.characters)
    if one.indented:
        return ended or before.short
    width = before.line.end - before.column.left
    very_short = before.short and width < _VERY_SHORT * before.column.width
    return ended and before.short and (very_short or not indents)


def caption_parts(lines: Sequence[TextLine], lexicon: Lexicon) -> Iterator[Part]:
    """Yield the lines of a caption with their roles; the end of it, or a line of it, may be the credit."""
    for n, line in enumerate(lines):
        found = line_role(line.text.strip(), lexicon)
        tail = tail_of(line.text, lexicon)
        if found and found[0] in {Role.PHOTO_CREDIT, Role.BYLINE}:
            yield Part(line, Role.PHOTO_CREDIT, starts=True)
        elif tail and tail.role is Role.PHOTO_CREDIT:
            yield Part(line, Role.CAPTION, starts=not n, end=tail.cut)
            yield Part(line, Role.PHOTO_CREDIT, starts=True, cut=tail.cut)
        else:
            yield Part(line, Role.CAPTION, starts=not n)
