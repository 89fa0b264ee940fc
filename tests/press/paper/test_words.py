"""Small pure functions: summaries, labels, slugs, lunar dates, teasers."""

import datetime as dt
from pathlib import Path

import pytest

from broadsheet.lexicon.editors_notes import split_label
from broadsheet.manuscript.markdown.dialect import new_markdown
from broadsheet.model.address import Address
from broadsheet.press.copy.body import BodyRenderer
from broadsheet.press.copy.body_parser import BodyParser
from broadsheet.press.copy.summaries import (
    length,
    reading_minutes,
    shortened,
    stand_in,
    summary,
    words_of,
)
from broadsheet.press.copy.text_links import Origin, TextLinks
from broadsheet.press.edition.teasers import Headline, announced
from broadsheet.press.paper.copyfit import HANZI, LETTERS
from broadsheet.press.paper.links import Links
from broadsheet.press.paper.settings import read_paper
from broadsheet.press.paper.slugs import slug_of
from broadsheet.press.paper.words import words_in
from broadsheet.press.plates.plate_cache import PlateRoom
from tests.press.photos import line_art


@pytest.mark.parametrize(
    ("date", "lunar"),
    [
        ("2024-04-15", "农历甲辰年三月初七"),
        ("2023-03-25", "农历癸卯年闰二月初四"),
        ("2024-02-09", "农历癸卯年腊月三十"),
        ("2024-02-10", "农历甲辰年正月初一"),
        ("2023-12-25", "农历癸卯年冬月十三"),
    ],
)
def test_lunar_date(date: str, lunar: str) -> None:
    assert words_in("zh-Hans").lunar_date(dt.date.fromisoformat(date)) == lunar


@pytest.mark.parametrize(
    ("text", "limit", "summary"),
    [
        ("短文。", 10, "短文。"),
        ("第一句话在这里。第二句话在这里，还没有完。", 12, "第一句话在这里。"),
        ("他说：“第一句话。”第二句话在这里。", 12, "他说：“第一句话。”"),
        ("短。这一句很长很长很长，没有完。", 13, "短。这一句很长很长很长……"),
        ("没有标点的一句话没有标点的一句话", 10, "没有标点的一句话没……"),
        ("同比增长12,345元达到了历史新高的水平", 9, "同比增长12,3……"),
        ("  两  处\n空白 ", 20, "两 处 空白"),
        ("", 10, ""),
    ],
)
def test_summary_ends_at_a_sentence_or_a_clause(text: str, limit: int, summary: str) -> None:
    assert shortened(text, limit, HANZI) == summary


@pytest.mark.parametrize(
    ("text", "limit", "summary"),
    [
        ("The ferry runs again. Nobody is late.", 24, "The ferry runs again."),
        ("“It runs.” It was Mrs. Pell who said so.", 28, "“It runs.” It was Mrs. Pell…"),
        ("The ferry, which is new, runs from seven", 30, "The ferry, which is new…"),
        ("The ferry runs from seven o’clock", 22, "The ferry runs from…"),
        ("Donaudampfschifffahrtsgesellschaft", 10, "Donaudamp…"),
    ],
)
def test_summary_in_letters_ends_between_words(text: str, limit: int, summary: str) -> None:
    assert shortened(text, limit, LETTERS) == summary


def test_summary_is_made_of_paragraphs_not_subheads() -> None:
    assert (
        summary("<h2>小标题</h2>\n<p>甲&amp;<strong>乙</strong>。</p>\n<p>丙。</p>", HANZI) == "甲&乙。丙。"
    )
    assert summary("<ul>\n<li>甲</li>\n</ul>", HANZI) == "甲"


def test_stand_in_is_the_first_words_of_the_text_or_of_a_caption() -> None:
    assert stand_in("<p>正文第一句。</p>", ["图说"], HANZI) == "正文第一句。"
    assert stand_in("", ["图说"], HANZI) == "图说"
    assert stand_in("", [], HANZI) == ""


