"""Odd machines make the same bytes: their locale, clock, cores, paths and rights change nothing of a site."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from broadsheet.press import build_site
from broadsheet.press.plan.cache.build_cache import BuildCache
from tests.once import made_once
from tests.press.project import CONF, PUBLISH, THEME, Project

INV = Path(sys.executable).with_name("inv")
ROOT = Path(__file__).parents[2]
OTHER_DISK = Path("/dev/shm")


def lay_out(folder: Path) -> None:
    """Put a paper with a photo into `folder`, with so many editions that several processes print them."""
    for number in range(2, 12):
        edition = folder / f"content/2024-05-{number:02d}/01"
        edition.mkdir(parents=True)
        (edition / "01.md").write_text(f"---\ntitle: 题{number}\n---\n\n文{number}。\n", encoding="utf-8")
    day = folder / "content/2024-05-01/01"
    day.mkdir(parents=True)
    for order, title in enumerate(("甲", "乙", "丙"), 1):
        photo = "photos:\n- {file: /all.png, alt: 图}\n" if order == 1 else ""
        text = f"---\ntitle: {title}\nsection: 要闻\nauthors: [张三, 李四]\ntags: [C++, 夜校]\n{photo}---\n\n{title}文。\n"
        (day / f"{order:02d}.md").write_text(text, encoding="utf-8")
    shutil.copy(ROOT / "tests/hostile/base/content/all.png", folder / "content")
    (folder / "pelicanconf.py").write_text(f"{CONF}THEME = 'plain_theme'\n", encoding="utf-8")
    (folder / "publishconf.py").write_text(PUBLISH, encoding="utf-8")
    (folder / "plain_theme").symlink_to(THEME)
    shutil.copy(ROOT / "tasks.py", folder)


def site(folder: Path) -> dict[str, bytes]:
    output = folder / "output"
    files = (path for path in output.rglob("*") if path.is_file() and ".broadsheet" not in path.parts)
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in files}


def built(
    folder: Path, begin: Callable[[], None] | None = None, /, **environment: str
) -> "subprocess.CompletedProcess[str]":
    """Run the real command in `folder`, in an environment that has `environment` and nothing else but a path.

    `begin` runs in the command's process before it.
    """
    clean = {"PATH": os.environ["PATH"], "PYTHONDONTWRITEBYTECODE": "1", **environment}
    return subprocess.run(
        [INV, "build"],
        cwd=folder,
        env=clean,
        capture_output=True,
        encoding="utf-8",
        check=False,
        preexec_fn=begin,
    )


def on_one_core() -> None:
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def with_narrow_umask() -> None:
    os.umask(0o077)


def ordinary(folder: Path) -> None:
    lay_out(folder)
    assert built(folder, HOME=str(folder), LANG="C.UTF-8").returncode == 0


def plain(_folder: Path) -> None:
    """Change nothing."""


def content_is_read_only(folder: Path) -> None:
    for path in (folder / "content").rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    (folder / "content").chmod(0o555)


def clock_jumps_back(folder: Path) -> None:
    """The files are from a time that has not come yet, as they are where the clock was put back after writing them."""
    for path in (folder / "content").rglob("*.md"):
        os.utime(path, (2**32, 2**32))


@pytest.mark.parametrize(
    ("name", "change", "environment"),
    [
        ("no-home", plain, {}),
        ("ascii-locale", plain, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}),
        ("far-east", plain, {"TZ": "Pacific/Kiritimati"}),
        ("far-west", plain, {"TZ": "Etc/GMT+12"}),
        ("other-hash-seed", plain, {"PYTHONHASHSEED": "4711"}),
        ("spaces and 汉字 (1)", plain, {}),
        ("read-only-content", content_is_read_only, {}),
        ("clock-jumps-back", clock_jumps_back, {}),
    ],
)
def test_an_odd_machine_makes_the_same_bytes(
    tmp_path_factory: pytest.TempPathFactory,
    tmp_path: Path,
    name: str,
    change: Callable[[Path], None],
    environment: dict[str, str],
) -> None:
    wanted = site(made_once(tmp_path_factory, "ordinary-machine", ordinary))
    folder = tmp_path / name
    lay_out(folder)
    change(folder)
    run = built(folder, **environment)
    assert run.returncode == 0, run.stderr
    assert site(folder) == wanted


@pytest.mark.parametrize("begin", [on_one_core, with_narrow_umask])
def test_a_process_with_fewer_cores_or_rights_makes_the_same_bytes(
    tmp_path_factory: pytest.TempPathFactory, tmp_path: Path, begin: Callable[[], None]
) -> None:
    wanted = site(made_once(tmp_path_factory, "ordinary-machine", ordinary))
    lay_out(tmp_path)
    run = built(tmp_path, begin)
    assert run.returncode == 0, run.stderr
    assert site(tmp_path) == wanted


@pytest.mark.skipif(
    not OTHER_DISK.is_dir() or OTHER_DISK.stat().st_dev == Path(tempfile.gettempdir()).stat().st_dev,
    reason="this machine has one file system only",
)
def test_a_site_on_another_file_system_has_the_same_bytes(
    tmp_path_factory: pytest.TempPathFactory, tmp_path: Path
) -> None:
    wanted = site(made_once(tmp_path_factory, "ordinary-machine", ordinary))
    lay_out(tmp_path)
    with tempfile.TemporaryDirectory(dir=OTHER_DISK) as elsewhere:
        (tmp_path / "output").symlink_to(elsewhere)
        for _ in range(2):
            (tmp_path / "content/2024-05-11/01/01.md").touch()
            run = built(tmp_path)
            assert run.returncode == 0, run.stderr
            assert site(tmp_path) == wanted


def test_a_build_cache_that_the_disk_has_no_room_for_is_told_and_the_site_is_made(
    project: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def full(_cache: BuildCache) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    project.article("2024-05-01/01/01", title="甲")
    with monkeypatch.context() as patched:
        patched.setattr(BuildCache, "save", full)
        assert build_site(publish=False) == 0
    printed = capsys.readouterr()
    assert "0 files written" not in printed.out
    assert ".cache/press.sqlite: doubt no-build-cache" in printed.err
    assert "甲" in project.page("/2024-05-01/01/01/")
    project.article("2024-05-01/01/01", title="乙")
    assert build_site(publish=False) == 0
    assert "乙" in project.page("/2024-05-01/01/01/")
