"""What Markdown means here, where it differs from Python-Markdown's own defaults."""

from broadsheet.manuscript.markdown_text import render


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
