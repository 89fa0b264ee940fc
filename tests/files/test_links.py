"""What must not be read is named with its target and what to do; what lies in the folder is followed."""

import os
from pathlib import Path

import pytest

from broadsheet.files.links import unsound, unsound_below

HINT = "put the file or the folder itself there, or take this out"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "content/a").mkdir(parents=True)
    (tmp_path / "content/a/file.md").touch()
    (tmp_path / "outside.md").touch()
    return tmp_path / "content"


def test_files_folders_and_links_to_them_in_the_folder_are_sound(root: Path) -> None:
    (root / "to-file").symlink_to("a/file.md")
    (root / "to-folder").symlink_to("a")
    paths = (root, root / "a", root / "a/file.md", root / "to-file", root / "to-folder", root / "missing")
    assert [unsound(path, root) for path in paths] == [None] * 6
    assert list(unsound_below(root, root)) == []


def test_what_is_not_is_told_with_its_path_and_why(root: Path) -> None:
    (root / "a/nowhere").symlink_to("gone")
    (root / "a/itself").symlink_to("itself")
    (root / "a/out").symlink_to(root.parent / "outside.md")
    (root / ".hidden").symlink_to("gone")
    os.mkfifo(root / "a/pipe")
    found = list(unsound_below(root, root))
    assert [(finding.code, finding.path, finding.message) for finding in found] == [
        ("bad-link", f"{root}/a/itself", "this link leads nowhere: Too many levels of symbolic links"),
        ("bad-link", f"{root}/a/nowhere", "this link leads nowhere: No such file or directory"),
        (
            "bad-link",
            f"{root}/a/out",
            f"this link leads to {root.parent}/outside.md, outside of {root}, and is not followed",
        ),
        ("bad-link", f"{root}/a/pipe", "this is neither a file nor a folder"),
    ]
    assert {finding.hint for finding in found} == {HINT}


def test_what_lies_in_a_linked_folder_is_looked_at_where_it_is(root: Path) -> None:
    (root.parent / "elsewhere").mkdir()
    (root.parent / "elsewhere/file.md").touch()
    (root / "linked").symlink_to(root.parent / "elsewhere")
    assert unsound(root / "linked/file.md", root) is None
    assert [finding.path for finding in unsound_below(root, root)] == [f"{root}/linked"]
