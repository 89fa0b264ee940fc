"""The stage: its files are on the disk before the journal counts on them, and they become the site in one moment.

Where the system cannot exchange folders, they move in one by one, in an order that readers can follow.
"""

import os
import shutil
from pathlib import Path

import pytest

from broadsheet.files.exchange import exchange
from broadsheet.files.stage import HIDDEN
from broadsheet.press.files import twin
from broadsheet.press.files.site_stage import SiteStage

IN_ORDER = (
    "2024-04-15/01/photo.png",
    "robots.txt",
    "theme/css/site.css",
    "2024-04-15/01/03/index.html",
    "2024-04-15/01/index.html",
    "2024-04-15/index.html",
    "404.html",
    "sections/要闻/index.html",
    "columns/共富/index.html",
    "authors/张海莺/index.html",
    "tags/春耕/index.html",
    "archive/index.html",
    "index.html",
    "sitemaps/2024-04.xml",
    "feed.json",
    "feed.xml",
    "rss.xml",
    "sitemap.xml",
)

Calls = list[tuple[str, str]]
"""What the system was told to do with which file of the output folder, in order."""


@pytest.fixture
def stage(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SiteStage:
    monkeypatch.chdir(tmp_path)
    return SiteStage(tmp_path / "output")


@pytest.fixture
def calls(stage: SiteStage, monkeypatch: pytest.MonkeyPatch) -> Calls:
    """The calls of the system that decide what is left after a loss of power; all but the flushes are carried out."""
    done: Calls = []
    replace, unlink = os.replace, os.unlink

    def note(what: str, path: Path) -> None:
        done.append((what, path.relative_to(stage.output).as_posix() + "/" * path.is_dir()))

    def fsync(handle: int) -> None:
        flushed = os.fstat(handle)
        note(
            "flush", next(path for path in stage.output.rglob("*") if os.path.samestat(path.stat(), flushed))
        )

    def move(path: str | Path, target: str | Path) -> None:
        replace(path, target)
        note("move", Path(target))

    def remove(path: str | Path, **of_rmtree: int) -> None:
        note("remove", Path(path))
        unlink(path, **of_rmtree)

    monkeypatch.setattr(os, "fsync", fsync)
    monkeypatch.setattr(os, "sync", lambda: done.append(("flush", "everything")))
    monkeypatch.setattr(os, "replace", move)
    monkeypatch.setattr(os, "unlink", remove)
    return done


def put(folder: Path, *files: str) -> None:
    for file in files:
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text("x", encoding="utf-8")


def test_staged_files_are_on_the_disk_before_the_journal_and_that_before_it_counts(
    stage: SiteStage, calls: Calls
) -> None:
    put(stage.new, "index.html", "2024-04-15/index.html")
    stage.decide("stamp", [], in_place=True)
    assert sorted(calls[:2]) == [
        ("flush", f"{HIDDEN}/stage/2024-04-15/index.html"),
        ("flush", f"{HIDDEN}/stage/index.html"),
    ]
    assert calls[2:] == [
        ("flush", f"{HIDDEN}/journal.new"),
        ("move", f"{HIDDEN}/journal"),
        ("flush", f"{HIDDEN}/"),
    ]


def test_many_staged_files_are_flushed_at_once(stage: SiteStage, calls: Calls) -> None:
    put(stage.new, *(f"{number}.html" for number in range(501)))
    stage.decide("stamp", [], in_place=True)
    assert calls[:2] == [("flush", "everything"), ("flush", f"{HIDDEN}/journal.new")]


def readable(output: Path) -> dict[str, str]:
    """Return the files of the site with their texts."""
    files = (path for path in output.rglob("*") if path.is_file() and HIDDEN not in path.parts)
    return {path.relative_to(output).as_posix(): path.read_text(encoding="utf-8") for path in files}


def test_in_place_new_files_come_first_then_changed_ones_with_lists_last_and_removals_at_the_end(
    stage: SiteStage, calls: Calls
) -> None:
    changed = [file for file in IN_ORDER if not file.endswith("/")]
    put(stage.output, *changed, "sections/旧/index.html")
    put(stage.new, *reversed(changed), "2024-04-16/index.html", "2024-04-16/01/01/index.html")
    put(stage.new, "tags/新/index.html", "2024-04-15/01/new.png")
    stage.decide("stamp", ["sections/旧/index.html"], in_place=True)
    calls.clear()
    stage.clear()
    assert calls == [
        *(("move", file) for file in ("2024-04-15/01/new.png", "2024-04-16/", "tags/新/")),
        *(("move", file) for file in changed),
        ("remove", "sections/旧/index.html"),
        ("remove", f"{HIDDEN}/journal"),
    ]


def test_the_new_site_takes_the_place_of_the_old_one_by_a_single_exchange(
    stage: SiteStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[dict[str, str]] = []

    def watched(folder: Path, other: Path) -> bool:
        seen.append(readable(stage.output))
        done = exchange(folder, other)
        seen.append(readable(stage.output))
        return done

    put(stage.output, "index.html", "kept/index.html", "gone/index.html", ".git/config")
    put(stage.new, "new/index.html")
    (stage.new / "index.html").write_text("new", encoding="utf-8")
    old = {"index.html": "x", "kept/index.html": "x", "gone/index.html": "x", ".git/config": "x"}
    new = {"index.html": "new", "kept/index.html": "x", "new/index.html": "x"}
    stage.decide("stamp", ["gone/index.html"])
    monkeypatch.setattr(twin, "exchange", watched)
    stage.clear()
    if seen:  # else this system cannot exchange folders, and the files moved one by one
        assert seen == [old, new]
    assert readable(stage.output) == {**new, ".git/config": "x"}
    assert stage.stamp() == "stamp"


def test_the_next_build_links_only_what_changes(stage: SiteStage, monkeypatch: pytest.MonkeyPatch) -> None:
    put(stage.new, *(f"{number}.html" for number in range(50)))
    stage.decide("first", [])
    stage.clear()
    linked: set[str] = set()
    link = os.link

    def watched(file: str, target: str) -> None:
        linked.add(str(target))
        link(file, target)

    monkeypatch.setattr(os, "link", watched)
    put(stage.new, "51.html", "7.html")
    stage.decide("second", ["3.html"])
    stage.clear()
    assert len(linked) <= 2
    assert set(readable(stage.output)) == {f"{number}.html" for number in range(52) if number not in (3, 50)}


def test_a_system_that_cannot_exchange_folders_gets_the_same_site(
    stage: SiteStage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(twin, "exchange", lambda *_: False)
    put(stage.output, "a.html", "b.html")
    put(stage.new, "c.html")
    stage.decide("stamp", ["a.html"])
    stage.clear()
    assert set(readable(stage.output)) == {"b.html", "c.html"}
    assert not list(stage.output.parent.glob(".cache/twin/*"))


def test_where_others_keep_files_these_stay_where_they_are(stage: SiteStage) -> None:
    put(stage.output, "theirs.html", "index.html")
    inode = (stage.output / "theirs.html").stat().st_ino
    folder = stage.output.stat().st_ino
    put(stage.new, "index.html")
    stage.decide("stamp", [], in_place=True)
    stage.clear()
    assert (stage.output.stat().st_ino, (stage.output / "theirs.html").stat().st_ino) == (folder, inode)


def test_a_twin_that_is_missing_or_of_an_older_site_is_made_anew(stage: SiteStage) -> None:
    put(stage.new, "index.html", "a.html")
    stage.decide("first", [])
    stage.clear()
    beside = stage.output.with_name(".cache") / "twin/output"
    if not beside.exists():
        pytest.skip("this system cannot exchange folders")
    put(beside, "stray.html")
    put(stage.new, "b.html")
    stage.decide("second", [], anew=True)
    stage.clear()
    assert set(readable(stage.output)) == {"index.html", "a.html", "b.html"}
    assert readable(beside) == readable(stage.output)
    shutil.rmtree(beside)
    put(stage.new, "c.html")
    stage.decide("third", [])
    stage.clear()
    assert set(readable(stage.output)) == {"index.html", "a.html", "b.html", "c.html"}


def test_a_stamp_of_a_terabyte_is_no_stamp_of_a_build(tmp_path: Path) -> None:
    stage = SiteStage(tmp_path / "output")
    stage.set_stamp("stamp")
    os.truncate(tmp_path / "output/.broadsheet/stamp", 1 << 40)
    assert stage.stamp() != "stamp"
