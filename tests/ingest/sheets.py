"""Sheets of small pages, each line of print with what ingest makes of it right before it.

A sheet is a text file. A page in it begins with `# ` and what it shows; the lines of print follow, each behind a bar; lines
that begin with `! ` are doubts about the page. An empty line ends the page. `pytest -n0 --rewrite-goldens` makes sheets anew.
"""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest

from broadsheet.ingest.pipeline import PrintedReading, read_page
from broadsheet.model.source import SourceText

BAR = "|"

ReadOut = Callable[[PrintedReading], Sequence[str]]
"""A function from a reading to the lines that a sheet has for the page."""


class Sheet(NamedTuple):
    """One page of a sheet: the file, what the page shows, and its lines as the file has them."""

    path: Path
    label: str
    lines: tuple[str, ...]

    @property
    def page(self) -> str:
        """The page as text of the sheet."""
        return "\n".join((f"# {self.label}", *self.lines))

    def check(self, read_out: ReadOut, *, rewrites: bool) -> None:
        """Check that `read_out` has the lines of the sheet for the reading of the page."""
        raw = (line.partition(BAR)[2] for line in self.lines if BAR in line)
        made = tuple(read_out(read_page(SourceText.of("01.txt", "".join(f"{line}\n" for line in raw)))))
        if rewrites:
            sheet = self.path.read_text(encoding="utf-8")
            self.path.write_text(sheet.replace(self.page, self._replace(lines=made).page), encoding="utf-8")
        else:
            assert made == self.lines


def sheets_below(folder: Path) -> list[object]:
    """Return the pages of all sheets in `folder` as parameters of a test."""
    pages = [
        (path, page.split("\n"))
        for path in sorted(folder.glob("*.txt"))
        for page in path.read_text(encoding="utf-8").strip("\n").split("\n\n")
    ]
    sheets = [Sheet(path, head.removeprefix("# "), tuple(lines)) for path, (head, *lines) in pages]
    return [pytest.param(sheet, id=f"{sheet.path.stem}: {sheet.label}") for sheet in sheets]


def beside(what: Mapping[int, str], reading: PrintedReading) -> list[str]:
    """Return the lines of a page with what each of them is before it, in one column; `what` is by number of line."""
    wide = max(map(len, what.values()))
    raw = reading.source.text.removesuffix("\n").split("\n")
    return [f"{what.get(n, ''):<{wide}} {BAR}{text}" for n, text in enumerate(raw, 1)]
