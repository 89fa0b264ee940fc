"""inv publish to a folder that a web server serves, on this machine and through the real rsync."""

import json
import os
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from broadsheet.publishing.folder import Folder
from broadsheet.publishing.served_folder import LIST
from tests.press.project import Project
from tests.publishing.paper import files_in, publish, publish_to

NEEDS_RSYNC = pytest.mark.skipif(not shutil.which("rsync"), reason="rsync is not installed")


@pytest.fixture(params=["folder", pytest.param("rsync", marks=NEEDS_RSYNC)])
def served(request: pytest.FixtureRequest, paper: Project) -> Path:
    folder = paper.folder.parent / "served"
    folder.mkdir()
    publish_to(paper, f"{request.param}:{folder}")
    return folder


def test_readers_get_every_byte_of_the_site(paper: Project, served: Path) -> None:
    assert publish(paper) == 0
    assert files_in(served, LIST) == paper.files()


def test_a_second_publish_sends_only_what_changed(
    paper: Project, served: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    publish(paper)
    ages = {path: path.stat().st_mtime_ns for path in served.rglob("*") if path.is_file()}
    assert publish(paper) == 0
    assert "nothing was sent" in capsys.readouterr().out
    assert {path: path.stat().st_mtime_ns for path in served.rglob("*") if path.is_file()} == ages
    paper.article("2024-04-16/01/02", "改过。")
    assert publish(paper) == 0
    assert files_in(served, LIST) == paper.files()
    untouched = served / "2024-04-15/01/01/index.html"
    assert untouched.stat().st_mtime_ns == ages[untouched]


DRAWING = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 3'/>"


def test_a_photo_that_is_taken_out_goes_with_its_folder_and_files_of_others_stay(
    paper: Project, served: Path
) -> None:
    for name in ("ships/ship", "schools/school"):
        paper.write(f"content/{name}.svg", DRAWING)
    photos = [{"file": "/ships/ship.svg"}, {"file": "/schools/school.svg"}]
    paper.article("2024-04-16/01/02", photos=photos)
    publish(paper)
    (served / ".well-known").mkdir()
    (served / ".well-known/security.txt").write_text("ours", encoding="utf-8")
    (served / "schools/notes.txt").write_text("ours", encoding="utf-8")
    assert (served / "ships/ship.svg").is_file()
    paper.article("2024-04-16/01/02")
    assert publish(paper) == 0
    assert not (served / "ships").exists()
    assert not (served / "schools/school.svg").exists()
    assert (served / "schools/notes.txt").read_text("utf-8") == "ours"
    assert (served / ".well-known/security.txt").read_text("utf-8") == "ours"
    assert (served / "2024-04-16/01/02/index.html").is_file()


def test_another_machine_goes_on_where_the_first_ended(
    paper: Project, served: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    publish(paper)
    before = files_in(served)
    shutil.rmtree(paper.output)
    shutil.rmtree(paper.folder / ".cache")
    assert publish(paper) == 0
    assert "nothing was sent" in capsys.readouterr().out
    assert files_in(served) == before


def test_files_of_other_sites_in_the_folder_are_not_deleted_by_the_first_publish(
    paper: Project, served: Path
) -> None:
    (served / "letter.txt").write_text("theirs", encoding="utf-8")
    assert publish(paper) == 0
    assert (served / "letter.txt").read_text("utf-8") == "theirs"


def test_a_damaged_list_is_told(paper: Project, served: Path, capsys: pytest.CaptureFixture[str]) -> None:
    publish(paper)
    (served / LIST).write_text("[", encoding="utf-8")
    assert publish(paper) == 1
    assert f"{LIST} is damaged" in capsys.readouterr().err


def test_a_folder_that_cannot_be_written_is_told(
    paper: Project, served: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    served.rmdir()
    served.write_text("a file stands in the way", encoding="utf-8")
    assert publish(paper) == 1
    assert "then again: inv publish" in capsys.readouterr().err
    assert served.read_text("utf-8") == "a file stands in the way"


@NEEDS_RSYNC
def test_a_folder_that_a_host_does_not_have_is_told_and_not_made(
    paper: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    publish_to(paper, f"rsync:{paper.folder.parent}/sevred")
    assert publish(paper) == 1
    assert "sevred" in capsys.readouterr().err
    assert not (paper.folder.parent / "sevred").exists()


class Interrupted(Folder):
    """A folder whose connection breaks before its file number `last`; it notes what reached it."""

    def __init__(self, path: Path, last: int) -> None:
        super().__init__(path)
        self.left = last
        self.log: list[str] = []

    def put(self, source: Path, paths: Sequence[str]) -> None:
        for path in paths:
            if not self.left:
                raise KeyboardInterrupt
            self.left -= 1
            super().put(source, [path])
            self.log.append(path)

    def delete(self, paths: Sequence[str]) -> None:
        super().delete(paths)
        self.log += [f"- {path}" for path in paths]


def interrupt(paper: Project, monkeypatch: pytest.MonkeyPatch, last: int) -> list[str]:
    """Publish to a folder that breaks, and return what reached it."""
    made: list[Interrupted] = []

    def opened(path: Path) -> Folder:
        made.append(Interrupted(path, last))
        return made[0]

    with monkeypatch.context() as patch:
        patch.setattr("broadsheet.publishing.targets.Folder", opened)
        publish(paper)
    return made[0].log


@pytest.mark.parametrize("last", [1, 2, 20, 60])
def test_a_publish_that_was_broken_off_is_finished_by_the_next(
    paper: Project, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], last: int
) -> None:
    served = paper.folder.parent / "served"
    publish_to(paper, f"folder:{served}")
    paper.write("content/ships/ship.svg", DRAWING)
    paper.article("2024-04-15/01/01", photos=[{"file": "/ships/ship.svg"}])
    interrupt(paper, monkeypatch, last)
    assert "interrupted" in capsys.readouterr().err
    # What it sent and the next site does not have is not forgotten.
    paper.article("2024-04-15/01/01")
    assert publish(paper) == 0
    assert files_in(served, LIST) == paper.files()


def test_what_links_to_a_file_is_sent_after_it_and_deletions_come_last(
    paper: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    served = paper.folder.parent / "served"
    publish_to(paper, f"folder:{served}")
    paper.write("content/ships/ship.svg", DRAWING)
    paper.article("2024-04-15/01/01", photos=[{"file": "/ships/ship.svg"}])
    publish(paper)
    paper.article("2024-04-15/01/01")
    paper.article("2024-04-17/01/01", title="新报", photos=[{"file": "ship.svg", "caption": "渡船"}])
    paper.write("content/2024-04-17/01/ship.svg", DRAWING)
    log = interrupt(paper, monkeypatch, 1000)
    order = [
        *(
            "2024-04-17/01/ship.svg",
            "2024-04-17/01/01/index.html",
            "2024-04-17/01/index.html",
            "2024-04-17/index.html",
        ),
        *("index.html", "sitemap.xml", "- ships/ship.svg"),
    ]
    assert sorted(order, key=log.index) == order
    assert log[0] == log[-1] == LIST


def test_a_list_that_names_files_outside_of_the_folder_is_refused(
    paper: Project, served: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    publish(paper)
    theirs = served.parent / "theirs.txt"
    theirs.write_text("theirs", encoding="utf-8")
    for path in ("../theirs.txt", "2024-04-15/../../theirs.txt", str(theirs)):
        (served / LIST).write_text(json.dumps({path: "a"}), encoding="utf-8")
        before = files_in(served)
        assert publish(paper) == 1
        assert f"{LIST} is damaged" in capsys.readouterr().err
        assert files_in(served) == before
    assert theirs.read_text("utf-8") == "theirs"


def test_readers_may_read_all_of_it_whatever_the_umask_is(paper: Project, served: Path) -> None:
    before = os.umask(0o077)
    try:
        assert publish(paper) == 0
    finally:
        os.umask(before)
    modes = {path.is_dir(): path.stat().st_mode & 0o777 for path in served.rglob("*")}
    assert modes == {False: 0o644, True: 0o755}
