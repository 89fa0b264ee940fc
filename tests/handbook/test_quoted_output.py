"""What the handbook quotes, the program says: the sample page is handed in, ruled on, spoilt and proofed."""

import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from broadsheet.manuscript.place import article_files
from broadsheet.model.errors import BroadsheetError
from broadsheet.model.finding import Finding
from broadsheet.press.paper.settings import read_paper
from broadsheet.press.plates.pictures import check_picture
from broadsheet.proof.words import in_words, words_in
from tests.handbook.edition import FOLDER, SAMPLE_DAY, prose, sample, shown
from tests.ingest.newsroom import Newsroom
from tests.proof.newsroom import findings

SECOND = f"content/{SAMPLE_DAY}/01/02.md"
RULINGS = tuple(block.text for block in shown("yaml", "02/01"))


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Newsroom:
    monkeypatch.chdir(tmp_path)
    newsroom = Newsroom(tmp_path)
    newsroom.page(sample(), day=SAMPLE_DAY)
    return newsroom


def _is_quoted(said: str) -> bool:
    """Say whether the handbook quotes `said`, whose lines stand together in a block."""
    return any(said.strip() in block.text for block in shown("text"))


def test_ingest_says_what_the_handbook_says_it_does(desk: Newsroom) -> None:
    assert _is_quoted(desk.ingest().out)
    assert _is_quoted(desk.ingest().out)
    report = (desk.root / f"raw/{SAMPLE_DAY}/01.review.html").read_text("utf-8")
    total = next(line for line in prose().splitlines() if line.startswith("> 2 篇"))
    for words in (total.removeprefix("> "), *(block.text for block in shown("text", "01/03"))):
        assert _ink(words) in _ink(html.unescape(re.sub(r"<[^>]*>", "", report)))


def _ink(text: str) -> str:
    return "".join(text.split())


def test_a_page_that_cannot_be_taken_in(desk: Newsroom) -> None:
    desk.file(f"raw/{SAMPLE_DAY}/p2.txt", sample())
    findings, total = desk.ingest().err.rsplit("ingest:", 1)
    assert _is_quoted(findings)
    assert _is_quoted(f"ingest:{total}")


def test_a_ruling_supplies_the_headline(desk: Newsroom) -> None:
    desk.page(sample(), day=SAMPLE_DAY, rulings=RULINGS[0])
    desk.ingest()
    assert Path(SECOND).read_text("utf-8") == shown("markdown", "02/01")[0].text
    desk.page(sample(), day=SAMPLE_DAY, rulings=RULINGS[0] + RULINGS[1].removeprefix("rulings:\n"))
    desk.ingest()
    assert "再翻原版。校样上用红笔" in Path(SECOND).read_text("utf-8")


@pytest.mark.parametrize("words", ["资料室", "本报今天试印一版"])
def test_a_ruling_that_is_refused(desk: Newsroom, words: str) -> None:
    desk.page(sample(), day=SAMPLE_DAY, rulings=f"rulings:\n  - at: {words}\n    title: 另拟一题\n")
    assert _is_quoted(desk.ingest().err.rsplit("ingest:", 1)[0])


def test_a_hand_edit_is_kept(desk: Newsroom) -> None:
    desk.page(sample(), day=SAMPLE_DAY, rulings=RULINGS[0])
    desk.ingest()
    path = Path(SECOND)
    path.write_text(path.read_text("utf-8").replace("再看一眼。", "再看一眼，再签字。"), "utf-8")
    assert _is_quoted(desk.ingest().err.rsplit("ingest:", 1)[0])


SPOILT: dict[str, Callable[[str], str]] = {
    "unknown-key": lambda text: text.replace("title:", "titel:", 1),
    "yaml": lambda text: text.replace("byline: □ 资料室", "byline: 记者: 某"),
    "unfinished": lambda text: text.replace("authors: 资料室", "status: review"),
    "early-correction": lambda text: text.replace(
        "authors: 资料室", "corrections: [{date: 2024-05-01, text: 应为}]"
    ),
}


@pytest.mark.parametrize("code", SPOILT)
def test_proof_says_what_the_handbook_says_it_does(desk: Newsroom, code: str) -> None:
    desk.file(SECOND, SPOILT[code](shown("markdown", "02/01")[0].text))
    found = [finding for finding in findings(Path("content")) if finding.code == code]
    assert found
    assert all(_is_quoted(_in_chinese(finding)) for finding in found)


def _in_chinese(finding: Finding) -> str:
    return str(in_words(finding, words_in("zh-Hans")))


def test_addresses_are_refused_as_quoted(desk: Newsroom) -> None:
    text = shown("markdown", "02/01")[0].text
    desk.file(f"content/{SAMPLE_DAY}/01/2.md", text)
    for path in article_files(FOLDER):
        desk.file(f"content/{path.relative_to(FOLDER.parent)}", path.read_bytes())
    desk.file("content/2024-05-06/03/03-jiu.md", text)
    found = [f for f in findings(Path("content")) if f.code in ("bad-path", "same-address")]
    assert len(found) == 2
    assert all(_is_quoted(_in_chinese(finding)) for finding in found)


def test_the_press_says_what_the_handbook_says_it_does(desk: Newsroom) -> None:
    spoilt = shown("markdown", "02/01")[0].text.replace("authors: 资料室", "photos: [{file: a.jpg}]")
    manuscript = desk.file(SECOND, spoilt).relative_to(desk.root)
    with pytest.raises(BroadsheetError) as missing:
        check_picture(f"{SAMPLE_DAY}/01/a.jpg", Path("content"), manuscript, "a.jpg")
    assert _is_quoted(str(missing.value))
    with pytest.raises(BroadsheetError) as bad:
        read_paper({"SITENAME": "对开新报", "SECTIONS": {"要闻": "yao wen"}})
    assert _is_quoted(str(bad.value))
