"""`pelican content -s pelicanconf.py` is the definition of the site: `inv build` makes it byte for byte."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.printed import ROOT, copied

BIN = Path(sys.executable).parent
ADDRESS = "https://paper.example/repo"
NEWEST = "2024-05-06"


def run(folder: Path, *command: str) -> None:
    """Run a command of the virtual environment in the paper's folder, as an operator does."""
    done = subprocess.run(
        [BIN / command[0], *command[1:]],
        cwd=folder,
        env={**os.environ, "SITEURL": ADDRESS, "PYTHONUTF8": "1"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr


def files(output: Path) -> dict[str, bytes]:
    """Return every file that readers get, with its bytes."""
    paths = {path.relative_to(output) for path in output.rglob("*") if path.is_file()}
    return {str(path): (output / path).read_bytes() for path in paths if path.parts[0] != ".broadsheet"}


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """The demonstration in a folder of its own, with the project's commands."""
    copied(ROOT, tmp_path)
    shutil.copy(ROOT / "tasks.py", tmp_path)
    for about in (tmp_path / "content").glob("about*.md"):  # the edition is held back at first
        about.write_text(about.read_text("utf-8").replace(f"/{NEWEST}/", "/archive/"), "utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("settings", "build"), [("pelicanconf.py", ["build"]), ("publishconf.py", ["build", "--publish"])]
)
def test_the_pelican_command_and_inv_build_make_the_same_bytes(
    paper: Path, settings: str, build: list[str]
) -> None:
    shutil.move(paper / "content" / NEWEST, paper / "held back")
    run(paper, "inv", *build)
    old = paper / "output/2024-04-15/01/01/index.html"
    age = old.stat().st_mtime_ns
    shutil.move(paper / "held back", paper / "content" / NEWEST)
    run(paper, "inv", *build)
    published = files(paper / "output")
    assert old.stat().st_mtime_ns == age, "publishing made everything again"
    run(paper, "pelican", "content", "-s", settings, "-o", "by-pelican")
    assert files(paper / "by-pelican") == published
    run(paper, "inv", *build, "--clean")
    assert files(paper / "output") == published
    run(paper, "inv", *build, "--check")
    assert (ADDRESS in (paper / "output/sitemap.xml").read_text(encoding="utf-8")) == ("publish" in settings)


def test_the_site_s_own_settings_are_read_and_not_another_projects(paper: Path) -> None:
    settings = paper / "pelicanconf.py"
    text = settings.read_text(encoding="utf-8").replace("对开新报", "另一份报")
    settings.write_text(text, encoding="utf-8")
    run(paper, "pelican", "content", "-s", "publishconf.py", "-o", "by-pelican")
    assert "另一份报" in (paper / "by-pelican/index.html").read_text(encoding="utf-8")
