"""The build cache: what is kept comes back, in this build and the next; what is damaged is told and never believed."""

import sqlite3
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from broadsheet.model.finding import Severity
from broadsheet.model.schedule import Schedule
from broadsheet.press.plan.cache import build_cache
from broadsheet.press.plan.cache.build_cache import BuildCache, not_kept
from broadsheet.press.plan.cache.rows import BuildCacheError, Parts, Row, sealed

HELD = (("/2024-04-15/01/02/", "2024-04-15 18:00"), ("/2024-04-15/01/03/", "2024-04-15 19:00"))
ROW = Row(
    "f", (("photos/a.png", "a1"), ("b.png", "b1")), 12, "2024-04-14", "2024-04-16", Schedule(3, 9, HELD)
)


def note(cache: BuildCache, date: str, row: Row = ROW, entries: tuple[bytes, ...] = (b"one", b"two")) -> None:
    parts = Parts(*(f"{date} {name}".encode() for name in Parts._fields))
    cache.note(date, f"{date} stats".encode(), row, parts, entries)


def test_what_is_kept_of_editions_comes_back(cache: BuildCache) -> None:
    note(cache, "2024-04-16", ROW._replace(shown=1), (b"other",))
    note(cache, "2024-04-15")
    assert list(cache.editions().items()) == [
        ("2024-04-15", (b"2024-04-15 stats", ROW)),
        ("2024-04-16", (b"2024-04-16 stats", ROW._replace(shown=1))),
    ]
    assert list(cache.counts().items()) == [
        ("2024-04-15", b"2024-04-15 counts"),
        ("2024-04-16", b"2024-04-16 counts"),
    ]
    for name in Parts._fields:
        assert cache.part("2024-04-15", name) == f"2024-04-15 {name}".encode()
    assert cache.part("2024-04-17", "record") == b""
    assert [cache.entry("2024-04-15", place) for place in (0, 1)] == [b"one", b"two"]
    assert cache.entry("2024-04-16", 0) == b"other"
    with pytest.raises(BuildCacheError, match=r"^an article is missing$"):
        cache.entry("2024-04-15", 2)


def test_sitemaps_are_those_of_one_month_oldest_first(cache: BuildCache) -> None:
    for date in ("2024-05-01", "2024-04-30", "2024-04-02", "2023-04-02", "2024-03-31"):
        note(cache, date)
    assert cache.sitemaps("2024-04") == [b"2024-04-02 sitemap", b"2024-04-30 sitemap"]


def test_an_edition_is_kept_anew_in_the_place_of_the_old_one(cache: BuildCache) -> None:
    note(cache, "2024-04-15")
    note(cache, "2024-04-15", ROW._replace(shown=1), (b"new",))
    assert cache.editions()["2024-04-15"][1].shown == 1
    assert cache.entry("2024-04-15", 0) == b"new"
    with pytest.raises(BuildCacheError):
        cache.entry("2024-04-15", 1)


def test_rows_and_stats_change_by_themselves(cache: BuildCache) -> None:
    note(cache, "2024-04-15")
    note(cache, "2024-04-16")
    cache.note_row("2024-04-15", ROW._replace(previous=""), b"new record")
    cache.note_stats({"2024-04-16": b"new stats"})
    assert cache.editions() == {
        "2024-04-15": (b"2024-04-15 stats", ROW._replace(previous="")),
        "2024-04-16": (b"new stats", ROW),
    }
    assert cache.part("2024-04-15", "record") == b"new record"
    assert cache.part("2024-04-16", "record") == b"2024-04-16 record"
    assert cache.part("2024-04-15", "marks") == b"2024-04-15 marks"


def test_an_edition_that_is_forgotten_leaves_its_files(cache: BuildCache) -> None:
    note(cache, "2024-04-15")
    note(cache, "2024-04-16")
    cache.files.note("2024-04-15", [("a.html", "a.md")])
    cache.forget("2024-04-15")
    assert list(cache.editions()) == ["2024-04-16"]
    assert cache.entry("2024-04-16", 0) == b"one"
    with pytest.raises(BuildCacheError):
        cache.entry("2024-04-15", 0)
    assert list(cache.files.of("2024-04-15")) == ["a.html"]


def test_facts_are_kept_by_name(cache: BuildCache) -> None:
    cache.note_facts({"stamp": "1", "paper": "试刊"})
    cache.note_facts({"stamp": "2"})
    assert [cache.fact(name) for name in ("stamp", "paper", "other")] == ["2", "试刊", ""]


