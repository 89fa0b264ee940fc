"""Committed text is UTF-8 of a size that people write; what is not is told, with the byte or the reason."""

import os
from pathlib import Path

import pytest

from broadsheet.manuscript.files import read_utf8
from broadsheet.model.errors import ManuscriptError


def test_line_ends_and_a_mark_of_byte_order_are_no_text(tmp_path: Path) -> None:
    path = tmp_path / "01.md"
    path.write_bytes(b"\xef\xbb\xbf" + "甲\r\n乙\r丙\n\r\n".encode())
    assert read_utf8(path) == "甲\n乙\n丙\n\n"


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\xff", ":1:1: error not-utf-8: byte 0 is not UTF-8"),
        ("甲".encode() + b"\xff", ":1:2: error not-utf-8: byte 3 is not UTF-8"),
        ("甲\n乙丙".encode() + b"\xff\xfe\n", ":2:3: error not-utf-8: byte 10 is not UTF-8"),
        (b"\xef\xbb\xbf" + "a甲".encode() + b"\xff", ":1:3: error not-utf-8: byte 7 is not UTF-8"),
        (b"\xef\xbb\xbfa\xff", ":1:2: error not-utf-8: byte 4 is not UTF-8"),
    ],
)
def test_the_first_byte_that_is_not_utf_8_is_told(tmp_path: Path, data: bytes, told: str) -> None:
    path = tmp_path / "01.md"
    path.write_bytes(data)
    with pytest.raises(ManuscriptError) as caught:
        read_utf8(path)
    assert str(caught.value) == f"{path}{told}\n    → save the file as UTF-8"


def test_a_text_of_as_many_bytes_as_may_be_is_read_and_one_of_more_is_not(tmp_path: Path) -> None:
    path = tmp_path / "01.md"
    path.write_bytes(b"a" * 2_000)
    assert read_utf8(path, 2_000) == "a" * 2_000
    with pytest.raises(ManuscriptError) as caught:
        read_utf8(path, 1_999)
    assert str(caught.value) == (
        f"{path}:1:1: error too-large: this text has 2,000 bytes, and 1,999 are the most\n"
        "    → divide it, or take out what is no text; MANUSCRIPT_BYTES and EDITION_BYTES say what is the most"
    )


def test_what_is_no_file_is_told_and_not_read(tmp_path: Path) -> None:
    (tmp_path / "folder.md").mkdir()
    os.mkfifo(tmp_path / "pipe.md")
    for name in ("folder.md", "pipe.md"):
        with pytest.raises(ManuscriptError) as caught:
            read_utf8(tmp_path / name)
        assert str(caught.value) == (
            f"{tmp_path / name}: error unreadable: this is no file\n    → put the file itself there, or take this out"
        )
    with pytest.raises(ManuscriptError) as caught:
        read_utf8(tmp_path / "nothing.md")
    assert str(caught.value) == (
        f"{tmp_path / 'nothing.md'}: error unreadable: this cannot be read: No such file or directory\n"
        "    → put the file there, or take out what stands in its place"
    )
