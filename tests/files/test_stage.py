"""A stage: what was decided is done, from wherever it stopped; nothing else is touched."""

import errno
import os
from pathlib import Path

import pytest

from broadsheet.files.quick_files import holds, move, read, write
from broadsheet.files.stage import Stage, remove
from broadsheet.files.text_rows import joined
from broadsheet.model.errors import ProjectError


@pytest.fixture
def stage(tmp_path: Path) -> Stage:
    return Stage(tmp_path / "site/.broadsheet")


def test_new_files_take_the_places_of_old_ones_and_others_go(stage: Stage, tmp_path: Path) -> None:
    root = tmp_path / "site"
    for name in ("kept.txt", "a/old.txt", "a/other.txt", "b/c/gone.txt"):
        write(f"{root}/{name}", b"old")
    for name in ("a/old.txt", "a/new.txt", "d/e/new.txt"):
        write(f"{stage.new}/{name}", b"new")
    stage.decide("a note", ["b/c/gone.txt", "a/other.txt"])
    decision = stage.decision("hint")
    assert decision
    assert tuple(decision) == ("a note", ("a/other.txt", "b/c/gone.txt"))
    assert (root / "b/c/gone.txt").is_file()
    for _ in range(2):  # again after an interruption
        stage.move_in(root, decision.removed)
    stage.end()
    assert stage.decision("hint") is None
    found = {
        path.relative_to(root).as_posix(): path.read_text() for path in root.rglob("*") if path.is_file()
    }
    assert found == {"kept.txt": "old", "a/old.txt": "new", "a/new.txt": "new", "d/e/new.txt": "new"}
    assert not (root / "b").exists()
    assert list((root / ".broadsheet").iterdir()) == []


def test_what_is_dropped_before_it_was_decided_leaves_no_trace(stage: Stage, tmp_path: Path) -> None:
    write(f"{stage.new}/a.txt", b"new")
    assert stage.decision("hint") is None
    stage.drop()
    stage.drop()
    assert list(tmp_path.rglob("*.txt")) == []


@pytest.mark.parametrize(("files", "flushed"), [(2, ["file"] * 2), (500, ["file"] * 500), (501, ["disk"])])
def test_so_many_files_are_flushed_one_by_one_and_more_with_the_whole_disk(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, files: int, flushed: list[str]
) -> None:
    for number in range(files):
        write(f"{stage.new}/{number % 2}/{number}.txt", b"new")
    done: list[str] = []
    monkeypatch.setattr(os, "fsync", lambda _: done.append("file"))
    monkeypatch.setattr(os, "sync", lambda: done.append("disk"))
    stage.flush()
    assert done == flushed


