"""Lines of all kinds between, over, under and inside two stories: each is what it is, or is said."""

import re
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.model.article import Article, Status
from tests.ingest.conftest import INGEST
from tests.ingest.newsroom import Newsroom, neutral, new_newsroom
from tests.ingest.stories.test_make_up import CLOCK, LIBRARY, MEASURE, bodies, lines
from tests.ingest.typesetter import set_paragraph

BOOKS, TOWER, SIGNED = "三千册书上了盘山路", "停摆十九年的钟楼重新报时", "本报记者 许白鹭"

FOLIOS = (
    "02",
    "A07版",
    "第3版",
    "A02 要闻·时政",
    "2031-05-06",
    "星期二",
    "辛亥年三月十五",
    "05 读者之声",
    "B2 教科文卫",
    "责编/张三",
    "本版编辑：张三 美编：李四",
)
SERVICES = (
    "广告热线 88888888",
    "E-mail：yx@example.com",
    "扫一扫 看视频",
    "公益广告",
    "零售价：1元",
    "临江日报社出版",
    "临江晚报 Linjiang Evening News",
    "www.example.cn",
)
CLOSINGS = (
    *(
        "临江县图书馆",
        "读者 赵六",
        "特此公告",
        "（完）",
        "附：流动车时刻表",
        "下期预告：钟楼",
        "临江 张三",
        "2031年5月6日",
    ),
    *(
        "（摘自《临江文艺》）",
        "资料来源：县图书馆",
        "据《临江日报》",
        "（据新华社）",
        "本版图片由李四摄",
        "制图：李四",
    ),
    *("张三同志治丧工作小组", "临江百货商店 2031年5月6日", "联系电话 138****6620", "读者 一滴水"),
    *("制图 李四", "县植保站供稿 农艺师 王五", "县图书馆", "（本报将继续关注）"),
    *("（张三）", "张三", "李四 整理", "（作者单位：临江大学）", "（文中人物均为化名）"),
)
BYLINES = (
    *(
        "张三",
        "张三丰",
        "张 三",
        "张三 李四",
        "张三 文",
        "张三/文",
        "◎张三",
        "☆ 张三",
        "（云溪）张三",
        "张三（云溪）",
    ),
    *(
        "文/张三 图/李四",
        "张三 口述 李四 整理",
        "翻译 张三",
        "本报评论员",
        "阿不都热合曼·买买提",
        "[爱尔兰]约翰·多 著",
        "張三",
    ),
    *("（云溪）里千", "文并图 张三", "▲ 张三 图／李四", "◎图／文 张三"),
)
JUMPS = (
    "（详见3版）",
    "→详见A03版",
    "（相关报道见3版）",
    "》》》03版",
    ">>下转A3版",
    "相关报道见5版",
    "（下转第4版）",
    "［下转A2版］",
    "更多消息　请翻看2版、3版",
)
FOREIGN = ("秋粮收购价格一览", "全市教育工作会议召开", "春耕备耕忙")


def two(between: str = "", below: str = "", over: str = "") -> str:
    """Return a page of two stories with lines over, between and below them."""
    parts = (over, BOOKS, LIBRARY, between, TOWER, SIGNED, CLOCK, below)
    return lines(*(part for part in parts if part))


def titles(text: str) -> list[str]:
    return [article["title"] for article in neutral(text)["articles"]]


@pytest.mark.parametrize("line", [*FOLIOS, *SERVICES])
def test_a_folio_or_service_line_is_furniture_wherever_it_stands(line: str) -> None:
    first, second, *rest = set_paragraph(LIBRARY[0], MEASURE)
    inside = lines(BOOKS, first, second, line, *rest, LIBRARY[1:], TOWER, SIGNED, CLOCK)
    after = lines(BOOKS, LIBRARY[:1], line, LIBRARY[1:], TOWER, SIGNED, CLOCK)
    for text in (two(over=line), two(between=line), two(below=line), inside, after):
        page = neutral(text)
        assert bodies(page) == [LIBRARY, CLOCK]
        assert [article["title"] for article in page["articles"]] == [BOOKS, TOWER]
        assert ["".join(words.split()) for words in page["furniture"]] == ["".join(line.split())]


def test_a_page_number_is_no_headline(newsroom: Newsroom) -> None:
    newsroom.page(lines("02", LIBRARY))
    newsroom.ingest()
    assert (newsroom.article(1).title, newsroom.article(1).status) == ("", Status.REVIEW)