def fill(cache: BuildCache) -> None:
    note(cache, "2024-04-15")
    cache.note_facts({"stamp": "1"})
    cache.files.note("lists", [("a.html", "a.md")])
    cache.links.note("standing", [("about.md", "x", "/x/")], ())


def contents(cache: BuildCache) -> tuple[object, ...]:
    return (
        list(cache.editions()),
        cache.part("2024-04-15", "record"),
        cache.fact("stamp"),
        list(cache.files.all()),
        cache.links.all(),
    )


NOTHING: tuple[object, ...] = ([], b"", "", [], [])


def test_only_what_is_saved_is_there_for_the_next_build(cache: BuildCache, file: Path) -> None:
    fill(cache)
    before = contents(cache)
    cache.save()
    cache.empty()
    assert contents(cache) == NOTHING
    with pytest.raises(BuildCacheError):
        cache.entry("2024-04-15", 0)
    cache.close()
    again = BuildCache(file)
    assert contents(again) == before
    again.empty()
    again.save()
    again.close()
    last = BuildCache(file)
    assert contents(last) == NOTHING
    last.close()


def test_a_build_cache_in_memory_is_empty_and_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    cache = BuildCache(None)
    assert contents(cache) == NOTHING
    fill(cache)
    cache.save()
    assert contents(cache) != NOTHING
    cache.close()
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_is_a_new_build_cache(file: Path) -> None:
    file.parent.mkdir()
    file.touch()
    cache = BuildCache(file)
    assert contents(cache) == NOTHING
    cache.close()


def change(file: Path, *statements: str) -> None:
    database = sqlite3.connect(file)
    for statement in statements:
        database.execute(statement)
    database.commit()
    database.close()


@pytest.mark.parametrize(
    ("statement", "told"),
    [
        ("PRAGMA user_version = 99", f"version 99 of {build_cache._MADE_BY:x}"),
        ("PRAGMA application_id = 255", f"version {build_cache.VERSION} of ff"),
    ],
)
def test_a_build_cache_of_another_version_or_program_is_told(file: Path, statement: str, told: str) -> None:
    cache = BuildCache(file)
    cache.save()
    cache.close()
    change(file, statement)
    with pytest.raises(BuildCacheError) as caught:
        BuildCache(file)
    assert str(caught.value) == told
    change(file, "PRAGMA user_version = 1")  # nothing holds it


def test_a_file_that_is_no_database_is_told(file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"not a database" * 400)
    with pytest.raises(BuildCacheError, match="file is not a database"):
        BuildCache(file)


def test_one_build_at_a_time_writes(cache: BuildCache, file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.save()
    monkeypatch.setattr(sqlite3, "connect", partial(sqlite3.connect, timeout=0))  # it would wait for 5 s
    with pytest.raises(BuildCacheError, match="database is locked"):
        BuildCache(file)


READERS: dict[str, Callable[[BuildCache], object]] = {
    "stats": lambda cache: cache.editions(),
    "row": lambda cache: cache.editions(),
    "counts": lambda cache: cache.counts(),
    "record": lambda cache: cache.part("2024-04-15", "record"),
    "sitemap": lambda cache: cache.sitemaps("2024-04"),
    "entry": lambda cache: cache.entry("2024-04-15", 0),
}


@pytest.mark.parametrize("column", READERS)
def test_a_damaged_value_is_told_by_who_reads_it(cache: BuildCache, file: Path, column: str) -> None:
    fill(cache)
    cache.save()
    cache.close()
    change(file, f"UPDATE {'article' if column == 'entry' else 'edition'} SET {column} = x'0011223344'")
    damaged = BuildCache(file)
    with pytest.raises(BuildCacheError, match="a row is damaged"):
        READERS[column](damaged)
    damaged.close()


@pytest.mark.parametrize("packed", [b"", b"a\0", b"\xff\0", b"f\0p\0n\0x\x001\x002\x000\0"])
def test_a_row_that_was_sealed_and_says_nothing_is_damaged(
    cache: BuildCache, file: Path, packed: bytes
) -> None:
    fill(cache)
    cache.save()
    cache.close()
    change(file, f"UPDATE edition SET row = x'{sealed(packed).hex()}'")
    damaged = BuildCache(file)
    with pytest.raises(BuildCacheError, match=r"values to unpack|can't decode|invalid literal"):
        damaged.editions()
    damaged.close()


def test_a_build_cache_that_cannot_be_written_is_a_doubt() -> None:
    told = not_kept(OSError("disk full"))
    assert str(told) == (
        ".cache/press.sqlite: doubt no-build-cache: this cannot be kept, so the next build makes everything again: "
        "disk full\n    → make room on its disk, or let this user write there"
    )
    assert told.severity is Severity.DOUBT
