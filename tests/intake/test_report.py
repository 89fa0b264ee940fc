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
