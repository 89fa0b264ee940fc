"""The links of the site's texts in the build cache, so that a link to what is gone is found without reading the texts."""

import sqlite3
from collections.abc import Collection, Iterable

from broadsheet.press.plan.cache.rows import selected

LINK_TABLE = """
CREATE TABLE link (
    owner TEXT, path TEXT, named TEXT, target TEXT NOT NULL, marked INTEGER NOT NULL, PRIMARY KEY (owner, path, named)
) WITHOUT ROWID;
CREATE INDEX link_by_target ON link (target);
CREATE INDEX marked_link ON link (owner) WHERE marked;
"""


class CachedLinks:
    """The links of texts; an owner is the date of an edition or `standing`."""

    def __init__(self, database: sqlite3.Connection) -> None:
        self._db = database

    def note(self, owner: str, links: Iterable[tuple[str, str, str]], marked: Collection[str]) -> None:
        """Keep `links` as all links of the texts of `owner`: the text's path, what stands in it, and its target.

        `marked` are the targets whose links its pages mark as dead.
        """
        self._db.execute("DELETE FROM link WHERE owner = ?", (owner,))
        rows = ((owner, path, named, target, target in marked) for path, named, target in links)
        self._db.executemany("INSERT INTO link VALUES (?, ?, ?, ?, ?)", rows)

    def mark(self, owner: str, marked: Collection[str]) -> None:
        """Keep that the pages of `owner` mark the links to the targets `marked` as dead, and no others."""
        rows = selected(self._db, "SELECT DISTINCT target FROM link WHERE owner = ?", (owner,))
        values = ((target in marked, owner, target) for (target,) in rows)
        self._db.executemany("UPDATE link SET marked = ? WHERE owner = ? AND target = ?", values)

    def marked(self) -> dict[str, set[str]]:
        """Return the targets whose links are marked as dead, by the owner of the pages that do so."""
        found: dict[str, set[str]] = {}
        for owner, target in selected(self._db, "SELECT owner, target FROM link WHERE marked"):
            found.setdefault(owner, set()).add(target)
        return found

    def of_or_to(self, owners: Iterable[str], targets: Iterable[str]) -> set[tuple[str, ...]]:
        """Return owner, path, named and target of the links of `owners`, of those to `targets`, and of marked ones."""
        query = "SELECT owner, path, named, target FROM link WHERE "
        rows = {*selected(self._db, f"{query} marked")}
        for column, values in (("owner", owners), ("target", targets)):
            for value in values:
                rows.update(selected(self._db, f"{query} {column} = ?", (value,)))
        return rows

    def all(self) -> list[tuple[str, ...]]:
        """Return owner, path, named and target of all links."""
        return selected(self._db, "SELECT owner, path, named, target FROM link")
