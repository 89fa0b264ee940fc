"""Raw files that ingest refuses: `in/` is laid into a project, and `said.txt` is all that ingest then says.

pytest tests/ingest/refused --rewrite-goldens
"""

import shutil
from pathlib import Path

import pytest

from tests.ingest.golden_files import compare
from tests.ingest.newsroom import Newsroom

HERE = Path(__file__).parent
CASES = sorted(path.parent.name for path in HERE.glob("*/said.txt"))


@pytest.mark.parametrize("name", CASES)
def test_what_is_refused_is_refused_with_place_reason_and_remedy(
    name: str, newsroom: Newsroom, *, rewrites: bool
) -> None:
    shutil.copytree(HERE / name / "in", newsroom.root, dirs_exist_ok=True)
    before = newsroom.files()
    run = newsroom.ingest()
    assert (run.code, run.out) == (1, "")
    compare(HERE / name / "said.txt", run.err, rewrites=rewrites)
    assert newsroom.files() == before
