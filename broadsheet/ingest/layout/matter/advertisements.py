"""Advertisements: what stands in one frame, or on one panel or picture, with the mark that print sets there (广告)."""

from collections.abc import Iterator, Sequence

from broadsheet.ingest.layout.barriers import Barriers, across, down
from broadsheet.ingest.layout.segments import Segment
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.marks import Frame, PageMarks

_CORNER = 2.0  # points by which the ends of rules may miss each other in the corner of a frame
_MOST = 0.8  # of the page; a frame around more is the page's own


def advertised(
    found: Sequence[Segment], marks: PageMarks, barriers: Barriers, lexicon: Lexicon
) -> tuple[Segment, ...]:
    """Return the segments of `found` that are part of an advertisement."""
    grounds = [*_frames(barriers), *marks.panels, *(picture.frame for picture in marks.pictures)]
    whole = marks.width * marks.height
    grounds = sorted(
        (one for one in grounds if one.width * one.height < _MOST * whole),
        key=lambda one: one.width * one.height,
    )
    bounds = [
        next((ground for ground in grounds if _holds(ground, mark.frame)), mark.frame)
        for mark in found
        if any(pattern.fullmatch(mark.lines[0].text.strip()) for pattern in lexicon.words["advertisement"])
    ]
    return tuple(one for one in found if any(_holds(bound, one.frame) for bound in bounds))


def _frames(barriers: Barriers) -> Iterator[Frame]:
    """Yield the frames that two level and two upright rules make."""
    for top in barriers.level:
        for bottom in barriers.level:
            alike = abs(top.left - bottom.left) + abs(top.right - bottom.right) <= _CORNER
            frame = Frame(top.left, top.top, top.right, bottom.bottom)
            if alike and frame.height > 0 and _has_sides(frame, barriers):
                yield frame


def _has_sides(frame: Frame, barriers: Barriers) -> bool:
    reaching = [
        rule
        for rule in barriers.upright
        if rule.top <= frame.top + _CORNER and rule.bottom >= frame.bottom - _CORNER
    ]
    return all(any(abs(rule.left - x) <= _CORNER for rule in reaching) for x in (frame.left, frame.right))


def _holds(ground: Frame, one: Frame) -> bool:
    return across(ground, one) >= one.width - 2 and down(ground, one) >= one.height - 2
