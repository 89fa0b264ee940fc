"""The plan of a build: what changed since the last one, and why."""

from collections.abc import Callable
from pathlib import Path

import pytest

from broadsheet.model.errors import PressError
from broadsheet.model.schedule import Schedule
from broadsheet.press.plan.cache.rows import BuildCacheError
from broadsheet.press.plan.inputs import EVERYWHERE
from broadsheet.press.plan.plan import make_plan
from broadsheet.press.plan.survey import unpacked_stats
from tests.press.plan.planning_desk import FILES, LONG_AGO, Desk, digest_of


def test_without_a_build_cache_everything_is_made(desk: Desk) -> None:
    plan = desk.plan("there is no build cache")
    assert plan.whole == "there is no build cache"
    assert {date: change.why for date, change in plan.changes.items()} == {
        "2024-04-15": plan.whole,
        "2024-04-16": plan.whole,
    }
    change = plan.changes["2024-04-15"]
    paths = ("2024-04-15/01/01.md", "2024-04-15/01/02.md")
    assert change.digests == ((paths[0], digest_of("2024-04-15 1")), (paths[1], digest_of("2024-04-15 2")))
    assert unpacked_stats(change.stats) == [(path, 12, LONG_AGO) for path in paths]
    assert (plan.gone, plan.aged, plan.rows) == ((), {}, {})
    assert not plan.is_idle


def test_where_nothing_changed_there_is_nothing_to_make(desk: Desk) -> None:
    first = desk.build("no cache")
    plan = desk.plan()
    assert plan.is_idle
    assert (plan.whole, plan.changes, plan.gone, plan.aged, plan.standing) == ("", {}, (), {}, ())
    assert (plan.outside, plan.outside_digest) == (first.outside, first.outside_digest)
    assert {date: row.shown for date, row in plan.rows.items()} == {"2024-04-15": 1, "2024-04-16": 1}
    assert not plan._replace(whole="x").is_idle
    assert not plan._replace(gone=("2024-04-15",)).is_idle
    assert not plan._replace(standing=("x",)).is_idle


def test_a_build_that_makes_everything_forgets_what_it_knew(desk: Desk) -> None:
    desk.build("no cache")
    desk.write("2024-04-15/01/01.md", "2024-04-15 9")  # same size and age
    desk.write("about.md", "tuoba")
    before = desk.plan()
    assert before.is_idle
    plan = desk.build("the build cache is of another output folder")
    assert plan.rows == {}
    assert plan.changes["2024-04-15"].digests[0][1] == digest_of("2024-04-15 9")
    assert plan.outside_digest != before.outside_digest
    assert len(plan.standing) == 1  # about.md


@pytest.mark.parametrize("fact", EVERYWHERE)
def test_a_fact_that_every_page_depends_on_is_named(desk: Desk, fact: str) -> None:
    desk.build("no cache")
    inputs = desk.inputs()
    changed = inputs._replace(facts={**inputs.facts, fact: "another"})
    plan = make_plan(desk.cache, changed, "")
    assert plan.whole == f"the {fact} changed"
    assert [change.why for change in plan.changes.values()] == [plan.whole] * 2
    assert make_plan(desk.cache, changed, "distrusted").whole == "distrusted"


def test_settings_of_the_other_settings_file_are_named_with_both(desk: Desk) -> None:
    desk.build("no cache")
    inputs = desk.inputs()
    same = inputs._replace(settings_file="publishconf.py")
    assert make_plan(desk.cache, same, "").is_idle
    other = same._replace(facts={**inputs.facts, "settings": "another"})
    told = "the last build was with pelicanconf.py, this would be with publishconf.py"
    assert make_plan(desk.cache, other, "").whole == told
    libraries = same._replace(facts={**inputs.facts, "libraries": "another"})
    assert make_plan(desk.cache, libraries, "").whole == "the libraries changed"


def change_a_text(desk: Desk) -> None:
    desk.write("2024-04-15/01/01.md", "longer than it was")


def write_one_more(desk: Desk) -> None:
    desk.write("2024-04-15/01/03.md")


def remove_one(desk: Desk) -> None:
    (desk.content / "2024-04-15/01/02.md").unlink()


def rename_and_change(desk: Desk) -> None:
    change_a_text(desk)
    (desk.content / "2024-04-15/01/02.md").rename(desk.content / "2024-04-15/01/04.md")


def write_many(desk: Desk) -> None:
    for number in range(5):
        desk.write(f"2024-04-15/02/{number}.md")


def write_three(desk: Desk) -> None:
    for number in range(3):
        desk.write(f"2024-04-15/02/{number}.md")


