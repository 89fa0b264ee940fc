"""Lines → pieces: each line, or the part of it that says so itself, gets the role that its words give away.

A piece without a role is text whose role only its surroundings can tell: body, headline, subhead, deck.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

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


class Piece(msgspec.Struct, frozen=True, kw_only=True):
    """A raw line, or the part of it that has one role. `indent` is the white space before it, in characters.

    A `role` that is not `sure` is only offered: the piece may turn out to be text.
    """

    line: int
    span: Span
    text: str
    role: Role | None = None
    sure: bool = True
    opening: str = ""
    indent: int = 0


def label(source: SourceText, lexicon: Lexicon) -> tuple[Piece, ...]:
    """Cut the lines of `source` into pieces and give a role to those whose own words tell it."""
    broken = _broken_credits([source.slice(line.span) for line in source.lines], lexicon)
    return tuple(
        piece
        for n, line in enumerate(source.lines)
        for piece in (
            [_rest(source, line)] if n - 1 in broken else _pieces(source, line, lexicon, broken.get(n))
        )
    )


def _broken_credits(texts: Sequence[str], lexicon: Lexicon) -> dict[int, int]:
    """Return where the credit begins, by the number of its line, that goes on in the line below and ends there."""
    found: dict[int, int] = {}
    for n, (text, below) in enumerate(pairwise(texts)):
        cut, role = _tail(text + below, lexicon) if len(below) <= _REST_MOST else (0, None)
        whole = _tail(text, lexicon)[1] or _line_role(text, lexicon)[1]
        if role is Role.PHOTO_CREDIT and cut < len(text) and not whole and n - 1 not in found:
            found[n] = cut
    return found


def _rest(source: SourceText, line: Line) -> Piece:
    text = source.slice(line.span)
    return Piece(line=line.number, span=line.span, text=text, role=Role.PHOTO_CREDIT, opening=REST)


def _pieces(source: SourceText, line: Line, lexicon: Lexicon, broken: int | None) -> Iterator[Piece]:
    text = source.slice(line.span)
    name, role, sure = _line_role(text, lexicon)
    indent = _indent(source.text, line.span.start)
    if role is not None:
        opening = name if name == "signature" else ""
        yield Piece(
            line=line.number, span=line.span, text=text, role=role, sure=sure, opening=opening, indent=indent
        )
        return
    cut, tail_role = _tail(text, lexicon) if broken is None else (broken, Role.PHOTO_CREDIT)
    body = text[:cut].rstrip()
    start = line.span.start
    yield Piece(
        line=line.number,
        span=Span(start, start + len(body)),
        text=body,
        opening=_opening(body, lexicon),
        indent=indent,
    )
    if tail_role is not None:
        yield Piece(line=line.number, span=Span(start + cut, line.span.end), text=text[cut:], role=tail_role)


def _line_role(text: str, lexicon: Lexicon) -> tuple[str, Role | None, bool]:
    """Return the role that the whole line gives away, its name, and whether it is sure; sure roles go first."""
    for name, role in LINE_ROLES:
        if _fits(text, lexicon.lines[name].sure):
            return name, role, True
    for name, role in LINE_ROLES:
        if _fits(text, lexicon.lines[name].hint):
            return name, role, False
    return "", None, True


def _fits(text: str, patterns: Patterns) -> bool:
    return any(pattern.fullmatch(text) for pattern in patterns)


def _tail(text: str, lexicon: Lexicon) -> tuple[int, Role | None]:
    """Return where a tail with a role of its own begins, and the role; the text's end for none."""
    for name, role in TAIL_ROLES:
        found: list[re.Match[str]] = [m for p in lexicon.tails[name] if (m := p.search(text)) and m.start()]
        if found:
            return min(match.start() for match in found), role
    return len(text), None


def _opening(text: str, lexicon: Lexicon) -> str:
    return next((name for name, ps in lexicon.openings.items() if any(p.match(text) for p in ps)), "")


def _indent(text: str, start: int) -> int:
    before = text[:start]
    return len(before) - len(before.rstrip(" \t\u3000\xa0"))
