"""Rulings: what an editor decides about a page holds, and one that cannot be followed says where it stands and why."""

import contextlib
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.ingest.pipeline import read_page
from broadsheet.ingest.rulings.acts import ACTS
from broadsheet.ingest.rulings.ruled_page import rule
from broadsheet.manuscript.located import Place
from broadsheet.manuscript.records.rulings_file import Entry, Ruling
from broadsheet.model.errors import RulingError
from broadsheet.model.ledger import balance
from broadsheet.model.page_reading import Role
from broadsheet.model.source import SourceText, is_ink
from tests.ingest.conftest import INGEST
from tests.ingest.newsroom import DAY, Newsroom, neutral

PAGE = """山乡的灯火
小镇开办夜校
本报记者 张三
小镇的夜校昨晚开课，首批学员三十人走进了教室，课桌早已摆好。
教室由旧粮仓改成，能坐五十人，灯光比镇上任何一间屋子都亮。
老渡口停航
本报记者 李四
云溪江上的渡船昨日最后一次靠岸，摆渡人收起缆绳，同岸边的人告别。
新桥今日通车，两岸村民步行五分钟可达，再不必等船，也不怕大雾。
"""
FIRST = "小镇的夜校昨晚开课，首批学员三十人走进了教室，课桌早已摆好。"
SECOND = "教室由旧粮仓改成，能坐五十人，灯光比镇上任何一间屋子都亮。"
THIRD = "云溪江上的渡船昨日最后一次靠岸，摆渡人收起缆绳，同岸边的人告别。"
FOURTH = "新桥今日通车，两岸村民步行五分钟可达，再不必等船，也不怕大雾。"


def ruled(newsroom: Newsroom, *rulings: str, page: str = PAGE) -> list[Any]:
    """Return, for each article, its headline, kicker, byline and body as a page with `rulings` gives them."""
    newsroom.page(page, rulings="rulings:\n" + "".join(f"- {ruling}\n" for ruling in rulings))
    run = newsroom.ingest()
    assert run.code == 0, run.err
    assert newsroom.ingest().code == 0
    return [
        (article.kicker, article.title, article.byline, article.body.split("\n\n"))
        for article in newsroom.articles()
    ]


def test_the_page_without_rulings() -> None:
    titles = [article["title"] for article in neutral(PAGE)["articles"]]
    assert [title.replace("山乡的灯火 ", "") for title in titles] == ["小镇开办夜校", "老渡口停航"]


def test_join_and_break_undo_each_other(newsroom: Newsroom) -> None:
    joined = ruled(newsroom, "{at: 教室由旧粮仓改成, do: join}")
    assert joined[0][3] == [FIRST + SECOND]
    broken = ruled(newsroom, "{at: 教室由旧粮仓改成, do: join}", "{at: 教室由旧粮仓改成, do: break}")
    assert broken[0][3] == [FIRST, SECOND]


def test_break_in_the_middle_of_a_line(newsroom: Newsroom) -> None:
    assert ruled(newsroom, "{at: 灯光比镇上, do: break}")[0][3] == [FIRST, SECOND[:15], SECOND[15:]]


def test_join_with_a_paragraph_elsewhere(newsroom: Newsroom) -> None:
    articles = ruled(newsroom, "{at: 新桥今日通车, do: join, to: 教室由旧粮仓}")
    assert articles[0][3] == [FIRST, SECOND + FOURTH]
    assert articles[1][3] == [THIRD]


def test_move_a_paragraph_to_another_story_right_after_the_words(newsroom: Newsroom) -> None:
    articles = ruled(newsroom, "{at: 新桥今日通车, do: move, to: 小镇的夜校昨晚}")
    assert [article[3] for article in articles] == [[FIRST, FOURTH, SECOND], [THIRD]]


def test_move_a_line_in_another_role(newsroom: Newsroom) -> None:
    articles = ruled(newsroom, "{at: 本报记者 李四, do: move, to: 小镇的夜校, role: subhead}")
    assert articles[0][3] == [FIRST, "## 本报记者 李四", SECOND]
    assert articles[1][2] == ""


def test_title_and_kicker_name_printed_lines(newsroom: Newsroom) -> None:
    articles = ruled(newsroom, "{at: 小镇的夜校, kicker: 山乡的灯火, title: 小镇开办夜校}")
    assert articles[0][:2] == ("山乡的灯火", "小镇开办夜校")
    assert not newsroom.article(1).title_supplied


