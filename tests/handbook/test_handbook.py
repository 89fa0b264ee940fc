"""The handbook edition shows everything once, and names nothing that is not there."""

import re
import xml.etree.ElementTree as ET
from pathlib import PurePath

import msgspec
import pytest
from PIL import Image, ImageChops, ImageStat

import tasks
from broadsheet.ingest.report.names import KINDS
from broadsheet.manuscript import parse_article, read_edition
from broadsheet.manuscript.fields import load_mapping
from broadsheet.manuscript.records.rulings_file import Rulings
from broadsheet.manuscript.schema import convert
from broadsheet.model.article import Article, Photo, Status
from broadsheet.model.edition import EditionFacts, PrintPage
from broadsheet.model.source import is_ink
from broadsheet.press.paper.settings import Paper
from tests.handbook import landscape
from tests.handbook.edition import FOLDER, ROOT, SAMPLE_DAY, manuscripts, prose, shown

MADE = ("output/", ".review.html", "neutral")  # by commands, so not in the repository
FOLDERS = ("raw/", "content/", "docs/", "theme/", "broadsheet/", ".github/")
_CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")


def _used(field: str) -> bool:
    """Say whether a manuscript of the edition has `field`, or, for a status, names it."""
    return any(f"\n{field}:" in path.read_text("utf-8").split("\n---\n")[0] for path in FOLDER.glob("*/*.md"))


@pytest.mark.parametrize("field", [f.name for f in msgspec.structs.fields(Article) if f.name != "body"])
def test_every_field_is_used(field: str) -> None:
    assert _used(field)


@pytest.mark.parametrize("field", [f.name for f in msgspec.structs.fields(Article) if f.name != "body"])
def test_every_field_is_explained(field: str) -> None:
    assert f"`{field}`" in prose() or f"{field}:" in "".join(block.text for block in shown("markdown"))


def test_photos_with_and_without_a_picture_stand_there() -> None:
    photos = [photo for manuscript in manuscripts() for photo in manuscript.article.photos]
    assert any(all(msgspec.structs.astuple(photo)) for photo in photos)
    assert any(photo.caption and not photo.file for photo in photos)
    assert {field.name for field in msgspec.structs.fields(Photo)} <= set(_CODE.findall(prose()))


def test_the_edition_has_all_that_an_edition_can_have() -> None:
    facts = read_edition(FOLDER).facts
    assert all(getattr(facts, field.name) for field in msgspec.structs.fields(EditionFacts))
    assert all(getattr(p, f.name) for p in facts.pages.values() for f in msgspec.structs.fields(PrintPage))


def test_nothing_waits_for_an_editor() -> None:
    assert {manuscript.article.status for manuscript in manuscripts()} == {Status.PUBLISHED}


def test_the_correction_counts_the_articles_aright() -> None:
    numbers = ("十六", "十七", "十八", "十九", "二十")
    count = numbers[len(tuple(manuscripts())) - 16]
    (correction,) = (c for manuscript in manuscripts() for c in manuscript.article.corrections)
    assert correction.text.endswith(f"应为{count}篇。")
    assert f"四版{count}篇" in read_edition(FOLDER).facts.editors_note


def test_the_sum_of_the_real_page_is_told_aright() -> None:
    text = (ROOT / "raw" / "2024-04-15" / "01.txt").read_text("utf-8")
    assert f"4月15日第一版一共{sum(map(is_ink, text))}字" in prose()


def test_tasks_exist() -> None:
    named = set(re.findall(r"\binv ([a-z]+)", prose()))
    assert named
    assert all(hasattr(tasks, name) for name in named)


def test_make_targets_exist() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    named = set(re.findall(r"^make ([a-z]+)|`make ([a-z]+)`", prose(), re.MULTILINE))
    assert named
    assert all(f"\n{target or quoted}:" in makefile for target, quoted in named)


def test_paths_exist() -> None:
    files = {"pelicanconf.py", "publishconf.py", "tasks.py"}
    named = {
        code
        for code in _CODE.findall(prose())
        if (code.startswith(FOLDERS) and "<" not in code) or code in files
    }
    kept = {path for path in named if SAMPLE_DAY not in path and not any(part in path for part in MADE)}
    assert len(kept) > 8
    assert [path for path in kept if not (ROOT / path).exists()] == []


def test_settings_exist() -> None:
    settings = (ROOT / "pelicanconf.py").read_text("utf-8")
    for block in shown("python"):
        assert block.text in settings
    known = {field.name.upper() for field in msgspec.structs.fields(Paper)}
    named = {
        code for code in _CODE.findall(prose()) if code.isupper() and code.isidentifier() and len(code) > 4
    }
    assert named
    assert named <= known


def test_manuscripts_shown_can_be_read() -> None:
    blocks = shown("markdown")
    assert len(blocks) > 1
    for block in blocks:
        article = parse_article(block.text, PurePath(block.article))
        assert article.title
        assert article.body


def test_fields_shown_can_be_read() -> None:
    blocks = shown("yaml")
    assert len(blocks) > 4
    for block in blocks:
        located = load_mapping(block.text, str(block.article))
        if "rulings" in located.value:
            assert convert(located, Rulings, str(block.article)).rulings
        elif "pages" in located.value:
            assert convert(located, EditionFacts, str(block.article)).pages
        else:
            assert convert(located, Article, str(block.article)) != Article()


def test_codes_exist() -> None:
    source = "".join(path.read_text("utf-8") for path in (ROOT / "broadsheet").rglob("*.py"))
    quoted = set(re.findall(r": (?:error|doubt) ([a-z-]+):", prose()))
    assert quoted
    assert [code for code in quoted if f'"{code}"' not in source] == []


def test_doubts_are_called_what_the_report_calls_them() -> None:
    body = next(
        manuscript.article.body for manuscript in manuscripts() if "分段存疑" in manuscript.article.body
    )
    listed = dict(re.findall(r"^\| `([a-z-]+)` \| ([^|]+) \|", body, re.MULTILINE))
    assert listed
    assert listed == {code: KINDS[code][0] for code in listed}


@pytest.mark.parametrize("picture", sorted(FOLDER.glob("*/*.svg")), ids=lambda path: path.name)
def test_pictures_are_small_and_keep_to_themselves(picture: PurePath) -> None:
    data = (ROOT / picture).read_bytes()
    assert len(data) < 12_000
    tree = ET.fromstring(data)
    names = {element.tag.rpartition("}")[2] for element in tree.iter()}
    assert names.isdisjoint({"script", "image", "use", "foreignObject", "a"})
    links = [
        value
        for element in tree.iter()
        for value in element.attrib.values()
        if "//" in value or "url(" in value
    ]
    assert links == []
    assert tree.get("width")
    assert tree.get("height")
    assert "@import" not in data.decode()


def test_the_landscape_is_what_its_script_draws_and_is_small() -> None:
    with Image.open(landscape.FILE) as committed:
        difference = ImageChops.difference(committed, landscape.draw()).convert("L")
    assert ImageStat.Stat(difference).mean[0] < 4
    assert landscape.FILE.stat().st_size < 120_000
