"""An editor's rulings beside a raw page, each with its path and its place in the file."""

from pathlib import Path

from broadsheet.manuscript.records.rulings_file import Ruling, read_rulings
from broadsheet.model.page_reading import Role

TEXT = """\
# 2024-04-15
rulings:
- at: 推动新质生产力
  title: 一个补上的标题
- at: 教室由旧粮仓改成
  do: break
  role: headline
  why: 两篇
"""


def test_rulings_are_read_in_their_order_with_their_places(tmp_path: Path) -> None:
    raw = tmp_path / "01.txt"
    assert read_rulings(raw) == ()
    path = tmp_path / "01.rulings.yaml"
    path.write_text(TEXT, encoding="utf-8")
    assert read_rulings(raw) == (
        (Ruling(at="推动新质生产力", title="一个补上的标题"), str(path), (3, 3)),
        (Ruling(at="教室由旧粮仓改成", do="break", role=Role.HEADLINE, why="两篇"), str(path), (5, 3)),
    )
    path.write_text("", encoding="utf-8")
    assert read_rulings(raw) == ()
