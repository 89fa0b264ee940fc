"""inv new and inv list: an editor makes tomorrow's paper and sees what it holds."""

import datetime as dt
import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from broadsheet.manuscript import read_article, read_edition
from broadsheet.model.article import Status
from broadsheet.model.edition import PrintPage
from broadsheet.model.schedule import Clock
from broadsheet.newsroom import list_content, make_new

ROOT = Path(__file__).parents[2]
INV = Path(sys.executable).with_name("inv")
CLOCK = Clock(int(dt.datetime.fromisoformat("2024-04-15T12:00+08:00").timestamp()), ZoneInfo("Asia/Shanghai"))

FACTS = """\
number: 8012
pages:
  1: {name: 要闻, section: 要闻, page_editor: 张三}
  2: {name: 经济新闻, section: 经济}
editors_note: 本期起改版。
"""


@pytest.fixture(autouse=True)
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "content").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def edition(date: str, facts: str = FACTS) -> Path:
    folder = Path("content", date)
    folder.mkdir()
    (folder / "edition.yaml").write_text(facts, encoding="utf-8")
    return folder


def article(path: str, text: str) -> None:
    file = Path("content", path)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")


def on_terminal(*words: str, **environment: str) -> str:
    """Run `inv` with `words` where it takes a person to sit, and return what the terminal shows."""
    for name in ("tasks.py", "pelicanconf.py"):
        shutil.copy(ROOT / name, name)
    ours, theirs = pty.openpty()
    env = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", "COLUMNS": "100", **environment}
    with subprocess.Popen([INV, *words], stdin=theirs, stdout=theirs, stderr=theirs, env=env) as process:
        os.close(theirs)
        shown = b""
        try:
            while data := os.read(ours, 4096):
                shown += data
        except OSError:  # Linux ends the reading of a closed terminal so
            pass
        os.close(ours)
    assert process.returncode == 0, shown.decode()
    return shown.decode()


def test_a_new_edition_has_the_pages_of_the_last_one_and_the_next_number(
    capsys: pytest.CaptureFixture[str],
) -> None:
    edition("2024-04-14", FACTS.replace("8012", "7000").replace("要闻", "旧闻"))
    edition("2024-04-15")
    assert make_new(["edition", "2024-04-16"]) == 0
    facts = read_edition(Path("content/2024-04-16")).facts
    assert facts.number == 8013
    assert facts.pages == {
        1: PrintPage(name="要闻", section="要闻"),
        2: PrintPage(name="经济新闻", section="经济"),
    }
    assert facts.editors_note == ""
    said = capsys.readouterr()
    assert said.out == "content/2024-04-16/edition.yaml: number 8013; pages 1 要闻, 2 经济新闻\n"
    assert "page_editor" in said.err


def test_the_first_edition_has_one_page_and_no_number() -> None:
    assert make_new(["edition", "2024-04-16"]) == 0
    facts = read_edition(Path("content/2024-04-16")).facts
    assert (facts.number, facts.pages) == (0, {1: PrintPage()})


@pytest.mark.parametrize(("later", "number"), [(8013, 0), (8014, 8013), (0, 8013)])
def test_an_edition_between_two_takes_no_number_that_is_taken(later: int, number: int) -> None:
    edition("2024-04-15")
    edition("2024-04-17", f"number: {later}\n")
    assert make_new(["edition", "2024-04-16"]) == 0
    assert read_edition(Path("content/2024-04-16")).facts.number == number


def test_an_edition_that_was_ingested_gets_its_facts_and_keeps_its_articles() -> None:
    edition("2024-04-15")
    article("2024-04-16/01/01.md", "---\ntitle: 题\n---\n\n文。\n")
    assert make_new(["edition", "2024-04-16"]) == 0
    assert read_edition(Path("content/2024-04-16")).facts.number == 8013
    assert read_article(Path("content/2024-04-16/01/01.md")).article.body == "文。"


def test_an_edition_that_exists_is_left_alone(capsys: pytest.CaptureFixture[str]) -> None:
    path = edition("2024-04-15") / "edition.yaml"
    assert make_new(["edition", "2024-04-15"]) == 1
    assert path.read_text(encoding="utf-8") == FACTS
    assert "content/2024-04-15/edition.yaml: error exists" in capsys.readouterr().err