@pytest.mark.parametrize("line", CLOSINGS)
def test_a_closing_line_stays_with_the_story_above(line: str) -> None:
    for text in (two(between=line), lines(TOWER, SIGNED, CLOCK, BOOKS, "本报记者 罗溪", LIBRARY, line)):
        page = neutral(text)
        story = next(article for article in page["articles"] if article["title"] == BOOKS)
        texts = [block["text"] for block in story["body"]]
        assert texts[:3] == LIBRARY
        assert line in (*texts[3:], story["byline"].removeprefix("本报记者 罗溪 "), story["credit"])
        assert sorted(article["title"] for article in page["articles"]) == sorted([BOOKS, TOWER])


def test_two_closing_lines_stay_in_their_order(newsroom: Newsroom) -> None:
    newsroom.page(lines(BOOKS, LIBRARY, "特此公告。", "临江县图书馆", "2031年5月6日", TOWER, SIGNED, CLOCK))
    run = newsroom.ingest()
    assert newsroom.article(1).body.split("\n\n")[3:] == ["特此公告。", "临江县图书馆", "2031年5月6日"]
    assert "no-end" not in run.out


@pytest.mark.parametrize("line", BYLINES)
def test_a_name_under_a_headline_is_the_byline(line: str) -> None:
    for text in (
        lines(BOOKS, line, LIBRARY, TOWER, SIGNED, CLOCK),
        lines(TOWER, SIGNED, CLOCK, BOOKS, line, LIBRARY),
    ):
        page = neutral(text)
        story = next(article for article in page["articles"] if article["title"] == BOOKS)
        assert line in (story["byline"], story["credit"])
        assert [block["text"] for block in story["body"]] == LIBRARY
        assert len(page["articles"]) == 2


def test_a_pen_name_is_a_byline_in_doubt(newsroom: Newsroom) -> None:
    newsroom.page(lines(BOOKS, "老渔夫", LIBRARY))
    run = newsroom.ingest()
    article = newsroom.article(1)
    assert (article.title, article.byline, article.status) == (BOOKS, "老渔夫", Status.REVIEW)
    assert "byline-by-place" in run.out


@pytest.mark.parametrize("line", JUMPS)
def test_a_jump_is_the_story_aboves(line: str) -> None:
    page = neutral(two(between=line))
    assert [article["jump"] for article in page["articles"]] == [line, ""]
    assert [article["title"] for article in page["articles"]] == [BOOKS, TOWER]


@pytest.mark.parametrize("mark", "▲■●◆★□")
@pytest.mark.parametrize("words", ["停水通知", "征稿启事", "停电"])
def test_a_short_headline_with_a_mark_is_a_headline(mark: str, words: str) -> None:
    page = neutral(lines(BOOKS, LIBRARY, mark + words, "本报讯 " + CLOCK[0], CLOCK[1:]))
    assert [article["title"] for article in page["articles"]] == [BOOKS, mark + words]
    assert [article["byline"] for article in page["articles"]] == ["", ""]


@pytest.mark.parametrize("asks", ["问：", "记者：", "Q：", "【问】", "问　", "", "■"])
@pytest.mark.parametrize("byline", ["本报记者 罗溪", ""])
def test_the_first_question_of_an_interview_is_text(asks: str, byline: str) -> None:
    questions = [f"{asks}{words}" for words in ("这条路跑了几年？", "书丢过没有？", "明年有什么打算？")]
    parts = [part for n in range(3) for part in (questions[n], [LIBRARY[n]])]
    (article,) = neutral(lines(*([BOOKS, byline] if byline else [BOOKS]), *parts))["articles"]
    assert (article["title"], article["byline"]) == (BOOKS, byline)
    assert [block["text"] for block in article["body"]] == [
        text for n in range(3) for text in (questions[n], LIBRARY[n])
    ]


def test_a_letters_salutation_is_text() -> None:
    (article,) = neutral(lines(BOOKS, "编辑同志：", LIBRARY))["articles"]
    assert [block["text"] for block in article["body"]] == ["编辑同志：", *LIBRARY]


