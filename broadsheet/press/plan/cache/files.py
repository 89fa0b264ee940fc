"""The files of the site in the build cache: who makes each of them, and from what."""

import sqlite3
from collections.abc import Iterable, Iterator

from broadsheet.press.files.writer import folded
from broadsheet.press.plan.cache.rows import Collision, selected

LEFT = "left addresses"
"""The owner of the pages at addresses that articles have left, and the fact that says where each of them leads."""

FILE_TABLE = """
CREATE TABLE file (owner TEXT, file TEXT, folded TEXT, source TEXT, PRIMARY KEY (owner, file)) WITHOUT ROWID;
CREATE INDEX file_by_name ON file (folded, source);
"""


class CachedFiles:
    """The files of the site, paths below output/, each with its owners.

    An owner is the date of an edition, `standing`, `lists` or LEFT.
    """

    def __init__(self, database: sqlite3.Connection) -> None:
        self._db = database

    def note(self, owner: str, files: Iterable[tuple[str, str]]) -> set[str]:
        """Keep `files`, paths below output/ each with its source, as all files of `owner`.

        `owner` is an edition's date, `standing` or `lists`. Return the files that it had before and has no longer.
        """
        rows = selected(self._db, "SELECT file, source FROM file WHERE owner = ?", (owner,))
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
        return [Collision(*row) for row in selected(self._db, query, (owner, LEFT))]

    def is_shared(self, owner: str) -> bool:
        """Whether another owner makes one of the files of `owner` too."""
        query = (
            "SELECT 1 FROM file AS mine JOIN file AS other ON mine.folded = other.folded"
            " AND mine.owner <> other.owner WHERE mine.owner = ? LIMIT 1"
        )
        return bool(selected(self._db, query, (owner,)))

    def owned(self, files: Iterable[str]) -> set[str]:
        """Return those of `files` that have an owner."""
        query = "SELECT 1 FROM file WHERE folded = ? AND file = ?"
        return {file for file in files if selected(self._db, query, (folded(file), file))}

    def of(self, owner: str) -> Iterator[str]:
        """Yield the files of `owner`."""
        return (row[0] for row in selected(self._db, "SELECT file FROM file WHERE owner = ?", (owner,)))

    def all(self) -> Iterator[str]:
        """Yield all files of the site; a file with two owners, such as a shared picture, comes twice."""
        return (row[0] for row in selected(self._db, "SELECT file FROM file"))
