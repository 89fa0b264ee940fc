"""How a page is made up, as its editor would tell it: what stands in the way of a story's text, and whose it is."""

from typing import Any

import pytest

from tests.ingest.newsroom import DAY, Newsroom, neutral
from tests.ingest.typesetter import set_page, set_paragraph

MEASURE = 18
RULED_TWO = "rulings:\n  - at: {}\n    do: split\n"
LIBRARY = [
    "一辆刷成淡绿色的中巴车每天早晨从县图书馆出发，车上装着三千册书，沿盘山路开往七个乡镇。司机兼管理员罗永红已经跑了六年。",
    "车到之处，先响三声喇叭。山坡上的孩子们听见就往下跑，有人抱着上次借的书，有人手里还拿着没吃完的红薯。",
    "六年里，流动车行驶十一万公里，借出图书二十四万册次，丢失的只有九十三册。罗永红说，丢的多半是连环画，看坏了舍不得还。",
]
CLOCK = [
    "临江老城的钟楼昨天正午敲响了十二下。这是它停摆十九年之后第一次报时，广场上的人们停住脚步，抬头数完了每一声。",
    "钟楼建于一九二六年，机芯来自德国，停摆前由钟表匠方家三代人看护。二〇一二年齿轮断裂，厂家早已不在，大钟从此停在四点一刻。",
    "从今天起，五名学生轮流上楼上弦，每次要摇一百八十圈。他们说，记录本会接着写下去。",
]


def lines(*parts: str | list[str]) -> str:
    """Return a raw page: a text is a line of its own, a list is paragraphs set in the column."""
    return "".join(f"{part}\n" if isinstance(part, str) else set_page(part, MEASURE) for part in parts)


def bodies(page: dict[str, Any]) -> list[list[str]]:
    return [[block["text"] for block in article["body"]] for article in page["articles"]]


def interrupted(line: str) -> str:
    """Return a page on which `line` stands between two lines of the first paragraph."""
    first, second, *rest = set_paragraph(LIBRARY[0], MEASURE)
    return lines("三千册书上了盘山路", first, second, line, *rest, LIBRARY[1:])


def test_a_teaser_in_the_middle_of_a_paragraph_leaves_it_whole() -> None:
    page = neutral(interrupted("3版停摆十九年的钟楼重新报时"))
    assert bodies(page) == [LIBRARY]
    assert page["teasers"] == ["3版停摆十九年的钟楼重新报时"]


def test_a_folio_line_in_the_middle_of_a_paragraph_leaves_it_whole_and_is_said(newsroom: Newsroom) -> None:
    text = interrupted("2031年5月6日 星期二")
    page = neutral(text)
    assert bodies(page) == [LIBRARY]
    assert page["furniture"] == ["2031年5月6日 星期二"]
    newsroom.page(text)
    newsroom.ingest()
    report = (newsroom.root / f"raw/{DAY}/01.review.html").read_text(encoding="utf-8")
    assert "was taken out of the paragraph" in report


def test_a_date_in_a_sentence_stays_in_it() -> None:
    text = [CLOCK[0] + "这一天是2031年5月6日星期二，天气晴。" + CLOCK[1]]
    for measure in range(10, 24):
        page = neutral("钟楼重新报时\n" + set_page(text, measure))
        assert ["".join(body) for body in bodies(page)] == text


def test_who_was_there_is_a_paragraph_of_its_own_below_a_full_line() -> None:
    full = LIBRARY[0][: 3 * MEASURE - 3] + "。"
    text = [LIBRARY[1], full, "罗永红、许白鹭等参加上述活动。"]
    assert bodies(neutral(lines("三千册书上了盘山路", text))) == [text]


def test_a_reporter_in_a_sentence_stays_in_it() -> None:
    text = [
        "记者从县图书馆获悉，这条线路明年要延长。" + LIBRARY[0],
        "记者看到，车窗边挂着一串风铃。" + LIBRARY[2],
    ]
    for measure in range(9, 24):
        page = neutral("三千册书上了盘山路\n" + set_page(text, measure))
        assert ["".join(body) for body in bodies(page)] == ["".join(text)]
        assert page["articles"][0]["byline"] == ""


