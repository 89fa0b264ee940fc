"""What Markdown means here, where it differs from Python-Markdown's own defaults."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from broadsheet.manuscript.markdown_text import plain_text, render


def test_a_column_s_alignment_is_a_class_and_not_a_style() -> None:
    html = render("| 版 | 字数 | 备注 |\n|---|--:|:-:|\n| 一 | 5344 | 无 |")
    assert '<th class="align-right">字数</th>' in html
    assert '<td class="align-center">无</td>' in html
    assert "<td>一</td>" in html
    assert "style" not in html


def test_raw_html_is_printed_and_not_obeyed() -> None:
    assert render("<script>alert(1)</script>\n\n一<b>二</b>") == (
        "<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n<p>一&lt;b&gt;二&lt;/b&gt;</p>"
    )


def test_a_row_keeps_the_cells_that_the_head_of_its_table_has_no_column_for() -> None:
    html = render("| 版 | 字数 |\n|---|--:|\n| 一 | 5344 | 另附图 | 张三摄 |\n| 二 |")
    assert '<td class="align-right">5344</td>\n<td>另附图</td>\n<td>张三摄</td>' in html
    assert html.count("<td") == 4 + 2


@pytest.mark.parametrize(
    "words",
    [
        "[记者]: 为什么不早说？",
        "问答。\n[记者]: 为什么？\n[专家]: 好得很",
        "[专家]: 好 (笑)",
        "据[专家]说。\n\n[专家]: 好得很",
        "[1]: https://example.org/",
    ],
)
def test_words_that_look_like_a_link_s_definition_are_printed(words: str) -> None:
    shown = plain_text(render(words))
    assert [word for word in words.split() if word not in shown] == []


def test_a_link_with_an_address_of_its_own_refers_to_no_definition() -> None:
    assert render("[图](/a/)\n\n[图]: /b/") == '<p><a href="/a/">图</a></p>\n<p>[图]: /b/</p>'


def test_a_definition_that_the_text_refers_to_is_one() -> None:
    html = render("见[年报][1]与[Archive]。\n\n[1]: /年报/ '全文'\n[archive]: https://example.org/")
    assert html == (
        '<p>见<a href="/年报/" title="全文">年报</a>与<a href="https://example.org/">Archive</a>。</p>'
    )


@given(
    st.lists(st.sampled_from(["*", "**", "***", "_", "__", " ", "甲", "乙", "a", "：", "。"]), max_size=14)
)
@example(["*", "甲乙", "**", "丙", "*", "丁戊"])
def test_emphasis_however_it_is_crossed_loses_no_character(pieces: list[str]) -> None:
    words = f"始{''.join(pieces)}"
    assert _without_marks(plain_text(render(words))) == _without_marks(words)


def _without_marks(text: str) -> list[str]:
    return [character for character in text if character not in "*_ "]
