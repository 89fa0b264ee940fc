"""Operations on files: what fails names its file."""

import errno
import os
from pathlib import Path

import pytest

from broadsheet.files.quick_files import flush, read, write


def test_a_full_disk_names_the_file() -> None:
    with pytest.raises(OSError, match="No space left on device: '/dev/full'") as caught:
        write("/dev/full", b"a page")
    assert (caught.value.errno, caught.value.filename) == (errno.ENOSPC, "/dev/full")


def test_what_cannot_be_flushed_is_named() -> None:
    with pytest.raises(OSError, match="Invalid argument: '/dev/full'") as caught:
        flush("/dev/full")
    assert (caught.value.errno, caught.value.filename) == (errno.EINVAL, "/dev/full")


def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError) as caught:
        write(str(tmp_path), b"a page")
    assert (caught.value.errno, caught.value.filename) == (errno.EISDIR, str(tmp_path))


def test_two_processes_may_make_the_same_folders_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = f"{tmp_path}/a/b/page.html"

    def mkdir(folder: str) -> None:
        monkeypatch.undo()
        Path(folder).mkdir(parents=True)  # as the other process does, right after our failure
        raise FileNotFoundError

    monkeypatch.setattr(os, "mkdir", mkdir)
    write(path, b"a page")
    assert read(path) == b"a page"
