"""Cut lines into pieces, and give a role to each piece whose own words show it: folio, byline, jump, photo credit.

A piece without a role is text. Only the lines around it can show whether it is body, headline, subhead or deck.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec

from broadsheet.lexicon.patterns import Lexicon, Patterns
from broadsheet.model.page_reading import Role
from broadsheet.model.source import Line, SourceText, Span

# The order matters: a folio line may hold a page number and a name, and a teaser may end like a credit.
LINE_ROLES = (
    ("folio", Role.FURNITURE),
    ("jump", Role.JUMP),
    ("teaser", Role.TEASER),
    ("service", Role.FURNITURE),
    ("photo_credit", Role.PHOTO_CREDIT),
    ("byline", Role.BYLINE),
    ("signature", Role.BYLINE),
    ("source_credit", Role.SOURCE_CREDIT),
    ("closing", Role.CLOSING),
)
REST = "rest"  # the opening of a piece that continues the photo credit in the line above
_REST_MOST = 12  # characters: a name and a verb (张三 摄)
_INDENT_READ = 80  # characters before a line that may be its indent
TAIL_ROLES = (("jump", Role.JUMP), ("photo_credit", Role.PHOTO_CREDIT))


class Matched(NamedTuple):
    """The pattern of the lexicon that gave a piece its role.

    `kind` is "sure" or "hint" for a pattern of `lines.<name>`, "tails" for one of `tails.<name>`; `number` counts from 1.
    """

    name: str
    kind: str
    number: int


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """A raw line, or the part of a line that has one role.

    `line` is the number of the raw line, from 1; `span` holds the offsets of `text`. A `role` that is not `sure` is only
    a hint: the piece may still be text. `opening` names the pattern of the lexicon that matches the beginning of `text`.
    `indent` is the white space before the piece, in characters. `matched` is the pattern that gave the role; it is None
    where the role comes from the lines around the piece.
    """

    line: int
    span: Span
    text: str
    role: Role | None = None
    sure: bool = True
    opening: str = ""
    indent: int = 0
    matched: Matched | None = None


class Tail(NamedTuple):
    """The end of a line that has its own role. It begins at character `cut` of the line."""

    cut: int
    role: Role
    matched: Matched


def label(source: SourceText, lexicon: Lexicon) -> tuple[Piece, ...]:
    """Return the pieces of `source` in raw order, those with a role of their own labelled."""
    broken = _broken_credits([source.slice(line.span) for line in source.lines], lexicon)
    return tuple(
        piece
        for n, line in enumerate(source.lines)
        for piece in (
            [_rest(source, line, lexicon)]
            if n - 1 in broken
            else _pieces(source, line, lexicon, broken.get(n))
        )
    )


def _broken_credits(texts: Sequence[str], lexicon: Lexicon) -> dict[int, Tail]:
    """Return the photo credits that run over into the next line, by the index of the line in which they begin."""
    found: dict[int, Tail] = {}
    for n, (text, below) in enumerate(pairwise(texts)):
        tail = tail_of(text + below, lexicon) if len(below) <= _REST_MOST else None
        if tail is None or tail.role is not Role.PHOTO_CREDIT or tail.cut >= len(text) or n - 1 in found:
            continue
        if tail_of(text, lexicon) is None and line_role(text, lexicon) is None:
            found[n] = tail
    return found


def _rest(source: SourceText, line: Line, lexicon: Lexicon) -> Piece:
    """Return `line` as the rest of the photo credit that begins in the line above."""
    text, role = source.slice(line.span), Role.PHOTO_CREDIT
    own = line_role(text, lexicon)
    matched = own[1] if own and own[0] is role else None
    return Piece(line=line.number, span=line.span, text=text, role=role, opening=REST, matched=matched)


def _pieces(source: SourceText, line: Line, lexicon: Lexicon, broken: Tail | None) -> Iterator[Piece]:
    """Yield the pieces of one line; `broken` is the credit that begins in it and runs over into the next line."""
    text = source.slice(line.span)
    indent = _indent(source.text, line.span.start)
    if (found := line_role(text, lexicon)) is not None:
        role, matched = found
        yield Piece(
            line=line.number,
            span=line.span,
            text=text,
            role=role,
            sure=matched.kind == "sure",
            opening=_label_opening(text, matched, lexicon),
            indent=indent,
            matched=matched,
        )
        return
    tail = broken or tail_of(text, lexicon)
    body = text[: tail.cut].rstrip() if tail else text
    start = line.span.start
    yield Piece(
        line=line.number,
        span=Span(start, start + len(body)),
        text=body,
        opening=_opening(body, lexicon),
        indent=indent,
    )
    if tail:
        span = Span(start + tail.cut, line.span.end)
        yield Piece(line=line.number, span=span, text=text[tail.cut :], role=tail.role, matched=tail.matched)


def line_role(text: str, lexicon: Lexicon) -> tuple[Role, Matched] | None:
    """Return the role of a whole line and the pattern that matched; sure patterns are tried before hints.

    A dateline begins a story, so such a line is no teaser, even if it ends like one (本报讯 …第三版).
    """
    for kind in ("sure", "hint"):
        for name, role in LINE_ROLES:
            patterns: Patterns = getattr(lexicon.lines[name], kind)
            for pattern in patterns:
                match = pattern.fullmatch(text)
                if match and not (role is Role.TEASER and _opening(text, lexicon) == "dateline"):
                    return role, Matched(name, kind, match.lastindex or 0)
    return None


def tail_of(text: str, lexicon: Lexicon) -> Tail | None:
    """Return the part at the end of `text` that has its own role, or None. It never covers the whole line."""
    for name, role in TAIL_ROLES:
        starts = [
            (match.start(), number)
            for number, pattern in enumerate(lexicon.tails[name], 1)
            if (match := pattern.search(text)) and match.start()
        ]
        if starts:
            cut, number = min(starts)
            return Tail(cut, role, Matched(name, "tails", number))
    return None


def _opening(text: str, lexicon: Lexicon) -> str:
    """Return the name of the first pattern that matches the beginning of `text`, or an empty string."""
    return next((name for name, ps in lexicon.openings.items() if any(p.match(text) for p in ps)), "")


def _label_opening(text: str, matched: Matched, lexicon: Lexicon) -> str:
    """Return `signature` for one, `subhead` for a hint of a folio that may be a subhead too, or an empty string."""
    if matched.name == "signature":
        return "signature"
    subhead = matched.name == "folio" and matched.kind == "hint"
    return "subhead" if subhead and lexicon.fits(text, "subhead") else ""


def _indent(text: str, start: int) -> int:
    """Return how many spaces stand right before offset `start`; a tab is as wide as two."""
    before = text[max(0, start - _INDENT_READ) : start]
    white = before[len(before.rstrip(" \t\u3000\xa0\u2002\u2003")) :]
    return len(white) + white.count("\t")
