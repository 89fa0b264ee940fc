"""Lines that stay lines: what Markdown makes of verse and rows, whatever characters they hold."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from broadsheet.manuscript.markdown.dialect import render
from broadsheet.manuscript.markdown.escaping import plain_text
from broadsheet.manuscript.markdown.kept_lines import rows, verse

lines = st.lists(
    st.text(st.sampled_from("一二三 12.:|=-*_#>`~\\<&[]()+"), min_size=1, max_size=12).filter(str.strip),
    min_size=1,
    max_size=5,
).map(lambda found: [line.strip() for line in found])


@given(lines)
@example(["一", "==="])
@example(["a|b", "-|-"])
@example(["一\\", "二"])
@example(["1. 一", "2. 二"])
def test_verse_renders_to_its_lines(found: list[str]) -> None:
    shown = render(verse(found))
    assert shown.count("<br>") == len(found) - 1
    assert [" ".join(line.split()) for line in plain_text(shown).split("\n")] == [
        " ".join(line.split()) for line in found
    ]


@given(lines)
@example(["队 胜 负", "云溪 4 1", "海东|东 3 2"])
def test_rows_lose_no_character(found: list[str]) -> None:
    assert "".join(plain_text(render(rows(found))).split()) == "".join("".join(found).split())


def test_a_backslash_breaks_a_line_and_an_escaped_one_does_not() -> None:
    assert render("一\\\n二") == "<p>一<br>\n二</p>"
    assert render("一\\\\\n二") == "<p>一\\二</p>"


@pytest.mark.parametrize(
    ("lines", "markdown"),
    [
        (
            ["队 胜 负", "云溪 4 1", "海东|东 3 2"],
            "| 队 | 胜 | 负 |\n| --- | --- | --- |\n| 云溪 | 4 | 1 |\n| 海东&#124;东 | 3 | 2 |",
        ),
        (
            ["积分榜", "队  胜 场\u3000负", "云溪\t4 0\u3000 1", "=海东  3  2", "（完）", "甲 乙"],
            "积分榜\n\n| 队 | 胜 场 | 负 |\n| --- | --- | --- |\n| 云溪 | 4 0 | 1 |\n| &#61;海东 | 3 | 2 |\n\n（完）\\\n甲 乙",
        ),
        (["队 胜 负", "云溪 4 1"], "队 胜 负\\\n云溪 4 1"),  # a head and one row
        (["1队 胜 负", "云溪 4 1", "海东 3 2"], "1队 胜 负\\\n云溪 4 1\\\n海东 3 2"),  # a figure in the head
        (["队 胜", "云溪 4", "海东 3"], "队 胜\\\n云溪 4\\\n海东 3"),  # two columns
        (
            ["队 胜 负", "云溪 4 1", "海东 三 二"],
            "队 胜 负\\\n云溪 4 1\\\n海东 三 二",
        ),  # a row without figures
        (["甲", "= 乙"], "甲\\\n&#61; 乙"),
        ([], ""),
    ],
)
def test_rows_below_a_head_of_as_many_cells_are_a_table(lines: list[str], markdown: str) -> None:
    assert rows(lines) == markdown
