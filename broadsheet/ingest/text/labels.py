"""Lines → pieces: each line, or the part of it that says so itself, gets the role that its words give away.

A piece without a role is text whose role only its surroundings can tell: body, headline, subhead, deck.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

import msgspec

from broadsheet.lexicon.patterns import Lexicon, Patterns
from broadsheet.model.page_reading import Role
from broadsheet.model.source import Line, SourceText, Span

# In this order: a folio line may hold a page number and a name, a teaser's words may end like a credit.
LINE_ROLES = (
    ("folio", Role.FURNITURE),
    ("teaser", Role.TEASER),
    ("jump", Role.JUMP),
    ("photo_credit", Role.PHOTO_CREDIT),
    ("byline", Role.BYLINE),
    ("signature", Role.BYLINE),
    ("source_credit", Role.SOURCE_CREDIT),
)
REST = "rest"  # the opening of a piece that goes on with the credit in the line above
_REST_MOST = 12  # characters: a name, and what its bearer did
TAIL_ROLES = (("jump", Role.JUMP), ("photo_credit", Role.PHOTO_CREDIT))


class Matched(NamedTuple):
    """The pattern that gave a piece its role: `lines.<name>.sure` or `.hint`, or `tails.<name>`, counted from 1."""

    name: str
    kind: str
    number: int


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """A raw line, or the part of it that has one role. `indent` is the white space before it, in characters.

    A `role` that is not `sure` is only offered: the piece may turn out to be text. `matched` is the pattern that gave it;
    a role without one comes from the lines around the piece.
    """

    line: int
    span: Span
    text: str
    role: Role | None = None
    sure: bool = True
    opening: str = ""
    indent: int = 0
    matched: Matched | None = None


class _Tail(NamedTuple):
    """The end of a line that has a role of its own; it begins at character `cut` of the line."""

    cut: int
    role: Role
    matched: Matched


def label(source: SourceText, lexicon: Lexicon) -> tuple[Piece, ...]:
    """Cut the lines of `source` into pieces and give a role to those whose own words tell it."""
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


def _broken_credits(texts: Sequence[str], lexicon: Lexicon) -> dict[int, _Tail]:
    """Return the credits that go on in the line below and end there, by the number of the line in which they begin."""
    found: dict[int, _Tail] = {}
    for n, (text, below) in enumerate(pairwise(texts)):
        tail = _tail(text + below, lexicon) if len(below) <= _REST_MOST else None
        if tail is None or tail.role is not Role.PHOTO_CREDIT or tail.cut >= len(text) or n - 1 in found:
            continue
        if _tail(text, lexicon) is None and _line_role(text, lexicon) is None:
            found[n] = tail
    return found


def _rest(source: SourceText, line: Line, lexicon: Lexicon) -> Piece:
    """Return the line as the rest of the photo credit above it; its own words may say so too."""
    text, role = source.slice(line.span), Role.PHOTO_CREDIT
    own = _line_role(text, lexicon)
    matched = own[1] if own and own[0] is role else None
    return Piece(line=line.number, span=line.span, text=text, role=role, opening=REST, matched=matched)


def _pieces(source: SourceText, line: Line, lexicon: Lexicon, broken: _Tail | None) -> Iterator[Piece]:
    text = source.slice(line.span)
    indent = _indent(source.text, line.span.start)
    if (found := _line_role(text, lexicon)) is not None:
        role, matched = found
        yield Piece(
            line=line.number,
            span=line.span,
            text=text,
            role=role,
            sure=matched.kind == "sure",
            opening=matched.name if matched.name == "signature" else "",
            indent=indent,
            matched=matched,
        )
        return
    tail = broken or _tail(text, lexicon)
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


def _line_role(text: str, lexicon: Lexicon) -> tuple[Role, Matched] | None:
    """Return the role that the whole line gives away, and the pattern that knows it; sure patterns go first."""
    for kind in ("sure", "hint"):
        for name, role in LINE_ROLES:
            patterns: Patterns = getattr(lexicon.lines[name], kind)
            for number, pattern in enumerate(patterns, 1):
                if pattern.fullmatch(text):
                    return role, Matched(name, kind, number)
    return None


def _tail(text: str, lexicon: Lexicon) -> _Tail | None:
    """Return the tail of a line that has a role of its own, where it has one."""
    for name, role in TAIL_ROLES:
        starts = [
            (match.start(), number)
            for number, pattern in enumerate(lexicon.tails[name], 1)
            if (match := pattern.search(text)) and match.start()
        ]
        if starts:
            cut, number = min(starts)
            return _Tail(cut, role, Matched(name, "tails", number))
    return None


def _opening(text: str, lexicon: Lexicon) -> str:
    return next((name for name, ps in lexicon.openings.items() if any(p.match(text) for p in ps)), "")


def _indent(text: str, start: int) -> int:
    before = text[:start]
    return len(before) - len(before.rstrip(" \t\u3000\xa0"))
