"""What each line of a page is, and which doubts there are: `readings/` holds small pages, one sheet a subject.

Before a line stand the number of its story, or `-` for the page's own, and its role. `·` goes on with the passage above it,
`· 3` with the one that line 3 is in.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from broadsheet.ingest.pipeline import PrintedReading
from broadsheet.model.page_reading import Passage
from tests.ingest.sheets import Sheet, beside, sheets_below

HERE = Path(__file__).parent / "readings"


@pytest.mark.parametrize("sheet", sheets_below(HERE))
def test_each_line_is_what_stands_before_it(sheet: Sheet, *, rewrites: bool) -> None:
    sheet.check(read_out, rewrites=rewrites)


def read_out(reading: PrintedReading) -> list[str]:
    """Return the lines of a page with what they are, and the doubts about it."""
    found: dict[int, list[str]] = {line.number: [] for line in reading.source.lines}
    for _, number, words in sorted(_passages(reading)):
        found[number].append(words)
    doubts = (f"! {doubt.line} {doubt.code}" for doubt in reading.said)
    return [*beside({n: " + ".join(words) for n, words in found.items()}, reading), *doubts]


def _passages(reading: PrintedReading) -> Iterator[tuple[int, int, str]]:
    """Yield each part of a line: its offset, the number of its line, and what it is."""
    page = reading.page
    own = (("-", passage) for passage in (*page.teasers, *page.furniture, *page.unplaced))
    stories = ((f"{n}", p) for n, story in enumerate(page.stories, 1) for p in story.passages())
    for story, passage in (*stories, *own):
        yield from _parts(story, passage, reading)


def _parts(story: str, passage: Passage, reading: PrintedReading) -> Iterator[tuple[int, int, str]]:
    above = 0
    for span in passage.spans:
        line = reading.source.line_at(span.start).number
        more = "·" if above == line - 1 else f"· {above}"
        yield span.start, line, more if above else f"{story} {passage.role}"
        above = line
