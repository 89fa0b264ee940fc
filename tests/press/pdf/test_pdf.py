"""The PDF of an edition: when it is made, from what, and what is said where it cannot be."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from broadsheet.model.errors import PressError
from broadsheet.press.run import edition_forms
from broadsheet.press.share_images import face
from broadsheet.press.share_images.face import face_of
from tests.press.project import Project
from tests.printed import ROOT

DATE = "2024-04-15"
FILE = f"{DATE}/edition.pdf"
LINK = "application/pdf"
needs_face = pytest.mark.skipif(
    face_of("", "zh-Hans") is None, reason="no Song face; `make test` installs fonts-noto-cjk"
)


@pytest.fixture
def paper(project: Project) -> Iterator[Project]:
    project.use_theme(ROOT / "theme")
    project.set(EDITION_FILES=["pdf"])
    project.article(f"{DATE}/01/01", title="头条", body="春耕开始了。")
    face_of.cache_clear()
    yield project
    face_of.cache_clear()


def words(paper: Project) -> str:
    pdf = pypdfium2.PdfDocument(paper.files()[FILE])
    return re.sub(r"\s", "", "".join(page.get_textpage().get_text_bounded() for page in pdf))


def front(paper: Project) -> str:
    """Return the page of the edition."""
    return paper.files()[f"{DATE}/index.html"].decode()


@needs_face
def test_readers_find_it_on_the_edition(paper: Project) -> None:
    paper.build()
    assert LINK in front(paper)
    assert "头条" in words(paper)
    assert "春耕开始了。" in words(paper)


def test_off_there_is_no_file_and_no_link_to_one(paper: Project) -> None:
    paper.set(EDITION_FILES=[])
    paper.build()
    assert FILE not in paper.files()
    assert LINK not in front(paper)


@needs_face
def test_its_sheets_are_as_large_as_the_settings_say(paper: Project) -> None:
    sizes = {}
    for size in ("a3", "a4"):
        paper.set(PAPER_SIZE=size)
        paper.build()
        sizes[size] = tuple(map(round, pypdfium2.PdfDocument(paper.files()[FILE])[0].get_size()))
    assert sizes == {"a3": (842, 1191), "a4": (595, 842)}


def test_an_unknown_size_is_refused(paper: Project) -> None:
    paper.set(PAPER_SIZE="b5")
    with pytest.raises(PressError, match="PAPER_SIZE"):
        paper.build()


@needs_face
def test_an_edition_that_changes_is_set_anew_and_the_others_are_not(paper: Project) -> None:
    paper.article("2024-04-16/01/01", title="次日", body="谷雨将至。")
    paper.build()
    before = paper.files()
    paper.article(f"{DATE}/01/01", title="头条", body="春耕开始了，雨也来了。")
    paper.build()
    assert "雨也来了" in words(paper)
    assert paper.files()["2024-04-16/edition.pdf"] == before["2024-04-16/edition.pdf"]


@needs_face
def test_the_same_edition_gives_the_same_bytes(paper: Project) -> None:
    paper.build()
    once = paper.files()[FILE]
    shutil.rmtree(paper.folder / ".cache")
    paper.build()
    assert paper.files()[FILE] == once


@needs_face
def test_a_character_without_a_glyph_is_said_and_gives_no_file(paper: Project) -> None:
    paper.article(f"{DATE}/01/01", title="头条", body="有一个字印不出：\ua66e。")
    (doubt,) = (doubt for doubt in paper.build().doubts if doubt.code == "no-pdf")
    assert "\ua66e" in doubt.message
    assert FILE not in paper.files()
    assert LINK not in front(paper)


def test_without_a_typeface_there_is_no_file_and_one_doubt(
    paper: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(face, "_DEBIAN", Path("/nowhere.ttc"))
    monkeypatch.setattr(face, "_matched", lambda: None)
    assert "no-print-face" in [doubt.code for doubt in paper.build().doubts]
    assert FILE not in paper.files()


def test_without_its_package_the_build_says_what_to_install(
    paper: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(edition_forms, "find_spec", lambda _name: None)
    with pytest.raises(PressError, match="typst") as error:
        paper.build()
    assert "pip install" in error.value.findings[0].hint


@needs_face
def test_a_mistake_in_a_template_stops_the_build(paper: Project) -> None:
    theme = paper.folder / "theme-of-ours"
    shutil.copytree(ROOT / "theme", theme)
    with (theme / "print/edition.typ").open("a") as file:
        file.write("#nothing-of-this-name\n")
    paper.set(THEME=theme.name)
    with pytest.raises(PressError, match="nothing-of-this-name"):
        paper.build()
