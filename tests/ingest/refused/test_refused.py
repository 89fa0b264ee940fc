"""Raw files that ingest refuses: `in/` is laid into a project, and `said.txt` is all that ingest then says.

pytest tests/ingest/refused --rewrite-goldens
"""

import shutil
from pathlib import Path

import pytest

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
    if rewrites:
        (HERE / name / "said.txt").write_text(run.err, encoding="utf-8")
    assert (run.code, run.out) == (1, "")
    assert run.err == (HERE / name / "said.txt").read_text(encoding="utf-8")
    assert newsroom.files() == before