def test_a_deck_is_a_printed_line(newsroom: Newsroom) -> None:
    ruled(newsroom, "{at: 云溪江上, deck: 山乡的灯火}")
    assert newsroom.article(2).deck == ("山乡的灯火",)
    assert newsroom.article(1).title == "小镇开办夜校"


def test_a_role_for_whole_lines_and_for_the_passage_of_some_words(newsroom: Newsroom) -> None:
    articles = ruled(newsroom, "{at: 教室由旧粮仓, role: editors_note}", "{at: 老渡口停航, role: subhead}")
    assert newsroom.article(1).editors_note == SECOND
    assert articles[1][3] == ["## 老渡口停航", THIRD, FOURTH]


def test_a_line_dropped_from_the_midst_of_a_paragraph_leaves_it_whole(newsroom: Newsroom) -> None:
    articles = ruled(
        newsroom,
        "{at: 教室由旧粮仓, do: join}",
        "{at: 新桥今日通车, do: join, to: 教室由旧粮仓}",
        f"{{at: {SECOND}, do: drop}}",
    )
    assert articles[0][3] == [FIRST + FOURTH]
    assert SECOND not in (newsroom.root / f"content/{DAY}/01/01.md").read_text(encoding="utf-8")


def test_split_a_story_at_a_line_and_inside_a_paragraph(newsroom: Newsroom) -> None:
    merged = PAGE.replace("本报记者 李四\n", "").replace("老渡口停航\n", "")
    articles = ruled(newsroom, "{at: 云溪江上的渡船, do: split}", page=merged)
    assert [article[3] for article in articles] == [[FIRST, SECOND], [THIRD, FOURTH]]
    articles = ruled(newsroom, "{at: 摆渡人收起缆绳, do: split}", page=PAGE)
    assert [article[3][0] for article in articles] == [FIRST, THIRD[:16], THIRD[16:]]


def test_a_subhead_that_begins_a_split_story_is_its_headline(newsroom: Newsroom) -> None:
    articles = ruled(newsroom, "{at: 老渡口停航, do: merge}", "{at: 老渡口停航, do: split}")
    assert [article[1] for article in articles][1] == "老渡口停航"


def test_merge_goes_on_with_the_story_before_or_the_one_named(newsroom: Newsroom) -> None:
    merged = ruled(newsroom, "{at: 老渡口停航, do: merge}")
    assert [article[3] for article in merged] == [[FIRST, SECOND, "## 老渡口停航", THIRD, FOURTH]]
    named = ruled(newsroom, "{at: 小镇的夜校, do: merge, to: 云溪江上}")
    assert len(named) == 1


@pytest.mark.parametrize(
    "ruling",
    [
        "{at: 首批学员三十人, do: join}",
        "{at: 教室由旧粮仓, do: break}",
        "{at: 老渡口停航, do: split}",
        "{at: 新桥今日通车, do: merge}",
        "{at: 新桥今日通车, do: move, to: 云溪江上的渡船}",
        "{at: 本报记者 李四, role: byline}",
        "{at: 云溪江上的渡船, title: 老渡口停航}",
    ],
)
def test_what_is_so_already_changes_nothing(newsroom: Newsroom, ruling: str) -> None:
    before = ruled(newsroom, "{at: 教室由旧粮仓, why: 留着, column: 夜校}")
    assert ruled(newsroom, ruling) == before


def test_rulings_on_a_web_page(newsroom: Newsroom) -> None:
    text = f"<p>{FIRST}</p><p>{SECOND}</p>"
    newsroom.file(
        f"raw/{DAY}/01.html", f"<title>夜校</title><h1>夜校</h1><div><p hidden>{THIRD}</p>{text}</div>"
    )
    newsroom.file(f"raw/{DAY}/01.rulings.yaml", "rulings:\n- {at: 云溪江上, role: paragraph}\n")
    assert newsroom.ingest().code == 0
    assert newsroom.article(1).body.split("\n\n") == [THIRD, FIRST, SECOND]


