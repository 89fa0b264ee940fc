"""The build cache: what earlier builds keep of each edition, so that an incremental build reads only changed editions.

It is an SQLite file in .cache/. Where it is missing, damaged, of another version, or of another output folder, it is
deleted and the site is built from content/ alone. Each value begins with its checksum (CRC-32), since a database that
SQLite can open may still hold half-written values.
"""

import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path

from broadsheet.model.finding import Finding, Severity
from broadsheet.press.plan.cache.files import FILE_TABLE, CachedFiles
from broadsheet.press.plan.cache.links import LINK_TABLE, CachedLinks
from broadsheet.press.plan.cache.rows import (
    BuildCacheError,
    Parts,
    Row,
    sealed,
    selected,
    unpacked_row,
    unsealed,
)

BUILD_CACHE = Path(".cache", "press.sqlite")
"""The file of the build cache, from the project's folder."""

VERSION = 9

_MADE_BY = 0x42_52_44_53  # "BRDS", SQLite's application id

_TABLES = """
CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE edition (
    date TEXT PRIMARY KEY, stats BLOB NOT NULL, row BLOB NOT NULL, counts BLOB NOT NULL,
    digests BLOB NOT NULL, marks BLOB NOT NULL, record BLOB NOT NULL, sitemap BLOB NOT NULL,
    search BLOB NOT NULL
);
CREATE TABLE article (date TEXT, place INTEGER, entry BLOB NOT NULL, PRIMARY KEY (date, place));
"""
_ALL_TABLES = f"{_TABLES}{FILE_TABLE}{LINK_TABLE}"


def not_kept(error: Exception) -> Finding:
    """Return the doubt that the build cache could not be written, for the reason `error`."""
    message = f"this cannot be kept, so the next build makes everything again: {error}"
    hint = "make room on its disk, or let this user write there"
    return Finding("no-build-cache", str(BUILD_CACHE), message, hint, severity=Severity.DOUBT)


class BuildCache:
    """The build cache as one SQLite file; changes are in a transaction that `save` commits.

    Every method may raise one of CACHE_ERRORS.
    """

    def __init__(self, path: Path | None) -> None:
        """Open the build cache at `path`, or an empty one in memory for None. Raises BuildCacheError for a damaged one."""
        if path:
            path.parent.mkdir(parents=True, exist_ok=True)
        is_new = path is None or not path.exists() or not path.stat().st_size
        self._db = sqlite3.connect(path or ":memory:", isolation_level=None, cached_statements=64)
        self.files = CachedFiles(self._db)
        self.links = CachedLinks(self._db)
        try:
            if not is_new:
                self._check()
            self._db.execute("BEGIN IMMEDIATE")
            if is_new:
                self._make()
        except sqlite3.Error as error:
            self.close()
            raise BuildCacheError(str(error)) from error
        except BuildCacheError:
            self.close()
            raise

    def _check(self) -> None:
        made_by = self._db.execute("PRAGMA application_id").fetchone()[0]
        version = self._db.execute("PRAGMA user_version").fetchone()[0]
        if (made_by, version) != (_MADE_BY, VERSION):
            raise BuildCacheError(f"version {version} of {made_by:x}")

    def _make(self) -> None:
        for statement in _ALL_TABLES.split(";"):
            self._db.execute(statement)
        self._db.execute(f"PRAGMA application_id = {_MADE_BY}")
        self._db.execute(f"PRAGMA user_version = {VERSION}")

    def empty(self) -> None:
        """Delete everything."""
        for table in ("fact", "edition", "article", "file", "link"):
            self._db.execute(f"DELETE FROM {table}")  # noqa: S608  a table's name

    def save(self) -> None:
        """Commit the changes and begin a new transaction."""
        self._db.execute("COMMIT")
        self._db.execute("BEGIN IMMEDIATE")

    def close(self) -> None:
        """Close the file and drop changes that were not saved."""
        with suppress(sqlite3.Error):
            self._db.close()

    def fact(self, name: str) -> str:
        """Return the fact `name` of the whole site, or "" for an unknown one."""
        found = selected(self._db, "SELECT value FROM fact WHERE name = ?", (name,))
        return found[0][0] if found else ""

    def note_facts(self, facts: Mapping[str, str]) -> None:
        """Keep facts of the whole site by name."""
        self._db.executemany("INSERT OR REPLACE INTO fact VALUES (?, ?)", facts.items())

    def editions(self) -> dict[str, tuple[bytes, Row]]:
        """Return the packed stats of its files and the row of each edition by date, oldest first."""
        rows = selected(self._db, "SELECT date, stats, row FROM edition ORDER BY date")
        try:
            return {date: (unsealed(stats), unpacked_row(unsealed(row))) for date, stats, row in rows}
        except ValueError as error:
            raise BuildCacheError(str(error)) from error

    def counts(self) -> dict[str, bytes]:
        """Return the packed counts of each edition by date, oldest first."""
        rows = selected(self._db, "SELECT date, counts FROM edition ORDER BY date")
        return {date: unsealed(counts) for date, counts in rows}

    def part(self, date: str, name: str) -> bytes:
        """Return the field `name` of the Parts of an edition, or b"" for an unknown edition."""
        found = selected(self._db, f"SELECT {name} FROM edition WHERE date = ?", (date,))  # noqa: S608  a field's name
        return unsealed(found[0][0]) if found else b""

    def sitemaps(self, month: str) -> list[bytes]:
        """Return the sitemap lines of each edition of a month (2024-04), oldest first."""
        rows = selected(
            self._db, "SELECT sitemap FROM edition WHERE date GLOB ? ORDER BY date", (f"{month}-*",)
        )
        return [unsealed(row[0]) for row in rows]

    def entry(self, date: str, place: int) -> bytes:
        """Return the packed feed entry of the article at `place` in an edition: its index in print order, from 0."""
        found = selected(self._db, "SELECT entry FROM article WHERE date = ? AND place = ?", (date, place))
        if not found:
            raise BuildCacheError("an article is missing")
        return unsealed(found[0][0])

    def note(self, date: str, stats: bytes, row: Row, parts: Parts, entries: Iterable[bytes]) -> None:
        """Keep an edition: the packed stats of its files, its row and parts, and its feed entries in print order."""
        self._forget_entries(date)
        blobs = (sealed(blob) for blob in (stats, row.packed(), *parts))
        self._db.execute("INSERT OR REPLACE INTO edition VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", (date, *blobs))
        rows = ((date, place, sealed(entry)) for place, entry in enumerate(entries))
        self._db.executemany("INSERT INTO article VALUES (?, ?, ?)", rows)

    def note_row(self, date: str, row: Row, record: bytes) -> None:
        """Keep the row and the packed record of an edition whose neighbours changed."""
        values = (sealed(row.packed()), sealed(record), date)
        self._db.execute("UPDATE edition SET row = ?, record = ? WHERE date = ?", values)

    def note_stats(self, stats: Mapping[str, bytes]) -> None:
        """Keep the packed stats of editions whose files have another age and the same bytes."""
        values = ((sealed(blob), date) for date, blob in stats.items())
        self._db.executemany("UPDATE edition SET stats = ? WHERE date = ?", values)

    def forget(self, date: str) -> None:
        """Delete an edition and its feed entries; its files in the site stay noted."""
        self._db.execute("DELETE FROM edition WHERE date = ?", (date,))
        self._forget_entries(date)

    def _forget_entries(self, date: str) -> None:
        self._db.execute("DELETE FROM article WHERE date = ?", (date,))
