"""Operations on files: what fails names its file."""

import errno

import pytest

from broadsheet.files.quick_files import write


def test_a_full_disk_names_the_file() -> None:
    with pytest.raises(OSError, match="No space left on device: '/dev/full'") as caught:
        write("/dev/full", b"a page")
    assert (caught.value.errno, caught.value.filename) == (errno.ENOSPC, "/dev/full")
