"""Tables, lists, quotations and code become Markdown that a reader sees the same characters of."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.ingest.desk.body import markdown_of
from broadsheet.manuscript.markdown.dialect import render
from broadsheet.manuscript.markdown.escaping import plain_text
from broadsheet.model.page_reading import Passage, Role
from broadsheet.model.source import SourceText, Span, is_ink

LINE = st.text(alphabet="a字 1.)|\\`*_#>-+~=:[](){}<&;!\"'", min_size=1, max_size=12).filter(str.strip)


def passage(role: Role, lines: list[str]) -> tuple[SourceText, Passage]:
    source = SourceText.of("01.html", "\n".join(lines))
    spans = [line.span for line in source.lines]
    if role is Role.TABLE:
        spans = [Span(source.text.rfind("\n", 0, span.start) + 1, span.end) for span in spans]
    return source, Passage(role, tuple(spans))


def ink(text: str) -> str:
    return "".join(filter(is_ink, text))


@pytest.mark.parametrize("role", [Role.NUMBERED, Role.BULLETED, Role.QUOTE, Role.CODE])
@given(lines=st.lists(LINE, min_size=1, max_size=4))
def test_no_line_says_more_to_markdown_than_its_characters(role: Role, lines: list[str]) -> None:
    source, lined = passage(role, [line.strip() for line in lines])
    assert ink(plain_text(render(markdown_of(source, lined)))) == ink(source.text)


@given(rows=st.lists(st.lists(LINE, min_size=2, max_size=3), min_size=2, max_size=4))
def test_no_cell_says_more_to_markdown_than_its_characters(rows: list[list[str]]) -> None:
    source, table = passage(Role.TABLE, ["\t".join(cell.strip() for cell in row) for row in rows])
    html = render(markdown_of(source, table))
    assert ink(plain_text(html)) == ink(source.text)
    assert html.count("<tr>") == len(rows)


@given(lines=st.lists(st.tuples(st.integers(0, 2), LINE), min_size=1, max_size=5))
def test_nested_lists(lines: list[tuple[int, str]]) -> None:
    source, listed = passage(Role.BULLETED, [" " * (4 * depth) + line.strip() for depth, line in lines])
    html = render(markdown_of(source, listed))
    assert ink(plain_text(html)) == ink(source.text)
    assert html.count("<li>") == len(lines)


def test_code_keeps_its_indents_and_blank_lines() -> None:
    source, code = passage(Role.CODE, ["def f():", "    if x:", "", "        return ```"])
    assert markdown_of(source, code) == "````\ndef f():\n    if x:\n\n        return ```\n````"
