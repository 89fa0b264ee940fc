"""What a line's own words show: the pattern that showed it, where its parts begin, and how far it is indented."""

import tomllib
from importlib.resources import files

import pytest

from broadsheet.ingest.text.labels import Piece, label
from broadsheet.lexicon.patterns import Lexicon, load_lexicon
from broadsheet.model.page_reading import Role
from broadsheet.model.source import SourceText

ZH = load_lexicon("zh")
LATIN = load_lexicon("latin")
LISTED = tomllib.loads(files("broadsheet.lexicon").joinpath("zh.toml").read_text("utf-8"))


def pieces(text: str, lexicon: Lexicon = ZH) -> tuple[Piece, ...]:
    return label(SourceText.of("01.txt", text), lexicon)


@pytest.mark.parametrize(
    ("line", "name", "kind", "fragment"),
    [
        ("2031年5月6日 星期二", "folio", "sure", "(?:\\s[^，。]*)?"),
        ("2031年5月6日", "folio", "hint", "{day}"),
        ("（下转第3版）", "jump", "sure", "{pointer}\\s*[（(【\\[〔［]?\\s*(?:下转"),
        ("公益广告", "service", "sure", "(?:公益广告|公益廣告"),
        ("罗溪 摄", "photo_credit", "sure", "{names}\\s+(?:摄|摄影)"),
        ("□本报记者 罗溪", "byline", "sure", "{mark}?\\s*{signed}"),
        ("（县图书馆供稿）", "source_credit", "sure", "[（(][^（）()。]{2,40}(?:供稿"),
        ("（完）", "closing", "sure", "(?:完|全文完"),
        ("（文中人物均为化名）", "closing", "hint", "{3,40}"),
    ],
)
def test_the_pattern_that_gave_the_role_is_the_one_of_the_data_file(
    line: str, name: str, kind: str, fragment: str
) -> None:
    (piece,) = pieces(line)
    assert piece.matched is not None
    assert (piece.matched.name, piece.matched.kind, piece.sure) == (name, kind, kind == "sure")
    assert fragment in LISTED["lines"][name][kind][piece.matched.number - 1]


@pytest.mark.parametrize(
    ("line", "name", "at", "fragment"),
    [
        ("书还在。（下转第3版）", "jump", 4, "[（(](?:下转|上接|紧接)"),
        ("书还在。（详见第3版）", "jump", 4, "(?<=[。！？”’…])\\s*[（(【\\[]"),
        ("书还在。罗溪 摄", "photo_credit", 4, "(?<=[。！？\\s])(?:{role}"),
        ("书还在。”本报记者 罗溪、张三 摄", "photo_credit", 5, "(?<=[。！？”’）…\\s]){role}"),
        ("书还在（资料图片）", "photo_credit", 3, "[（(](?:资料图片|"),
    ],
)
def test_the_end_of_a_line_has_a_pattern_of_its_own(line: str, name: str, at: int, fragment: str) -> None:
    text, tail = pieces(line)
    assert (text.text, text.span, text.role) == (line[:at].rstrip(), (0, len(line[:at].rstrip())), None)
    assert (tail.text, tail.span, tail.role) == (line[at:], (at, len(line)), Role(name))
    assert tail.matched is not None
    assert (tail.matched.name, tail.matched.kind) == (name, "tails")
    assert fragment in LISTED["tails"][name][tail.matched.number - 1]


@pytest.mark.parametrize(
    ("page", "parts"),
    [
        (
            "书还在。本报记者 罗\n溪 摄\n",
            [("书还在。", ""), ("本报记者 罗", "tails"), ("溪 摄", "around")],
        ),
        ("书还在。本报记者\n罗溪 摄\n", [("书还在。", ""), ("本报记者", "tails"), ("罗溪 摄", "sure")]),
        (
            "书还在。本报记者罗溪\n摄于县图书馆的流动车前\n",
            [("书还在。本报记者罗溪", ""), ("摄于县图书馆的流动车前", "")],
        ),
        ("书还在。罗溪 摄\n张三 摄\n", [("书还在。", ""), ("罗溪 摄", "tails"), ("张三 摄", "sure")]),
        ("本报记者\n罗溪 摄\n", [("本报记者", ""), ("罗溪 摄", "sure")]),
    ],
)
def test_a_credit_runs_over_into_the_line_below(page: str, parts: list[tuple[str, str]]) -> None:
    found = [
        (one.text, one.matched.kind if one.matched else "around" if one.opening == "rest" else "")
        for one in pieces(page)
    ]
    assert found == parts


@pytest.mark.parametrize(
    ("raw", "indent"),
    [
        ("夜校", 0),
        ("　　夜校", 2),
        ("    夜校", 4),
        ("\t夜校", 2),
        ("\xa0\u2002\u2003夜校", 3),
        (" " * 100 + "夜校", 80),
        ("首页\n \t夜校", 3),
    ],
)
def test_how_far_a_line_is_indented(raw: str, indent: int) -> None:
    assert pieces(raw)[-1].indent == indent


def test_an_indent_is_that_of_the_first_part_of_a_line() -> None:
    assert [one.indent for one in pieces("　　书还在。罗溪 摄\n　　（完）")] == [2, 0, 2]


@pytest.mark.parametrize(
    ("line", "opening"),
    [("文化", "subhead"), ("2031年5月6日", "subhead"), ("12", "subhead"), ("临江日报", ""), ("（完）", "")],
)
def test_a_hint_of_a_folio_may_be_a_subhead(line: str, opening: str) -> None:
    assert pieces(line)[0].opening == opening


def test_a_dateline_is_no_teaser() -> None:
    assert pieces("本报讯 小镇的夜校昨晚开课 第三版")[0].role is not Role.TEASER
    assert pieces("小镇的夜校昨晚开课——第三版")[0].role is Role.TEASER


def test_a_signature_of_letters_opens_as_one() -> None:
    (piece,) = pieces("J. R. BROWN.", LATIN)
    assert (piece.role, piece.opening) == (Role.BYLINE, "signature")
