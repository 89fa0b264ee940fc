"""What Markdown means here: what editors know from CommonMark and GitHub, and where we depart from it. The cases are data."""

import gc
import json
import sys
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown.util import Registry

from broadsheet.manuscript.markdown.dialect import new_markdown, render
from broadsheet.manuscript.markdown.escaping import plain_text
from broadsheet.manuscript.markdown.limits import MarkdownLimitError

CASES = json.loads((Path(__file__).parent / "cases/markdown.json").read_text(encoding="utf-8"))

# What Markdown or HTML acts on, at a line's beginning, within it, and at its end.
MARKS = (
    *("`", "``", "```", "*", "**", "***", "_", "__", "[", "]", "(", ")", "![", "[a](", "[a][", "](", "[^1]", "[^1]: "),
    *("<", "<a ", "<http://", "<a@", "<!--", "<![CDATA[", "&", "&#", "&amp", "\\", "'", '"', "“", "{: ", "~", "~~~"),
    *("|", "| a ", "\n|", "|-|\n", "#", "# ", "=", "===\n", "---\n", "[a]: /b\n", "  \n", "\\\n", "\n\n", "\t", "    "),
    *("\n> ", "\n- ", "\n1. ", "*a", "a*", "_a", "a_", "**x*", "`a``", "甲\n", "(<", "[a](/b '", "```a\n", "~~~\n"),
)  # fmt: skip

VISIBLE = "甲乙丙，。”éZ"
SIZE = 40_000

