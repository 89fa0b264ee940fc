"""Open a PDF from elsewhere, and refuse one that holds what no printed page does."""

import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument, PdfiumError

from broadsheet.ingest.pdf.process import RefusedError

PAGES_MOST = 400  # an edition has fewer
_ACTIVE = {
    "JavaScript, and a printed page holds none": re.compile(rb"/S\s*/JavaScript\b"),
    "a command to start a program, and a printed page holds none": re.compile(rb"/S\s*/Launch\b"),
    "other files, and a printed page holds none": re.compile(
        rb"/Type\s*/EmbeddedFile\b|/EF\s*(?:<<|\d+ \d+ R)"
    ),
}
"""What a PDF holds besides its pages, as it is written (ISO 32000-2, 12.6.4 and 7.11.4)."""
_SAYS = {
    pdfium.FPDF_ERR_PASSWORD: ("encrypted", "the PDF is encrypted"),
    pdfium.FPDF_ERR_FORMAT: ("damaged", "the file is no PDF, or damaged"),
    pdfium.FPDF_ERR_SECURITY: ("encrypted", "the PDF is encrypted in a way that is not known here"),
}


def open_pdf(path: Path) -> PdfDocument:
    """Open a PDF. Raises RefusedError for one that cannot be opened, or that holds what no printed page does."""
    try:
        document = PdfDocument(path)
    except PdfiumError as error:
        known = _SAYS.get(getattr(error, "err_code", 0), _SAYS[pdfium.FPDF_ERR_FORMAT])
        raise RefusedError(*known) from error
    if found := next(_unprintable(document), ""):
        raise RefusedError("refused", f"the PDF holds {found}")
    return document


def _unprintable(document: PdfDocument) -> Iterator[str]:
    """Yield what a PDF holds that a printed page does not."""
    pages = len(document)
    if not pages:
        yield "no page"
    if pages > PAGES_MOST:
        yield f"{pages:,} pages, and an edition has at most {PAGES_MOST}"
    written = io.BytesIO()
    document.save(written)  # PDFium writes all objects but streams as plain text, with names spelled out
    data = written.getbuffer()
    yield from (what for what, pattern in _ACTIVE.items() if pattern.search(data))


def page_of(document: PdfDocument, number: int) -> Any:
    """Return page `number` of a PDF, counted from 1. Raises RefusedError for a page that is damaged."""
    try:
        return document[number - 1]
    except PdfiumError as error:
        raise RefusedError("damaged", f"page {number} cannot be read: {error}") from error
