"""Lines that stay lines: what Markdown makes of verse and rows, whatever characters they hold."""

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