# Texts that took Python-Markdown minutes, that it gave up with RecursionError, or of which a page of megabytes would come.
HURTING = {
    "backticks, each run longer": " ".join("`" * n for n in range(1, 280)),
    "fences, each run shorter": "\n".join("`" * n for n in range(280, 2, -1)),
    "fences without an end": "```a\n" * (SIZE // 5),
    "brackets": "[" * SIZE,
    "brackets in brackets": "[" * (SIZE // 2) + "]" * (SIZE // 2),
    "links without an end": "[a](" * (SIZE // 4),
    "links in brackets": "[" * (SIZE // 3) + "[甲](/b)" * (SIZE // 9),
    "links in links": "[" * (SIZE // 5) + "甲" + "](/b)" * (SIZE // 6),
    "pictures in pictures": "![" * (SIZE // 6) + "甲" + "](b)" * (SIZE // 6),
    "titles without an end": '[a](b "甲' * (SIZE // 8),
    "references": "[a]: /b\n\n" + "[甲][a] " * (SIZE // 7),
    "references without a definition": "[甲] " * (SIZE // 4),
    "definitions": "".join(f"[{n}]: /b\n" for n in range(SIZE // 12)) + "[1][2]甲",
    "footnotes": "[^1]: 甲 [^1] " * (SIZE // 13),
    "asterisks that only begin": "*甲 " * (SIZE // 3),
    "asterisks that only end": "甲* " * (SIZE // 3),
    "strong words that only begin": "__甲 " * (SIZE // 4),
    "addresses without an end": "<a <http://甲 " * (SIZE // 13),
    "backslashes": "\\" * SIZE,
    "entities": "&#38;&amp&" * (SIZE // 10),
    "spaces": "甲" + " " * SIZE + "乙",
    "dashes": "-" * SIZE + "甲",
    "lists of two kinds": "+ 甲\n- 乙\n" * (SIZE // 8),
    "subheads": "甲\n# 乙\n" * (SIZE // 6),
    "underlined headings": "甲\n---\n" * (SIZE // 6),
    "quotations as deep as may be": ("> " * 19 + "甲\n") * (SIZE // 40),
    "tables": "甲|乙\n-|-\n" * (SIZE // 8),
    "cells of code": "甲|乙\n-|-\n" + "`a`|" * (SIZE // 4),
}
BEYOND_LIMITS = {
    "quotations": ">" * SIZE + "甲",
    "quotations, each line deeper": "\n".join(">" * n + " 甲" for n in range(280)),
    "items": "- " * (SIZE // 2) + "甲",
    "items, each line deeper": "\n".join(" " * (2 * n) + "- 甲" for n in range(190)),
    "emphasis": "甲 乙\n" + "*a " * (SIZE // 6) + "a* " * (SIZE // 6),
    "strong words": "*" * (SIZE // 2) + "甲" + "*" * (SIZE // 2),
    "cells": "甲|" * 5000 + "\n" + "-|" * 5000 + "\n" + "乙\n" * 5000,
}


@pytest.mark.parametrize("case", [pytest.param(case, id=case["label"]) for case in CASES])
def test_markdown(case: dict[str, Any]) -> None:
    assert new_markdown().convert(case["input"]) == case["expect"]
    assert render(case["input"]) == case["expect"]


def test_other_extensions_find_the_rules_by_the_names_that_python_markdown_gives_them() -> None:
    md = new_markdown()
    rules: list[tuple[Registry[Any], list[str]]] = [
        (md.preprocessors, ["normalize_whitespace", "fenced_code_block", "remarks", "definitions"]),
        (
            md.parser.blockprocessors,
            [
                "empty",
                "fenced_code",
                "quote",
                "hr",
                "ulist",
                "hashheader",
                "table",
                "setextheader",
                "paragraph",
            ],
        ),
        (md.inlinePatterns, ["backtick", "escape"]),
        (md.treeprocessors, ["words", "prettify", "unescape", "cell_classes"]),
    ]
    for registry, names in rules:
        assert [registry.get_index_for_name(name) for name in names] == list(range(len(registry)))


def test_a_label_of_a_definition_has_no_more_than_999_characters() -> None:
    long, longer = "甲" * 999, "甲" * 1000
    assert render(f"[{long}]\n\n[{long}]: /a") == f'<p><a href="/a">{long}</a></p>'
    assert render(f"[{longer}]\n\n[{longer}]: /a") == f"<p>[{longer}]</p>"


def test_other_extensions_keep_their_rules_beside_ours() -> None:
    md = new_markdown(["footnotes", "abbr", "attr_list"], {"footnotes": {"BACKLINK_TEXT": "回"}})

    def mark(number: int) -> str:
        link = f'<a class="footnote-ref" href="#fn:{number}">{number}</a>'
        return f'<sup id="fnref:{number}">{link}</sup>'

    text = (
        "甲[^1]**乙**{: .b }\n丙\n[^2]\n\n- 丁[^3]\n  ## 戊[^4]\n  己\n\n*[GDP]: 产值\n\n![庚[^5]](a.png) GDP"
    )
    notes = "\n".join(f"[^{number}]: 注*{number}*" for number in range(1, 6))
    shown, notes = md.convert(f"{text}\n\n{notes}").split("\n<div ")
    assert shown == (
        f'<p>甲{mark(1)}<strong class="b">乙</strong>丙{mark(2)}</p>\n'
        f"<ul>\n<li>丁{mark(3)}<h2>戊{mark(4)}</h2>己</li>\n</ul>\n"
        '<p><img alt="庚5" src="a.png"> <abbr title="产值">GDP</abbr></p>'
    )
    assert notes.count("<p>注<em>") == notes.count(">回</a></p>") == 5


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


@settings(max_examples=500)
@given(st.lists(st.sampled_from([*MARKS, *VISIBLE, *"a \n"]), max_size=16).map("".join))
@example("```甲\n乙")
@example("|甲|\n|-|\n|乙|丙")
@example("- ```\n  甲\n  ```\n2. ~~~\n乙\n~~~")
@example("> 甲\n```\n乙\n```\n丙")
@example("## 甲 ##\n乙\n***\n丙")
def test_whatever_the_marks_no_character_is_lost_or_doubled(text: str) -> None:
    text = text.replace("[a]: /b\n", "")  # what follows an address may be its title
    shown = unescape(render(text))
    assert [shown.count(char) for char in VISIBLE] == [text.count(char) for char in VISIBLE]


def steps(text: str) -> int:
    """Count the calls of Python that it takes to render `text`."""
    count = 0

    def step(*_: object) -> None:
        nonlocal count
        count += 1

    render("甲")  # what the first text alone takes is no part of it
    before = sys.getprofile()
    gc.disable()  # Hypothesis has calls of its own made when garbage is collected
    sys.setprofile(step)
    try:
        render(text)
    finally:
        sys.setprofile(before)
        gc.enable()
    return count


def grown(mark: str, length: int) -> str:
    """Return runs of `mark`, each longer than the one before it."""
    return " ".join(mark * n for n in range(1, length))


@pytest.mark.parametrize("mark", MARKS)
def test_what_a_text_takes_grows_with_its_length_only(mark: str) -> None:
    for short, long in (
        (mark * 150, mark * 600),
        (f"{mark}a" * 150, f"{mark}a" * 600),
        (f"{mark}a\n" * 150, f"{mark}a\n" * 600),
        (grown(mark, 20), grown(mark, 40)),
    ):
        assert steps(long) < 8 * steps(short)  # for four times the length


@pytest.mark.parametrize("text", [pytest.param(text, id=label) for label, text in HURTING.items()])
def test_a_text_that_is_made_to_hurt_is_read_and_loses_nothing(text: str) -> None:
    shown = unescape(render(text))
    assert [shown.count(char) for char in VISIBLE] == [text.count(char) for char in VISIBLE]


@pytest.mark.parametrize("text", [pytest.param(text, id=label) for label, text in BEYOND_LIMITS.items()])
def test_a_text_beyond_the_limits_is_refused_with_a_line_of_it(text: str) -> None:
    with pytest.raises(MarkdownLimitError) as caught:
        render(text)
    assert caught.value.line.strip()
    assert caught.value.line in text
    assert "\n" not in caught.value.line
    assert caught.value.what == str(caught.value)
    assert caught.value.what in (
        "more than 20 lists, quotations or emphases stand in one another",
        "this table has more than 20000 cells",
    )
    assert (
        render("- 甲\n\n  > 乙")
        == "<ul>\n<li>\n<p>甲</p>\n<blockquote>\n<p>乙</p>\n</blockquote>\n</li>\n</ul>"
    )


@pytest.mark.parametrize(
    "within",
    [
        lambda levels: ">" * levels + "甲",
        lambda levels: "- " * levels + "甲",
        lambda levels: "> - " * (levels // 2) + "> " * (levels % 2) + "甲",
        lambda levels: "*a " * levels + "a* " * levels,
        lambda levels: "甲|" * 1000 + "\n" + "-|" * 1000 + "\n" + "乙\n" * (levels - 1),
    ],
    ids=["quotations", "lists", "both", "emphasis", "cells"],
)
def test_a_text_at_the_limits_is_read(within: Callable[[int], str]) -> None:
    """Twenty levels, or twenty thousand cells, are read; one more is refused."""
    render(within(20))
    with pytest.raises(MarkdownLimitError):
        render(within(21))


def test_a_table_of_too_many_cells_is_told_by_its_head() -> None:
    with pytest.raises(MarkdownLimitError) as caught:
        render("前\n\n甲 | 乙\n-|-\n" + "丙\n" * 10_000)
    assert caught.value.line == "甲 | 乙"
