"""A folder at once: over all cores, what did not change left alone, what is bad said and stopping nothing else."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from broadsheet.ingest.desk import up_to_date
from broadsheet.ingest.desk.delivery import HandEdits
from broadsheet.ingest.desk.workers import Outcome, print_all
from tests.ingest.newsroom import DAY, Newsroom

SCHOOL = """小镇开办夜校
本报记者 张三
小镇的夜校昨晚开课，首批学员三十人走进了教室。
教室由旧粮仓改成，能坐五十人。
"""
MANUSCRIPT = f"content/{DAY}/01/01.md"
UNCHANGED = "1 of 1 pages unchanged"


def change_raw(newsroom: Newsroom) -> None:
    newsroom.page(SCHOOL.replace("五十", "六十"))


def add_a_ruling(newsroom: Newsroom) -> None:
    newsroom.file(f"raw/{DAY}/01.rulings.yaml", "rulings:\n- at: 教室由旧粮仓改成\n  column: 夜校\n")


def remove_the_report(newsroom: Newsroom) -> None:
    (newsroom.root / f"raw/{DAY}/01.review.html").unlink()


def remove_the_receipt(newsroom: Newsroom) -> None:
    (newsroom.root / f"raw/{DAY}/01.receipt.json").unlink()


def remove_a_manuscript(newsroom: Newsroom) -> None:
    (newsroom.root / MANUSCRIPT).unlink()


def damage_the_note(newsroom: Newsroom) -> None:
    newsroom.file(f".cache/ingest/{DAY}/01.txt.json", "{")


def test_an_unchanged_page_is_left_alone(newsroom: Newsroom) -> None:
    newsroom.page(SCHOOL)
    assert UNCHANGED not in newsroom.ingest().out
    before = newsroom.files()
    run = newsroom.ingest()
    assert (run.code, run.out.strip()) == (0, f"ingest: {UNCHANGED}")
    assert newsroom.files() == before


@pytest.mark.parametrize(
    "change",
    [
        change_raw,
        add_a_ruling,
        remove_the_report,
        remove_the_receipt,
        remove_a_manuscript,
        damage_the_note,
    ],
)
def test_a_page_is_taken_in_anew_when_anything_about_it_changed(
    newsroom: Newsroom, change: Callable[[Newsroom], None]
) -> None:
    newsroom.page(SCHOOL)
    newsroom.ingest()
    change(newsroom)
    run = newsroom.ingest()
    assert (run.code, UNCHANGED in run.out) == (0, False)
    assert (newsroom.root / MANUSCRIPT).exists()
    assert (newsroom.root / f"raw/{DAY}/01.review.html").exists()
    assert UNCHANGED in newsroom.ingest().out


def test_a_page_is_taken_in_anew_by_other_code(newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    newsroom.page(SCHOOL)
    newsroom.ingest()
    monkeypatch.setattr(up_to_date, "_of_code", lambda: "newer")
    assert UNCHANGED not in newsroom.ingest().out


def test_a_hand_edit_is_still_refused_with_the_difference(newsroom: Newsroom) -> None:
    newsroom.page(SCHOOL)
    newsroom.ingest()
    newsroom.file(MANUSCRIPT, (newsroom.root / MANUSCRIPT).read_text("utf-8").replace("三十", "三百"))
    for _ in range(2):
        run = newsroom.ingest()
        assert run.code == 1
        assert "三百" in run.err
    assert UNCHANGED in newsroom.ingest(edits=HandEdits.KEEP).out
    assert newsroom.ingest().code == 1
    assert newsroom.ingest(edits=HandEdits.OVERWRITE).code == 0
    assert UNCHANGED in newsroom.ingest().out


def test_a_renamed_manuscript_is_the_same_one(newsroom: Newsroom) -> None:
    newsroom.page(SCHOOL)
    newsroom.ingest()
    renamed = newsroom.root / f"content/{DAY}/01/01-night-school.md"
    (newsroom.root / MANUSCRIPT).rename(renamed)
    assert UNCHANGED in newsroom.ingest().out
    edited = renamed.read_text("utf-8").replace("三十", "三百")
    renamed.write_text(edited, "utf-8")
    assert newsroom.ingest(edits=HandEdits.KEEP).code == 0
    assert newsroom.ingest().code == 1
    assert renamed.read_text("utf-8") == edited


def test_many_pages_go_over_all_cores_and_one_bad_page_stops_no_other(newsroom: Newsroom) -> None:
    for number in range(1, 15):
        newsroom.page(SCHOOL if number != 5 else b"\xff\xff\xff", number=number)
    run = newsroom.ingest()
    assert run.code == 1
    assert len(newsroom.articles()) == 13
    assert [line.split(":")[0] for line in run.out.splitlines()] == [
        f"raw/{DAY}/{number:02d}.txt" for number in range(1, 15) if number != 5
    ]
    assert f"1 of 14 pages could not be taken in: raw/{DAY}/05.txt" in run.err
    again = newsroom.ingest()
    assert again.code == 1
    assert "13 of 14 pages unchanged" in again.out


def test_a_terminal_gets_a_bar_and_the_same_lines(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    pages = [Path("01.txt"), Path("02.txt")]
    results = [Outcome(page, f"{page}: [b]1 article", failed=page == pages[1]) for page in pages]
    outcomes = print_all(results, len(pages))
    assert [outcome.failed for outcome in outcomes] == [False, True]
    printed = capsys.readouterr()
    assert "01.txt: [b]1 article" in printed.out
    assert "02.txt: [b]1 article" in printed.err


def test_a_page_in_a_form_that_is_not_read_is_an_error_and_stops_no_other(newsroom: Newsroom) -> None:
    newsroom.page(SCHOOL)
    newsroom.file(f"raw/{DAY}/02.docx", b"PK")
    newsroom.file(f"raw/{DAY}/01.pdf", b"what 01.txt was taken from")
    for _ in range(2):
        run = newsroom.ingest()
        assert run.code == 1
        assert f"raw/{DAY}/02.docx: error not-read" in run.err
        assert f"1 of 2 pages could not be taken in: raw/{DAY}/02.docx" in run.err
    assert len(newsroom.articles()) == 1


def test_an_ending_in_capitals_is_the_same_ending(newsroom: Newsroom) -> None:
    newsroom.file(f"raw/{DAY}/01.TXT", SCHOOL)
    assert newsroom.ingest().code == 0
    assert len(newsroom.articles()) == 1


def test_given_up_hand_edits_are_named(newsroom: Newsroom) -> None:
    newsroom.page(SCHOOL)
    newsroom.ingest()
    newsroom.file(MANUSCRIPT, (newsroom.root / MANUSCRIPT).read_text("utf-8").replace("三十", "三百"))
    assert f"hand edits given up in {MANUSCRIPT}" in newsroom.ingest(edits=HandEdits.OVERWRITE).out
