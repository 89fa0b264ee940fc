"""Which files a plan reads: those whose size or age differs, and pictures from elsewhere; where bytes are the same, nothing is made."""

import os

import pytest

from broadsheet.press.plan.plan import make_plan
from broadsheet.press.plan.survey import unpacked_stats
from tests.press.plan.planning_desk import FILES, LONG_AGO, TICK, Desk, digest_of


def test_a_new_age_of_the_same_bytes_is_kept_and_nothing_is_made(desk: Desk) -> None:
    desk.build("no cache")
    desk.write("2024-04-15/01/01.md", "2024-04-15 1", LONG_AGO + 5)
    desk.write("about.md", "about", LONG_AGO + 7)
    plan = desk.plan()
    assert plan.is_idle
    assert {date: unpacked_stats(stats) for date, stats in plan.aged.items()} == {
        "2024-04-15": [(f"{FILES}/01.md", 12, LONG_AGO + 5), (f"{FILES}/02.md", 12, LONG_AGO)]
    }
    desk.build()
    assert desk.plan().aged == {}
    assert str(LONG_AGO + 7) in desk.plan().outside


def test_only_files_whose_size_or_age_differs_are_read(desk: Desk, read: list[str]) -> None:
    desk.build("no cache")
    desk.write("2024-04-15/01/01.md", "another text")
    desk.write("2024-04-16/01/02.md", "2024-04-16 9")  # same size and age
    desk.write("photos/a.png", "new")
    read.clear()
    desk.plan()
    assert read == ["photos/a.png"]
    os.utime(desk.content / "2024-04-15/01/01.md", ns=(1, 1))
    read.clear()
    assert desk.plan().changes["2024-04-15"].digests[0][1] == digest_of("another text")
    assert read == ["photos/a.png", f"{FILES}/01.md"]


@pytest.mark.parametrize(("since", "age"), [(TICK, 0), (TICK + 1, LONG_AGO)])
def test_the_age_of_a_file_that_just_changed_is_not_believed(desk: Desk, since: int, age: int) -> None:
    inputs = desk.inputs()._replace(began=LONG_AGO + since)
    plan = make_plan(desk.cache, inputs, "no cache")
    assert [stat[2] for stat in unpacked_stats(plan.changes["2024-04-15"].stats)] == [age, age]
    assert plan.outside.split("\0")[:3] == ["about.md", "5", str(age)]


def test_a_change_in_the_moment_of_the_build_is_seen_by_the_next_one(desk: Desk) -> None:
    inputs = desk.inputs()
    file = desk.write("2024-04-15/01/01.md", "just now", inputs.began)
    about = desk.write("about.md", "at that", inputs.began)
    desk.build("no cache")
    assert desk.plan().is_idle
    for path, text in ((file, "even now"), (about, "as that")):
        path.write_text(text, encoding="utf-8")
        os.utime(path, ns=(inputs.began, inputs.began))
    plan = desk.plan()
    assert plan.changes["2024-04-15"].why == f"{FILES}/01.md changed"
    assert plan.standing == ("files outside editions changed",)


@pytest.mark.parametrize("picture", ["photos/a.png", "2024-04-16/01/a.png"])
def test_an_edition_that_shows_a_picture_from_elsewhere_is_made_when_that_changes(
    desk: Desk, picture: str
) -> None:
    file = desk.write(picture, "picture")
    desk.shared["2024-04-15"] = ((picture, digest_of("picture")),)
    desk.build("no cache")
    assert desk.plan().is_idle
    desk.write(picture, "another")
    os.utime(file, ns=(1, 1))
    assert desk.reasons()["2024-04-15"] == "a picture that it shows changed"
    file.unlink()
    assert desk.reasons()["2024-04-15"] == "a picture that it shows changed"
    desk.shared["2024-04-15"] = ((picture, ""),)
    desk.build()
    assert "2024-04-15" not in desk.reasons()


@pytest.mark.parametrize(
    ("picture", "files"), [("photos/a.png", []), ("2024-04-14/01/a.png", ["2024-04-14/01/a.png"])]
)
def test_a_picture_that_many_editions_show_is_read_once_at_most(
    desk: Desk, read: list[str], picture: str, files: list[str]
) -> None:
    desk.write(picture, "picture")
    for date in ("2024-04-15", "2024-04-16"):
        desk.shared[date] = ((picture, digest_of("picture")),)
    desk.build("no cache")
    read.clear()
    assert desk.plan().is_idle
    assert read == files
