"""Small pages with poems, tables and lists among stories, each with the reading that is right: see `golden_files`."""

from pathlib import Path

import pytest

from broadsheet.ingest.pipeline import read_page
from broadsheet.model.source import SourceText
from tests.ingest.golden_files import check
from tests.ingest.passages import doubts, passages

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))


def told(page: str) -> str:
    reading = read_page(SourceText.of("01.txt", page))
    return "".join(f"{line}\n" for line in (*passages(reading), *doubts(reading)))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_each_line_of_a_page_has_its_story_and_role(path: Path, *, rewrites: bool) -> None:
    check(path, told, rewrites=rewrites)
