"""Every code by its cases, which are data: a paper in which it finds something, and one in which it finds nothing."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from broadsheet.model.finding import Finding
from broadsheet.proof.checks import FAMILIES, RULES
from broadsheet.proof.rulings import rulings_findings
from broadsheet.proof.site_run import findings_of_site
from broadsheet.proof.stylebook import with_checks
from tests.press.photos import iim, photo
from tests.proof.newsroom import EDITION, SOUND, findings, write

ROOT = Path(__file__).parents[2]
CASES = json.loads((Path(__file__).parent / "cases/codes.json").read_text(encoding="utf-8"))


def draw(path: Path, width: int, height: int, kind: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if kind == "captioned":
        write(path, photo(width, height, extra=iim((120, "夜校里".encode()))))
        return
    frames = [Image.new("1", (width, height), number % 2) for number in range(2)]
    form = {"moving": "GIF", "heavy": "PNG"}.get(kind, kind)
    more = {"save_all": True, "append_images": frames[1:]} if kind == "moving" else {}
    frames[0].save(path, form, **more)
    if kind == "heavy":
        with path.open("ab") as file:
            file.truncate(60_000_000)


def content(root: Path, case: dict[str, Any]) -> list[Finding]:
    head, body = SOUND.split("\n\n", 1)
    if "front" in case:
        head = head.replace("title: 夜校开课\n", f"title: 夜校开课\n{case['front']}\n")
    article = f"{head}\n\n{case.get('body', body)}\n".replace(*case.get("replace", ("", "")))
    folder = root / "content/2031-05-06"
    files = {"01/01.md": article, "edition.yaml": EDITION + case.get("edition", "")}
    for name, text in (files | case.get("files", {})).items():
        write(folder / name, text)
    for name, data in case.get("bytes", {}).items():
        write(folder / name, bytes.fromhex(data))
    for name in case.get("folders", ()):
        (folder / name).mkdir(parents=True)
    for name, target in case.get("links", {}).items():
        (folder / name).symlink_to(target)
    for name, size in case.get("pictures", {}).items():
        draw(folder / name, *size)
    for name, text in case.get("raw", {}).items():
        write(root / "raw" / name, text)
    return [*findings(root / "content"), *rulings_findings(root / "raw")]


def site(root: Path, case: dict[str, Any]) -> list[Finding]:
    write(root / "index.html", case["page"])
    return findings_of_site(root, root / ".cache")


def found(root: Path, case: dict[str, Any]) -> list[Finding]:
    return site(root, case) if "page" in case else content(root, case)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["code"])
def test_a_code_finds_what_it_is_for_and_nothing_else(case: dict[str, Any], tmp_path: Path) -> None:
    there = [finding for finding in found(tmp_path / "fails", case["fails"]) if finding.code == case["code"]]
    assert there
    assert all(finding.message and finding.hint for finding in there)
    assert {finding.severity for finding in there} == {RULES[case["code"]].severity}
    assert case["code"] not in {finding.code for finding in found(tmp_path / "passes", case["passes"])}


def test_every_code_has_its_cases_and_says_what_it_finds() -> None:
    codes = [rule.code for family in FAMILIES for rule in family.rules]
    assert sorted(codes) == sorted(case["code"] for case in CASES)
    assert len(set(codes)) == len(codes) >= 60
    assert all(re.fullmatch("[a-z0-9]+(?:-[a-z0-9]+)*", code) for code in codes)
    assert all(rule.about for rule in RULES.values())


def test_the_stylebook_has_a_line_for_each_code() -> None:
    text = (ROOT / "docs/stylebook.md").read_text(encoding="utf-8")
    assert with_checks(text) == text
