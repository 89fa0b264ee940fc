"""Gaps between paragraphs, weighed: where one is likelier than not to part two stories, a new segment begins."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import msgspec

from broadsheet.ingest.stories.blocks import Block
from broadsheet.model.finding import Finding, Severity
from broadsheet.model.script import Script

CERTAIN = 20.0
SURE = {Script.HAN: 4.0, Script.LETTERS: 1.5}  # log odds either way; a gap with less is a doubt


class Gap(NamedTuple):
    """Two paragraphs in a row, as indices of blocks, and the log odds that a story begins with the second."""

    before: int
    after: int
    odds: float


class Segment(msgspec.Struct, frozen=True):
    """Paragraphs of one story in a row, as indices of blocks."""

    paragraphs: tuple[int, ...]


def cut(body: Iterable[int], gaps: Sequence[Gap]) -> tuple[Segment, ...]:
    """Cut the paragraphs `body` into segments, each of one story, at the gaps that speak for it."""
    cuts = {gap.after for gap in gaps if gap.odds > 0}
    segments: list[Segment] = []
    for i in body:
        if not segments or i in cuts:
            segments.append(Segment((i,)))
        else:
            segments[-1] = Segment((*segments[-1].paragraphs, i))
    return tuple(segments)


def close_gaps(path: str, blocks: Sequence[Block], gaps: Sequence[Gap], sure: float) -> tuple[Finding, ...]:
    """Return a doubt for each gap whose odds are less than `sure` either way."""
    return tuple(
        Finding(
            code="perhaps-two-stories" if gap.odds <= 0 else "perhaps-one-story",
            path=path,
            line=blocks[gap.after].pieces[0].line,
            message=f"“{blocks[gap.after].pieces[0].text[:24]}” "
            + ("goes on with the story above" if gap.odds <= 0 else "begins a story")
            + ", but not surely",
            hint="look at the printed page",
            severity=Severity.DOUBT,
        )
        for gap in gaps
        if abs(gap.odds) < sure
    )
