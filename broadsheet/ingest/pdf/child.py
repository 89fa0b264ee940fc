"""The process that reads a PDF: python -m broadsheet.ingest.pdf.child FILE PAGE FOLDER.

It prints a `Reply` as MessagePack. Before it opens the file, it sets bounds for its own time and memory.
"""

import resource
import sys
from pathlib import Path

import msgspec
import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument, PdfiumError

from broadsheet.ingest.pdf.page import UnknownGlyphsError, read_page
from broadsheet.model.marks import PageMarks

SECONDS = 60  # of the processor
BYTES = 1024 * 1024 * 1024  # of memory
PAGES_MOST = 400  # an edition has fewer
_GLYPHS_MOST = 200_000
_SAYS = {
    pdfium.FPDF_ERR_PASSWORD: ("encrypted", "the PDF is encrypted"),
    pdfium.FPDF_ERR_FORMAT: ("damaged", "the file is no PDF, or damaged"),
    pdfium.FPDF_ERR_SECURITY: ("encrypted", "the PDF is encrypted in a way that is not known here"),
}


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """What was found: `pages` in the file and the marks of one, or the kind of a fault and what is wrong."""

    pages: int = 0
    marks: PageMarks | None = None
    fault: str = ""
    message: str = ""


class RefusedError(Exception):
    """A PDF that is refused: the kind of the fault, and what is wrong."""

    def __init__(self, fault: str, message: str) -> None:
        super().__init__(message)
        self.fault = fault
        self.message = message


def reply(path: Path, number: int, folder: Path) -> Reply:
    """Return the marks of page `number`, counted from 1, of the PDF at `path`; for 0 only how many pages it has."""
    try:
        document = _opened(path)
        marks = _read(document, number, folder) if number else None
    except RefusedError as error:
        return Reply(fault=error.fault, message=error.message)
    except UnknownGlyphsError as error:
        message = (
            f"a font does not say which characters its glyphs are; {error.count:,} glyphs cannot be read"
        )
        return Reply(fault="unknown-glyphs", message=message)
    except PdfiumError as error:
        return Reply(fault="damaged", message=f"page {number} cannot be read: {error}")
    except MemoryError:
        return Reply(fault="refused", message="the page takes too much memory")
    return Reply(pages=len(document), marks=marks)


def _opened(path: Path) -> PdfDocument:
    """Open a PDF. Raises RefusedError for one that cannot be opened, or that holds what no printed page does."""
    try:
        document = PdfDocument(path)
    except PdfiumError as error:
        raise RefusedError(
            *_SAYS.get(getattr(error, "err_code", 0), _SAYS[pdfium.FPDF_ERR_FORMAT])
        ) from error
    pages = len(document)
    holds = {
        "no page": not pages,
        f"{pages:,} pages, and an edition has at most {PAGES_MOST}": pages > PAGES_MOST,
        "JavaScript, and a printed page holds none": pdfium.FPDFDoc_GetJavaScriptActionCount(document.raw)
        > 0,
        "other files, and a printed page holds none": pdfium.FPDFDoc_GetAttachmentCount(document.raw) > 0,
    }
    if found := next((what for what, is_so in holds.items() if is_so), ""):
        raise RefusedError("refused", f"the PDF holds {found}")
    return document


def _read(document: PdfDocument, number: int, folder: Path) -> PageMarks:
    page = document[number - 1]
    count = pdfium.FPDFText_CountChars(page.get_textpage().raw)
    if count > _GLYPHS_MOST:
        message = f"the page holds {count:,} characters, and a printed page at most {_GLYPHS_MOST:,}"
        raise RefusedError("refused", message)
    return read_page(page, folder)


def main() -> None:
    """Read the page that the command line names, and print the reply."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    path, number, folder = sys.argv[1:]
    sys.stdout.buffer.write(msgspec.msgpack.encode(reply(Path(path), int(number), Path(folder))))


if __name__ == "__main__":
    main()
