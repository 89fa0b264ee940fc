"""The values in the build cache: they come back as they were kept, and what is damaged is told."""

import pytest

from broadsheet.model.schedule import Schedule
from broadsheet.press.plan.cache.build_cache import BuildCache
from broadsheet.press.plan.cache.rows import BuildCacheError, Row, sealed, selected, unpacked_row, unsealed

HELD = (("/2024-04-15/01/02/", "2024-04-15 18:00"), ("/2024-04-15/01/03/", "2024-04-15 19:00"))
ROW = Row(
    "f", (("photos/a.png", "a1"), ("b.png", "b1")), 12, "2024-04-14", "2024-04-16", Schedule(3, 9, HELD)
)


@pytest.mark.parametrize(
    "row",
    [
        ROW,
        ROW._replace(shared=(), schedule=Schedule(-1, 1 << 60)),
        ROW._replace(schedule=Schedule(0, 0, HELD[:1]), previous="", following=""),
    ],
)
def test_a_row_is_unpacked_as_it_was_packed(row: Row) -> None:
    assert unpacked_row(row.packed()) == row


@pytest.mark.parametrize("data", [b"", b"x", b"12345", "text", None, 7])
def test_bytes_without_their_checksum_are_refused(data: object) -> None:
    with pytest.raises(BuildCacheError, match="a row is damaged"):
        unsealed(data)


@pytest.mark.parametrize("data", [b"", b"x", b"\x00" * 9])
def test_what_is_sealed_is_unsealed(data: bytes) -> None:
    kept = sealed(data)
    assert len(kept) == len(data) + 4
    assert unsealed(kept) == data
    with pytest.raises(BuildCacheError):
        unsealed(kept + b"x")
    with pytest.raises(BuildCacheError):
        unsealed(bytes([kept[0] ^ 1]) + kept[1:])


def test_a_database_that_lost_a_table_is_told(cache: BuildCache) -> None:
    cache._db.execute("DROP TABLE article")
    with pytest.raises(BuildCacheError, match="no such table: article"):
        selected(cache._db, "SELECT * FROM article")
