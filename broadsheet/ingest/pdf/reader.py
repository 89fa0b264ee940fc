"""Have a process of its own read a page of a PDF, and wait for it no longer than its bounds."""

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import msgspec

from broadsheet.ingest.pdf.child import SECONDS, Reply
from broadsheet.ingest.pdf.pictures import PAGE_PICTURE
from broadsheet.model.errors import SourceError
from broadsheet.model.finding import Finding
from broadsheet.model.marks import PageMarks

BYTES_MOST = 256 * 1024 * 1024  # of a PDF; a page for print with its photos has some ten million
_WAIT = 2 * SECONDS
_HINTS = {
    "encrypted": "save it without a password",
    "damaged": "export the page from the layout system again",
    "refused": "export the page alone, as PDF/X or PDF/A",
    "unknown-glyphs": "export the page with ToUnicode maps (“searchable” or “tagged” PDF)",
    "no-text": "recognise its characters first, and lay the ALTO file in its place",
}


class ReadPage(NamedTuple):
    """The marks of a page, the pictures by the name of their file, and the name of the picture of the page."""

    marks: PageMarks
    pictures: dict[str, bytes]
    page_picture: str = PAGE_PICTURE


def count_pages(path: Path) -> int:
    """Return how many pages the PDF at `path` has. Raises SourceError as `read_pdf` does."""
    with tempfile.TemporaryDirectory() as folder:
        return _reply(path, 0, Path(folder)).pages


def read_pdf(path: Path, number: int = 1) -> ReadPage:
    """Return the marks of page `number`, counted from 1, of the PDF at `path`.

    Raises SourceError for a file that is encrypted, damaged, too large or hostile, and for a page without a text layer.
    """
    with tempfile.TemporaryDirectory() as folder:
        marks = _reply(path, number, Path(folder)).marks
        pictures = {file.name: file.read_bytes() for file in sorted(Path(folder).iterdir())}
    if marks is None or not any(glyph.char.strip() for glyph in marks.glyphs):
        raise fault(path, "no-text", "the page has no text layer: it is a scan, or outlines of letters")
    return ReadPage(marks, pictures)


def _reply(path: Path, number: int, folder: Path) -> Reply:
    size = path.stat().st_size
    if size > BYTES_MOST:
        raise fault(path, "refused", f"this file has {size:,} bytes, and a page at most {BYTES_MOST:,}")
    command = [sys.executable, "-m", __package__ + ".child", str(path), str(number), str(folder)]
    try:
        ran = subprocess.run(command, capture_output=True, timeout=_WAIT, check=False)
    except subprocess.TimeoutExpired as error:
        raise fault(path, "refused", f"reading the page takes more than {_WAIT} seconds") from error
    if ran.returncode:
        how = (
            f"after {SECONDS} seconds of the processor" if ran.returncode == -24 else "it crashed the reader"
        )
        raise fault(path, "refused", f"the page could not be read: {how}")
    found = msgspec.msgpack.decode(ran.stdout, type=Reply)
    if found.fault:
        raise fault(path, found.fault, found.message)
    return found


def fault(path: Path, code: str, message: str) -> SourceError:
    """Return the error of kind `code` for the PDF at `path`."""
    return SourceError(Finding(code=code, path=str(path), message=message, hint=_HINTS[code]))
