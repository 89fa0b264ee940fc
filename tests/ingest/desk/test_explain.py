"""`inv ingest --explain`: what decided a raw line, said line by line."""

import contextlib
import io
import re

import pytest

from broadsheet.ingest.desk.explain import explain_page
from tests.ingest.newsroom import DAY, Newsroom

PAGE = """小镇开办夜校
本报记者 张三
小镇的夜校昨晚开课，首批学员三十人走进了教室，课桌早已摆
好，灯也亮着；教室由旧粮仓改成，能坐五十人，灯光比别处亮。
老渡口停航
云溪江上的渡船昨日最后一次靠岸。张三 摄
"""


def explained(newsroom: Newsroom, place: str) -> tuple[int, str, str]:
    out, err = io.StringIO(), io.StringIO()
    with newsroom.open(), contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        code = explain_page(place)
    return code, out.getvalue(), err.getvalue()


def test_one_line(newsroom: Newsroom) -> None:
    newsroom.page(PAGE)
    code, out, _ = explained(newsroom, f"raw/{DAY}/01.txt:2")
    assert code == 0
    assert out.startswith(f"raw/{DAY}/01.txt:2: 本报记者 张三\n")
    assert re.search(r"label   byline: pattern \d of lines\.byline\.sure", out)
    assert "width   6.25 em" in out
    assert "move    label; next best, that it goes on with what is above: out of the question" in out
    assert "block   label, lines 2–2" in out
    assert "role    byline; story 1, 小镇开办夜校" in out


def test_all_lines_and_both_parts_of_one(newsroom: Newsroom) -> None:
    newsroom.page(PAGE)
    code, out, _ = explained(newsroom, f"raw/{DAY}/01.txt")
    assert code == 0
    assert len(re.findall(r"^raw/", out, re.MULTILINE)) == len(PAGE.splitlines())
    assert "photo_credit, by the end of its line" in out
    assert not newsroom.articles()


def test_rulings_are_told(newsroom: Newsroom) -> None:
    newsroom.page(PAGE, rulings="rulings:\n- {at: 老渡口停航, role: kicker}\n")
    assert "kicker, as ruled" in explained(newsroom, f"raw/{DAY}/01.txt:5")[1]


def test_a_web_page_tells_its_rules_and_markup(newsroom: Newsroom) -> None:
    text = "小镇的夜校昨晚开课，首批学员三十人走进了教室，课桌早已摆好。"
    newsroom.file(f"raw/{DAY}/01.html", f'<h1>夜校</h1><div class="text"><p>{text}</p></div>')
    out = explained(newsroom, f"raw/{DAY}/01.html:2")[1]
    assert "rule    paragraph" in out
    assert "markup  div.text > p" in out


@pytest.mark.parametrize("place", ["raw/none.txt", f"raw/{DAY}/02.txt:3"])
def test_a_page_that_is_not_there(newsroom: Newsroom, place: str) -> None:
    newsroom.page(PAGE)
    code, _, err = explained(newsroom, place)
    assert code == 1
    assert place.partition(":")[0] in err
