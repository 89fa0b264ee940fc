"""How surely a story begins with a paragraph: `gaps/` holds small pages, one sheet a subject.

Before the first line of a paragraph stand the log odds that a story begins with it: above 0 one does, and near 0 there is
a doubt.
"""

from pathlib import Path

import pytest

from broadsheet.ingest.pipeline import PrintedReading
from broadsheet.ingest.stages import doubt_close_gaps
from tests.ingest.sheets import Sheet, beside, sheets_below

HERE = Path(__file__).parent / "gaps"


@pytest.mark.parametrize("sheet", sheets_below(HERE))
def test_a_story_begins_as_surely_as_said(sheet: Sheet, *, rewrites: bool) -> None:
    sheet.check(read_out, rewrites=rewrites)


def read_out(reading: PrintedReading) -> list[str]:
    """Return the lines of a page with the log odds of the gap above each paragraph, and the doubts about gaps."""
    draft = reading.record[doubt_close_gaps]
    odds = {draft.blocks[gap.after].pieces[0].line: f"{gap.odds:+.2f}" for gap in draft.gaps}
    doubts = (f"! {doubt.line} {doubt.code}" for doubt in draft.doubts)
    return [*beside(odds or {0: ""}, reading), *doubts]