def test_files_move_in_the_order_that_is_given(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a.html", "b.css", "c/d.html"):
        write(f"{stage.new}/{name}", b"new")
    moved: list[str] = []
    monkeypatch.setattr(
        "broadsheet.files.stage.move", lambda _, to: moved.append(os.path.relpath(to, tmp_path))
    )
    stage.move_in(tmp_path, (), lambda file: (not file.endswith(".css"), file))
    assert moved == ["b.css", "a.html", "c"]


def test_a_journal_of_another_disk_is_not_believed(stage: Stage, tmp_path: Path) -> None:
    stage.decide("..", ["theirs.txt"])
    stage.new.rename(tmp_path / "aside")
    stage.new.mkdir()
    assert refusal(stage) == (
        f"{stage.journal}: error damaged-journal: this was not written here, and is not believed\n"
        "    → remove it, then: inv build"
    )


@pytest.mark.parametrize("seal", ["", "0", "None"])
def test_a_journal_that_came_without_its_folder_of_new_files_is_not_believed(stage: Stage, seal: str) -> None:
    write(str(stage.journal), joined((seal, "..", "theirs.txt")))
    assert "was not written here" in refusal(stage)


def refusal(stage: Stage) -> str:
    """Return what is told of the journal of `stage`."""
    with pytest.raises(ProjectError) as caught:
        stage.decision("remove it, then: inv build")
    return str(caught.value)


@pytest.mark.parametrize("data", [b"\xff", b"", b"seal\0"])
def test_a_damaged_journal_is_told_with_its_path(stage: Stage, data: bytes) -> None:
    stage.decide("note", [])
    stage.journal.write_bytes(data)
    told = "error damaged-journal: this is damaged\n    → remove it, then: inv build"
    assert refusal(stage) == f"{stage.journal}: {told}"


def test_what_is_left_of_a_stage_that_is_done_stops_no_command(
    stage: Stage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(path: str, **_: int) -> None:
        raise OSError(errno.EIO, "Input/output error", path)

    write(f"{stage.new}/a/b.txt", b"new")
    stage.decide("note", [])
    stage.move_in(tmp_path / "site", ())
    monkeypatch.setattr(os, "rmdir", fail)
    stage.end()
    assert stage.decision("hint") is None
    with pytest.raises(OSError, match="Input/output error"):  # while what was not decided must go
        stage.drop()
    monkeypatch.undo()
    stage.drop()
    assert not stage.new.exists()


@pytest.mark.parametrize("name", [".broadsheet", ".broadsheet/stage"])
def test_a_link_in_the_place_of_the_stage_is_refused(tmp_path: Path, name: str) -> None:
    (tmp_path / "outside").mkdir()
    link = tmp_path / "site" / name
    link.parent.mkdir(parents=True)
    link.symlink_to(tmp_path / "outside")
    with pytest.raises(ProjectError) as caught:
        Stage(tmp_path / "site/.broadsheet")
    assert str(caught.value) == (
        f"{tmp_path}/site/.broadsheet: error bad-link: a link stands in the place of the folder of new files\n"
        "    → take it out"
    )


def test_what_moves_in_does_not_go_through_a_link(stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (tmp_path / "site").mkdir()
    (tmp_path / "site/a").symlink_to(tmp_path / "outside")
    write(f"{stage.new}/a/new.txt", b"new")
    stage.move_in(tmp_path / "site", ())
    assert list((tmp_path / "outside").iterdir()) == []
    assert (tmp_path / "site/a/new.txt").read_bytes() == b"new"


def test_nothing_behind_a_link_is_removed_and_no_folder_of_others(tmp_path: Path) -> None:
    write(f"{tmp_path}/outside/theirs.txt", b"theirs")
    write(f"{tmp_path}/outside/c/theirs.txt", b"theirs")
    write(f"{tmp_path}/site/b/own.txt", b"own")
    write(f"{tmp_path}/site/b/c/gone.txt", b"gone")
    (tmp_path / "site/a").symlink_to(tmp_path / "outside")
    for file in ("a/theirs.txt", "a/c/theirs.txt", "b/c/gone.txt", "b/c/never.txt"):
        remove(tmp_path / "site", file)
    assert len(list((tmp_path / "outside").rglob("theirs.txt"))) == 2
    assert sorted(path.name for path in (tmp_path / "site/b").iterdir()) == ["own.txt"]


def test_folders_that_a_removal_left_empty_go_after_an_interruption(tmp_path: Path) -> None:
    (tmp_path / "site/a/b").mkdir(parents=True)  # where a/b/c/gone.txt was, and a/b/c
    remove(tmp_path / "site", "a/b/c/gone.txt")
    assert list((tmp_path / "site").iterdir()) == []


def test_a_file_is_compared_by_its_bytes(tmp_path: Path) -> None:
    path = f"{tmp_path}/a/b/c.txt"
    assert not holds(path, b"")
    write(path, b"one")
    assert read(path) == b"one"
    assert [holds(path, data) for data in (b"one", b"two", b"ones", b"")] == [True, False, False, False]


def test_a_move_that_fails_says_so_and_leaves_the_file(tmp_path: Path) -> None:
    write(f"{tmp_path}/a.txt", b"one")
    with pytest.raises(OSError, match="No such file"):
        move(f"{tmp_path}/a.txt", f"{tmp_path}/missing/a.txt")
    assert (tmp_path / "a.txt").read_bytes() == b"one"


def test_a_file_moves_to_another_file_system_whole_and_in_one_moment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    replace, drafts = os.replace, []

    def on_another_disk(path: str, target: str) -> None:
        if not path.endswith(".new"):
            raise OSError(errno.EXDEV, "Invalid cross-device link", path, None, target)
        drafts.append((os.path.relpath(path, tmp_path), Path(path).read_bytes()))
        replace(path, target)

    write(f"{tmp_path}/a.txt", b"new")
    write(f"{tmp_path}/b/a.txt", b"old")
    monkeypatch.setattr(os, "replace", on_another_disk)
    move(f"{tmp_path}/a.txt", f"{tmp_path}/b/a.txt")
    assert drafts == [("b/.a.txt.new", b"new")]
    assert (tmp_path / "b/a.txt").read_bytes() == b"new"
    assert [path.name for path in tmp_path.rglob("*.txt*")] == ["a.txt"]
