"""A line that was taken out of a paragraph goes back to its place there, or behind the text that a ruling names."""

import pytest

from tests.ingest.newsroom import Newsroom

PAGE = """小镇开办夜校
本报记者 张三
　　小镇的夜校昨晚开课，首批学员三十人走进了教室，课桌早已摆
2031年5月6日 星期二 第1版
好，灯也亮着；教室由旧粮仓改成，能坐五十人，灯光比别处亮。
　　教室由旧粮仓改成，能坐五十人，灯光比镇上任何一间屋子都亮。
"""
FIRST = "小镇的夜校昨晚开课，首批学员三十人走进了教室，课桌早已摆"
REST = "好，灯也亮着；教室由旧粮仓改成，能坐五十人，灯光比别处亮。"
LAST = "教室由旧粮仓改成，能坐五十人，灯光比镇上任何一间屋子都亮。"
FOLIO = "2031年5月6日 星期二 第1版"

JOINED = {
    "to the paragraph around it": ("小镇的夜校昨晚", f"{FIRST}{FOLIO}{REST}\n\n{LAST}"),
    "to the paragraph below": ("灯光比镇上", f"{FIRST}{REST}\n\n{LAST}{FOLIO}"),
}


@pytest.mark.parametrize(("to", "body"), JOINED.values(), ids=JOINED.keys())
def test_a_line_is_joined(newsroom: Newsroom, to: str, body: str) -> None:
    newsroom.page(PAGE, rulings=f"rulings:\n- {{at: 2031年5月6日 星期二, do: join, to: {to}}}\n")
    run = newsroom.ingest()
    assert (run.code, run.err) == (0, "")
    assert newsroom.article(1).body == body


def test_without_a_ruling_it_stays_out(newsroom: Newsroom) -> None:
    newsroom.page(PAGE)
    newsroom.ingest()
    assert newsroom.article(1).body == f"{FIRST}{REST}\n\n{LAST}"
