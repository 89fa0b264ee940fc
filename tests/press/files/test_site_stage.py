"""The stage: its files are on the disk before the journal counts on them, and they move in in an order readers can follow."""

import os
from pathlib import Path

import pytest

from broadsheet.files.stage import HIDDEN
from broadsheet.press.files.site_stage import SiteStage

IN_ORDER = (
    "2024-04-15/01/photo.png",
    "robots.txt",
    "theme/css/site.css",
    "2024-04-15/01/03/index.html",
    "2024-04-15/01/index.html",
    "2024-04-15/index.html",
    "2024-04-16/",  # a new edition, moved as one folder
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
def stage(tmp_path: Path) -> SiteStage:
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
    stage.decide("stamp", [])
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
    stage.decide("stamp", [])
    assert calls[:2] == [("flush", "everything"), ("flush", f"{HIDDEN}/journal.new")]


def test_what_pages_show_moves_in_first_then_articles_then_lists_and_removals_come_last(
    stage: SiteStage, calls: Calls
) -> None:
    files = [file for file in IN_ORDER if not file.endswith("/")]
    put(stage.output, *files, "sections/旧/index.html")
    put(stage.new, *reversed(files), "2024-04-16/index.html", "2024-04-16/01/01/index.html")
    stage.decide("stamp", ["sections/旧/index.html"])
    calls.clear()
    stage.clear()
    assert calls == [
        *(("move", file) for file in IN_ORDER),
        ("remove", "sections/旧/index.html"),
        ("remove", f"{HIDDEN}/journal"),
    ]
