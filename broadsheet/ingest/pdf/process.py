"""A process of its own for a file from elsewhere: it has bounds of time and memory, and gives marks or a fault back."""

import resource
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from broadsheet.model.errors import SourceError
from broadsheet.model.finding import Finding
from broadsheet.model.marks import PageMarks

PAGE_PICTURE = "page.webp"
"""The file in which a process leaves the picture of the page."""

BYTES_MOST = 256 * 1024 * 1024  # of a file; a page for print with its photos has some ten million
_TOO_LONG = -24  # the return code of a process that used up its time: SIGXCPU
_OCR = "pip install 'broadsheet[ocr]' to have its characters recognised"
_HINTS = {
    "encrypted": "save it without a password",
    "damaged": "export the page from the layout system again",
    "refused": "export the page alone, as PDF/X or PDF/A",
    "unknown-glyphs": f"export the page with ToUnicode maps (“searchable” or “tagged” PDF), or {_OCR}",
    "several-pages": "name it edition.pdf, and each page becomes a file of its own",
    "no-text": f"{_OCR}, or lay its text or an ALTO file in its place",
    "blank-page": "take it out, or export the page again",
    "bad-scan": "save the scan as PNG, JPEG, TIFF or WebP again",
}


class Bounds(NamedTuple):
    """The most that a process may use: `seconds` of the processor, and bytes of memory."""

    seconds: int
    memory: int

    def set(self) -> None:
        """Hold this process to the bounds from now on."""
        # The second number kills without a reason.
        resource.setrlimit(resource.RLIMIT_CPU, (self.seconds, self.seconds + 5))
        resource.setrlimit(resource.RLIMIT_AS, (self.memory, self.memory))


OF_PDF = Bounds(seconds=30, memory=1024 * 1024 * 1024)
OF_SCAN = Bounds(seconds=600, memory=6 * 1024 * 1024 * 1024)


class Reply(msgspec.Struct, frozen=True, kw_only=True):
    """What was found: `pages` in the file and the marks of one, or the kind of a fault and what is wrong."""

    pages: int = 0
    marks: PageMarks | None = None
    fault: str = ""
    message: str = ""


class RefusedError(Exception):
    """A file that is refused: the kind of the fault, and what is wrong."""

    def __init__(self, fault: str, message: str) -> None:
        super().__init__(message)
        self.fault = fault
        self.message = message


def ask(path: Path, module: str, arguments: Sequence[str], bounds: Bounds) -> Reply:
    """Return what the process `python -m module PATH ARGUMENTS…` found in the file at `path`.

    Raises SourceError for a file that is too large, keeps the process too long, crashes it, or is refused by it.
    """
    size = path.stat().st_size
    if size > BYTES_MOST:
        raise fault(path, "refused", f"this file has {size:,} bytes, and a page at most {BYTES_MOST:,}")
    command = [sys.executable, "-m", module, str(path), *arguments]
    wait = 4 * bounds.seconds
    try:
        ran = subprocess.run(command, capture_output=True, timeout=wait, check=False)
    except subprocess.TimeoutExpired as error:
        raise fault(path, "refused", f"reading the page takes more than {wait} seconds") from error
    if ran.returncode:
        long = f"takes more than {bounds.seconds} seconds of the processor"
        large = f"takes more than {bounds.memory:,} bytes of memory, or crashes the program that reads it"
        raise fault(path, "refused", f"reading the page {long if ran.returncode == _TOO_LONG else large}")
    found = msgspec.msgpack.decode(ran.stdout, type=Reply)
    if found.fault:
        raise fault(path, found.fault, found.message)
    return found


def answer(bounds: Bounds, reply: Callable[[], Reply]) -> None:
    """Print what `reply` found, within `bounds`; this process does nothing else."""
    bounds.set()
    try:
        found = reply()
    except RefusedError as error:
        found = Reply(fault=error.fault, message=error.message)
    except MemoryError:
        found = Reply(fault="refused", message="the page takes too much memory")
    sys.stdout.buffer.write(msgspec.msgpack.encode(found))


def fault(path: Path, code: str, message: str) -> SourceError:
    """Return the error of kind `code` for the file at `path`."""
    return SourceError(Finding(code=code, path=str(path), message=message, hint=_HINTS[code]))