CHANGES: list[tuple[Callable[[Desk], None], str]] = [
    (change_a_text, f"{FILES}/01.md changed"),
    (write_one_more, f"{FILES}/03.md added"),
    (remove_one, f"{FILES}/02.md removed"),
    (rename_and_change, f"{FILES}/01.md changed; {FILES}/04.md added; {FILES}/02.md removed"),
    (write_three, "2024-04-15/02/0.md, 2024-04-15/02/1.md, 2024-04-15/02/2.md added"),
    (write_many, "2024-04-15/02/0.md, 2024-04-15/02/1.md, 2024-04-15/02/2.md, 2 more added"),
]


@pytest.mark.parametrize(("step", "why"), CHANGES)
def test_a_changed_edition_alone_is_made_and_the_reason_names_the_files(
    desk: Desk, step: Callable[[Desk], None], why: str
) -> None:
    desk.build("no cache")
    step(desk)
    plan = desk.plan()
    assert {date: change.why for date, change in plan.changes.items()} == {"2024-04-15": why}
    assert (plan.whole, plan.gone, plan.aged, plan.standing) == ("", (), {}, ())
    assert not plan.is_idle
    change = plan.changes["2024-04-15"]
    files = sorted((desk.content / "2024-04-15").rglob("*.md"))
    assert change.digests == tuple(
        (file.relative_to(desk.content).as_posix(), digest_of(file.read_text("utf-8"))) for file in files
    )
    assert [path for path, _, _ in unpacked_stats(change.stats)] == [path for path, _ in change.digests]
    desk.build()
    assert desk.plan().is_idle


def test_a_new_edition_is_made_and_one_without_files_is_gone(desk: Desk) -> None:
    desk.build("no cache")
    desk.write("2024-04-17/01/01.md")
    for file in (desk.content / "2024-04-15/01").iterdir():
        file.unlink()
    plan = desk.build()
    assert {date: change.why for date, change in plan.changes.items()} == {"2024-04-17": "a new edition"}
    assert plan.gone == ("2024-04-15",)
    assert set(plan.rows) == {"2024-04-15", "2024-04-16"}
    assert desk.plan().is_idle


def test_an_edition_is_made_when_the_time_of_an_article_has_come(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.schedules = {"2024-04-15": Schedule(1_800_000_000, 1_800_000_100)}
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1800000099")
    desk.build("no cache")
    assert desk.plan().is_idle
    for now in ("1800000100", "1799999999"):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", now)
        assert desk.reasons() == {"2024-04-15": "the time of one of its articles has come"}


def test_standing_pages_are_made_when_files_outside_editions_change(desk: Desk) -> None:
    desk.build("no cache")
    steps: list[Callable[[], object]] = [
        lambda: desk.write("about.md", "longer than it was"),
        lambda: desk.write("photos/a.png"),
        lambda: (desk.content / "photos/a.png").rename(desk.content / "photos/b.png"),
        (desk.content / "photos/b.png").unlink,
    ]
    digests = {desk.plan().outside_digest}
    for step in steps:
        step()
        plan = desk.build()
        assert plan.standing == ("files outside editions changed",)
        assert plan.changes == {}
        assert not plan.is_idle
        assert desk.plan().is_idle
        digests.add(plan.outside_digest)
    assert len(digests) == len(steps)  # the last step undoes the second one


def test_standing_pages_are_made_when_static_files_change(desk: Desk) -> None:
    desk.build("no cache")
    (desk.theme / "static").mkdir(parents=True)
    (desk.theme / "static/site.css").write_text("p {}", encoding="utf-8")
    assert desk.plan().standing == ("the theme’s static files, or what /admin/ edits, changed",)


@pytest.mark.parametrize("fact", ["about.md\0", "about.md\x005\0young\0digest\0", "a\x001\x002\0b\0c\0"])
def test_a_build_cache_that_is_damaged_is_told(desk: Desk, fact: str) -> None:
    desk.build("no cache")
    desk.cache.note_facts({"outside": fact})
    with pytest.raises(BuildCacheError, match=r"shorter|invalid literal"):
        desk.plan()
    assert desk.plan("distrusted").whole == "distrusted"


def test_a_text_that_is_too_large_is_refused_wherever_it_lies(desk: Desk) -> None:
    desk.build("no cache")
    desk.settings["MANUSCRIPT_BYTES"] = 11
    desk.write("2024-04-15/01/01.md", "2024-04-15 1", LONG_AGO + 1)
    with pytest.raises(PressError) as caught:
        desk.plan()
    assert {Path(finding.path) for finding in caught.value.findings} == {
        desk.content / "2024-04-15/01/01.md",
        desk.content / "2024-04-15/01/02.md",
    }
    desk.write("about.md", "longer than it was")
    with pytest.raises(PressError, match=r"about\.md"):
        desk.plan()
