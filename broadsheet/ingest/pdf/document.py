"""Open a PDF from elsewhere, and refuse one that holds what no printed page does."""

from pathlib import Path
from typing import Any

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument, PdfiumError

from broadsheet.ingest.pdf.process import RefusedError

PAGES_MOST = 400  # an edition has fewer
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
    raw, pages = document.raw, len(document)
    holds = {
        "no page": not pages,
        f"{pages:,} pages, and an edition has at most {PAGES_MOST}": pages > PAGES_MOST,
        "JavaScript, and a printed page holds none": pdfium.FPDFDoc_GetJavaScriptActionCount(raw) > 0,
        "other files, and a printed page holds none": pdfium.FPDFDoc_GetAttachmentCount(raw) > 0,
    }
    if found := next((what for what, is_so in holds.items() if is_so), ""):
        raise RefusedError("refused", f"the PDF holds {found}")
    return document


def page_of(document: PdfDocument, number: int) -> Any:
    """Return page `number` of a PDF, counted from 1. Raises RefusedError for a page that is damaged."""
    try:
        return document[number - 1]
    except PdfiumError as error:
        raise RefusedError("damaged", f"page {number} cannot be read: {error}") from error
