"""Golden pages: `in/` holds raw pages (and rulings), `golden/` what ingest makes of them. A new folder is a new test.

pytest tests/ingest/golden --rewrite-goldens
"""

import shutil
from pathlib import Path

import pytest

from tests.ingest.newsroom import Newsroom

HERE = Path(__file__).parent
PAGES = sorted(folder.name for folder in HERE.iterdir() if (folder / "in").is_dir())


def made_of(folder: Path, root: Path) -> Newsroom:
    """Ingest `folder`/in in a new project at `root`, once into content/ and once into neutral/."""
    shutil.copytree(folder / "in", root, dirs_exist_ok=True)
    newsroom = Newsroom(root)
    for json_dir in ("", "neutral"):
        run = newsroom.ingest(json_dir=json_dir)
        assert run.code == 0, run.err
    return newsroom


@pytest.mark.parametrize("name", PAGES)
def test_golden_page(name: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    golden = HERE / name / "golden"
    newsroom = made_of(HERE / name, tmp_path)
    # The option is known only where pytest was started on this folder, which is where one rewrites.
    if request.config.getoption("--rewrite-goldens", default=False):
        shutil.rmtree(golden, ignore_errors=True)
        for folder in ("content", "neutral"):
            shutil.copytree(tmp_path / folder, golden / folder)
    for folder in ("content", "neutral"):
        made = {path: data.decode() for path, data in newsroom.files(folder).items()}
        kept = {path: data.decode() for path, data in Newsroom(golden).files(folder).items()}
        assert made == kept