def test_a_mistake_in_the_last_edition_is_told_and_nothing_written(
    capsys: pytest.CaptureFixture[str],
) -> None:
    edition("2024-04-15", "number: 一\n")
    assert make_new(["edition", "2024-04-16"]) == 1
    assert "content/2024-04-15/edition.yaml:1:1" in capsys.readouterr().err
    assert not Path("content/2024-04-16").exists()


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["page"],
        ["edition"],
        ["edition", "2024-4-16"],
        ["edition", "2024-02-30"],
        ["edition", "明天"],
        ["edition", "../2024-04-16"],
        ["article", "2024-04-15"],
        ["article", "2024-04-15", "零"],
        ["article", "2024-04-15", "0"],
        ["article", "2024-04-15", "100000"],
        ["article", "2024-04-15", "1", "1"],
    ],
)
def test_words_that_are_no_command_make_nothing(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    edition("2024-04-15")
    before = sorted(Path().rglob("*"))
    assert make_new(words) == 2
    assert "→" in capsys.readouterr().err
    assert sorted(Path().rglob("*")) == before


def test_a_new_article_is_a_draft_after_the_last_one_of_its_page(capsys: pytest.CaptureFixture[str]) -> None:
    edition("2024-04-15")
    article("2024-04-15/02/01.md", "---\n---\n")
    article("2024-04-15/02/09-heshang.md", "---\n---\n")
    assert make_new(["article", "2024-04-15", "2"], title="江上: 渡船 # 号") == 0
    assert capsys.readouterr().out == "content/2024-04-15/02/10.md\n"
    written = read_article(Path("content/2024-04-15/02/10.md")).article
    assert (written.title, written.status, written.body) == ("江上: 渡船 # 号", Status.DRAFT, "")


def test_two_new_articles_do_not_meet() -> None:
    edition("2024-04-15")
    assert make_new(["article", "2024-04-15", "01"]) == 0
    assert make_new(["article", "2024-04-15", "1"]) == 0
    assert sorted(path.name for path in Path("content/2024-04-15/01").iterdir()) == ["01.md", "02.md"]


def test_an_article_needs_its_edition(capsys: pytest.CaptureFixture[str]) -> None:
    assert make_new(["article", "2024-04-15", "1"]) == 1
    assert "→ inv new edition 2024-04-15" in capsys.readouterr().err
    assert list(Path("content").iterdir()) == []


def test_at_a_terminal_a_new_article_opens_in_the_editor() -> None:
    edition("2024-04-15")
    editor = Path("an editor")
    editor.write_text('#!/bin/sh\nshift\nprintf "\\n晚上七点。\\n" >> "$1"\n', encoding="utf-8")
    editor.chmod(0o755)
    words = ("new", "article", "2024-04-15", "1", "--title", "夜校")
    on_terminal(*words, EDITOR=f"'{editor.absolute()}' --wait")
    written = read_article(Path("content/2024-04-15/01/01.md")).article
    assert (written.title, written.body) == ("夜校", "晚上七点。")


def test_the_articles_of_an_edition_are_listed_in_print_order(capsys: pytest.CaptureFixture[str]) -> None:
    edition("2024-04-15")
    article(
        "2024-04-15/02/01.md", "---\ntitle: Night School\nsection: News\n---\n\nAt *seven* in the evening.\n"
    )
    article("2024-04-15/01/02.md", "---\ntitle: 甲\ntitle_supplied: true\nstatus: review\n---\n\n文。\n")
    article(
        "2024-04-15/01/01.md",
        "---\ntitle: |\n  转型升级\n  再出发\nsource: raw/2024-04-15/01.txt\n---\n\n一**二**三。\n\n四五\n",
    )
    report = Path("raw/2024-04-15/01.review.html")
    report.parent.mkdir(parents=True)
    report.touch()
    assert list_content(["2024-04-15"], CLOCK) == 0
    assert [line.split("\t") for line in capsys.readouterr().out.splitlines()] == [
        ["address", "section", "headline", "status", "length", "review report"],
        [
            "/2024-04-15/01/01/",
            "要闻",
            "转型升级 再出发",
            "published",
            "6字",
            "raw/2024-04-15/01.review.html",
        ],
        ["/2024-04-15/01/02/", "要闻", "〔甲〕", "review", "2字", ""],
        ["/2024-04-15/02/01/", "News", "Night School", "published", "5 words", ""],
    ]


def test_all_editions_are_listed_oldest_first(capsys: pytest.CaptureFixture[str]) -> None:
    edition("2024-04-15")
    article("2024-04-14/01/01.md", "---\nstatus: draft\n---\n")
    article("2024-04-14/03/01.md", "---\nstatus: published\n---\n")
    assert list_content([], CLOCK) == 0
    assert [line.split("\t") for line in capsys.readouterr().out.splitlines()] == [
        ["edition", "number", "pages", "published", "held", "draft", "review"],
        ["2024-04-14", "", "2", "1", "", "1", ""],
        ["2024-04-15", "8,012", "2", "", "", "", ""],
    ]


def test_articles_whose_time_has_not_come_are_held(capsys: pytest.CaptureFixture[str]) -> None:
    edition("2024-04-15")
    article("2024-04-15/01/01.md", "---\ntitle: 甲\npublish_at: 2024-04-15 12:00\n---\n")
    article("2024-04-15/01/02.md", "---\ntitle: 乙\npublish_at: 2024-04-15T12:00+07:00\n---\n")
    article("2024-04-15/01/03.md", "---\ntitle: 丙\npublish_at: 2024-04-15 18:00\nstatus: draft\n---\n")
    article("2024-04-16/01/01.md", "---\ntitle: 丁\n---\n")
    assert list_content(["2024-04-15", "2024-04-16"], CLOCK) == 0
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    states = {row[2]: row[3] for row in rows}
    assert states["甲"] == "published"
    assert states["乙"] == "held until 2024-04-15 13:00"
    assert states["丙"] == "draft"
    assert states["丁"] == "held until 2024-04-16 00:00"
    list_content([], CLOCK)
    assert [line.split("\t") for line in capsys.readouterr().out.splitlines()][1:] == [
        ["2024-04-15", "8,012", "2", "1", "1", "1", ""],
        ["2024-04-16", "", "1", "", "1", "", ""],
    ]


def test_a_manuscript_that_cannot_be_read_is_told_and_the_others_are_listed(
    capsys: pytest.CaptureFixture[str],
) -> None:
    edition("2024-04-15")
    article("2024-04-15/01/01.md", "---\ntitle: 甲\n---\n")
    article("2024-04-15/01/02.md", "---\ntitel: 乙\n---\n")
    assert list_content(["2024-04-15"], CLOCK) == 1
    said = capsys.readouterr()
    assert "甲" in said.out
    assert "content/2024-04-15/01/02.md:2:1: error unknown-key" in said.err


def test_an_edition_that_is_not_there_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert list_content(["2024-04-15"], CLOCK) == 2
    assert "content/2024-04-15" in capsys.readouterr().err


def test_a_terminal_shows_a_table_with_colours_unless_no_color_forbids_them() -> None:
    edition("2024-04-15")
    article("2024-04-15/01/01.md", "---\ntitle: 甲[b]乙\nstatus: draft\n---\n")
    coloured, plain = on_terminal("list", "2024-04-15"), on_terminal("list", "2024-04-15", NO_COLOR="1")
    assert "\x1b[33mdraft" in coloured
    assert "\x1b[33m" not in plain
    for shown in (coloured, plain):
        assert "甲[b]乙" in shown
        assert "/2024-04-15/01/01/" in shown
        assert "\t" not in shown


def test_a_new_article_never_gets_an_address_that_readers_had() -> None:
    edition("2024-04-16")
    article("2024-04-16/01/01.md", "---\ntitle: 头条\n---\n\n文。\n")
    entry = "{address: /2024-04-16/01/04/, date: 2024-05-01, text: 撤下。}"
    Path("content/addresses.yaml").write_text(f"withdrawn:\n- {entry}\n", encoding="utf-8")
    assert make_new(["article", "2024-04-16", "1"], title="新稿") == 0
    assert Path("content/2024-04-16/01/05.md").is_file()
