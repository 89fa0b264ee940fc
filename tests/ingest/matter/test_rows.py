"""Tables, results and listings: an article of their own with their rows kept, never a part of a headline."""

import pytest

from broadsheet.manuscript.markdown.dialect import render
from tests.ingest.matter.test_verse import BRIDGE, FREE, SCHOOL, printed
from tests.ingest.newsroom import Newsroom, neutral
from tests.ingest.typesetter import set_paragraph

LISTINGS = {
    "weather": ["明日天气", "云溪 多云转阴 18℃～25℃ 东风2级", "海东 小雨 16℃～21℃ 东北风3级"],
    "television": [
        "今日电视",
        "云溪一套",
        "18:00 云溪新闻",
        "19:30 电视剧：山河",
        "云溪二套",
        "19:30 生活帮",
    ],
    "cinema": [
        "云溪影城今日排片",
        "《山河故人》 10:20 13:45",
        "《城南旧事》 14:10 16:40",
        "《渡江》 9:50 20:15",
    ],
    "duty": ["本周值班表", "周一 张三 李四", "周二 王五 赵六", "周三 孙七 周八"],
    "prizes": ["获奖名单", "一等奖：张三", "二等奖：李四、王五", "三等奖：赵六、孙七、周八"],
    "names": ["见义勇为表彰名单", "张晓明", "李建国", "王丽华", "赵志强"],
    "results": ["昨日战报", "云溪 2:1 海东", "北山 0:0 江南"],
    "lottery": ["福利彩票3D第2024095期", "中奖号码：472", "单选 12注 每注1040元", "奖池余额：3256万元"],
    "prices": ["今日菜价", "大白菜 1.20元/斤", "土豆 1.80元/斤", "黄瓜 2.60元/斤"],
    "places": ["中考成绩前五名", "张晓明 云溪一中 678分", "李建国 海东中学 675分"],
    "couplet": ["迎春对联", "上联：春回大地千山秀", "下联：日照神州万木荣", "横批：万象更新"],
    "channels": [
        "荧屏预告",
        "CCTV8",
        "19:30 连续剧：码头",
        "21:00 影视同期声",
        "文艺广播",
        "12:30 评书：三侠五义",
        "20:00 午夜书场",
    ],
    "channel": ["CCTV5", "15:30 乒乓球联赛", "19:30 男篮常规赛"],
    "hall": ["云溪大剧院", "19:30 越剧《红楼梦》", "21:40 纪录片：河"],
    "rates": ["今日外汇牌价", "（100外币兑人民币）", "美元 682.47 685.36", "日元 6.1540 6.1992"],
    "notes": ["停电通知", "4月18日 8:00—17:00 解放路", "4月19日 8:30—12:00 梅花路", "（以上时间以当日为准）"],
}
MEDALS = ["奖牌榜", "代表团 金 银 铜", "云溪 12 8 5", "海东 9 11 7"]


@pytest.mark.parametrize("lines", LISTINGS.values(), ids=LISTINGS)
@pytest.mark.parametrize("above", ["", BRIDGE])
def test_a_listing_is_an_article_whose_rows_stay(newsroom: Newsroom, lines: list[str], above: str) -> None:
    newsroom.page(above + "\n".join([*lines, SCHOOL]))
    assert newsroom.ingest().code == 0
    *_, listing, school = newsroom.articles()
    assert listing.title == lines[0]
    assert render(listing.body) == "<p>" + "<br>\n".join(lines[1:]) + "</p>"
    assert school.title == "今秋新增学位一万两千个"


FARES = ["线路调整公告", "线路 发车时间 途经", "3路 6:30-18:00 新桥、学府路", "7路 7:00-17:30 东门、粮库"]


def test_rows_below_a_header_need_no_figures_in_the_same_cells(newsroom: Newsroom) -> None:
    newsroom.page("\n".join([*FARES, SCHOOL]))
    newsroom.ingest()
    assert newsroom.article(1).title == FARES[0]
    assert render(newsroom.article(1).body).count("<tr>") == 3


def test_rows_below_a_header_are_a_table(newsroom: Newsroom) -> None:
    newsroom.page("\n".join([*MEDALS, SCHOOL]))
    newsroom.ingest()
    shown = render(newsroom.article(1).body)
    assert shown.count("<tr>") == 3
    assert "<th>代表团</th>" in shown
    assert "<td>11</td>" in shown


def test_rows_without_a_title_wait_for_review(newsroom: Newsroom) -> None:
    newsroom.page("\n".join([*LISTINGS["television"][2:4], "20:05 晚间新闻", SCHOOL]))
    newsroom.ingest()
    rows, school = newsroom.articles()
    assert (rows.title, rows.status) == ("", "review")
    assert school.title == "今秋新增学位一万两千个"


def test_what_the_page_calls_a_teaser_is_the_title_of_a_listing_over_a_channel(newsroom: Newsroom) -> None:
    rows = ["CCTV5", "15:30 乒乓球联赛", "19:30 男篮常规赛", "本栏节目如有变动，以电视台播出为准"]
    newsroom.page(BRIDGE + "\n".join(["今日看点", *rows, SCHOOL]))
    newsroom.ingest()
    listing = newsroom.article(2)
    assert (listing.title, listing.body.split("\\\n")) == ("今日看点", rows)


def test_the_headline_below_results_is_no_row(newsroom: Newsroom) -> None:
    story = [
        "国足2比1胜泰国队",
        *set_paragraph("昨晚国足在主场以2比1战胜泰国队，取得小组赛的第三场胜利。", 16),
    ]
    newsroom.page("\n".join(["昨日战报", "云溪 2:1 海东", "北山 0:0 江南", *story]))
    newsroom.ingest()
    assert [article.title for article in newsroom.articles()] == ["昨日战报", "国足2比1胜泰国队"]


LAYOUTS = [
    [BRIDGE, "\n".join(MEDALS) + "\n", printed(FREE), SCHOOL],
    [printed(FREE), "\n".join(LISTINGS["television"]) + "\n", BRIDGE, SCHOOL],
    [BRIDGE, printed(FREE), SCHOOL, "\n".join(LISTINGS["duty"]) + "\n"],
    [SCHOOL, "\n".join(LISTINGS["prizes"]) + "\n", "\n".join(MEDALS) + "\n", BRIDGE],
]


@pytest.mark.parametrize("parts", LAYOUTS)
def test_kinds_in_one_page_keep_apart(parts: list[str]) -> None:
    page = neutral("".join(parts))
    assert [article["title"] for article in page["articles"]] == [part.split("\n")[0] for part in parts]
    assert page["unplaced"] == []


def test_the_neutral_form_tells_verse_and_rows() -> None:
    page = neutral("".join(LAYOUTS[0]))
    _, rows, verse, _ = page["articles"]
    assert rows["body"] == [{"type": "rows", "text": "\n".join(MEDALS[1:])}]
    assert verse["body"] == [{"type": "verse", "text": "\n".join(FREE[2])}]