def test_length_counts_ink_or_words() -> None:
    assert length(words_of("<p>甲 乙&lt;\n</p>"), HANZI) == 3
    assert [reading_minutes(n, HANZI) for n in (0, 400, 401)] == [1, 1, 2]
    assert length(words_of("<p>It’s half-past 7 — at\nlast.</p>"), LETTERS) == 5
    assert [reading_minutes(n, LETTERS) for n in (0, 240, 241)] == [1, 1, 2]


@pytest.mark.parametrize(
    ("note", "label", "text"),
    [
        ("编者按 共同富裕是", "编者按", "共同富裕是"),
        ("编者按：共同富裕", "编者按", "共同富裕"),
        ("【编者按】共同富裕", "编者按", "共同富裕"),
        ("**编者按**　共同富裕", "编者按", "共同富裕"),
        ("**编者按：**共同富裕", "编者按", "共同富裕"),
        ("开栏的话\n\n从今天起", "开栏的话", "从今天起"),
        ("编后——值得一读", "编后", "值得一读"),
        ("编者按图索骥，找到了", "", "编者按图索骥，找到了"),
        ("从今天起", "", "从今天起"),
    ],
)
def test_editors_note_label(note: str, label: str, text: str) -> None:
    assert split_label(note) == (label, text)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("要闻", "yaowen"),
        ("综合 新闻", "综合-新闻"),
        ("文化/体育", "文化~2F体育"),
        ("../etc", "~2E.~2Fetc"),
        ("“十四五”专栏", "“十四五”专栏"),
        ("张三·李四", "张三·李四"),
        ("a%2Fb", "a~252Fb"),
        ("?", "~3F"),
        ("C++", "C++"),
        ("C#", "C~23"),
        ("C~23", "C~7E23"),
        (".NET", "~2ENET"),
        ("NET.", "NET~2E"),
        ("Q&A (O'Brien)", "Q&A-(O'Brien)"),
        ("con", "~63on"),
        ("LPT1.5", "~4CPT1.5"),
        ("Control", "Control"),
        ("Jose\u0301", "José"),
    ],
)
def test_slug(name: str, slug: str) -> None:
    assert slug_of(name, {"要闻": "yaowen"}) == slug


def test_teaser_without_words_leads_to_its_page() -> None:
    headline = Headline(Address(dt.date(2024, 4, 15), 3, 1), "题")
    assert announced("3版", 3, [headline]) == Address(dt.date(2024, 4, 15), 3)
    assert announced("3版", 2, [headline]) is None
    assert announced("", 0, []) is None


@pytest.mark.parametrize(
    ("given", "tag"), [("zh-hans", "zh-Hans"), ("zh-hant-tw", "zh-Hant-TW"), ("en", "en")]
)
def test_language_tags_have_their_usual_case(given: str, tag: str) -> None:
    assert read_paper({"SITENAME": "报", "DEFAULT_LANG": given}).default_lang == tag


@pytest.mark.parametrize(
    "text",
    [
        "平文。\n\n见[那篇](/2024-04-15/)与[站外](https://example.org/)。\n\n平文。",
        "```\n\n平文。\n\n```\n\n![图](a.png)",
        "## 小标题\n\n![图](a.png)\n\n平文。",
    ],
)
def test_links_and_pictures_are_mended_alike_in_and_out_of_the_fast_lane(text: str, tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(line_art(40, 30))
    room, links, manuscript = (
        PlateRoom(tmp_path, tmp_path / "kept"),
        Links(prefix="/repo"),
        tmp_path / "01.md",
    )
    origin = Origin(manuscript, "", "/2024-04-15/01/01/")
    body = BodyRenderer(tmp_path, room, links).render(text, origin)
    parser = BodyParser(new_markdown(), tmp_path, room, links)
    html, pictures = parser.parse(text, origin, TextLinks(origin, links).ready)
    assert (body.html, list(body.pictures)) == (html, pictures)
