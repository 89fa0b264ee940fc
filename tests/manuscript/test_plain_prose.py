"""The fast lane gives the parser's own bytes, whatever is written; else it must not be taken."""

import random

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from broadsheet.manuscript.markdown.dialect import render
from broadsheet.manuscript.markdown.plain_prose import convert

PROSE = st.text(alphabet="江城日报1２.)，。“”a B\u3000", max_size=12)
MARKS = st.text(alphabet="#>+-=~:|*_`[]()<>&;!\\ \t\n1.a文\uf8ff\x02\x03\r\x85\u2028\xa0\x0b", max_size=10)
BLOCKS = st.sampled_from(
    [
        "## 小标题", "## 甲 ##", "####### 七", "#无空格", "- 项", "1. 项", "1) 项", "> 引", "    码", "```", "~~~",
        "[a]: /x", "见[a]。", "**重**字", "<http://a.b>", "|a|b|\n|-|-|\n|1|2|", "标题\n===", "---", "***", "甲  \n乙",
        "![图](a.png)", "  缩进", "\u3000\u3000全角缩进。", "甲&amp;乙", "a<b>c", "`码`", "甲\\*乙", "完 ", "2024.4",
    ]
)  # fmt: skip
SPANS = st.lists(
    st.sampled_from(
        ["**", "*", "***", "[甲](/a/)", "[b c](https://x.cn/a.b#c-d)", "[", "]", "(/x)", "![图](/a.png)", "!", " ", "文",
         "**重**", "**重 要**", "** 重**", "**重 **", "a", "_", "[甲]", "[甲]: /x", ":", "“", "[](/a/)", "[甲](/a_b_/)", "(", ")"]
    ),
    max_size=9,
).map("".join)  # fmt: skip
JOINTS = st.sampled_from(["\n\n", "\n\n\n", "\n", "\n\n\n\n", "\n \n", "\n\n  "])
TEXTS = st.lists(st.tuples(st.one_of(PROSE, MARKS, BLOCKS, SPANS), JOINTS), max_size=9).map(
    lambda parts: "".join(block + joint for block, joint in parts)
)


@settings(max_examples=1000, deadline=None)
@given(TEXTS)
@example("```\n\n平文。\n\n```")
@example("- 项\n\n平文。\n\n- 项\n\n    续")
@example("    码\n\n平文。\n\n\n    码")
@example("见[甲]。\n\n平文。\n\n[甲]: /x '题'")
@example("**甲****乙**")
@example("甲[乙](/c/)**丁**。\n\n[乙](/c/): /x")
@example("\uf8ff0\n\n**重**\n\n平文。")
@example("平文X\n\nX\n")
def test_the_lane_gives_the_bytes_of_the_parser(text: str) -> None:
    assert convert(text, render) == render(text)


def edition_like_texts() -> list[str]:
    """Texts in the shape of the benchmarks' corpus: long plain paragraphs, subheads, some strong words and links."""
    chance = random.Random(4)
    words = [
        "江城",
        "全市",
        "企业",
        "推进",
        "建设",
        "的",
        "新的",
        "工程，项目。共3208个",
        "约12.5公里；“居民”说",
    ]

    def paragraph() -> str:
        text = "".join(chance.choice(words) for _ in range(chance.randint(10, 60)))
        if chance.random() < 0.2:
            return f"**{text[:4]}**{text[4:]}"
        return f"{text}（详见[相关报道](/archive/)）" if chance.random() < 0.1 else text

    def block() -> str:
        return f"## {chance.choice(words)}" if chance.random() < 0.15 else paragraph()

    return ["\n\n".join(block() for _ in range(chance.randint(1, 20))) + "\n" for _ in range(300)]


def test_the_lane_gives_the_bytes_of_the_parser_for_whole_articles() -> None:
    for text in edition_like_texts():
        assert convert(text, render) == render(text)


@pytest.mark.parametrize(
    "text",
    [
        "平文。",
        "一。\n\n## 小标题\n\n二。\n",
        "“引”1.5倍",
        "见**重**、[甲](/a/)。",
        "他说**“好。”**又说**甲**",
        "**甲**。",
    ],
)
def test_plain_prose_needs_no_parser(text: str) -> None:
    def parse(_text: str) -> str:
        raise AssertionError("the parser was asked")

    assert convert(text, parse) == render(text)


def test_the_parser_gets_no_plain_paragraph() -> None:
    """Each run of them is one mark, so that the rest of the document stays as it was."""
    given: list[str] = []

    def parse(text: str) -> str:
        given.append(text)
        return render(text)

    text = "一。\n\n二。\n\n- 项\n\n三。\n\n`码`\n\n四。\n"
    assert convert(text, parse) == render(text)
    assert given == ["\uf8ff0\n\n- 项\n\n\uf8ff1\n\n`码`\n\n\uf8ff2\n"]


def test_addresses_are_printed_as_they_are_given_for_those_that_links_name() -> None:
    def parse(_text: str) -> str:
        raise AssertionError("the parser was asked")

    html = convert("见[甲](/a.md)与[乙](/b.md)。", parse, lambda href: href.replace(".md", "/"))
    assert html == '<p>见<a href="/a/">甲</a>与<a href="/b/">乙</a>。</p>'