CAPTIONS = {
    "左图：孩子们挑书。\n右图：司机修车。\n罗溪摄": [
        ("左图：孩子们挑书。", ""),
        ("右图：司机修车。", "罗溪摄"),
    ],
    "▲孩子们在车旁挑书。": [("▲孩子们在车旁挑书。", "")],
    "▲孩子们挑书": [("▲孩子们挑书", "")],
    "⬆孩子们在车旁挑书。": [("⬆孩子们在车旁挑书。", "")],
    "孩子们在车旁挑书。\n罗溪 摄（资料图片）": [("孩子们在车旁挑书。", "罗溪 摄（资料图片）")],
    "①孩子们挑书。\n②司机修车。\n③村口。\n本报记者 罗溪 摄": [
        ("①孩子们挑书。", ""),
        ("②司机修车。", ""),
        ("③村口。", "本报记者 罗溪 摄"),
    ],
}


@pytest.mark.parametrize("text", CAPTIONS)
def test_captions_with_marks_are_captions_and_share_a_credit(text: str) -> None:
    page = neutral(two(between=text))
    found = [(one["text"], one["credit"]) for one in page["articles"][0]["captions"]]
    assert found == CAPTIONS[text]
    assert bodies(page) == [LIBRARY, CLOCK]
    assert [article["title"] for article in page["articles"]] == [BOOKS, TOWER]


def test_numbered_points_without_a_credit_are_text() -> None:
    points = [
        "①借书要登记，每人最多三册，借期一个月，可以续借一次。",
        "②还书时当面查点，缺页要在登记簿上写明。",
    ]
    page = neutral(lines(BOOKS, LIBRARY[:1], points, TOWER, SIGNED, CLOCK))
    assert bodies(page)[0] == [LIBRARY[0], *points]


@pytest.mark.parametrize("line", FOREIGN)
@pytest.mark.parametrize("place", ["over", "between", "below"])
def test_a_line_without_evidence_is_in_no_headline_unless_that_is_said(
    newsroom: Newsroom, line: str, place: str
) -> None:
    newsroom.page(two(**{place: line}))
    run = newsroom.ingest()
    assert re.search("unplaced|headline-by-place", run.out)
    assert [a.title for a in newsroom.articles() if a.status is Status.PUBLISHED and line in _stack(a)] == []


def test_a_line_without_evidence_under_a_text_is_unplaced() -> None:
    page = neutral(two(between=FOREIGN[0]))
    assert [article["title"] for article in page["articles"]] == [BOOKS, TOWER]
    assert page["unplaced"] == [FOREIGN[0]]


@pytest.mark.parametrize("line", ["守望相助", "打通“最后一公里”", "对话"])
@pytest.mark.parametrize("below", [[SIGNED, *CLOCK], ["本报讯 " + CLOCK[0], *CLOCK[1:]], CLOCK])
def test_a_short_line_over_a_headline_is_its_kicker_by_place(
    newsroom: Newsroom, line: str, below: list[str]
) -> None:
    signed = [part if part == SIGNED else [part] for part in below]
    newsroom.page(lines(BOOKS, LIBRARY, line, TOWER, *signed))
    run = newsroom.ingest()
    tower = newsroom.article(2)
    assert (tower.kicker, tower.title) == (line, TOWER)
    assert tower.status is Status.PUBLISHED or "headline-by-place" in run.out


@pytest.mark.parametrize("headline", ["市歌舞团请来交响乐团", "城中村办起了老年大学"])
def test_a_headline_that_ends_as_a_body_does_is_one_over_a_text_with_its_words(headline: str) -> None:
    text = [f"本报讯 昨晚，{headline}，六百个座位坐满了人。", "散场的时候，掌声响了很久。"]
    page = neutral(lines(BOOKS, LIBRARY, headline, text))
    assert [article["title"] for article in page["articles"]] == [BOOKS, headline]


@pytest.mark.parametrize("headline", ["外卖箱上的二维码", "热线答复：水压为何上午低"])
def test_a_headline_with_the_words_of_a_service_is_one_over_a_text_with_its_words(headline: str) -> None:
    text = [
        "三百名骑手的外卖箱上贴了二维码，扫一扫就能报修，半年报了五千多条。",
        "热线接到最多的电话是水压问题，供水公司答复说，上午三个工地同时注水。",
    ]
    page = neutral(lines(BOOKS, LIBRARY, headline, text if "热线" not in headline else text[::-1]))
    assert [article["title"] for article in page["articles"]] == [BOOKS, headline]


