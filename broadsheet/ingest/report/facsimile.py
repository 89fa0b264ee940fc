"""The printed page in the review report: its picture, with each line outlined in the colour of its story."""

import base64
import mimetypes
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from broadsheet.ingest.reading import Facsimile
from broadsheet.ingest.report.parts import doubts_by_line
from broadsheet.model.finding import Finding
from broadsheet.model.marks import Frame
from broadsheet.model.page_reading import PageReading, Passage
from broadsheet.model.source import SourceText


class OutlinedLine(NamedTuple):
    """A line on the page: its raw line, the number of its story (0 for the page itself), and those of its doubts."""

    line: int
    frame: Frame
    story: int
    doubts: tuple[int, ...]


class ShownPage(NamedTuple):
    """The page's size in points, its picture as a data URL (empty for none), and its lines."""

    width: float
    height: float
    picture: str
    lines: tuple[OutlinedLine, ...]


def shown_page(
    facsimile: Facsimile, source: SourceText, reading: PageReading, doubts: Sequence[Finding]
) -> ShownPage:
    """Return the page as the report shows it."""
    data = facsimile.files.get(facsimile.picture, b"")
    media_type = mimetypes.guess_type(facsimile.picture)[0]
    picture = f"data:{media_type};base64,{base64.b64encode(data).decode()}" if data else ""
    lines = tuple(_outlined(facsimile, source, reading, doubts))
    return ShownPage(facsimile.width, facsimile.height, picture, lines)


def _outlined(
    facsimile: Facsimile, source: SourceText, reading: PageReading, doubts: Sequence[Finding]
) -> Iterator[OutlinedLine]:
    own: dict[int, int] = {}
    for number, story in enumerate(reading.stories, 1):
        own.update(dict.fromkeys(_lines(source, story.passages()), number))
    about = doubts_by_line(doubts)
    for line, frame in facsimile.frames.items():
        yield OutlinedLine(line, frame, own.get(line, 0), about.get(line, ()))


def _lines(source: SourceText, passages: Sequence[Passage]) -> Iterator[int]:
    return (source.line_at(span.start).number for passage in passages for span in passage.spans)
