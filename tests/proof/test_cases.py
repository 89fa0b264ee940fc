"""The checks by their cases, which are data: what fires, where, and what keeps still."""

import json
from pathlib import Path
from typing import Any

import pytest

from broadsheet.lexicon.page_numbers import page_number
from broadsheet.proof import desk, lint_project
from broadsheet.proof.pairs import lone_signs
from broadsheet.proof.site_run import findings_of_site
from tests.proof.newsroom import EDITION, SETTINGS, SOUND, findings, write

CASES = Path(__file__).parent / "cases"
PAGE = "<!doctype html><html lang='zh-Hans'><title>报</title><link rel='icon' href=\"/paper/theme/a.svg\"><h1>报</h1>%s"


def cases(name: str) -> list[Any]:
    entries = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    return [pytest.param(entry, id=entry["label"]) for entry in entries]


@pytest.mark.parametrize("case", cases("pairs"))
def test_pairs(case: dict[str, Any]) -> None:
    assert [list(lone) for lone in lone_signs(case["input"])] == case["expect"]


@pytest.mark.parametrize("case", cases("content"))
def test_content(case: dict[str, Any], tmp_path: Path) -> None:
    article = SOUND.replace(*case.get("replace", ("", "")))
    if "field" in case:
        article = article.replace("title: 夜校开课\n", f"title: 夜校开课\n{case['field']}\n")
    folder = tmp_path / "2031-05-06"
    files = {"01/01.md": article, "edition.yaml": EDITION + case.get("edition", "")} | case.get("files", {})
    for name, text in files.items():
        write((folder / name).resolve(), text)
    found = findings(tmp_path)
    assert sorted([f.code, f.line, f.column] for f in found) == sorted(case["expect"])
    assert all(f.path.startswith(str(tmp_path)) and f.message and f.hint for f in found)


@pytest.mark.parametrize("case", cases("site"))
def test_site(case: dict[str, Any], tmp_path: Path) -> None:
    write(tmp_path / "index.html", PAGE % case["body"])
    for name in ("2031-05-06", "要闻"):
        write(tmp_path / name / "index.html", PAGE % "<p id='b'></p>")
    write(tmp_path / "theme/a.svg", "<svg/>")
    write(tmp_path / "theme/a.css", case.get("css", ""))
    found = findings_of_site(tmp_path, tmp_path.parent / "cache")
    assert sorted([f.code, f.line] for f in found) == sorted(case["expect"])
    assert all(f.hint for f in found)


def test_a_page_of_nothing_is_told_all_that_it_lacks(tmp_path: Path) -> None:
    write(tmp_path / "index.html", "<p>一</p>")
    codes = {f.code for f in findings_of_site(tmp_path, tmp_path.parent / "cache")}
    assert codes == {"site-h1", "site-title", "site-lang"}


def test_one_fault_on_every_page_is_told_a_few_times(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(30):
        write(tmp_path / f"output/{number}/index.html", "<html lang='zh'><title>一</title>")
    write(tmp_path / "output/index.html", "<html lang='zh'><title>一</title><h1>一</h1>")
    assert lint_project(tmp_path, SETTINGS) == 1
    said = capsys.readouterr().out
    assert said.count("error site-h1") == desk._OF_A_KIND
    assert "and 10 more" in said
    assert "lint: 30 errors, 0 warnings, 0 doubts" in said


def test_a_path_is_said_as_an_editor_would_type_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write(tmp_path / "content/2031-05-06/01/01.md", SOUND.replace("晚上", "“晚上"))
    monkeypatch.chdir(tmp_path)
    assert lint_project(tmp_path, SETTINGS) == 0
    said = capsys.readouterr().out
    assert said.startswith("content/2031-05-06/01/01.md:7:1: doubt unpaired")
    assert "\ncontent/2031-05-06/edition.yaml: doubt unnamed-page" in said
    assert "→ write this file, with `1: {name: …, section: …}` under `pages`" in said
    assert "there is no built site" in said


def test_an_empty_project_is_sound(tmp_path: Path) -> None:
    assert lint_project(tmp_path, SETTINGS) == 0


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("（下转3版）", 3),
        ("下转第三版", 3),
        ("上接第 十 版", 10),
        ("（下转第十二版）", 12),
        ("详见二十一版", 21),
        ("转 20 版", 20),
        ("改版", 0),
        ("", 0),
        ("改版后第2版", 2),
    ],
)
def test_page_numbers(line: str, number: int) -> None:
    assert page_number(line) == number
