"""The process that reads a PDF: python -m broadsheet.ingest.pdf.child FILE PAGE FOLDER.

For page 0 it puts each page into a PDF of its own in FOLDER: 1.pdf, 2.pdf and so on. It prints a `Reply` as MessagePack.
Before it opens the file, it sets bounds for its own time and memory.
"""

import sys
from pathlib import Path

import pypdfium2.raw as pdfium
from pypdfium2 import PdfDocument, PdfiumError

from broadsheet.ingest.pdf.document import open_pdf, page_of
from broadsheet.ingest.pdf.page import UnknownGlyphsError, read_page
from broadsheet.ingest.pdf.process import OF_PDF, RefusedError, Reply, answer
from broadsheet.model.marks import PageMarks

_CUT_MOST = 1024 * 1024 * 1024  # bytes of an edition's pages, each of which may hold what all of them share
_GLYPHS_MOST = 200_000
_OBJECTS_MOST = 300_000  # strings, lines and pictures that a page draws; a detailed map has some ten thousand


def reply(path: Path, number: int, folder: Path) -> Reply:
    """Return the marks of page `number`, counted from 1, of the PDF at `path`; for 0, write each page into `folder`.

    Raises RefusedError for a file that cannot be read, or is no printed page.
    """
    document = open_pdf(path)
    if number:
        return Reply(pages=len(document), marks=_read(document, number, folder))
    _cut(document, folder)
    return Reply(pages=len(document))


def _read(document: PdfDocument, number: int, folder: Path) -> PageMarks:
    page = page_of(document, number)
    if min(page.get_size()) <= 0:
        raise RefusedError("damaged", "the page shows nothing: its crop box lies outside of its media box")
    objects = pdfium.FPDFPage_CountObjects(page.raw)
    if not objects:
        raise RefusedError("blank-page", "the page is blank")
    _check("draws", objects, "objects", _OBJECTS_MOST)
    _check("holds", pdfium.FPDFText_CountChars(page.get_textpage().raw), "characters", _GLYPHS_MOST)
    try:
        return read_page(page, folder)
    except UnknownGlyphsError as error:
        message = (
            f"a font does not say which characters its glyphs are; {error.count:,} glyphs cannot be read"
        )
        raise RefusedError("unknown-glyphs", message) from error
    except PdfiumError as error:
        raise RefusedError("damaged", f"page {number} cannot be read: {error}") from error


def _check(does: str, count: int, of_what: str, most: int) -> None:
    if count > most:
        raise RefusedError(
            "refused", f"the page {does} {count:,} {of_what}, and a printed page at most {most:,}"
        )


def _cut(document: PdfDocument, folder: Path) -> None:
    """Write each page of a PDF as a PDF of its own."""
    size = 0
    for number in range(len(document)):
        page = PdfDocument.new()
        page.import_pages(document, [number])
        path = folder / f"{number + 1}.pdf"
        page.save(path)
        size += path.stat().st_size
        if size > _CUT_MOST:
            raise RefusedError(
                "refused", f"the pages take more than {_CUT_MOST:,} bytes, each in a file of its own"
            )


def main() -> None:
    """Read the page that the command line names, and print the reply."""
    path, number, folder = sys.argv[1:]
    answer(OF_PDF, lambda: reply(Path(path), int(number), Path(folder)))


if __name__ == "__main__":
    main()
