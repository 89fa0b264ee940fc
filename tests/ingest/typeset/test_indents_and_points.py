"""What begins a paragraph beside its width: an indent that the raw text kept, and the number of a point."""

import pytest

from tests.ingest.newsroom import neutral
from tests.ingest.typesetter import set_page, set_paragraph

SHORT = [
    "清明这天，我回了老家。",
    "雨下得很小。",
    "母亲站在门口等我，手里拿着一把旧伞，伞骨断了一根。",
    "“回来了？”她说。",
    "“回来了。”我说。",
    "我们一起上山，路很滑，她走在前面，一声不响。",
    "到了坟前，她把伞给我，自己蹲下去拔草。草很深。",
    "下山的时候雨停了。",
]
POINTS = {
    "一、": [
        "一、推进老旧小区改造，全年完成三十个小区的改造任务；",
        "二、新建改建农村公路二百公里；",
        "三、新增公办幼儿园学位三千个。",
    ],
    "（一）": ["（一）遇到积水不要贸然通过，尤其是下穿隧道；", "（二）不要在广告牌下避雨。"],
    "1.": ["1.报名时间为4月20日至4月30日。", "2.每人限报一门课程，额满为止。"],
    "①": ["①遵守交通规则，不闯红灯，不乱穿马路；", "②礼让行人，做文明驾驶人。"],
}


def paragraphs(text: str) -> list[tuple[str, str]]:
    (article,) = neutral(text)["articles"]
    return [(block["type"], block["text"]) for block in article["body"]]


@pytest.mark.parametrize("indent", ["　　", "    ", "\t"])
@pytest.mark.parametrize("measure", range(10, 26))
def test_kept_indents_decide_on_a_page_of_short_paragraphs(measure: int, indent: str) -> None:
    lines = (indent * (not n) + line for text in SHORT for n, line in enumerate(set_paragraph(text, measure)))
    assert paragraphs("\n".join(["清明", "□ 张三", *lines])) == [("p", text) for text in SHORT]


@pytest.mark.parametrize("points", POINTS.values(), ids=POINTS)
@pytest.mark.parametrize("measure", [14, 16, 18, 20])
def test_points_are_paragraphs(points: list[str], measure: int) -> None:
    text = ["市政府昨日召开会议，研究部署今年的重点工作，会议提出要抓好以下几件事：", *points]
    assert paragraphs("市政府部署民生实事\n" + set_page(text, measure)) == [("p", one) for one in text]


def test_points_without_marks_are_no_headlines() -> None:
    points = ["一、元旦放假1天", "二、春节放假8天", "三、清明节放假1天"]
    page = "\n".join(["放假安排公布", "市政府办公室昨日公布放假安排如下：", *points])
    assert paragraphs(page)[1:] == [("p", point) for point in points]


@pytest.mark.parametrize("measure", range(14, 24))
def test_numbers_inside_a_sentence_begin_nothing(measure: int) -> None:
    text = [
        "他说，今年的工作有三个重点，一是把水管好，二是把路修好，三是把学校办好。",
        "从一楼到三楼，二、三年级的教室都换了新灯，工程投资1.5亿元，分两期建设，第一期今年底完工。",
    ]
    body = paragraphs("三件事\n本报记者 张三\n" + set_page(text, measure))
    assert "".join(one for _, one in body) == "".join(text)
    assert not any(one.startswith(("二是", "三是", "三年级", "5亿")) for _, one in body)
