"""Gaps between body paragraphs, and the segments that they cut a page into.

A gap has the log odds that a new story begins after it. Where they are above 0, a new segment begins.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from broadsheet.ingest.stories.blocks import Block, Kind
from broadsheet.model.finding import Finding, Severity
from broadsheet.model.page_reading import Role
from broadsheet.model.script import Script

CERTAIN = 20.0  # log odds of a gap where a story certainly ends
SURE = {Script.HAN: 4.0, Script.LETTERS: 1.5}  # log odds; a gap that is closer to 0 is reported as a doubt
_TURNS = 8  # blocks between two turns of an interview
_ENDINGS = frozenset({Role.BYLINE, Role.JUMP, Role.SOURCE_CREDIT})


class Gap(NamedTuple):
    """The gap above a body paragraph, `after`, an index of blocks, and the log odds that a story begins with it."""

    after: int
    odds: float


class Segment(msgspec.Struct, frozen=True):
    """Body paragraphs of one story in a row, as indices of blocks."""

    paragraphs: tuple[int, ...]


def is_certain(blocks: Sequence[Block], before: int, after: int) -> bool:
    """Return whether a story certainly ends between the paragraphs at `before` and `after`.

    It does where a paragraph breaks off or is continued, at a byline, signature, jump or source credit, before a dateline, and at a
    display line below a closing line or above the first turn of an interview.
    """
    if blocks[before].open or blocks[after].resumed:
        return True
    between = {block.role for block in blocks[before + 1 : after]}
    signed = any(block.opening == "signature" for block in blocks[before + 1 : after])
    headed = any(block.kind is Kind.DISPLAY for block in blocks[before + 1 : after])
    if headed and (Role.CLOSING in between or _is_first_turn(blocks, before, after)):
        return True
    return signed or bool(between & _ENDINGS) or blocks[after].opening in ("dateline", "continued")


def _is_first_turn(blocks: Sequence[Block], before: int, after: int) -> bool:
    """Return whether the paragraph at `after` is a turn of an interview, and none of those above it is."""
    return blocks[after].opening == "turn" and not any(
        block.opening == "turn" for block in blocks[max(0, before - _TURNS) : before + 1]
    )


def cut(body: Iterable[int], gaps: Sequence[Gap]) -> tuple[Segment, ...]:
    """Return the paragraphs of `body` in segments, a new one at each gap with log odds above 0."""
    cuts = {gap.after for gap in gaps if gap.odds > 0}
    segments: list[Segment] = []
    for i in body:
        if not segments or i in cuts:
            segments.append(Segment((i,)))
        else:
            segments[-1] = Segment((*segments[-1].paragraphs, i))
    return tuple(segments)


def close_gaps(path: str, blocks: Sequence[Block], gaps: Sequence[Gap], sure: float) -> tuple[Finding, ...]:
    """Return a doubt for each gap whose log odds are between -`sure` and `sure`; `path` names the raw page."""
    return tuple(_doubt(path, blocks[gap.after], gap) for gap in gaps if abs(gap.odds) < sure)


def _doubt(path: str, block: Block, gap: Gap) -> Finding:
    says = "goes on with the story above" if gap.odds <= 0 else "begins a story"
    return Finding(
        code="perhaps-two-stories" if gap.odds <= 0 else "perhaps-one-story",
        path=path,
        line=block.pieces[0].line,
        message=f"“{block.pieces[0].text[:24]}” {says}, but not surely",
        hint="look at the printed page",
        severity=Severity.DOUBT,
    )
