"""The hourly workflow starts a publish only around the time that an article names."""

import datetime as dt
import subprocess
from pathlib import Path

import pytest

DUE = Path(__file__).parents[2] / ".github/due.sh"


@pytest.mark.parametrize(
    "form", ["publish_at: {}T18:00+08:00", "publish_at: '{} 18:00'", 'publish_at: "{} 18:00"']
)
@pytest.mark.parametrize(("days", "is_due"), [(-3, False), (-1, True), (0, True), (1, True), (3, False)])
def test_a_run_is_due_around_the_time_of_an_article(
    tmp_path: Path, form: str, days: int, *, is_due: bool
) -> None:
    date = dt.datetime.now(dt.UTC).date() + dt.timedelta(days=days)
    manuscript = tmp_path / "content/2024-04-15/01/01.md"
    manuscript.parent.mkdir(parents=True)
    manuscript.write_text(f"---\ntitle: 夜船\n{form.format(date)}\n---\n\n文。\n", encoding="utf-8")
    assert (subprocess.run([DUE], cwd=tmp_path, check=False).returncode == 0) is is_due


def test_nothing_is_due_without_such_articles(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    assert subprocess.run([DUE], cwd=tmp_path, check=False).returncode == 1