def test_one_mark_heads_all_short_items_of_a_page_and_no_byline(newsroom: Newsroom) -> None:
    """■招聘 and ■寻物 have the form of names; ■停水预告 has not, so the mark is that of items."""
    items = {
        "■停水预告": "因水管改造，今晚十点到明早五点半钟楼街一带停水，请居民提前储水，给您带来不便敬请谅解。",
        "■招聘": "市公交公司招聘夜班驾驶员二十名，持有相应驾照，年龄不超过四十五岁，报名到月底截止。",
        "■寻物": "上周六傍晚在码头候船室遗失一只黑色琴盒，内有旧琴一把，拾到的人请交给服务台，当面酬谢。",
    }
    page = "".join(
        f"{title}\n" + "".join(f"{line}\n" for line in set_paragraph(text, MEASURE, indent=2.0))
        for title, text in items.items()
    )
    newsroom.page(f"便民信息\n{page}")
    assert newsroom.ingest().code == 0
    articles = newsroom.articles()
    assert [article.title for article in articles][1:] == list(items)[1:]
    assert articles[0].title.endswith("■停水预告")
    assert [article.byline for article in articles] == ["", "", ""]
    assert {article.body for article in articles} == set(items.values())


def test_bylines_of_one_mark_whose_headlines_are_lost_head_nothing(newsroom: Newsroom) -> None:
    bylines = ["□本报记者 许白鹭", "□通讯员 何小满", "□本报记者 罗溪"]
    texts = [LIBRARY[0], CLOCK[0], LIBRARY[1]]
    page = "".join(
        f"{byline}\n" + "".join(f"{line}\n" for line in set_paragraph(text, MEASURE, indent=2.0))
        for byline, text in zip(bylines, texts, strict=True)
    )
    newsroom.page(f"{BOOKS}\n{page}")
    assert newsroom.ingest().code == 0
    assert [article.byline for article in newsroom.articles()] == bylines


def test_a_headline_by_its_place_alone_is_for_review(newsroom: Newsroom) -> None:
    newsroom.page(lines("手艺", LIBRARY))
    run = newsroom.ingest()
    assert (newsroom.article(1).title, newsroom.article(1).status) == ("手艺", Status.REVIEW)
    assert "headline-by-place" in run.out


def test_a_ruling_settles_a_headline_by_place(newsroom: Newsroom) -> None:
    newsroom.page(lines("手艺", LIBRARY), rulings="rulings:\n  - at: 手艺\n    role: headline\n")
    run = newsroom.ingest()
    assert (newsroom.article(1).title, newsroom.article(1).status) == ("手艺", Status.PUBLISHED)
    assert "headline-by-place" not in run.out


class Sheet(NamedTuple):
    """A page made up of two stories and lines of many kinds, and those of them that are in no headline."""

    text: str
    extras: tuple[str, ...]


@st.composite
def sheets(draw: st.DrawFn) -> Sheet:
    """Draw a page as papers have them: a folio over it or in a column, a closing, a jump, captions, a strange line."""
    one_of = {name: st.sampled_from(["", *of]) for name, of in _SLOTS.items()}
    drawn = {name: draw(values) for name, values in one_of.items()}
    column = [line for text in LIBRARY for line in set_paragraph(text, MEASURE)]
    column.insert(draw(st.integers(1, len(column) - 1)), drawn["column"])
    over: list[str | list[str]] = [drawn["top"], BOOKS, drawn["byline"], *column]
    between = (drawn["caption"], drawn["closing"], drawn["jump"], drawn["strange"])
    parts = [*over, *between, TOWER, SIGNED, CLOCK, drawn["end"], drawn["bottom"]]
    text = lines(*(part for part in parts if part))
    return Sheet(text, tuple(line for each in drawn.values() if each for line in each.split("\n")))


_SLOTS = {
    "top": FOLIOS,
    "byline": BYLINES,
    "column": (*FOLIOS, *SERVICES),
    "caption": tuple(CAPTIONS),
    "closing": CLOSINGS,
    "jump": JUMPS,
    "strange": FOREIGN,
    "end": CLOSINGS,
    "bottom": SERVICES,
}


@INGEST
@given(sheets())
def test_a_mixed_page_is_right_or_said(sheet: Sheet) -> None:
    """No line of another kind is in the headline of an article that is published."""
    with new_newsroom() as newsroom:
        newsroom.page(sheet.text)
        assert newsroom.ingest().code == 0
        published = [article for article in newsroom.articles() if article.status is Status.PUBLISHED]
        assert {article.title for article in newsroom.articles() if article.title} >= {BOOKS, TOWER}
        for article in published:
            assert not [line for line in sheet.extras if line in _stack(article)]


def _stack(article: Article) -> tuple[str, ...]:
    return (article.kicker, article.title, *article.deck)
