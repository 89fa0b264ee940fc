"""Every mistake of an editor is told at its place, with what to do. The cases are data."""

import json
from pathlib import Path, PurePath
from typing import Any

import msgspec
import pytest

from broadsheet.manuscript import parse_article, read_article, read_edition
from broadsheet.manuscript.reader import read_manuscript
from broadsheet.model.article import Article, Correction, Photo, Teaser
from broadsheet.model.edition import EditionFacts, PrintPage
from broadsheet.model.errors import ManuscriptError
from broadsheet.model.finding import Finding
from broadsheet.model.page_map import Area, PageMap

CASES = Path(__file__).parent / "cases"
STYLEBOOK = Path(__file__).parents[2] / "docs/stylebook.md"


def cases(name: str) -> list[Any]:
    entries = json.loads((CASES / name).read_text(encoding="utf-8"))
    return [pytest.param(entry, id=entry["label"]) for entry in entries]


def matches(finding: Finding, expected: list[Any]) -> bool:
    line, column, code, message, hint = expected
    place = (finding.line, finding.column, finding.code)
    return place == (line, column, code) and message in finding.message and hint in finding.hint


def check(error: ManuscriptError, expect: list[Any]) -> None:
    assert [f for f in error.findings if not any(matches(f, e) for e in expect)] == []
    assert len(error.findings) == len(expect)
    assert all(finding.hint for finding in error.findings)


@pytest.mark.parametrize("case", cases("mistakes.json"))
def test_manuscript(case: dict[str, Any]) -> None:
    with pytest.raises(ManuscriptError) as caught:
        parse_article(f"---\n{case['input']}\n---\n正文", PurePath("01.md"))
    check(caught.value, case["expect"])


@pytest.mark.parametrize("case", cases("edition_mistakes.json"))
def test_edition(case: dict[str, Any], tmp_path: Path) -> None:
    folder = tmp_path / "2024-04-15"
    folder.mkdir()
    (folder / "edition.yaml").write_text(case["input"], encoding="utf-8")
    with pytest.raises(ManuscriptError) as caught:
        read_edition(folder)
    check(caught.value, case["expect"])


@pytest.mark.parametrize("case", cases("characters.json") + cases("names.json"))
def test_what_is_wrong_in_a_file_s_characters_and_names(case: dict[str, Any], tmp_path: Path) -> None:
    folder = tmp_path / "2024-04-15"
    folder.mkdir()
    path = folder / case.get("file", "01.md")
    path.write_bytes(case["input"].encode())
    read = (lambda: read_edition(folder)) if "file" in case else (lambda: read_manuscript(path))
    if not case["expect"]:
        read()
        return
    with pytest.raises(ManuscriptError) as caught:
        read()
    check(caught.value, case["expect"])


@pytest.mark.parametrize(
    "text", ["", "正文", "title: 标题\n---\n正文", "---\ntitle: 标题\n", " ---\ntitle: a\n---\n"]
)
def test_front_matter_must_be_there_whole(text: str) -> None:
    with pytest.raises(ManuscriptError) as caught:
        parse_article(text, PurePath("01.md"))
    assert [(f.code, f.line) for f in caught.value.findings] == [("no-front-matter", 1)]


@pytest.mark.parametrize("deep", ["[" * 200_000, "- " * 200_000, "[" * 4_000 + "]" * 4_000])
def test_depth_is_an_error_and_never_a_crash(deep: str) -> None:
    with pytest.raises(ManuscriptError):
        parse_article(f"---\ntitle: {deep}\n---\n", PurePath("01.md"))


def test_bytes_that_are_not_utf_8_are_told_by_line(tmp_path: Path) -> None:
    path = tmp_path / "2024-04-15/01/01.md"
    path.parent.mkdir(parents=True)
    path.write_bytes("---\ntitle: 标题\n".encode() + "正文".encode("gb18030"))
    with pytest.raises(ManuscriptError, match=r"01\.md:3:1: error not-utf-8"):
        read_article(path)


@pytest.mark.parametrize("kind", [Article, Photo, Correction, Teaser, EditionFacts, PrintPage, PageMap, Area])
def test_the_stylebook_that_hints_point_to_has_every_key(kind: type[msgspec.Struct]) -> None:
    text = STYLEBOOK.read_text("utf-8")
    names = [name for name in kind.__struct_fields__ if name != "body"]
    assert [name for name in names if f"`{name}`" not in text and f"{name}:" not in text] == []
