"""inv verify: the demonstration is whole, and one character that goes missing anywhere is found."""

import re
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from broadsheet.verification import verify_project
from broadsheet.verification.ink import first_difference, ink, ink_of_html
from broadsheet.verification.raw_pages import raw_page_findings
from tests.printed import ROOT, printed

ARTICLE = "2024-05-06/01/02"


@pytest.fixture
def paper(tmp_path_factory: pytest.TempPathFactory, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The demonstration with its site, and an EPUB of each edition."""
    project = printed(tmp_path_factory, settings='EDITION_FILES = ["epub"]\n').parent
    folder = tmp_path / "paper"
    shutil.copytree(project, folder, symlinks=True)
    shutil.copytree(ROOT / "raw", folder / "raw")
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.usefixtures("paper")
def test_the_demonstration_is_whole(capsys: pytest.CaptureFixture[str]) -> None:
    assert verify_project() == 0
    assert (
        "verify: 0 texts lost, 0 articles edited after print in 21 articles, 1 raw page"
        in capsys.readouterr().out
    )


@pytest.mark.usefixtures("paper")
def test_a_column_may_be_called_as_a_feed_is() -> None:
    Path("output/columns/feed.xml").mkdir(parents=True)
    assert verify_project() == 0


def words_of(paper: Path) -> str:
    """Return words of the article's text that stand in it without marks."""
    text = (paper / f"content/{ARTICLE}.md").read_text(encoding="utf-8")
    found = re.search(r"[\u4e00-\u9fff]{8,}", text.split("---\n", 2)[2])
    assert found
    return found[0]


def without_a_character(file: str) -> Callable[[Path], None]:
    def damage(paper: Path) -> None:
        words, path = words_of(paper), paper / "output" / file
        text = path.read_text(encoding="utf-8")
        assert words in text
        path.write_text(text.replace(words, words[1:]), encoding="utf-8")

    return damage


def without_a_page(paper: Path) -> None:
    (paper / f"output/{ARTICLE}/index.html").unlink()


def without_a_manuscript(paper: Path) -> None:
    (paper / f"content/{ARTICLE}.md").unlink()


def with_a_longer_manuscript(paper: Path) -> None:
    with (paper / f"content/{ARTICLE}.md").open("a", encoding="utf-8") as file:
        file.write("\n后来添的一段。\n")


def without_a_character_in_the_epub(paper: Path) -> None:
    path = paper / "output/2024-05-06/edition.epub"
    with zipfile.ZipFile(path) as old:
        files = {name: old.read(name) for name in old.namelist()}
    words = words_of(paper).encode()
    assert words in files["EPUB/01-02.xhtml"]
    files["EPUB/01-02.xhtml"] = files["EPUB/01-02.xhtml"].replace(words, words[3:])
    with zipfile.ZipFile(path, "w") as new:
        for name, data in files.items():
            new.writestr(name, data)


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        (
            without_a_character(f"{ARTICLE}/index.html"),
            f"output/{ARTICLE}/index.html 缺这篇稿件的“正文”，从“",
        ),
        (
            without_a_character("2024-05-06/all/index.html"),
            "output/2024-05-06/all/index.html 缺这篇稿件的“正文”，从“",
        ),
        (without_a_character("feed.xml"), "output/feed.xml 缺这篇稿件的“正文”，从“"),
        (without_a_character("feed.json"), "output/feed.json 缺这篇稿件的“正文”，从“"),
        (without_a_character("rss.xml"), "output/rss.xml 缺这篇稿件的“正文”，从“"),
        (without_a_character_in_the_epub, "output/2024-05-06/edition.epub 缺这篇稿件的“正文”，从“"),
        (without_a_page, f"缺网页 output/{ARTICLE}/index.html"),
        (without_a_manuscript, f"output/{ARTICLE}/index.html: error no-source"),
        (with_a_longer_manuscript, "后来添的一段。"),
    ],
)
def test_what_is_lost_anywhere_is_named(
    paper: Path, damage: Callable[[Path], None], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    damage(paper)
    assert verify_project() == 1
    assert said in capsys.readouterr().out


def test_an_editors_change_of_a_printed_page_is_named_and_is_no_fault(paper: Path) -> None:
    article = paper / "content/2024-04-15/01/01.md"
    text = article.read_text(encoding="utf-8")
    body = text.split("---\n", 2)[2].strip()
    article.write_text(text.replace(body[:6], f"编辑改了{body[4:6]}"), encoding="utf-8")
    (finding,) = raw_page_findings(Path("raw/2024-04-15/01.txt"))
    assert (finding.path, finding.code, finding.severity) == (
        "content/2024-04-15/01/01.md",
        "edited",
        "doubt",
    )
    assert "编辑改了" in finding.message


def test_an_article_that_an_editor_took_out_is_named(paper: Path) -> None:
    (paper / "content/2024-04-15/01/02.md").unlink()
    (finding,) = raw_page_findings(Path("raw/2024-04-15/01.txt"))
    assert finding.path == "content/2024-04-15/01/02.md"
    assert "an editor took this article of raw/2024-04-15/01.txt out" in finding.message


def test_a_raw_page_that_cannot_be_read_is_an_error(paper: Path) -> None:
    (paper / "raw/2024-04-15/01.txt").write_bytes(b"\xff\xfe\xff")
    (finding,) = raw_page_findings(Path("raw/2024-04-15/01.txt"))
    assert finding.severity == "error"


def test_ink_is_what_print_shows() -> None:
    assert ink(" 甲\u3000乙\n\ufeff丙\x07") == "甲乙丙"
    assert ink_of_html("<p>甲 &amp; <b>乙</b></p><!-- 丙 -->") == "甲&乙"
    assert first_difference("一二三四五六七", "一二三四五七") == "二三四五六七"


def test_the_page_of_a_withdrawn_article_needs_no_manuscript(
    paper: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    without_a_manuscript(paper)
    (paper / "content/addresses.yaml").write_text(
        f"withdrawn:\n- {{address: /{ARTICLE}/, date: 2024-05-07, text: 撤回}}\n", encoding="utf-8"
    )
    verify_project()
    assert f"output/{ARTICLE}/index.html: error no-source" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("zh-Hant", "缺網頁 output/2024-05-06/01/02/index.html\n    → 執行 inv build"),
        ("en-GB", "the page output/2024-05-06/01/02/index.html is missing\n    → inv build, then again"),
    ],
)
def test_it_speaks_the_language_of_the_paper(
    paper: Path, language: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with (paper / "pelicanconf.py").open("a", encoding="utf-8") as conf:
        conf.write(f'DEFAULT_LANG = "{language}"\n')
    without_a_page(paper)
    assert verify_project() == 1
    assert said in capsys.readouterr().out