@pytest.mark.parametrize(
    ("ruling", "says"),
    [
        ("at: 这里没有的话\n  do: join", "are not on the page"),
        ("at: 本报记者\n  do: join", "more than once"),
        ("at: 小镇的夜校\n  do: jion", "did you mean `join`"),
        ("at: 小镇的夜校\n  do: move", "say `to:`"),
        ("at: 小镇的夜校\n  do: move\n  to: 首批学员三十人", "one passage"),
        ("at: 小镇的夜校\n  do: move\n  to: 没有的话", "“没有的话” are not on the page"),
        ("at: 小镇的夜校\n  to: 教室由旧粮仓", "`to` is for"),
        ("at: 小镇的夜校\n  do: drop\n  role: subhead", "cannot stand with"),
        ("at: 小镇的夜校\n  why: 留着", "says nothing"),
        ("at: 小镇的夜校\n  kicker: 没有的话", "no line of the page"),
        ("at: 小镇的夜校\n  deck: 首批学员三十人", "no line of the page"),
        ("at: 小镇的夜校\n  do: join", "nothing stands before"),
        ("at: 小镇的夜校\n  do: merge", "no story to go on with"),
        ("at: 小镇的夜校\n  role: subhed", "did you mean `subhead`"),
        ("at: 小镇的夜校\n  title: 另一个标题", "printed headline"),
    ],
)
def test_a_ruling_that_cannot_be_followed_says_where_it_stands(
    newsroom: Newsroom, ruling: str, says: str
) -> None:
    newsroom.page(PAGE, rulings=f"# 裁定\nrulings:\n- {ruling}\n")
    before = newsroom.files()
    run = newsroom.ingest()
    assert run.code == 1
    assert says in run.err
    assert f"raw/{DAY}/01.rulings.yaml:" in run.err
    if "did you mean `subhead`" not in says:
        assert "01.rulings.yaml:3:3:" in run.err
    assert newsroom.files() == before


@pytest.mark.parametrize(
    "ruling",
    [
        "at: 新桥今日通车\n  do: split",
        "at: 新桥今日通车\n  do: merge",
        "at: 新桥今日通车\n  role: subhead",
        "at: 新桥今日通车\n  title: 老渡口停航",
        "at: 小镇的夜校\n  do: move\n  to: 新桥今日通车",
    ],
)
def test_a_ruling_about_a_story_needs_words_of_one(newsroom: Newsroom, ruling: str) -> None:
    newsroom.page(PAGE, rulings=f"rulings:\n- {{at: 新桥今日通车, do: drop}}\n- {ruling}\n")
    run = newsroom.ingest()
    assert run.code == 1
    assert "01.rulings.yaml:3:3:" in run.err
    assert "in no story" in run.err


def test_every_wrong_ruling_is_told_at_once(newsroom: Newsroom) -> None:
    newsroom.page(PAGE, rulings="rulings:\n- {at: 没有的话, do: join}\n- {at: 也没有, do: break}\n")
    error = newsroom.ingest().err
    assert "01.rulings.yaml:2:" in error
    assert "01.rulings.yaml:3:" in error


def test_a_story_that_loses_all_its_text_keeps_the_rest_for_review(newsroom: Newsroom) -> None:
    articles = ruled(newsroom, "{at: 云溪江上, do: drop}", "{at: 新桥今日通车, do: drop}")
    assert [article[1] for article in articles] == ["山乡的灯火 小镇开办夜校", ""]
    assert newsroom.article(2).status == "review"
    report = (newsroom.root / f"raw/{DAY}/01.review.html").read_text(encoding="utf-8")
    assert "老渡口停航" in report
    assert json.loads((newsroom.root / f"raw/{DAY}/01.receipt.json").read_bytes())


INK = [line for line in PAGE.splitlines() if line]
WORDS = st.sampled_from(INK).flatmap(
    lambda line: st.tuples(st.just(line), st.integers(0, len(line) - 4), st.integers(4, len(line)))
)


@st.composite
def any_ruling(draw: st.DrawFn) -> Ruling:
    quotes = [line[start : start + length] for line, start, length in (draw(WORDS), draw(WORDS))]
    do = draw(st.sampled_from(["", *ACTS]))
    to = quotes[1] if do == "move" or (do in ("join", "merge") and draw(st.booleans())) else ""
    role = draw(st.sampled_from(Role)) if do in ("", "move") else Role.UNPLACED
    return Ruling(at=quotes[0], do=do, to=to, role=role, column="夜校")


@INGEST
@given(st.lists(any_ruling(), max_size=8))
def test_whatever_is_ruled_no_character_is_lost(rulings: list[Ruling]) -> None:
    source = SourceText.of("01.txt", PAGE)
    page = read_page(source).page
    for ruling in rulings:
        with contextlib.suppress(RulingError):
            page = rule(source, page, [Entry(ruling, "01.rulings.yaml", Place(1, 1))]).page
    assert balance(source, page.passages()).ink == sum(map(is_ink, PAGE))
    assert all(story.body for story in page.stories)
