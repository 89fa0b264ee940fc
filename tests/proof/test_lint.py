"""The command: the forms that it prints, the paths that it takes, exceptions, and what it remembers."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from broadsheet.manuscript.markdown.dialect import render
from broadsheet.model.errors import ProjectError
from broadsheet.model.finding import Finding
from broadsheet.proof import FORMATS, LintOptions, desk, lint_project
from broadsheet.proof import findings as running
from broadsheet.proof.checks import RULES
from broadsheet.proof.read import site, store
from broadsheet.proof.read.site_page import SitePage, read_page
from broadsheet.proof.rulings import rulings_findings
from broadsheet.proof.site_run import findings_of_site
from tests.proof.newsroom import EDITION, SETTINGS, SOUND, findings, write

ROOT = Path(__file__).parents[2]
BAD = SOUND.replace("七点，", "七点,").replace("authors: 罗溪", "authors: 秦岭")


@pytest.fixture(name="paper")
def a_paper(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "content/2031-05-06/01/01.md", BAD)
    write(tmp_path / "content/2031-05-06/01/02.md", SOUND.replace("title: 夜校开课\n", ""))
    write(tmp_path / "content/2031-05-06/edition.yaml", EDITION)
    return tmp_path


# In a process of its own: pytest's have threads, and these may not be forked from Python 3.12 on.
SHARED_OUT = """
from pathlib import Path
from broadsheet.proof import LintOptions, lint_project
from broadsheet.proof.read import cores
from tests.proof.newsroom import SETTINGS
cores.SEVERAL = {several}
raise SystemExit(lint_project(Path(), SETTINGS, LintOptions(form="json")))
"""


def test_many_manuscripts_are_shared_out_among_processes_with_the_same_findings(paper: Path) -> None:
    for number in range(3, 60):
        write(
            paper / f"content/2031-05-06/01/{number:02d}.md", BAD if number % 3 else "---\ntitel: 夜\n---\n"
        )
    ways = []
    for several in (1, 1000):
        (paper / ".cache/lint.msgpack").unlink(missing_ok=True)
        command = [sys.executable, "-c", SHARED_OUT.format(several=several)]
        ran = subprocess.run(
            command,
            env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert ran.returncode == 1, ran.stderr
        ways.append(ran.stdout)
    assert ways[0] == ways[1]
    assert len({finding["path"] for finding in json.loads(ways[0])}) == 59


def printed(form: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert lint_project(Path(), SETTINGS, LintOptions(form=form)) == 1
    return capsys.readouterr().out


@pytest.mark.usefixtures("paper")
def test_annotations_of_a_workflow(capsys: pytest.CaptureFixture[str]) -> None:
    assert printed("github", capsys).splitlines() == [
        "::notice file=content/2031-05-06/01/01.md,line=4,col=1,title=unknown-author::秦岭 is an author, and the byline does not say so%0Amend one of the two",
        "::warning file=content/2031-05-06/01/01.md,line=7,col=5,title=half-width-mark::“,” between hanzi is half-width%0Awrite it full width, between hanzi",
        "::error file=content/2031-05-06/01/02.md,title=no-title::the article has no headline%0Asupply one by a ruling, or as `title` with `title_supplied: true`",
    ]


@pytest.mark.usefixtures("paper")
def test_json_holds_findings_alone(capsys: pytest.CaptureFixture[str]) -> None:
    first, second, third = json.loads(printed("json", capsys))
    assert second == {
        "code": "half-width-mark",
        "severity": "warning",
        "path": "content/2031-05-06/01/01.md",
        "line": 7,
        "column": 5,
        "message": "“,” between hanzi is half-width",
        "hint": "write it full width, between hanzi",
    }
    assert (first["severity"], third["severity"], third["line"]) == ("doubt", "error", 0)


@pytest.mark.usefixtures("paper")
def test_sarif_names_rules_and_places(capsys: pytest.CaptureFixture[str]) -> None:
    log = json.loads(printed("sarif", capsys))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert rules == list(RULES)
    assert {result["ruleId"] for result in run["results"]} <= set(rules)
    assert [result["level"] for result in run["results"]] == ["note", "warning", "error"]
    places = [result["locations"][0]["physicalLocation"] for result in run["results"]]
    assert places[1] == {
        "artifactLocation": {"uri": "content/2031-05-06/01/01.md"},
        "region": {"startLine": 7, "startColumn": 5},
    }
    assert "region" not in places[2]


def test_sarif_names_a_file_by_a_uri() -> None:
    log = json.loads(
        FORMATS["sarif"]([Finding("stranger", "content/汉 字.txt", "nothing is made of this file")])
    )
    (result,) = log["runs"][0]["results"]
    location = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == {"uri": "content/%E6%B1%89%20%E5%AD%97.txt"}


@pytest.mark.usefixtures("paper")
def test_paths_choose_what_is_shown_and_what_fails(capsys: pytest.CaptureFixture[str]) -> None:
    assert lint_project(Path(), SETTINGS, LintOptions((Path("content/2031-05-06/01/01.md"),))) == 0
    assert "0 errors, 1 warning, 1 doubt" in capsys.readouterr().out
    assert lint_project(Path(), SETTINGS, LintOptions((Path("content/2031-05-06"),))) == 1
    write(Path("content/2031-05-07/01/01.md"), SOUND)
    assert lint_project(Path(), SETTINGS, LintOptions((Path("content/2031-05-07"),))) == 0


@pytest.mark.usefixtures("paper")
def test_a_path_to_nothing_is_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert lint_project(Path(), SETTINGS, LintOptions((Path("content/2031-05-0"),))) == 1
    assert capsys.readouterr().err.startswith("content/2031-05-0: error no-file")


def test_an_exception_holds_for_a_page_map_and_for_a_picture_of_an_article(tmp_path: Path) -> None:
    folder = tmp_path / "2031-05-06/01"
    page = "width: 2\nheight: 2\npicture: page.png\n"
    write(folder / "page.yaml", page)
    Image.new("1", (20, 30)).save(folder / "page.png")
    shown = SOUND.replace("authors", "photos:\n  - {file: page.png, alt: 教室}\nauthors")
    assert codes(shown, tmp_path) == [("small-picture", 5), ("page-shape", 0)]
    write(folder / "page.yaml", f"# lint: off page-shape the margins were cut\n{page}")
    assert codes(shown.replace("authors", "# lint: off small-picture as it came\nauthors"), tmp_path) == []


def test_an_exception_holds_for_rulings_too(tmp_path: Path) -> None:
    write(tmp_path / "01.rulings.yaml", "rulings: []\n")
    assert [finding.code for finding in rulings_findings(tmp_path)] == ["rulings-without-page"]
    write(tmp_path / "01.rulings.yaml", "# lint: off rulings-without-page the page is lost\nrulings: []\n")
    assert list(rulings_findings(tmp_path)) == []


def codes(text: str, root: Path, edition: str = EDITION) -> list[tuple[str, int]]:
    write(root / "2031-05-06/01/01.md", text)
    write(root / "2031-05-06/edition.yaml", edition)
    return [(finding.code, finding.line) for finding in findings(root)]


REMARK = "<!-- lint: off half-width-mark %s-->\n\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (BAD.replace("晚上", REMARK % "as printed " + "晚上"), [("unknown-author", 4)]),
        (BAD.replace("---\n\n", "# lint: off unknown-author a pen name\n---\n\n"), [("half-width-mark", 8)]),
        (
            BAD.replace("晚上", REMARK % "" + "晚上"),
            [("unknown-author", 4), ("exception-without-reason", 7), ("half-width-mark", 9)],
        ),
        (
            BAD.replace("晚上", "```\n" + REMARK % "as printed " + "```\n\n晚上"),
            [("unknown-author", 4), ("half-width-mark", 12)],
        ),
        (SOUND.replace("晚上", REMARK % "as printed " + "晚上"), [("unused-exception", 7)]),
        (SOUND.replace("晚上", "<!-- lint: off -->\n\n晚上"), [("unknown-exception", 7)]),
    ],
)
def test_exceptions(text: str, expected: list[tuple[str, int]], tmp_path: Path) -> None:
    assert sorted(codes(text, tmp_path), key=lambda item: item[1]) == expected


def test_an_exception_holds_for_an_edition_too(tmp_path: Path) -> None:
    edition = EDITION + "  2: {name: 文化}\n"
    assert codes(SOUND, tmp_path, edition) == [("empty-page", 3)]
    assert codes(SOUND, tmp_path, "# lint: off empty-page the page was an advertisement\n" + edition) == []


def test_a_remark_reaches_no_reader_but_in_code() -> None:
    remark = "<!-- lint: off unpaired as printed -->"
    assert render(f"一。\n\n{remark}\n\n二。") == render("一。\n\n二。")
    assert render(f"一。\n{remark}\n二。") == render("一。\n\n二。")
    assert "lint: off" in render(f"```\n{remark}\n```")
    assert "&lt;!-- 注 --&gt;" in render("<!-- 注 -->")
    assert "lint: off" in render(f"见{remark}。")


def remembered(root: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[list[Finding], list[str]]:
    """Return the findings of a run that remembers, and the files that it read anew."""
    seen: list[str] = []

    def noting(located: Any, path: str) -> Any:
        seen.append(located.path)
        return running.article_findings(located, path)

    monkeypatch.setattr(desk, "article_findings", noting)
    return desk.content_findings(root / "content", SETTINGS, root / ".cache/lint.msgpack"), seen


def test_only_what_changed_is_read_anew(paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, seen = remembered(paper, monkeypatch)
    assert len(seen) == 2
    assert remembered(paper, monkeypatch) == (first, [])
    assert [str(finding) for finding in first] == [str(finding) for finding in findings(paper / "content")]
    write(paper / "content/2031-05-06/01/01.md", SOUND)
    changed, seen = remembered(paper, monkeypatch)
    assert seen == ["2031-05-06/01/01.md"]
    assert [finding.code for finding in changed] == ["no-title"]
    (paper / "content/2031-05-06/01/02.md").unlink()
    assert remembered(paper, monkeypatch) == ([], [])


def test_what_other_code_found_is_found_anew(paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    remembered(paper, monkeypatch)
    monkeypatch.setattr(store, "_code_digest", lambda: "of other code")
    assert len(remembered(paper, monkeypatch)[1]) == 2


def test_the_digest_of_the_code_is_that_of_all_that_finds_anything() -> None:
    code = b"".join(store._code())
    for name in (
        "proof/checks/markdown.py",
        "manuscript/reader.py",
        "lexicon/misprints.toml",
        "model/characters.py",
    ):
        assert name.encode() in code


def test_a_site_is_read_anew_where_it_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = "<html lang='zh'><title>一</title><h1>一</h1>%s"
    write(tmp_path / "output/index.html", page % "<a href='/a/'>一</a>")
    write(tmp_path / "output/b/index.html", page % "<a href='/'>一</a>")
    seen: list[str] = []

    def noting(path: str, html: str) -> SitePage:
        seen.append(path)
        return read_page(path, html)

    monkeypatch.setattr(site, "read_page", noting)
    cache = tmp_path / "cache"
    first = findings_of_site(tmp_path / "output", cache)
    assert ([finding.code for finding in first], sorted(seen)) == (
        ["site-link"],
        ["b/index.html", "index.html"],
    )
    assert findings_of_site(tmp_path / "output", cache) == first
    write(tmp_path / "output/a/index.html", page % "<p>{{ a }}</p>")
    assert [finding.code for finding in findings_of_site(tmp_path / "output", cache)] == ["site-mark"]
    assert seen[2:] == ["a/index.html"]


@pytest.mark.parametrize("damage", [b"", b"\xc1", b"\x93\xa1x\x80\x80"])
def test_a_damaged_memory_is_as_good_as_none(
    paper: Path, monkeypatch: pytest.MonkeyPatch, damage: bytes
) -> None:
    first, _ = remembered(paper, monkeypatch)
    write(paper / ".cache/lint.msgpack", damage)
    again, seen = remembered(paper, monkeypatch)
    assert (again, len(seen)) == (first, 2)


def test_a_memory_of_a_terabyte_is_as_good_as_none(paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, _ = remembered(paper, monkeypatch)
    os.truncate(paper / ".cache/lint.msgpack", 1 << 40)
    again, seen = remembered(paper, monkeypatch)
    assert (again, len(seen)) == (first, 2)


@pytest.mark.parametrize("file", ["index.html", "a/index.html", "theme/main.css"])
def test_a_file_of_a_terabyte_is_no_page_of_a_site(file: str, tmp_path: Path) -> None:
    write(tmp_path / "output/index.html", "")
    write(tmp_path / "output" / file, "")
    os.truncate(tmp_path / "output" / file, 1 << 40)
    with pytest.raises(ProjectError, match=f"output/{file}: error damaged-page: this file has 1099511 MB"):
        findings_of_site(tmp_path / "output", tmp_path / ".cache")


@pytest.mark.parametrize(
    ("language", "message", "hint"),
    [
        ("zh-Hans", "汉字之间的“,”是半角", "汉字之间写全角"),
        ("zh-Hans-CN", "汉字之间的“,”是半角", "汉字之间写全角"),
        ("zh-Hant", "漢字之間的「,」是半形", "漢字之間寫全形"),
        ("en-GB", "“,” between hanzi is half-width", "write it full width, between hanzi"),
        ("fr", "“,” between hanzi is half-width", "write it full width, between hanzi"),
    ],
)
@pytest.mark.usefixtures("paper")
def test_findings_are_told_in_the_paper_s_language(
    language: str, message: str, hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    lint_project(Path(), SETTINGS._replace(language=language))
    assert f"warning half-width-mark: {message}\n    → {hint}\n" in capsys.readouterr().out


@pytest.mark.usefixtures("paper")
def test_what_is_told_from_memory_is_told_in_another_language_too(capsys: pytest.CaptureFixture[str]) -> None:
    write(Path("content/2031-05-06/01/02.md"), SOUND.replace("byline", "titel"))
    lint_project(Path(), SETTINGS)
    lint_project(Path(), SETTINGS._replace(language="zh-Hans"))
    english, chinese = capsys.readouterr().out.split("lint:")[:2]
    assert "there is no key `titel`\n    → did you mean `title`?; see docs/stylebook.md" in english
    assert "没有字段 `titel`\n    → 是不是 `title`？；见 docs/stylebook.md" in chinese
