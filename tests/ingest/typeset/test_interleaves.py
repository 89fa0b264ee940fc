"""Two stories that share a column: one breaks off for the other, and each is taken up again further down."""

import pytest

from tests.ingest.newsroom import neutral
from tests.ingest.stories.test_make_up import MEASURE, bodies, lines
from tests.ingest.typesetter import set_paragraph

SALT = [
    "盐场的盐工们天不亮就下到盐田，赶在日出之前把卤水引进结晶池。老盐工陈满仓说，晒盐看天，卤水的浓度全凭舌头和手指来试。",
    "这片盐田有四百多块结晶池，最老的盐池用青石砌成，传了九代人。盐工们每天把卤水从高池放到低池，卤水越走越浓，到结晶池时已能结盐。",
    "盐场去年给每块盐田装上了浓度计，卤水的读数传到陈满仓的手机上。他照旧下田尝卤水，说盐工的舌头和浓度计相差不过半度，结晶池的盐收了三千吨。",
]
OPERA = [
    "皮影戏班昨晚在祠堂前搭起影窗，班主周小楼演的是老戏《借伞》。影窗后面五个人，一人操影，四人伴奏，皮影在灯下活了起来。",
    "戏班的皮影大多是周小楼的祖父刻的，牛皮刮薄，再用三十多把刻刀镂出衣纹。刻一个皮影要半个月，戏班的箱子里有六百多个皮影。",
    "这个夏天，戏班收了七个徒弟，周小楼教他们操影，也教他们刻皮影。徒弟们先学走步，皮影的步子稳了，才许上影窗演戏。",
    "戏班下个月要去省城演《借伞》，周小楼让徒弟操影，自己退到影窗边伴奏。他说，皮影有人接，戏班的灯就不会灭。",
]
OPENINGS = (("盐田里的舌头", "□ 本报记者 罗溪"), ("灯下皮影", "□ 本报记者 许白鹭"))


def set_lines(paragraphs: list[str]) -> list[str]:
    return [line for paragraph in paragraphs for line in set_paragraph(paragraph, MEASURE)]


@pytest.mark.parametrize(("left", "stopped"), [(2, 5), (3, 7), (5, 6), (6, 2), (6, 5)])
def test_two_stories_that_break_off_for_each_other_are_both_whole(left: int, stopped: int) -> None:
    salt, opera, (first, second) = set_lines(SALT), set_lines(OPERA), OPENINGS
    page = neutral(lines(*first, *salt[:left], *second, *opera[:stopped], *salt[left:], *opera[stopped:]))
    assert bodies(page) == [SALT, OPERA]


@pytest.mark.parametrize("stopped", [1, 2, 3])
def test_a_story_that_stopped_at_a_paragraphs_end_goes_on_where_the_other_ends(stopped: int) -> None:
    salt, (first, second) = set_lines(SALT), OPENINGS
    ending = ("（县盐场供稿）", OPERA[stopped:])
    page = neutral(lines(*first, *salt[:9], *second, OPERA[:stopped], *salt[9:], *ending))
    assert bodies(page) == [SALT, OPERA]
