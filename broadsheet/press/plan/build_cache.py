"""The build cache: what earlier builds keep of each edition, so that an incremental build reads only changed editions.

It is an SQLite file in .cache/. Where it is missing, damaged, of another version, or of another output folder, it is
deleted and the site is built from content/ alone. Each value begins with its checksum (CRC-32), since a database that
SQLite can open may still hold half-written values.
"""

import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from broadsheet.model.finding import Finding, Severity
from broadsheet.press.files.writer import folded
from broadsheet.press.plan.cache_rows import (
    BuildCacheError,
    Collision,
    Parts,
    Row,
    sealed,
    unpacked_row,
    unsealed,
)

BUILD_CACHE = Path(".cache", "press.sqlite")
"""The file of the build cache, from the project's folder."""

VERSION = 9
LEFT = "left addresses"
"""The owner of the pages at addresses that articles have left, and the fact that says where each of them leads."""

_MADE_BY = 0x42_52_44_53  # "BRDS", SQLite's application id

_TABLES = """
CREATE TABLE fact (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE edition (
    date TEXT PRIMARY KEY, stats BLOB NOT NULL, row BLOB NOT NULL, counts BLOB NOT NULL,
    digests BLOB NOT NULL, marks BLOB NOT NULL, record BLOB NOT NULL, sitemap BLOB NOT NULL,
    search BLOB NOT NULL
);
CREATE TABLE article (date TEXT, place INTEGER, entry BLOB NOT NULL, PRIMARY KEY (date, place));
CREATE TABLE file (owner TEXT, file TEXT, folded TEXT, source TEXT, PRIMARY KEY (owner, file)) WITHOUT ROWID;
CREATE INDEX file_by_name ON file (folded, source);
CREATE TABLE link (
    owner TEXT, path TEXT, named TEXT, target TEXT NOT NULL, marked INTEGER NOT NULL, PRIMARY KEY (owner, path, named)
) WITHOUT ROWID;
CREATE INDEX link_by_target ON link (target);
CREATE INDEX marked_link ON link (owner) WHERE marked;
"""


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
        for statement in _TABLES.split(";"):
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
        found = self._all("SELECT value FROM fact WHERE name = ?", (name,))
        return found[0][0] if found else ""

    def note_facts(self, facts: Mapping[str, str]) -> None:
        """Keep facts of the whole site by name."""
        self._db.executemany("INSERT OR REPLACE INTO fact VALUES (?, ?)", facts.items())

    def editions(self) -> dict[str, tuple[bytes, Row]]:
        """Return the packed stats of its files and the row of each edition by date, oldest first."""
        rows = self._all("SELECT date, stats, row FROM edition ORDER BY date")
        try:
            return {date: (unsealed(stats), unpacked_row(unsealed(row))) for date, stats, row in rows}
        except ValueError as error:
            raise BuildCacheError(str(error)) from error

    def counts(self) -> dict[str, bytes]:
        """Return the packed counts of each edition by date, oldest first."""
        rows = self._all("SELECT date, counts FROM edition ORDER BY date")
        return {date: unsealed(counts) for date, counts in rows}

    def part(self, date: str, name: str) -> bytes:
        """Return the field `name` of the Parts of an edition, or b"" for an unknown edition."""
        found = self._all(f"SELECT {name} FROM edition WHERE date = ?", (date,))  # noqa: S608  a field's name
        return unsealed(found[0][0]) if found else b""

    def sitemaps(self, month: str) -> list[bytes]:
        """Return the sitemap lines of each edition of a month (2024-04), oldest first."""
        rows = self._all("SELECT sitemap FROM edition WHERE date GLOB ? ORDER BY date", (f"{month}-*",))
        return [unsealed(row[0]) for row in rows]

    def entry(self, date: str, place: int) -> bytes:
        """Return the packed feed entry of the article at `place` in an edition: its index in print order, from 0."""
        found = self._all("SELECT entry FROM article WHERE date = ? AND place = ?", (date, place))
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

    def note_files(self, owner: str, files: Iterable[tuple[str, str]]) -> set[str]:
        """Keep `files`, paths below output/ each with its source, as all files of `owner`.

        `owner` is an edition's date, `standing` or `lists`. Return the files that it had before and has no longer.
        """
        rows = self._all("SELECT file, source FROM file WHERE owner = ?", (owner,))
        before, now = {(file, source) for file, source in rows}, set(files)
        gone, came = before - now, now - before
        self._db.executemany(
            "DELETE FROM file WHERE owner = ? AND file = ?", ((owner, file) for file, _ in gone)
        )
        values = ((owner, file, folded(file), source) for file, source in came)
        self._db.executemany("INSERT INTO file VALUES (?, ?, ?, ?)", values)
        return {file for file, _ in gone} - {file for file, _ in came}

    def collisions(self, owner: str) -> list[Collision]:
        """Return the files of `owner` that another source makes too, names compared as `folded`.

        Those at addresses that articles have left do not count: they make way for any other.
        """
        query = (
            "SELECT mine.file, mine.source, other.source FROM file AS mine JOIN file AS other"
            " ON mine.folded = other.folded AND mine.source <> other.source WHERE mine.owner = ? AND other.owner <> ?"
        )
        return [Collision(*row) for row in self._all(query, (owner, LEFT))]

    def is_shared(self, owner: str) -> bool:
        """Whether another owner makes one of the files of `owner` too."""
        query = (
            "SELECT 1 FROM file AS mine JOIN file AS other ON mine.folded = other.folded"
            " AND mine.owner <> other.owner WHERE mine.owner = ? LIMIT 1"
        )
        return bool(self._all(query, (owner,)))

    def owned(self, files: Iterable[str]) -> set[str]:
        """Return those of `files` that have an owner."""
        query = "SELECT 1 FROM file WHERE folded = ? AND file = ?"
        return {file for file in files if self._all(query, (folded(file), file))}

    def note_links(self, owner: str, links: Iterable[tuple[str, str, str]], marked: Collection[str]) -> None:
        """Keep `links` as all links of the texts of `owner`: the text's path, what stands in it, and its target.

        `marked` are the targets whose links its pages mark as dead.
        """
        self._db.execute("DELETE FROM link WHERE owner = ?", (owner,))
        rows = ((owner, path, named, target, target in marked) for path, named, target in links)
        self._db.executemany("INSERT INTO link VALUES (?, ?, ?, ?, ?)", rows)

    def mark_links(self, owner: str, marked: Collection[str]) -> None:
        """Keep that the pages of `owner` mark the links to the targets `marked` as dead, and no others."""
        rows = self._all("SELECT DISTINCT target FROM link WHERE owner = ?", (owner,))
        values = ((target in marked, owner, target) for (target,) in rows)
        self._db.executemany("UPDATE link SET marked = ? WHERE owner = ? AND target = ?", values)

    def marked_links(self) -> dict[str, set[str]]:
        """Return the targets whose links are marked as dead, by the owner of the pages that do so."""
        found: dict[str, set[str]] = {}
        for owner, target in self._all("SELECT owner, target FROM link WHERE marked"):
            found.setdefault(owner, set()).add(target)
        return found

    def links(self, owners: Iterable[str], targets: Iterable[str]) -> set[tuple[str, ...]]:
        """Return owner, path, named and target of the links of `owners`, of those to `targets`, and of marked ones."""
        query = "SELECT owner, path, named, target FROM link WHERE "
        rows = {*self._all(f"{query} marked")}
        for column, values in (("owner", owners), ("target", targets)):
            for value in values:
                rows.update(self._all(f"{query} {column} = ?", (value,)))
        return rows

    def all_links(self) -> list[tuple[str, ...]]:
        """Return owner, path, named and target of all links."""
        return self._all("SELECT owner, path, named, target FROM link")

    def files_of(self, owner: str) -> Iterator[str]:
        """Yield the files of `owner`."""
        return (row[0] for row in self._all("SELECT file FROM file WHERE owner = ?", (owner,)))

    def files(self) -> Iterator[str]:
        """Yield all files of the site; a file with two owners, such as a shared picture, comes twice."""
        return (row[0] for row in self._all("SELECT file FROM file"))

    def _all(self, query: str, values: tuple[str | int, ...] = ()) -> list[tuple[str, ...]]:
        try:
            return self._db.execute(query, values).fetchall()
        except sqlite3.DatabaseError as error:
            raise BuildCacheError(str(error)) from error
