"""Hostile cases, a folder each: what must be refused is refused with its place, and what is odd but good comes out right.

`in/` is laid over a paper that is built already, and the lines of `settings` are put below its settings. `make.py`, where
there is one, then runs in the paper's folder: it makes what git cannot keep. The first line of `expect` is the command, the second its outcome. Refused: the command fails,
each further line stands in what it prints, and neither the site nor content/ nor anything beside the project has
changed. Accepted: the command ends with 0, and each further line names a file and words that it holds, or lacks.
"""

import contextlib
import io
import os
import re
import runpy
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from broadsheet.ingest.desk.intake import ingest_paths
from broadsheet.model.characters import unseen
from broadsheet.model.errors import BroadsheetError
from broadsheet.press import build_site, desk_settings, refusals
from broadsheet.proof import lint_project
from tests.once import made_once

HERE = Path(__file__).parent
THEME = HERE.parent / "press/plain_theme"
CASES = sorted(path.parent for path in HERE.glob("*/*/expect"))

COMMANDS: dict[str, Callable[[], int]] = {
    "inv build": lambda: build_site(publish=False),
    "inv build --publish": lambda: build_site(publish=True),
    "inv ingest": lambda: ingest_paths([Path("raw")]),
    "inv lint": lambda: lint(),
}
FINDING = re.compile(r"^(\S.*): error [a-z0-9-]+: .+", re.MULTILINE)


def lint() -> int:
    try:
        return lint_project(Path(), desk_settings(), refused=refusals)
    except BroadsheetError as error:
        print(error)
        return 1


class Expected(NamedTuple):
    command: str
    outcome: str
    lines: tuple[str, ...]


def expected(case: Path) -> Expected:
    command, outcome, *lines = (case / "expect").read_text(encoding="utf-8").splitlines()
    return Expected(command, outcome, tuple(lines))


@pytest.fixture(scope="session")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the paper, built, and beside it what belongs to others."""
    return made_once(tmp_path_factory, "hostile-paper", _make_paper)


def _make_paper(folder: Path) -> None:
    shutil.copytree(HERE / "base", folder / "paper")
    (folder / "paper/raw").mkdir()
    (folder / "paper/theme").symlink_to(THEME)
    (folder / "outside/01").mkdir(parents=True)
    for name in ("secret.md", "01/01.md"):
        (folder / "outside" / name).write_text("---\ntitle: 别人的秘密\n---\n\n别人的秘密。\n", encoding="utf-8")
    shutil.copy(HERE / "base/content/all.png", folder / "outside/secret.png")
    (folder / "outside/receipt.json").write_text("{}", encoding="utf-8")
    with contextlib.chdir(folder / "paper"):
        assert build_site(publish=False) == 0


def files(folder: Path) -> dict[str, bytes]:
    """Return the files below `folder` with their bytes, and its links with what they name."""
    found = (path for path in folder.rglob("*") if ".broadsheet" not in path.parts)
    return {path.relative_to(folder).as_posix(): _held(path) for path in found if not path.is_dir() or path.is_symlink()}


def _held(path: Path) -> bytes:
    if path.is_symlink():
        return os.fsencode(path.readlink())
    if not path.is_file():
        return b"a pipe or a socket"
    with path.open("rb") as file:  # one that is all holes has more bytes than memory
        return file.read(1_000_000)


def kept(folder: Path) -> tuple[dict[str, bytes], ...]:
    """Return what a refused command must not change: the site, the manuscripts, the raw pages, the files of others."""
    return tuple(files(folder / name) for name in ("paper/output", "paper/content", "paper/raw", "outside"))


def run(folder: Path, command: str) -> tuple[int, str]:
    """Run `command` in the paper in `folder`; return its exit code and all that it printed."""
    printed = io.StringIO()
    with contextlib.chdir(folder / "paper"), contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        return COMMANDS[command](), printed.getvalue()


def laid_over(case: Path, paper: Path, folder: Path) -> None:
    shutil.copytree(paper, folder, symlinks=True, dirs_exist_ok=True)
    if (case / "in").exists():
        shutil.copytree(case / "in", folder / "paper", dirs_exist_ok=True)
    if (case / "settings").exists():
        with (folder / "paper/pelicanconf.py").open("ab") as settings:
            settings.write((case / "settings").read_bytes())
    if (case / "make.py").exists():
        with contextlib.chdir(folder / "paper"):
            runpy.run_path(str(case / "make.py"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.name}")
def test_what_is_hostile_is_refused_and_what_is_odd_is_published(
    case: Path, paper: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    wanted = expected(case)
    laid_over(case, paper, tmp_path)
    monkeypatch.syspath_prepend(tmp_path / "paper")
    before = kept(tmp_path)
    code, printed = run(tmp_path, wanted.command)
    assert "Traceback" not in printed
    assert list(unseen(printed)) == []  # a terminal obeys some of them
    if wanted.outcome == "refused":
        assert code != 0, printed
        assert FINDING.search(printed), printed
        assert [line for line in wanted.lines if line not in printed] == [], printed
        assert kept(tmp_path) == before
        if "build" in wanted.command:
            _, linted = run(tmp_path, "inv lint")
            assert "Traceback" not in linted
            assert lines_of(printed) - lines_of(linted) == set()
            assert kept(tmp_path) == before
    else:
        assert (code, FINDING.findall(printed)) == (0, []), printed
        assert [line for line in wanted.lines if not holds(tmp_path / "paper", line)] == []
    assert files(tmp_path / "outside") == files(paper / "outside")


def lines_of(printed: str) -> set[str]:
    """Return the places of the errors in what a command `printed`, without their columns."""
    return {re.sub(r"(:\d+):\d+$", r"\1", place) for place in FINDING.findall(printed)}


def holds(folder: Path, line: str) -> bool:
    """Whether the file that `line` names has the words after it, or, after “lacks”, lacks them."""
    path, words = line.split(": ", 1)
    path, lacks, _ = path.partition(" lacks")
    return (words in (folder / path).read_text(encoding="utf-8")) != bool(lacks)


def test_there_are_enough_cases_of_either_kind() -> None:
    outcomes = [expected(case).outcome for case in CASES]
    assert outcomes.count("refused") >= 150
    assert outcomes.count("accepted") >= 60