def test_a_caption_between_paragraphs_belongs_to_the_story_around_it() -> None:
    page = neutral(
        lines("三千册书上了盘山路", LIBRARY[:1], "孩子们在车旁挑书。本报记者 罗溪 摄", LIBRARY[1:])
    )
    assert bodies(page) == [LIBRARY]
    assert page["articles"][0]["captions"] == [{"text": "孩子们在车旁挑书。", "credit": "本报记者 罗溪 摄"}]


@pytest.mark.parametrize(
    "credit", ["本报记者 罗\n溪 摄", "本报记\n者 罗溪 摄", "新华社发（罗溪\n摄）", "（资料\n图片）"]
)
def test_a_credit_that_a_lines_end_divides_is_whole(credit: str) -> None:
    page = neutral(lines("三千册书上了盘山路", LIBRARY, f"孩子们在车旁挑书。{credit}", "钟楼重新报时", CLOCK))
    assert bodies(page) == [LIBRARY, CLOCK]
    (caption,) = page["articles"][0]["captions"]
    assert caption == {"text": "孩子们在车旁挑书。", "credit": credit.replace("\n", "")}


def test_a_headline_stack_is_parted_into_kicker_headline_and_deck() -> None:
    page = neutral(
        lines(
            *("山路上的书·系列报道", "三千册书上了盘山路", "——来自七个乡镇的报道", "□ 本报记者 罗溪"), LIBRARY
        )
    )
    (article,) = page["articles"]
    stack = [article[name] for name in ("kicker", "title", "deck", "byline")]
    assert stack == [
        "山路上的书·系列报道",
        "三千册书上了盘山路",
        "——来自七个乡镇的报道",
        "□ 本报记者 罗溪",
    ]


@pytest.mark.parametrize(
    "series",
    [
        "在希望的田野上",
        "“十五五”开好局起好步",
        "总书记的牵挂",
        "县城发展启示",
        "喜迎十二届县运会",
        "第十届全国书展",
    ],
)
def test_the_name_of_a_series_over_a_headline_is_its_kicker(series: str) -> None:
    (article,) = neutral(lines(series, "三千册书上了盘山路", LIBRARY))["articles"]
    assert (article["kicker"], article["title"]) == (series, "三千册书上了盘山路")


@pytest.mark.parametrize("line", ["三千册书上了盘山路", "县图书馆的三千册书"])
def test_a_headline_of_two_lines_has_no_kicker(line: str) -> None:
    (article,) = neutral(lines(line, "六年里从未停过一天", LIBRARY))["articles"]
    assert article["kicker"] == ""


def test_a_byline_starts_a_new_story_though_no_headline_came_with_it() -> None:
    page = neutral(lines("三千册书上了盘山路", "□ 本报记者 罗溪", LIBRARY, "□ 本报记者 许白鹭", CLOCK))
    assert bodies(page) == [LIBRARY, CLOCK]
    assert [article["title"] for article in page["articles"]] == ["三千册书上了盘山路", ""]
    assert [article["byline"] for article in page["articles"]] == ["□ 本报记者 罗溪", "□ 本报记者 许白鹭"]


def test_a_headline_between_bylined_stories_heads_the_second() -> None:
    page = neutral(
        lines("三千册书上了盘山路", "□ 本报记者 罗溪", LIBRARY, "钟楼重新报时", "□ 本报记者 许白鹭", CLOCK)
    )
    assert bodies(page) == [LIBRARY, CLOCK]
    assert [article["title"] for article in page["articles"]] == ["三千册书上了盘山路", "钟楼重新报时"]


def test_a_second_headline_set_elsewhere_parts_two_stories_that_nothing_stands_between() -> None:
    books, tower = "三千册书上了盘山路 罗永红开着流动车跑了六年", "临江老城的钟楼停摆十九年之后重新报时"
    page = neutral(lines(books, LIBRARY, CLOCK, tower))
    assert bodies(page) == [LIBRARY, CLOCK]
    assert [article["title"] for article in page["articles"]] == [books, tower]


