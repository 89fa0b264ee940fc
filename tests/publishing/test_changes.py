"""inv changes: what a build changes for readers, as the workflows write it into the summary of a job."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from broadsheet.newsroom import move_articles
from broadsheet.publishing import say_changes
from tests.press.project import Project
from tests.publishing.paper import withdraw

ROOT = Path(__file__).parents[2]


@pytest.fixture
def published(paper: Project) -> Path:
    paper.build(publish=True, site_url="https://example.org/paper")
    return shutil.copytree(paper.output, paper.folder / "published")


def test_it_says_what_readers_would_see_changed(
    paper: Project, published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paper.article("2024-04-17/01/01", title="新报")
    withdraw("2024-04-15/01/02")
    assert move_articles("content/2024-04-15/01/01.md", "content/2024-04-16/02") == 0
    capsys.readouterr()
    assert say_changes(published) == 0
    lines = capsys.readouterr().out.splitlines()
    for line in (
        "  added /2024-04-17/01/01/",
        "  moved /2024-04-15/01/01/ → /2024-04-16/02/01/",
        "  withdrawn /2024-04-15/01/02/",
    ):
        assert line in lines


@pytest.mark.usefixtures("paper")
def test_nothing_is_said_as_such(published: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert say_changes(published) == 0
    assert capsys.readouterr().out == "readers would see no change\n"


def test_it_fails_where_an_article_would_vanish(
    paper: Project, published: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (paper.folder / "content/2024-04-15/01/02.md").unlink()
    assert say_changes(published) == 1
    assert "inv withdraw content/2024-04-15/01/02.md" in capsys.readouterr().err


def test_without_an_earlier_site_all_is_new(paper: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert say_changes(paper.folder / "published") == 0
    assert "  added /2024-04-15/01/02/" in capsys.readouterr().out


@pytest.mark.parametrize("vanishes", [False, True])
def test_the_summary_of_a_job_has_the_lines_and_its_exit_code(
    paper: Project, published: Path, vanishes: bool
) -> None:
    shutil.copy(ROOT / "tasks.py", paper.folder)
    (paper.folder / ".venv").mkdir()
    (paper.folder / ".venv/bin").symlink_to(Path(sys.executable).parent)
    paper.article("2024-04-17/01/01", title="新报")
    if vanishes:
        (paper.folder / "content/2024-04-15/01/02.md").unlink()
    summary = paper.folder / "summary.md"
    done = subprocess.run(
        [ROOT / ".github/summary.sh", published.name],
        cwd=paper.folder,
        env={**os.environ, "GITHUB_STEP_SUMMARY": str(summary)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == vanishes, done.stderr
    assert "      added /2024-04-17/01/01/" in summary.read_text("utf-8")
    assert ("error vanished" in summary.read_text("utf-8")) == vanishes
