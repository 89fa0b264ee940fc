"""The review report: raw lines, articles and doubts find each other, and what it offers to copy settles the doubt."""

import html
import re

import pytest
from bs4 import BeautifulSoup

from tests.ingest.newsroom import DAY, Newsroom

PAGE = """小镇开办夜校
本报记者 张三
小镇的夜校昨晚开课，首批学员三十人走进了教室，课桌早已摆
好，灯也亮着；
教室由旧粮仓改成，能坐五十人，<灯光>比镇上任何一间屋子都
亮。
本报记者 李四
云溪江上的渡船昨日最后一次靠岸，摆渡人收起缆绳，同岸边的
人告别，说了一声：“再会。
"""
WEB = """<title>小镇开办夜校</title><nav><a href="/">首页</a></nav><nav>一</nav><nav>二</nav><nav>三</nav><h1>小镇开办夜校</h1><div>
<p>小镇的夜校昨晚开课，首批学员三十人走进了教室，课桌早已摆好，灯也亮着。</p><p><img src="a.jpg"></p><p>新装的灯。</p>
<p>教室由旧粮仓改成，能坐五十人，灯光比镇上任何一间屋子都亮，邻村的人也来。</p></div>"""
REPORT = f"raw/{DAY}/01.review.html"


def report(newsroom: Newsroom) -> BeautifulSoup:
    run = newsroom.ingest()
    assert run.code == 0, run.err
    return BeautifulSoup((newsroom.root / REPORT).read_text(encoding="utf-8"), "html.parser")


def test_every_link_of_the_report_leads_somewhere_and_back(newsroom: Newsroom) -> None:
    newsroom.page(PAGE)
    page = report(newsroom)
    ids = {str(tag["id"]) for tag in page.find_all(id=True)}
    targets = {str(link["href"]).removeprefix("#") for link in page.find_all("a", href=True)}
    assert targets <= ids
    doubts = {name for name in ids if re.fullmatch(r"d\d+", name)}
    assert doubts
    assert doubts <= targets
    for doubt in doubts:
        item = page.find(id=doubt)
        assert item is not None
        line = item.find("a")
        assert line is not None
        row = page.find(id=str(line["href"]).removeprefix("#"))
        assert row is not None
        assert row.find("a", href=f"#{doubt}") is not None


def test_the_report_is_one_file_that_asks_for_nothing(newsroom: Newsroom) -> None:
    newsroom.page(PAGE)
    page = report(newsroom)
    assert not page.find_all(["script", "link", "img", "iframe"])
    assert "url(" not in str(page)
    assert "&lt;灯光&gt;" in (newsroom.root / REPORT).read_text(encoding="utf-8")


def test_each_raw_line_is_there_with_its_story_and_role(newsroom: Newsroom) -> None:
    newsroom.page(PAGE)
    page = report(newsroom)
    for number, line in enumerate(PAGE.splitlines(), 1):
        row = page.find(id=f"l{number}")
        assert row is not None
        assert line in html.unescape(row.get_text())
    first = page.find(id="l1")
    assert first is not None
    assert "主题 1" in first.get_text()


@pytest.mark.parametrize(("name", "text"), [("01.txt", PAGE), ("01.html", WEB)])
def test_a_ruling_copied_from_the_report_settles_its_doubt(newsroom: Newsroom, name: str, text: str) -> None:
    newsroom.file(f"raw/{DAY}/{name}", text)
    offered = [code.get_text() for code in report(newsroom).select(".doubts code")]
    assert offered
    for ruling in offered:
        newsroom.file(f"raw/{DAY}/01.rulings.yaml", f"rulings:\n  {ruling.replace('…', '一个标题')}\n")
        assert ruling not in [code.get_text() for code in report(newsroom).select(".doubts code")]


def test_furniture_in_many_lines_is_folded(newsroom: Newsroom) -> None:
    newsroom.file(f"raw/{DAY}/01.html", WEB)
    folded = report(newsroom).find("details")
    assert folded is not None
    assert "首页" in folded.get_text()


def test_the_run_counts_the_doubts_by_kind(newsroom: Newsroom) -> None:
    newsroom.page(PAGE)
    assert re.search(r"\d+ doubts: .*\d+ no-headline", newsroom.ingest().out)


def test_a_jump_that_the_other_page_does_not_answer_is_said_until_it_does(newsroom: Newsroom) -> None:
    story = "小镇开办夜校\n本报记者 张三\n　　夜校昨晚开课，首批学员三十人走进教室，课桌早已摆好。\n"
    newsroom.page(story + "（下转第3版）\n")
    line = report(newsroom).find("a", href="#d1")
    assert line is not None
    assert "转版无接续" in report(newsroom).get_text()
    newsroom.page(story, number=3)
    assert "says nothing of page 1" in report(newsroom).get_text()
    newsroom.page("（上接第1版）\n　　教室由旧粮仓改成，能坐五十人。\n", number=3)
    assert "转版无接续" not in report(newsroom).get_text()


UNENDED = "小镇开办夜校\n本报记者 张三\n　　小镇的夜校昨晚开课，首批学员三十人走进教室，课桌早已摆\n好，灯也亮着，大家都\n"
HEAD = "小镇开办夜校\n本报记者 张三\n　　夜校昨晚开课，首批学员三十人走进教室。\n"


@pytest.mark.parametrize(
    ("text", "kind", "line"),
    [
        (HEAD + "　　为了为学员照明，镇里装了新灯。\n", "疑似错字", 4),
        (HEAD + "　　老师说：“灯很亮。\n", "引号括号不配对", 4),
        (HEAD + "　　教室（由旧粮仓改成，能坐五十人。\n", "引号括号不配对", 4),
        (HEAD + "　　教室能坐 50人。\n", "空格改动", 4),
        (UNENDED, "文末存疑", 4),
        (HEAD.split("\n", 2)[2], "缺标题", 1),
        ("小镇开办夜校\n", "未归位", 1),
    ],
)
def test_each_doubt_stands_beside_its_raw_line(newsroom: Newsroom, text: str, kind: str, line: int) -> None:
    newsroom.page(text)
    page = report(newsroom)
    item = page.find(id="d1")
    row = page.find(id=f"l{line}")
    assert item is not None
    assert row is not None
    heading = item.find_previous(class_="kind")
    assert heading is not None
    assert kind in heading.get_text()
    assert item.find("a", href=f"#l{line}") is not None
    assert row.find("a", href="#d1") is not None
