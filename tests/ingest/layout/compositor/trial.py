"""Read made-up pages back, and measure how well that went."""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2 as pdfium

from broadsheet.ingest.desk.neutral import neutral
from broadsheet.ingest.layout.areas import page_map
from broadsheet.ingest.layout.reading import read_marks
from broadsheet.ingest.pdf.page import marks_of
from broadsheet.ingest.text.divided_words import close_up, divisions
from broadsheet.model.marks import PageMarks
from tests.ingest.layout.compositor.coverage import Coverage, coverage
from tests.ingest.layout.compositor.score import Score, match, score
from tests.ingest.layout.compositor.sheet import Page, pdf_of


class Trial(NamedTuple):
    """A page as it was made up and as it was read, and how well."""

    page: Page
    read: dict[str, Any]
    score: Score
    coverage: Coverage


def trials(pages: Sequence[Page]) -> Iterator[Trial]:
    """Print pages in one run of Typst, read each back, and yield how well that went."""
    printed = pdfium.PdfDocument(pdf_of(pages))
    for page, shown in zip(pages, printed, strict=True):
        with tempfile.TemporaryDirectory() as folder:
            yield _trial(page, marks_of(shown, Path(folder)))


def _trial(page: Page, marks: PageMarks) -> Trial:
    reading = read_marks("01.pdf", marks, {}, "")
    closed = close_up(reading.page, divisions(reading.source, reading.page))
    read = neutral(reading.source, closed)
    assert reading.facsimile is not None
    shares = page_map(reading.source, closed, reading.facsimile)
    return Trial(page, read, score(read, page.truth), coverage(page, marks, shares, match(read, page.truth)))
