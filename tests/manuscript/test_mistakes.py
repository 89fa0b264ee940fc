"""Every mistake of an editor is told in its words, at its place, with what to do. The cases are data."""

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePath
from typing import Any

import msgspec
import pytest

from broadsheet.manuscript import parse_article, read_article, read_edition
from broadsheet.manuscript.drawing import drawing_size
from broadsheet.manuscript.reader import read_manuscript
from broadsheet.manuscript.records.addresses_file import read_left_addresses
from broadsheet.manuscript.records.conversions_file import read_conversions
from broadsheet.manuscript.records.page_file import read_page_map
from broadsheet.manuscript.records.rulings_file import read_rulings
from broadsheet.manuscript.unseen import check_characters
from broadsheet.model.article import Article, Correction, Photo, Teaser
from broadsheet.model.edition import EditionFacts, PrintPage
from broadsheet.model.errors import ManuscriptError
from broadsheet.model.finding import Finding
from broadsheet.model.page_map import Area, PageMap

CASES = Path(__file__).parent / "cases/mistakes"
STYLEBOOK = Path(__file__).parents[2] / "docs/stylebook.md"

READERS: dict[str, Callable[[Path], object]] = {
    "01.md": read_manuscript,
    "01.rulings.yaml": lambda path: read_rulings(path.with_name("01.txt")),
    "a.svg": drawing_size,
    "addresses.yaml": lambda path: read_left_addresses(path.parent),
    "conversions.yaml": lambda path: read_conversions(path.parent),
    "edition.yaml": lambda path: read_edition(path.parent),
    "page.yaml": read_page_map,
}


# What a case is written to, where it does not say so itself.
FILES = {
    "addresses": "addresses.yaml",
    "conversions": "conversions.yaml",
    "drawings": "a.svg",
    "edition": "edition.yaml",
    "page_map": "page.yaml",
    "rulings": "01.rulings.yaml",
}


def cases() -> Iterator[Any]:
    for path in sorted(CASES.glob("*.json")):
        file = {"file": FILES.get(path.stem, "01.md")}
        for case in json.loads(path.read_text(encoding="utf-8")):
            yield pytest.param(file | case, id=f"{path.stem}: {case['label']}")


@pytest.mark.parametrize("case", list(cases()))
def test_a_mistake_is_told_in_words_at_its_place(case: dict[str, Any], tmp_path: Path) -> None:
    path = tmp_path / "2024-04-15" / case["file"]
    path.parent.mkdir()
    text = f"---\n{case['fields']}\n---\n\n正文。\n" if "fields" in case else case["input"]
    path.write_text(text, encoding="utf-8", newline="")
    found: Sequence[Finding] = ()
    try:
        READERS[path.name](path)
    except ManuscriptError as error:
        found = error.findings
    assert [[f.line, f.column, f.code, f.message, f.hint] for f in found] == case["expect"]
    assert {f.path for f in found} <= {str(path)}


@pytest.mark.parametrize(
    "text", ["", "正文", "title: 标题\n---\n正文", "---\ntitle: 标题\n", " ---\ntitle: a\n---\n"]
)
def test_front_matter_must_be_there_whole(text: str) -> None:
    with pytest.raises(ManuscriptError) as caught:
        parse_article(text, PurePath("01.md"))
    assert str(caught.value) == (
        "01.md:1:1: error no-front-matter: the front matter is missing or has no end\n"
        "    → begin the file with a line `---`, then the fields, then a line `---`"
    )


@pytest.mark.parametrize("deep", ["[" * 200_000, "- " * 200_000, "[" * 4_000 + "]" * 4_000])
def test_depth_is_an_error_and_never_a_crash(deep: str) -> None:
    with pytest.raises(ManuscriptError) as caught:
        parse_article(f"---\ntitle: {deep}\n---\n", PurePath("01.md"))
    assert str(caught.value) == (
        "01.md:2:1: error yaml: there are too many brackets within brackets\n    → write the value plainly"
    )


def test_many_brackets_and_a_long_line_are_not_deep() -> None:
    brackets = "- [甲, {a: b}]\n" * 3_000
    with pytest.raises(ManuscriptError, match=r"`tags\[1\]` should not be a list"):
        parse_article(f"---\nsummary: {'甲' * 3_000}\ntags:\n{brackets}---\n", PurePath("01.md"))


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


def test_a_large_file_of_characters_that_nobody_sees_is_told_by_the_first() -> None:
    """What it takes grows with the file: the place of each of a million characters would take minutes to count."""
    with pytest.raises(ManuscriptError) as caught:
        check_characters("甲\n\0&#27;" * 150_000, "01.md")
    assert [(f.line, f.column) for f in caught.value.findings] == [(2, 1), (2, 2)]
