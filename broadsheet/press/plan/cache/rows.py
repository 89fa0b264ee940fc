"""The values in the build cache: an edition's row and its larger parts, each as bytes after a checksum."""

import sqlite3
from itertools import chain
from typing import NamedTuple
from zlib import crc32

from broadsheet.files.text_rows import joined, paired, parted
from broadsheet.model.schedule import Schedule

_CHECKSUM = 4  # bytes


class BuildCacheError(Exception):
    """A build cache that is damaged or of another version; the build starts again with an empty one."""


CACHE_ERRORS = (BuildCacheError, sqlite3.DatabaseError)
"""The exceptions of a damaged build cache; damage may show when values are read, or only when they are written."""


class Row(NamedTuple):
    """The values of an edition that every build reads, even one that finds nothing changed.

    `fingerprint` is the digest of its files. `shared` are the pictures that it shows from outside its folder: paths
    below content/ with digests. `shown` is the number of articles that readers see. `previous` and `following` are the
    dates (ISO 8601) of the editions that its front links to, "" at the ends. `schedule` says until when it may stay.
    """

    fingerprint: str
    shared: tuple[tuple[str, str], ...]
    shown: int
    previous: str
    following: str
    schedule: Schedule

    def packed(self) -> bytes:
        """Return the row as bytes."""
        since, until, held = self.schedule
        numbers = map(str, (self.shown, since, until, len(held)))
        values = (self.fingerprint, self.previous, self.following, *numbers)
        return joined((*values, *chain.from_iterable((*held, *self.shared))))


def unpacked_row(data: bytes) -> Row:
    """Return the row that `Row.packed` made into `data`. Raises ValueError."""
    fingerprint, previous, following, shown, since, until, held, *pairs = parted(data)
    times, shared = paired(pairs)[: int(held)], paired(pairs)[int(held) :]
    return Row(fingerprint, shared, int(shown), previous, following, Schedule(int(since), int(until), times))


class Parts(NamedTuple):
    """The larger values of an edition, packed as bytes; a build reads each only where it needs it.

    `counts` are the numbers of its articles in each list (`edition.records.Counts`), `digests` those of its files,
    `marks` those of its articles (`Marks`), `record` its view and its articles for lists (`EditionRecord`), `sitemap`
    its lines in the month's sitemap, `search` the texts of its articles for the search index (b"" without search).
    """

    counts: bytes
    digests: bytes
    marks: bytes
    record: bytes
    sitemap: bytes
    search: bytes


class Collision(NamedTuple):
    """A file of the site that two sources make, with both."""

    file: str
    source: str
    other: str


def sealed(data: bytes) -> bytes:
    """Return `data` after its checksum (CRC-32, 4 bytes)."""
    return crc32(data).to_bytes(_CHECKSUM) + data


def unsealed(data: object) -> bytes:
    """Return the bytes that `sealed` got. Raises BuildCacheError where they do not match their checksum."""
    if not isinstance(data, bytes) or crc32(kept := data[_CHECKSUM:]).to_bytes(_CHECKSUM) != data[:_CHECKSUM]:
        raise BuildCacheError("a row is damaged")
    return kept


def selected(
    database: sqlite3.Connection, query: str, values: tuple[str | int, ...] = ()
) -> list[tuple[str, ...]]:
    """Return all rows that `query` with `values` finds in `database`. Raises BuildCacheError for a damaged one."""
    try:
        return database.execute(query, values).fetchall()
    except sqlite3.DatabaseError as error:
        raise BuildCacheError(str(error)) from error
