"""The files of an ingested page change together, from wherever the command was killed, and in the right folders."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from broadsheet.files import page_files
from broadsheet.files.page_files import finish_page, replace_page, settle_content
from broadsheet.files.project_lock import only_command
from broadsheet.files.quick_files import write
from broadsheet.files.stage import Stage
from broadsheet.model.errors import ProjectError

PAGE = Path("content/2024-04-15/01")
OLD = {PAGE / "01.md": b"old", PAGE / "02.md": b"old", Path("../raw/old.html"): b"old"}
STAGED = Path("content/.broadsheet")


@pytest.fixture(autouse=True)
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "paper").mkdir()
    monkeypatch.chdir(tmp_path / "paper")
    for path, data in OLD.items():
        write(str(path), data)


def files() -> dict[Path, bytes]:
    """Return the files of the project and of the folder beside it, where raw pages may lie, with their bytes."""
    found = (path for path in Path("..").resolve().rglob("*") if path.is_file())
    return {Path(os.path.relpath(path)): path.read_bytes() for path in found}


def test_files_are_written_and_removed_below_the_project_and_beside_it() -> None:
    new = {PAGE / "01.md": b"new", PAGE / "02/03.md": b"new", Path("../raw/new.html"): b"new"}
    replace_page(new, iter([PAGE / "02.md", Path("../raw/old.html")]))
    assert files() == new
    assert not STAGED.exists()


@pytest.mark.parametrize("outside", [(), [Path("../raw/old.html")]])
def test_a_page_without_new_files_is_removed(outside: list[Path]) -> None:
    replace_page({}, [PAGE / "01.md", *outside])
    assert files().keys() == OLD.keys() - {PAGE / "01.md", *outside}


def stands(path: Path, hint: str, at: Path) -> str:
    return f"{at}: error cannot-write: {path.name} cannot be written here; nothing was changed\n    → {hint}"


def test_what_stands_in_the_way_is_told_before_any_file_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    folder, file, locked = PAGE / "03.md", PAGE / "02.md/04.md", PAGE / "locked/05/06.md"
    folder.mkdir()
    (PAGE / "locked").mkdir()
    allowed = {PAGE: os.W_OK | os.X_OK, PAGE / "locked": os.R_OK | os.X_OK}
    # root may write everywhere
    monkeypatch.setattr(os, "access", lambda path, mode: mode & allowed.get(path, 0) == mode)
    before = files()
    with pytest.raises(ProjectError) as caught:
        replace_page(dict.fromkeys((PAGE / "01.md", folder, file, locked), b"new"), [PAGE / "02.md"])
    writable = "make it a folder that you may write to"
    assert list(map(str, caught.value.findings)) == [
        stands(folder, "take the folder away: a file belongs there", folder),
        stands(file, writable, PAGE / "02.md"),
        stands(locked, writable, PAGE / "locked"),
    ]
    assert files() == before


def killed_ingest() -> Stage:
    """Stage two files, decide that they and a removal are to be done, and stop there."""
    stage = Stage(STAGED)
    write(f"{stage.new}/{PAGE}/01.md", b"new")
    write(f"{stage.new}/{PAGE}/03.md", b"new")
    stage.decide(".", [f"{PAGE}/02.md"])
    return stage


@pytest.mark.parametrize("finish", [finish_page, settle_content])
def test_what_a_killed_ingest_had_decided_is_done(finish: Callable[[], None]) -> None:
    killed_ingest()
    finish()
    kept = Path("../raw/old.html")
    found = {path: data for path, data in files().items() if path.parts[0] != ".cache"}
    assert found == {PAGE / "01.md": b"new", PAGE / "03.md": b"new", kept: b"old"}
    assert not STAGED.exists()


def test_what_it_had_not_decided_leaves_no_trace() -> None:
    stage = Stage(STAGED)
    write(f"{stage.new}/{PAGE}/01.md", b"new")
    write(f"{STAGED}/journal.new", b"half")
    finish_page()
    assert files() == OLD
    assert not STAGED.exists()


def test_the_next_page_is_written_after_what_was_decided_before() -> None:
    killed_ingest()
    replace_page({PAGE / "03.md": b"newer"}, ())
    assert files() == {PAGE / "01.md": b"new", PAGE / "03.md": b"newer", Path("../raw/old.html"): b"old"}


def test_a_damaged_journal_is_told_with_what_to_do_and_nothing_changes() -> None:
    killed_ingest().journal.write_bytes(b"\xff")
    before = files()
    with pytest.raises(ProjectError) as caught:
        finish_page()
    assert str(caught.value) == (
        "content/.broadsheet/journal: error damaged-journal: this is damaged\n"
        "    → remove content/.broadsheet, then: inv ingest"
    )
    assert files() == before


def test_who_only_reads_waits_for_no_one_unless_an_ingest_was_killed() -> None:
    with only_command():
        settle_content()
        killed_ingest()
        with pytest.raises(ProjectError, match="project-busy"):
            settle_content()
    assert (page_files.CONTENT / "2024-04-15/01/02.md").is_file()
