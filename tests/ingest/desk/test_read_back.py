"""Manuscripts are read back before they are written: one that has not all characters of its story stops the page."""

import pytest

from broadsheet.ingest.desk.read_back import read_back
from broadsheet.model.errors import LedgerError
from broadsheet.model.page_reading import PageReading, Passage, Role, Story
from broadsheet.model.source import SourceText

SOURCE = SourceText.of("01.txt", "标题\n正文一二三四五六七八九十甲乙。\n另一篇\n导读\n未归位")
HEAD, TEXT, OTHER, TEASER, LEFT = (line.span for line in SOURCE.lines)


def reading(*, unplaced: bool = True) -> PageReading:
    first = Story(headline=(Passage(Role.HEADLINE, (HEAD,)),), body=(Passage(Role.PARAGRAPH, (TEXT,)),))
    left = Passage(Role.UNPLACED, (LEFT,))
    return PageReading(
        stories=(first, Story(body=(Passage(Role.PARAGRAPH, (OTHER,)),))),
        teasers=(Passage(Role.TEASER, (TEASER,)),),
        unplaced=(left,) if unplaced else (),
        furniture=() if unplaced else (left,),
    )


def manuscript(body: str, title: str = "", more: str = "") -> str:
    head = f"title: {title}\n" if title else ""
    return f"---\n{head}{more}status: review\n---\n{body}\n"


FIRST = manuscript("正文一二三四五六七八九十甲乙。", "标题", "teasers:\n- text: 导读\n")


def test_sound_manuscripts_balance() -> None:
    ledger = read_back(SOURCE, reading(), [FIRST, manuscript("另一篇"), manuscript("未归位")])
    assert ledger == read_back(SOURCE, reading(unplaced=False), [FIRST, manuscript("另一篇")])


BAD = {
    "a character less": (
        [FIRST.replace("三", ""), manuscript("另一篇")],
        1,
        "三四五六七八九十甲乙。导",
        "四五六七八九十甲乙。导读",
    ),
    "a character more": ([FIRST, manuscript("另一篇。")], 2, "", "。"),
    "its end": ([FIRST, manuscript("另一")], 2, "篇", ""),
    "a title that was not printed": ([FIRST, manuscript("另一篇", "题")], 2, "另一篇", "题另一篇"),
    "no teaser": ([FIRST.replace("导读", "导"), manuscript("另一篇")], 1, "读", ""),
    "an article too many": (
        [FIRST, manuscript("另一篇"), manuscript("未归位"), manuscript("多")],
        4,
        "",
        "多",
    ),
}


@pytest.mark.parametrize(("manuscripts", "number", "want", "got"), BAD.values(), ids=BAD.keys())
def test_a_manuscript_that_differs_is_named(manuscripts: list[str], number: int, want: str, got: str) -> None:
    with pytest.raises(LedgerError) as raised:
        read_back(SOURCE, reading(), manuscripts)
    (found,) = raised.value.findings
    assert found.message == f"article {number} does not read back: “{want}” became “{got}”"
    assert (found.path, found.hint) == ("01.txt", "nothing was written; please report this page")


def test_a_supplied_title_is_no_printed_one() -> None:
    supplied = manuscript("另一篇", "题", "title_supplied: true\n")
    read_back(SOURCE, reading(), [FIRST, supplied, manuscript("未归位")])


def test_a_page_without_stories_is_an_article_of_its_unplaced_text() -> None:
    source = SourceText.of("01.txt", "未归位")
    page = PageReading(stories=(), unplaced=(Passage(Role.UNPLACED, (source.lines[0].span,)),))
    read_back(source, page, [manuscript("未归位")])
    with pytest.raises(LedgerError, match="article 1 does not read back: “未归位” became “归位”"):
        read_back(source, page, [manuscript("归位")])
