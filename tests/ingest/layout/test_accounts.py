"""The account of a page's characters: what is lost, left out, recognised or unsure is said, with its line."""

import pytest
from msgspec.structs import replace

from broadsheet.ingest.layout.accounts import check
from broadsheet.ingest.layout.reading import read_marks
from broadsheet.model.errors import LedgerError
from broadsheet.model.finding import Severity
from broadsheet.model.marks import LeftOut, PageMarks
from broadsheet.model.source import SourceText
from tests.ingest.layout.marks_page import marks_of

_TEXT = "桥封了以后过河的人要绕路走半个钟头。"


def page(lines: int) -> PageMarks:
    rows = (f"30 {20 + 13 * n} 9 0 | {_TEXT}" for n in range(lines))
    return marks_of("\n".join([f"page 300 {40 + 13 * lines}", *rows]))


def said(marks: PageMarks) -> list[tuple[str, int | None, str, str]]:
    """Return the code, line, message and hint of each doubt about a page."""
    found = read_marks("01.pdf", marks, {}, "").said
    assert all((one.path, one.severity) == ("01.pdf", Severity.DOUBT) for one in found)
    return [(one.code, one.line, one.message, one.hint) for one in found]


def unsure(marks: PageMarks, sure: float, *numbers: int) -> PageMarks:
    """Return marks with some glyphs of which the recognition was as sure as `sure`."""
    glyphs = (one._replace(sure=sure) if n in numbers else one for n, one in enumerate(marks.glyphs))
    return replace(marks, glyphs=tuple(glyphs))


def test_a_page_that_is_wholly_in_its_text_leaves_nothing_to_say() -> None:
    assert said(page(3)) == []


def test_a_character_that_is_lost_or_added_stops_the_page() -> None:
    marks = marks_of("page 300 100\n30 20 9 0 | 甲乙 丙丙")
    check(SourceText.of("01.pdf", "丙乙甲\n丙"), marks)
    with pytest.raises(LedgerError) as caught:
        check(SourceText.of("01.pdf", "甲甲乙丁"), marks)
    (finding,) = caught.value.findings
    assert (finding.code, finding.path) == ("ledger", "01.pdf")
    assert finding.message == "“丙丙” is lost and “甲丁” is added between the page and its text"
    assert finding.hint == "nothing was written; please report this page"


def test_a_long_loss_is_shown_by_its_first_twenty_characters() -> None:
    marks = marks_of(f"page 300 100\n30 20 9 0 | {'甲' * 21}")
    with pytest.raises(LedgerError) as caught:
        check(SourceText.of("01.pdf", "乙" * 21), marks)
    assert f"“{'甲' * 20}” is lost and “{'乙' * 20}” is added" in caught.value.findings[0].message


def test_what_print_does_not_show_is_left_out_and_said() -> None:
    marks = replace(
        page(3), left_out=(LeftOut("hidden", 1200, "水印"), LeftOut("off the page", 4, "裁掉的字"))
    )
    hint = "look at the printed page; what it shows belongs in the manuscripts"
    assert said(marks) == [
        ("unprinted", 1, "1,200 characters are hidden, and are left out: “水印”", hint),
        ("unprinted", 1, "4 characters are off the page, and are left out: “裁掉的字”", hint),
    ]


def test_a_scan_is_said_with_the_number_of_its_characters() -> None:
    message = "the 54 characters of this page were recognised from a scan"
    hint = "read headlines, names and numbers against the printed page"
    assert said(replace(page(3), recognised=True)) == [("scan", 1, message, hint)]


def test_a_file_of_articles_that_names_none_of_the_page_is_said() -> None:
    message = "mets.xml names no article on this page: its articles are told by the layout alone"
    hint = "compare the articles with the printed page"
    assert said(replace(page(3), unmatched="mets.xml")) == [("unmatched-articles", 1, message, hint)]


def test_words_of_which_the_recognition_was_not_sure_are_said_line_by_line() -> None:
    hint = "compare with the printed page; to change it, change the manuscript"
    assert said(unsure(page(3), 0.49, 0, 1, 4, 18 + 17)) == [
        ("recognised", 1, "the recognition was not sure of “桥封 … 后”", hint),
        ("recognised", 2, "the recognition was not sure of “。”", hint),
    ]
    assert said(unsure(page(3), 0.5, 0, 1, 4)) == []


def test_a_long_list_of_unsure_words_is_cut() -> None:
    marks = marks_of(f"page 900 100\n30 20 9 0 | {'甲乙' * 20}")
    (one,) = said(unsure(marks, 0.1, *range(0, 40, 2)))
    assert one[2] == f"the recognition was not sure of “{'甲 … ' * 15}”"


@pytest.mark.parametrize(
    ("lines", "unsure_lines", "doubts"), [(60, 40, 40), (60, 41, 1), (200, 50, 50), (200, 51, 1)]
)
def test_a_page_with_many_unsure_lines_is_read_as_a_whole(lines: int, unsure_lines: int, doubts: int) -> None:
    marks = unsure(
        page(lines), 0.2, *(n for line in range(2, unsure_lines + 2) for n in (18 * line, 18 * line + 5))
    )
    found = said(marks)
    assert len(found) == doubts
    assert found[0][:2] == ("recognised", 3)
    if doubts == 1:
        words = f"{2 * unsure_lines:,} words on {unsure_lines} of {lines} lines"
        assert found[0][2:] == (
            f"the recognition was not sure of {words}",
            "read the whole page against the printed one",
        )
