"""The files of a digital paper's page, read, and where the text of each begins in the text of the page."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from broadsheet.ingest.web.page import WebReading
from broadsheet.ingest.web.story import Judged
from broadsheet.model.source import SourceText, Span


class ReadFile(NamedTuple):
    """A file of the page, read: its text, and, where it holds an article, the reading."""

    location: str
    source: SourceText
    reading: WebReading | None


class PlacedFile(NamedTuple):
    """A file whose text begins at the offset `start` of the page's text, and at its line `line`."""

    read: ReadFile
    start: int
    line: int


def judged_in(articles: Sequence[PlacedFile]) -> Iterator[Judged]:
    """Yield the runs of `articles` with their roles, at their places in the page's text."""
    for one in articles:
        for judged in one.read.reading.judged if one.read.reading else ():
            run = judged.run
            span = Span(run.span.start + one.start, run.span.end + one.start)
            moved = msgspec.structs.replace(run, span=span, line=run.line + one.line)
            yield msgspec.structs.replace(judged, run=moved)
