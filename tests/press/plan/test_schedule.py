"""An edition whose day has not begun where the paper appears is not in the site for readers."""

import datetime as dt

import pytest

from broadsheet.model.errors import PressError
from broadsheet.press.status import status
from tests.press.project import Project


def at(project: Project, moment: str) -> None:
    """Set the clock to `moment`, such as 2024-04-15T23:59+08:00."""
    epoch = int(dt.datetime.fromisoformat(moment).timestamp())
    project.monkeypatch.setenv("SOURCE_DATE_EPOCH", str(epoch))


@pytest.fixture(autouse=True)
def two_editions(project: Project) -> None:
    project.article("2024-04-15/01/01", title="今日")
    project.article("2024-04-16/01/01", title="明日", tags=["明日标签"])


def test_readers_get_nothing_of_an_edition_before_its_day(project: Project) -> None:
    at(project, "2024-04-15T23:59+08:00")
    report = project.build(publish=True, site_url="https://example.org")
    assert (report.editions, report.articles) == (1, 1)
    assert "not published before its day: 2024-04-16" in str(report)
    files = project.files()
    assert [path for path, data in files.items() if "2024-04-16" in path or b"2024-04-16" in data] == []
    assert [path for path, data in files.items() if "明日".encode() in data] == []


def test_the_first_build_of_its_day_adds_it_and_makes_what_a_build_from_nothing_makes(
    project: Project,
) -> None:
    at(project, "2024-04-15T23:59+08:00")
    project.build(publish=True)
    assert project.build(publish=True).changed == 0
    at(project, "2024-04-16T00:00+08:00")
    report = project.build(publish=True)
    assert project.has("/2024-04-16/01/01/")
    assert "not published before" not in str(report)
    assert project.link("/2024-04-15/", "next")[1] == "/2024-04-16/"
    incremental = project.files()
    (project.folder / ".cache/press.sqlite").unlink()
    project.build(publish=True)
    assert project.files() == incremental


def test_the_day_begins_when_it_does_where_the_paper_appears(project: Project) -> None:
    project.set(TIMEZONE="America/New_York")
    at(project, "2024-04-16T00:00+08:00")
    project.build(publish=True)
    assert not project.has("/2024-04-16/01/01/")
    at(project, "2024-04-16T00:00-04:00")
    project.build(publish=True)
    assert project.has("/2024-04-16/01/01/")


def test_the_desk_sees_it_before_and_is_told(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    at(project, "2024-04-15T12:00+08:00")
    report = project.build()
    assert project.has("/2024-04-16/01/01/")
    assert "not published before its day: 2024-04-16" in str(report)
    for publish in (False, True):
        assert status(publish=publish) == 0
        assert "Not published before its day: 2024-04-16\n" in capsys.readouterr().out
    at(project, "2024-04-16T12:00+08:00")
    status(publish=False)
    assert "published before" not in capsys.readouterr().out


def test_pelican_holds_it_back_as_well(project: Project) -> None:
    at(project, "2024-04-15T12:00+08:00")
    project.build(publish=True)
    ours = project.files()
    run = project.pelican("publishconf.py")
    assert run.returncode == 0, run.stderr
    assert project.files() == ours


def test_a_paper_that_has_no_edition_yet_is_told_why(project: Project) -> None:
    at(project, "2024-04-14T12:00+08:00")
    with pytest.raises(PressError, match="not published before their days: 2024-04-15, 2024-04-16"):
        project.build(publish=True)


def test_a_clock_that_is_no_number_is_told(project: Project) -> None:
    project.monkeypatch.setenv("SOURCE_DATE_EPOCH", "tomorrow")
    with pytest.raises(PressError, match="SOURCE_DATE_EPOCH"):
        project.build(publish=True)


def test_a_time_zone_that_does_not_exist_is_told(project: Project) -> None:
    project.set(TIMEZONE="Asia/Atlantis")
    with pytest.raises(PressError, match="there is no time zone 'Asia/Atlantis'"):
        project.build(publish=True)
