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


EXACT: dict[str, tuple[Role, list[str], str]] = {
    "a numbered list": (Role.NUMBERED, ["一", "二", "三"], "1. 一\n2. 二\n3. 三"),
    "bullets": (Role.BULLETED, ["一", "二"], "- 一\n- 二"),
    "bullets below numbers": (
        Role.NUMBERED,
        ["一", "    甲", "    乙", "二", "    丙"],
        "1. 一\n    - 甲\n    - 乙\n2. 二\n    - 丙",
    ),
    "numbers below bullets begin anew": (
        Role.BULLETED,
        ["一", "\t甲", "\t乙", "二", "\t丙"],
        "- 一\n    1. 甲\n    2. 乙\n- 二\n    1. 丙",
    ),
    "three levels": (
        Role.NUMBERED,
        ["一", "\t甲", "\t    子", "\t乙", "二"],
        "1. 一\n    1. 甲\n        - 子\n    2. 乙\n2. 二",
    ),
    "a list that begins deep": (Role.NUMBERED, ["\t\t甲", "\t\t乙"], "1. 甲\n    1. 乙"),
    "strokes in items": (Role.BULLETED, ["甲|乙"], "- 甲\\|乙"),
    "a quotation": (Role.QUOTE, ["甲|乙", "# 丙"], "> 甲\\|乙\n>\n> \\# 丙"),
    "code": (Role.CODE, ["a", "  b"], "```\na\n  b\n```"),
    "code with fences": (Role.CODE, ["```", "````"], "`````\n```\n````\n`````"),
    "a table": (Role.TABLE, ["甲\t乙", "丙\t丁"], "| 甲 | 乙 |\n| --- | --- |\n| 丙 | 丁 |"),
    "rows of other lengths": (
        Role.TABLE,
        ["甲", "丙\t丁\t戊", "\t己"],
        "| 甲 |  |  |\n| --- | --- | --- |\n| 丙 | 丁 | 戊 |\n|  | 己 |  |",
    ),
    "strokes in cells": (
        Role.TABLE,
        ["甲|乙\t- 丙", "丁\t戊"],
        "| 甲\\|乙 | - 丙 |\n| --- | --- |\n| 丁 | 戊 |",
    ),
    "a subhead": (Role.SUBHEAD, ["甲*乙*"], "## 甲\\*乙\\*"),
    "a paragraph": (Role.PARAGRAPH, ["1. 甲"], "1\\. 甲"),
}


@pytest.mark.parametrize(("role", "lines", "markdown"), EXACT.values(), ids=EXACT.keys())
def test_each_role_is_set_in_markdown(role: Role, lines: list[str], markdown: str) -> None:
    assert markdown_of(*passage(role, lines)) == markdown
