"""inv status says when GitHub Pages will be full at the pace of the newest editions."""

import datetime as dt
from pathlib import Path

import pytest

from broadsheet.press import site_status
from broadsheet.press.site_size import PAGES_LIMIT, size_of
from tests.press.project import Project


def said(output: Path, editions: dict[str, int], lists: int = 0) -> list[str]:
    """Return what is said of a site whose editions, by date, have so many bytes each."""
    for date, size in editions.items():
        file = output / date / "01/01/index.html"
        file.parent.mkdir(parents=True)
        with file.open("wb") as sparse:
            sparse.truncate(size)
    (output / "feed.xml").write_bytes(b"x" * lists)
    return list(size_of(output).lines(output))[1:]


def days(first: str, count: int) -> list[str]:
    return [(dt.date.fromisoformat(first) + dt.timedelta(day)).isoformat() for day in range(count)]


def test_a_daily_of_a_megabyte_a_day_is_full_when_its_bytes_say_so(tmp_path: Path) -> None:
    (line,) = said(tmp_path, dict.fromkeys(days("2024-01-01", 100), 1_000_000))
    assert line.startswith("At the pace of the last 90 days it is full on 2026-09-26; ")
    assert "docs/publishing.md" in line


def test_lists_and_feeds_grow_with_the_editions(tmp_path: Path) -> None:
    dates = days("2024-01-01", 10)
    (line,) = said(tmp_path, dict.fromkeys(dates, 1_000_000), lists=10_000_000)
    left = (PAGES_LIMIT - 20_000_000) / 2_000_000
    assert str(dt.date.fromisoformat(dates[-1]) + dt.timedelta(days=left)) in line


def test_the_newest_editions_count_and_not_those_before(tmp_path: Path) -> None:
    old = dict.fromkeys(days("2020-01-01", 50), 10)
    (line,) = said(tmp_path, old | dict.fromkeys(days("2024-01-01", 50), 10_000_000))
    assert "the last 50 days it is full on 2024-04" in line


@pytest.mark.parametrize(
    ("editions", "expected"),
    [
        ({}, []),
        ({"2024-01-01": 10}, []),
        (
            {"2024-01-01": 10, "2024-01-02": 10},
            ["At the pace of the last 2 days there is room for more than 100 years"],
        ),
        ({"2024-01-01": PAGES_LIMIT}, ["That is more than fits; how to go on: docs/publishing.md"]),
    ],
)
def test_what_it_cannot_or_need_not_say(
    tmp_path: Path, editions: dict[str, int], expected: list[str]
) -> None:
    assert said(tmp_path, editions) == expected


def test_the_command_says_it(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    for date in ("2024-04-15", "2024-04-16"):
        project.article(f"{date}/01/01")
    project.build()
    assert site_status(publish=False) == 0
    assert "At the pace of the last 2 days" in capsys.readouterr().out
