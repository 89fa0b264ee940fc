"""Read made-up pages back, and measure how well that went."""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from broadsheet.ingest.desk.neutral import neutral
from broadsheet.ingest.layout.areas import page_map
from broadsheet.ingest.layout.reading import read_marks
from broadsheet.ingest.pdf.reader import ReadPage, read_pdf
from broadsheet.ingest.text.divided_words import close_up, divisions
from tests.ingest.layout.compositor.coverage import Coverage, coverage
from tests.ingest.layout.compositor.score import Score, match, score
from tests.ingest.layout.compositor.sheet import Page, pages_of, pdf_of


class Trial(NamedTuple):
    """A page as it was made up and as it was read, and how well."""

    page: Page
    read: dict[str, Any]
    score: Score
    coverage: Coverage


def trials(pages: Sequence[Page]) -> Iterator[Trial]:
    """Print pages in one run of Typst, read each back, and yield how well that went."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "01.pdf")
        for page, pdf in zip(pages, pages_of(pdf_of(pages)), strict=True):
            path.write_bytes(pdf)
            yield trial(page, read_pdf(path))


def trial(page: Page, shown: ReadPage) -> Trial:
    """Measure the reading of one page that a PDF shows."""
    reading = read_marks("01.pdf", shown.marks, shown.pictures, shown.page_picture)
    closed = close_up(reading.page, divisions(reading.source, reading.page))
    read = neutral(reading.source, closed)
    assert reading.facsimile is not None
    shares = page_map(reading.source, closed, reading.facsimile)
    return Trial(
        page, read, score(read, page.truth), coverage(page, shown.marks, shares, match(read, page.truth))
    )