def test_a_line_that_the_text_below_says_word_for_word_is_its_subhead() -> None:
    village = [
        "村口的稻田里，收割机一大早就开动了，谷粒顺着传送带落进车斗。",
        "几名返乡青年办起碾米作坊，新米装进小袋，当天就寄往城里。",
        "冬天的夜校教的是记账和直播，二十多名妇女结了业，老支书坐在最后一排。",
    ]
    above = lines("三千册书上了盘山路", "□ 本报记者 罗溪", LIBRARY)
    below = set_page(village, MEASURE + 3)
    said, other = neutral(above + "当天就寄往城里\n" + below), neutral(above + "碾米作坊开张\n" + below)
    assert bodies(said) == [[*LIBRARY, "当天就寄往城里", *village]]
    assert [article["title"] for article in other["articles"]] == ["三千册书上了盘山路", "碾米作坊开张"]


def test_a_deck_speaks_for_the_headline_over_it() -> None:
    books, tower = "三千册书上了盘山路 罗永红开着流动车跑了六年", ("老城新声", "——钟楼停摆十九年之后重新报时")
    page = neutral(lines(books, LIBRARY, CLOCK, *tower))
    assert bodies(page) == [LIBRARY, CLOCK]
    assert [(article["title"], article["deck"]) for article in page["articles"]] == [(books, ""), tower]


def test_a_headline_set_elsewhere_parts_no_story_that_has_no_other() -> None:
    page = neutral(lines(LIBRARY, CLOCK, "临江老城的钟楼停摆十九年之后重新报时"))
    assert bodies(page) == [LIBRARY + CLOCK]


def test_text_that_has_no_story_is_kept_for_review(newsroom: Newsroom) -> None:
    newsroom.page("江上夜航\n一篙春水\n半日晚风凉\n灯火是家乡\n")
    assert newsroom.ingest().code == 0
    printed = "".join(article.title + article.body for article in newsroom.articles())
    assert all(line in printed for line in ("江上夜航", "一篙春水", "灯火是家乡"))
    assert "review" in {article.status for article in newsroom.articles()}


def test_a_subhead_may_be_a_sections_name() -> None:
    page = neutral(lines("三千册书上了盘山路", LIBRARY[:1], "文化", LIBRARY[1:]))
    kinds = [(block["type"], block["text"]) for block in page["articles"][0]["body"]]
    assert kinds[1] == ("subhead", "文化")
    assert page["furniture"] == []


def test_a_credit_under_a_byline_stands_with_it_above_the_text_or_below() -> None:
    """The two part stories, and both go where the byline alone would."""
    loan, tower = ("□ 本报记者 罗溪", "（县图书馆供稿）"), ("□ 本报记者 许白鹭", "（临江文保所供稿）")
    above = neutral(lines("三千册书上了盘山路", *loan, LIBRARY, "钟楼重新报时", *tower, CLOCK))
    below = neutral(lines("三千册书上了盘山路", LIBRARY, *loan, "钟楼重新报时", CLOCK, *tower))
    for page in (above, below):
        assert bodies(page) == [LIBRARY, CLOCK]
        assert [a["title"] for a in page["articles"]] == ["三千册书上了盘山路", "钟楼重新报时"]
        assert [(a["byline"], a["credit"]) for a in page["articles"]] == [loan, tower]


def test_a_byline_after_the_text_belongs_to_that_text() -> None:
    page = neutral(
        lines("三千册书上了盘山路", LIBRARY, "本报记者 罗溪", "钟楼重新报时", CLOCK, "本报记者 许白鹭")
    )
    assert [a["title"] for a in page["articles"]] == ["三千册书上了盘山路", "钟楼重新报时"]
    assert [a["byline"] for a in page["articles"]] == ["本报记者 罗溪", "本报记者 许白鹭"]


@pytest.mark.parametrize("between", [[], ["钟楼重新报时"]])
def test_two_short_stories_with_no_byline_between_them_are_two_or_doubted(
    newsroom: Newsroom, between: list[str]
) -> None:
    newsroom.page(lines("三千册书上了盘山路", LIBRARY, *between, CLOCK))
    newsroom.ingest()
    report = (newsroom.root / f"raw/{DAY}/01.review.html").read_text(encoding="utf-8")
    assert len(newsroom.articles()) == 2 or "两段之间可能是" in report
    newsroom.page(
        lines("三千册书上了盘山路", LIBRARY, *between, CLOCK), rulings=RULED_TWO.format(CLOCK[0][:8])
    )
    newsroom.ingest()
    report = (newsroom.root / f"raw/{DAY}/01.review.html").read_text(encoding="utf-8")
    assert len(newsroom.articles()) == 2
    assert "两段之间可能是" not in report
