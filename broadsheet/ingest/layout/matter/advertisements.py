"""Advertisements: what stands in one frame, or on one panel or picture, with the mark that print sets there (广告)."""

from collections.abc import Sequence

from broadsheet.ingest.layout.barriers import Barriers
from broadsheet.ingest.layout.boxes import frames_of, holds
from broadsheet.ingest.layout.segments import Segment
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.marks import PageMarks

_MOST = 0.8  # of the page; a frame around more is the page's own


def advertised(
    found: Sequence[Segment], marks: PageMarks, barriers: Barriers, lexicon: Lexicon
) -> tuple[Segment, ...]:
    """Return the segments of `found` that are part of an advertisement."""
    grounds = [*frames_of(barriers), *marks.panels, *(picture.frame for picture in marks.pictures)]
    whole = marks.width * marks.height
    grounds = sorted(
        (one for one in grounds if one.width * one.height < _MOST * whole),
        key=lambda one: one.width * one.height,
    )
    bounds = [
        next((ground for ground in grounds if holds(ground, mark.frame)), mark.frame)
        for mark in found
        if lexicon.fits(mark.lines[0].text.strip(), "advertisement")
    ]
    return tuple(one for one in found if any(holds(bound, one.frame) for bound in bounds))
