"""Have a process of its own read a scan: a picture, or a page in a PDF without text that can be read."""

import tempfile
from importlib.util import find_spec
from pathlib import Path

from broadsheet.ingest.pdf.process import OF_SCAN, PAGE_PICTURE, Reply, ask, fault
from broadsheet.ingest.pdf.reader import ReadPage, files_in, read_pdf
from broadsheet.ingest.text.raw_files import files_beside, is_pdf, is_scan
from broadsheet.model.errors import SourceError

_WITHOUT_TEXT = frozenset({"no-text", "unknown-glyphs"})


def read_page_file(path: Path) -> ReadPage:
    """Return the marks of the page in the PDF or the scan at `path`; what has no text is recognised.

    Raises SourceError as `read_pdf` does, and for a page without text where `broadsheet[ocr]` is not installed.
    """
    if not is_pdf(path):
        return read_scan(path)
    try:
        return read_pdf(path)
    except SourceError as error:
        if not (can_recognise() and {finding.code for finding in error.findings} <= _WITHOUT_TEXT):
            raise
    return read_scan(path)


def can_recognise() -> bool:
    """Return whether the extra `broadsheet[ocr]` is installed."""
    return all(find_spec(name) for name in ("rapidocr", "onnxruntime"))


def read_scan(path: Path) -> ReadPage:
    """Return what is recognised on the page whose picture is at `path`.

    Raises SourceError for a file that is no picture of a page, shows no character, or cannot be recognised here.
    """
    if not can_recognise():
        raise fault(path, "no-text", "this page is a picture, and the text on it is not recognised here")
    found, files = _asked(path, "read")
    if found.marks is None or not found.marks.glyphs:
        raise fault(path, "bad-scan", "no character was recognised on this page")
    return ReadPage(found.marks, files)


def picture_beside(path: Path) -> dict[str, bytes]:
    """Return the picture of the page whose text is at `path`, by the name of its file: that of the scan beside it, if any.

    Raises SourceError for a scan that is damaged or hostile.
    """
    for scan in (file for file in files_beside(path) if is_scan(file)):
        return {PAGE_PICTURE: _asked(scan, "draw")[1][PAGE_PICTURE]}
    return {}


def _asked(path: Path, how: str) -> tuple[Reply, dict[str, bytes]]:
    with tempfile.TemporaryDirectory() as folder:
        found = ask(path, __package__ + ".child", (folder, how), OF_SCAN)
        return found, files_in(Path(folder))
