"""What a page in a PDF shows: read in the process of a test, which looks at its values."""

import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from broadsheet.ingest.pdf.document import open_pdf, page_of
from broadsheet.ingest.pdf.page import marks_of
from broadsheet.model.marks import Frame, PageMarks

Box = tuple[float, ...]


class Shown(NamedTuple):
    """The marks of a page, and the files that were made of its pictures."""

    marks: PageMarks
    files: dict[str, bytes]


def shown(pdf: bytes, number: int = 1) -> Shown:
    """Read page `number` of a PDF."""
    with tempfile.TemporaryDirectory() as folder:
        path, out = Path(folder, "01.pdf"), Path(folder, "out")
        path.write_bytes(pdf)
        out.mkdir()
        marks = marks_of(page_of(open_pdf(path), number), out)
        return Shown(marks, {file.name: file.read_bytes() for file in sorted(out.iterdir())})


def boxes(frames: Iterable[Frame]) -> list[Box]:
    """Return frames in tenths of a point."""
    return [box(frame) for frame in frames]


def box(frame: Iterable[float]) -> Box:
    return tuple(round(side, 1) for side in frame)
