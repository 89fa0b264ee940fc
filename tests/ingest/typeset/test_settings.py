"""How each line of a page is set, and how surely: `settings/` holds small pages, one sheet a subject.

Before a line stand its move, the measure of its column in em, and by how much the page costs more if the line goes on instead
of beginning something, or the other way round (`-`: it cannot). Behind an arrow is the line that it goes on from, where
another text stands between, and by how much the page costs more without that.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from broadsheet.ingest.pipeline import PrintedReading
from broadsheet.ingest.typeset.moves import NEVER, SetLine
from tests.ingest.sheets import Sheet, beside, sheets_below

HERE = Path(__file__).parent / "settings"


@pytest.mark.parametrize("sheet", sheets_below(HERE))
def test_each_line_is_set_as_said_before_it(sheet: Sheet, *, rewrites: bool) -> None:
    sheet.check(read_out, rewrites=rewrites)


def read_out(reading: PrintedReading) -> list[str]:
    """Return the lines of a page with how each part of them is set."""
    found: dict[int, list[str]] = {line.number: [] for line in reading.source.lines}
    for line in reading.lines:
        found[line.piece.line].append(" ".join(_said(line)))
    return beside({n: " + ".join(words) for n, words in found.items()}, reading)


def _said(line: SetLine) -> Iterator[str]:
    yield f"{line.move.name.lower()} {line.measure:g} {_cost(line.margin)}"
    if line.resumes is not None:
        rival = f" or {line.rival.line}" if line.rival is not None else ""
        yield f"<- {line.resumes.line}{rival} {_cost(line.seam)}"


def _cost(figure: float) -> str:
    return f"{figure:.2f}" if figure < NEVER / 2 else "-"
