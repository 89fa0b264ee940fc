"""What is held until its time comes: an edition until its day begins, an article until its `publish_at`."""

import datetime as dt
import os
from pathlib import Path

import pytest

from broadsheet.model.errors import PressError
from broadsheet.press.status import status
from tests.press.project import Project

ROOT = Path(__file__).parents[3]


def at(project: Project, moment: str) -> None:
    """Set the clock to `moment`, such as 2024-04-15T23:59+08:00."""
    epoch = int(dt.datetime.fromisoformat(moment).timestamp())
    project.monkeypatch.setenv("SOURCE_DATE_EPOCH", str(epoch))


def same_as_from_nothing(project: Project, *, publish: bool = True) -> bool:
    """Whether the site is what a build from nothing makes, at the same time and address."""
    incremental, address = project.files(), os.environ["SITEURL"]
    (project.folder / ".cache/press.sqlite").unlink()
    project.build(publish=publish, site_url=address)
    return project.files() == incremental


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


def test_an_article_is_held_until_its_time_and_then_published_without_a_change_of_files(
    project: Project,
) -> None:
    project.article("2024-04-15/01/02", title="晚报稿", publish_at="2024-04-15 18:00", tags=["晚稿标签"])
    at(project, "2024-04-15T17:59:59+08:00")
    report = project.build(publish=True, site_url="https://example.org")
    assert "not published before its time: /2024-04-15/01/02/ (2024-04-15 18:00)" in str(report)
    assert [
        name for name, data in project.files().items() if "晚稿" in name or "晚报稿".encode() in data
    ] == []
    assert project.build(publish=True, site_url="https://example.org").changed == 0
    at(project, "2024-04-15T18:00+08:00")
    report = project.build(publish=True, site_url="https://example.org")
    assert "before its time" not in str(report)
    assert project.has("/2024-04-15/01/02/")
    assert project.has("/tags/晚稿标签/")
    assert project.build(publish=True, site_url="https://example.org").changed == 0
    assert same_as_from_nothing(project)


def test_a_clock_that_is_set_back_holds_the_article_again(project: Project) -> None:
    project.article("2024-04-15/01/02", publish_at="2024-04-15T18:00+09:00")
    for moment, is_there in (("T17:00+08:00", True), ("T16:59+08:00", False), ("T23:00+08:00", True)):
        at(project, f"2024-04-15{moment}")
        project.build(publish=True)
        assert project.has("/2024-04-15/01/02/") is is_there
        assert same_as_from_nothing(project)


def test_an_article_never_appears_before_its_edition(project: Project) -> None:
    project.article("2024-04-16/01/02", publish_at="2024-04-15 08:00")
    at(project, "2024-04-15T12:00+08:00")
    project.build(publish=True)
    assert not project.has("/2024-04-16/01/02/")
    at(project, "2024-04-16T00:00+08:00")
    project.build(publish=True)
    assert project.has("/2024-04-16/01/02/")


def test_an_edition_of_held_articles_alone_appears_with_the_first_of_them(project: Project) -> None:
    project.article("2024-04-14/01/01")
    project.article("2024-04-15/01/01", publish_at="2024-04-15 07:00")
    at(project, "2024-04-15T06:59+08:00")
    project.build(publish=True)
    assert not project.has("/2024-04-15/")
    assert project.link("/2024-04-14/", "next")[1] == ""
    at(project, "2024-04-15T07:00+08:00")
    project.build(publish=True)
    assert project.link("/2024-04-14/", "next")[1] == "/2024-04-15/"
    assert same_as_from_nothing(project)


def test_the_desk_sees_a_banner_until_the_time_has_come(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    project.use_theme(ROOT / "theme")
    project.article("2024-04-15/01/02", publish_at="2024-04-15 18:00")
    project.article("2024-04-15/01/03", publish_at="2024-04-15 19:00", status="draft")
    at(project, "2024-04-15T12:00+08:00")
    project.build()
    assert "将于2024年4月15日 18:00见报" in project.page("/2024-04-15/01/02/")
    assert "草稿" in project.page("/2024-04-15/01/03/")
    assert "见报" not in project.page("/2024-04-15/01/03/")
    assert "见报" not in project.page("/2024-04-15/01/01/")
    assert "待发" in project.page("/2024-04-15/01/")
    for page in ("", "01/", "01/01/", "all/"):
        assert "将于2024年4月16日 00:00见报" in project.page(f"/2024-04-16/{page}")
    status(publish=False)
    status(publish=True)  # which finds the build cache of the preview
    line = "Not published before its time: /2024-04-15/01/02/ (2024-04-15 18:00)"
    assert capsys.readouterr().out.count(line.partition(" (")[0].replace("its time", "their times")) == 2
    at(project, "2024-04-16T00:00+08:00")
    project.build()
    assert [name for name, data in project.files().items() if "见报".encode() in data] == []
    assert same_as_from_nothing(project, publish=False)


def test_a_link_to_a_held_article_is_dead_until_its_time(project: Project) -> None:
    project.article("2024-04-15/01/01", "见[另一篇](/2024-04-15/01/02/)。")
    project.article("2024-04-15/01/02", publish_at="2024-04-15 18:00")
    at(project, "2024-04-15T12:00+08:00")
    with pytest.raises(PressError, match="is not published before its `publish_at`"):
        project.build(publish=True)
    at(project, "2024-04-15T18:00+08:00")
    project.build(publish=True)
    assert project.has("/2024-04-15/01/02/")


def test_pelican_holds_an_article_back_as_well(project: Project) -> None:
    project.article("2024-04-15/01/02", publish_at="2024-04-15 18:00")
    at(project, "2024-04-15T12:00+08:00")
    project.build(publish=True)
    ours = project.files()
    run = project.pelican("publishconf.py")
    assert run.returncode == 0, run.stderr
    assert project.files() == ours


@pytest.mark.parametrize(
    "time",
    ["2024-04-15", "2024-04-15 6:00", "2024-04-15 24:30", "tomorrow", "9999-12-31 23:00", "20240415T0600"],
)
def test_a_time_that_is_none_is_told_at_its_line(project: Project, time: str) -> None:
    project.article("2024-04-15/01/02", publish_at=time)
    with pytest.raises(PressError, match=r"01/02\.md:3:1.*`publish_at` should be a date and a time"):
        project.build()
