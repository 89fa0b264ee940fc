"""Damaged text: what a rule repairs is repaired and said, what no rule can repair stays and is said, the rest is left."""

import pytest

from broadsheet.ingest.text.repairs import repair
from broadsheet.model.source import Repair
from tests.ingest.newsroom import DAY, Newsroom

HEAD = "小镇开办夜校\n"
TEXT = "本报讯 小镇的夜校昨晚开课，首批学员三十人走进了教室。\n"


def report(newsroom: Newsroom, text: str) -> str:
    newsroom.page(text)
    run = newsroom.ingest()
    assert run.code == 0, run.err
    return (newsroom.root / f"raw/{DAY}/01.review.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("raw", "now"),
    [
        ("夜\u200b校开\u00ad课", "夜校开课"),
        ("夜\u2060校\ufeff", "夜校"),
        ("夜\u202d校\u2066开课\u2069", "夜校开课"),
        ("⼈⺠⽇报⾼⻓", "人民日报高长"),
        ("金色\uf9da", "金色栗"),
        ("the of\ufb01ce was of\u00adfered", "the office was offered"),
        ("提前四\u00a0个月完工", "提前四个月完工"),
        ("engi\u00ad\nneer", "engi\u00ad\nneer"),
        ("本报记者\u00a0张三", "本报记者\u00a0张三"),
        ("鼋\u00a0鼍", "鼋\u00a0鼍"),
        (
            "一 二 三 四 五 六 七 八 九 十，\n甲 乙 丙 丁 戊 己 庚 辛 壬",
            "一 二 三 四 五 六 七 八 九 十，\n甲 乙 丙 丁 戊 己 庚 辛 壬",
        ),
        (
            "一 二 三 四 五 六 七 八 九 十，\n甲 乙 丙 丁 戊 己 庚 辛 壬 癸",
            "一二三四五六七八九十，\n甲乙丙丁戊己庚辛壬癸",
        ),
        ("100㎡，Ⅱ级，№3，２０００米", "100㎡，Ⅱ级，№3，２０００米"),
        ("城 东 大 桥\n昨日合龙\n", "城 东 大 桥\n昨日合龙\n"),
    ],
)
def test_what_can_be_repaired_without_loss_is_repaired_and_nothing_else(raw: str, now: str) -> None:
    assert repair(raw).text == now
    assert bool(repair(raw).repairs) == (raw != now)


def test_each_repair_is_kept_with_its_line_before_and_after() -> None:
    raw = "夜校\n夜\u200b校\u200b开课\r\n⼈人\u00a0\n"
    assert repair(raw) == (
        "夜校\n夜校开课\r\n人人\u00a0\n",
        (
            Repair(2, "zero-width character", 2, "夜\u200b校\u200b开课", "夜校开课"),
            Repair(3, "radical", 1, "⼈人\u00a0", "人人\u00a0"),
        ),
    )


def test_spaces_between_all_hanzi_go_and_spaces_between_some_stay() -> None:
    spread = "小 镇 的 夜 校 昨 晚 开 课 ， 首 批 学 员\n 三 十 人 走 进 了 教 室 。\n张三 李四 王五\n2 0 3 1 年 五 月\n"
    assert (
        repair(spread).text
        == "小镇的夜校昨晚开课，首批学员\n 三十人走进了教室。\n张三 李四 王五\n2031 年五月\n"
    )


def test_a_repair_is_said_at_its_line_and_counted_in_the_ledger(newsroom: Newsroom) -> None:
    said = report(newsroom, HEAD + TEXT.replace("夜校", "夜\u200b校").replace("人", "⼈"))
    assert newsroom.article(1).body == TEXT.strip()
    assert "1 zero-width character repaired" in said
    assert "修补 2 处" in said


@pytest.mark.parametrize(
    ("damage", "about"),
    [
        ("走进\ue0f5教室", "private-use"),
        ("走进(cid:88)教室", "glyph number"),
        ("走进(\ncid:88)教室", "glyph number"),
        ("走进⺮教室", "radical"),
        ("走进□教室", "empty box"),
        ("走进了□□", "empty box"),
        ("走进〓教室", "empty box"),
        ("走进⿰木目教室", "a description"),
        ("走进\u3164教室", "shows nothing"),
        ("走进烫烫烫教室", "decoded wrongly"),
        ("走进ÖÐ¹ú教室", "decoded wrongly"),
        ("走进??教室", "question marks"),
        ("走进鍩庝笢澶фˉ鏄ㄦ棩鍚堥緳", "decoded wrongly"),
        ("走进æ–°é—»教室", "decoded wrongly"),
        ("走进ÐÂÎÅÍø教室", "decoded wrongly"),
        ("走进&nbsp;教室", "a code"),
    ],
)
def test_damage_that_cannot_be_repaired_stays_and_is_said(
    newsroom: Newsroom, damage: str, about: str
) -> None:
    said = report(newsroom, HEAD + TEXT.replace("走进了教室", damage))
    assert about in said
    assert "".join(damage.split()) in newsroom.article(1).body.replace("\\", "").replace("&amp;", "&")


@pytest.mark.parametrize(
    "text", ["□ 本报记者 张三", "城东的“新家”——“老街”", "L’été «à Paris» fut très beau: “naïve”—déjà vu?"]
)
def test_marks_that_print_sets_are_no_damage(newsroom: Newsroom, text: str) -> None:
    assert "来稿坏字" not in report(newsroom, HEAD + f"{text}\n" + TEXT)


@pytest.mark.parametrize("lines", [(1, 2), (2, 1)])
def test_a_file_of_two_encodings_is_refused_at_the_line_where_they_change(
    newsroom: Newsroom, lines: tuple[int, int]
) -> None:
    halves = {1: HEAD.encode(), 2: TEXT.encode("gb18030")}
    newsroom.page(b"".join(halves[n] for n in lines))
    run = newsroom.ingest()
    assert run.code == 1
    assert "01.txt:2: error bad-bytes" in run.err
    assert "mixes encodings" in run.err


def test_a_file_that_is_too_large_for_a_page_is_refused(newsroom: Newsroom) -> None:
    newsroom.page(b"\xff" * (8 * 1024 * 1024 + 1))
    run = newsroom.ingest()
    assert run.code == 1
    assert "01.txt: error too-large" in run.err
