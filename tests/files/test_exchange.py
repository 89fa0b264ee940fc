"""Two folders change places, or the caller is told that they cannot."""

import errno
import os
import sys
from pathlib import Path

import pytest

from broadsheet.files.exchange import exchange


def test_two_folders_change_places(tmp_path: Path) -> None:
    one, other = tmp_path / "one", tmp_path / "汉字 2"
    for folder in (one, other):
        folder.mkdir()
        (folder / folder.name).touch()
    exchanged = exchange(one, other)  # a file system without it says False
    assert [path.name for path in one.iterdir()] == ["汉字 2" if exchanged else "one"]
    assert [path.name for path in other.iterdir()] == ["one" if exchanged else "汉字 2"]


def test_an_exchange_is_announced_as_a_rename(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[tuple[object, ...]] = []
    monkeypatch.setattr(sys, "audit", lambda *event: heard.append(event))
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    exchange(tmp_path / "one", tmp_path / "two")
    no_folder = -1
    assert ("os.rename", f"{tmp_path}/one", f"{tmp_path}/two", no_folder, no_folder) in heard


def test_a_system_that_knows_no_exchange_cannot(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
    monkeypatch.setattr("ctypes.CDLL", lambda *_, **__: object())
    assert exchange(tmp_path / "one", tmp_path / "two") is False


def test_a_folder_that_is_missing_is_told(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    with pytest.raises(FileNotFoundError) as caught:
        exchange(tmp_path / "one", tmp_path / "two")
    assert (caught.value.errno, caught.value.strerror) == (errno.ENOENT, os.strerror(errno.ENOENT))
    assert (caught.value.filename, caught.value.filename2) == (f"{tmp_path}/one", f"{tmp_path}/two")


@pytest.mark.skipif(not Path("/proc/self/fd").is_dir(), reason="this system has no /proc")
def test_folders_on_two_file_systems_cannot(tmp_path: Path) -> None:
    assert exchange(tmp_path, Path("/proc/self/fd")) is False
