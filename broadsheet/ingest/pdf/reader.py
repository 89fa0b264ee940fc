"""Have a process of its own read a page of a PDF, and wait for it no longer than its bounds."""

import tempfile
from pathlib import Path
from typing import NamedTuple

from broadsheet.ingest.pdf.process import OF_PDF, PAGE_PICTURE, Reply, ask, fault
from broadsheet.model.marks import PageMarks


class ReadPage(NamedTuple):
    """The marks of a page, the pictures by the name of their file, and the name of the picture of the page."""

    marks: PageMarks
    pictures: dict[str, bytes]
    page_picture: str = PAGE_PICTURE


def cut_pdf(path: Path) -> list[bytes]:
    """Return the pages of the PDF at `path`, each as a PDF of its own. Raises SourceError as `read_pdf` does."""
    with tempfile.TemporaryDirectory() as folder:
        pages = _asked(path, 0, folder).pages
        return [Path(folder, f"{number}.pdf").read_bytes() for number in range(1, pages + 1)]


def read_pdf(path: Path) -> ReadPage:
    """Return the marks of the page in the PDF at `path`.

    Raises SourceError for a file that is encrypted, damaged, too large or hostile, has several pages, or no text layer.
    """
    with tempfile.TemporaryDirectory() as folder:
        found = _asked(path, 1, folder)
        marks = found.marks
        pictures = files_in(Path(folder))
    if found.pages > 1:
        raise fault(
            path, "several-pages", f"this file has {found.pages} pages, and its name is that of one page"
        )
    if marks is None or not any(glyph.char.strip() for glyph in marks.glyphs):
        raise fault(path, "no-text", "the page has no text layer: it is a scan, or outlines of letters")
    return ReadPage(marks, pictures)


def files_in(folder: Path) -> dict[str, bytes]:
    """Return the files that a process left in `folder`, by their names."""
    return {file.name: file.read_bytes() for file in sorted(folder.iterdir())}


def _asked(path: Path, number: int, folder: str) -> Reply:
    return ask(path, __package__ + ".child", (str(number), folder), OF_PDF)
