"""Small pages, drawn in text, each with the reading that is right and with the areas of its stories: see `golden_files`."""

from pathlib import Path

import pytest

from tests.ingest.golden_files import check
from tests.ingest.layout.marks_page import told

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_what_stands_together_is_one_story(path: Path, *, rewrites: bool) -> None:
    check(path, told, rewrites=rewrites)
