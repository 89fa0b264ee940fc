"""The fast lane reads what YAML reads, whatever is written; else it must not be taken. And it is taken for what people write."""

from pathlib import Path, PurePath

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from broadsheet.manuscript.fields import load_mapping
from broadsheet.manuscript.located_yaml import read_yaml
from broadsheet.manuscript.plain_fields import plain_mapping
from broadsheet.manuscript.reader import parse_article
from broadsheet.manuscript.writer import write_article
from broadsheet.model.article import Article, Photo, Teaser
from broadsheet.model.errors import ManuscriptError

CONTENT = Path(__file__).parents[2] / "content"

WORDS = st.sampled_from(
    ["标题", "二〇二四", "1949", "1_000", "0x1", "1e3", "~", "null", "yes", "true", "2024-04-15", "1:30", "a: b", "a:b", "甲 # 乙",
     "甲#乙", "#甲", "甲:", ":", "：", "，", "“甲”", "（甲）", "\u3000甲", "甲\u3000", "甲 ", " 甲", "甲  乙", "-", "- 甲", "-甲", "--", "---",
     "...", "? 甲", "?", "甲?", "甲, 乙", ",", "[甲", "甲]", "{甲", "甲}", "&a 甲", "*a", "!甲", "!!str 1", "|", "|-", ">", "%甲", "@甲",
     "`甲", "<<", "=", "/a.svg", "https://a.b/c", "'甲'", "'甲", "'a''b'", '"甲"', '"甲', '"a\\nb"', '"a: b # c"', "'a: b, c'", '"甲" 乙',
     '"甲"乙', "''", '""', "甲\t乙", "\t", "甲\r", "\ufeff甲", "甲\x85乙", "甲\u2028乙", "\xa0", "\x00", "\x7f", "😀", "\U0001ffff", "\ufdd0",
     "\ufffe", "甲" * 1100, "[" * 40, "", " "]
)  # fmt: skip
FLOWS = st.builds(
    lambda open_, items, joint, close: open_ + joint.join(items) + close,
    st.sampled_from(["[", "{", "[ "]),
    st.lists(
        WORDS | st.builds("{}: {}".format, st.sampled_from(["name", "1", "a b", ""]), WORDS), max_size=4
    ),
    st.sampled_from([", ", ",", " , ", ",  "]),
    st.sampled_from(["]", "}", " ]", "] ", "]甲", ""]),
)
VALUES = WORDS | FLOWS
KEYS = st.sampled_from(
    ["title", "deck", "a_b", "1", "02", "Title", "a b", "y", "<<", "键", '"title"', "k" * 41, "k" * 1100, ""]
)
LINES = (
    st.builds("{}: {}".format, KEYS, VALUES)
    | st.builds("{}:".format, KEYS)
    | st.builds("- {}".format, VALUES)
    | st.builds("- {}: {}".format, KEYS, VALUES)
    | VALUES
)
INDENTS = st.sampled_from(["", "", "  ", "  ", "    ", " ", "   ", "\t", "- "])
TEXTS = st.builds(
    lambda lines, end: "\n".join(indent + line for indent, line in lines) + end,
    st.lists(st.tuples(INDENTS, LINES), max_size=7),
    st.sampled_from(["\n", "\n", "", "\n\n", " \n", "\n# 完\n", "\n...\n"]),
)
# Mostly what the lane takes, so that its own branches are compared too.
PLAIN = st.sampled_from(
    [
        "标题",
        "甲 乙",
        '"a: b, c"',
        "'甲 # 乙'",
        "/a.svg",
        "[甲, 乙]",
        '["甲", "a"]',
        "{name: 甲, section: 乙}",
        "[]",
        "{}",
    ]
)
BLOCKS = st.builds(
    lambda head, lines: f"{head}:\n" + "\n".join(lines),
    st.sampled_from(["photos", "pages", "deck"]),
    st.lists(st.builds(lambda indent, dash, value: f"{indent}{dash}{value}",
                       st.sampled_from(["", "  ", "  ", "    "]), st.sampled_from(["- ", "- file: ", "file: ", "alt: ", "1: ", "deck:", ""]), PLAIN), max_size=5),
)  # fmt: skip
NEARLY_PLAIN = st.lists(BLOCKS | st.builds("{}: {}".format, KEYS, PLAIN), max_size=4).map("\n".join)


def read_by_yaml(text: str) -> object:
    try:
        return read_yaml(text, "01.md", 2).value
    except ManuscriptError as error:
        return error.findings


@settings(max_examples=1500, deadline=None)
@given(TEXTS | NEARLY_PLAIN)
@example("deck:\n  - 甲\n- 乙\n")
@example("title: 甲\n  乙\n")
@example("title: \n  乙\n")
@example("deck:\n  - \n")
@example("deck:\n- 甲\n  乙\n- '丙\n  丁'\n")
@example("photos:\n  - file: a.svg\n  alt: 甲\n  - file: b.svg\n")
@example("title: 甲\n- 乙\n")
@example("tags: " + ", ".join(["- "] * 3000))
@example("tags:\n" + "- 甲\n" * 3000)
@example(f"title: {'甲' * 4000}\n")
@example("pages:\n  1: {name: 甲}\n  1: {name: 乙}\n")
@example("photos:\n- file: a.svg\n  file: b.svg\n")
def test_the_lane_reads_what_yaml_reads(text: str) -> None:
    fields = plain_mapping(text)
    assert fields is None or fields == read_by_yaml(text)


ORDINARY = Article(
    title="城南旧事 — “一座城”（上）",
    title_supplied=True,
    deck=("副题一", "Second line, with a comma?"),
    byline="□ 本报记者 张海莺",
    authors=("张海莺", "王健生"),
    section="要闻",
    photos=(Photo(file="/photo.svg", caption="图说。", credit="本报记者 张海莺 摄"), Photo(caption="1949")),
    summary="全文: 见下 # 一",
    tags=("粮食", "COVID-19"),
    teasers=(Teaser(text="3版 古树变“摇钱树”", page=3),),
    source="raw/2024-04-15/01.txt",
)


def test_what_the_writer_writes_takes_the_lane() -> None:
    written = write_article(ORDINARY)
    fields = plain_mapping(written.split("---\n")[1])
    assert fields is not None
    assert fields["photos"][1] == {"caption": "1949"}  # type: ignore[index]
    assert parse_article(written, PurePath("2024-04-15/01/01.md")) == ORDINARY


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", {}),
        ("title: 1949\ntags: [甲, \"a, b\"]", {"title": "1949", "tags": ["甲", "a, b"]}),
        ("number: 8012\npages:\n  1: {name: 要闻, section: 要闻}\n  2: {name: 副刊}\n",
         {"number": "8012", "pages": {"1": {"name": "要闻", "section": "要闻"}, "2": {"name": "副刊"}}}),
        ("pages:\n  1:\n    name: 要闻\n", {"pages": {"1": {"name": "要闻"}}}),
        ("deck:\n  - 甲\n  - 'b: c'\ntitle:\n", {"deck": ["甲", "b: c"], "title": ""}),
        ("photos:\n  - file: /photo.svg\n    caption: \"图说。\"\n", {"photos": [{"file": "/photo.svg", "caption": "图说。"}]}),
    ],
)  # fmt: skip
def test_what_people_write_takes_the_lane(text: str, value: object) -> None:
    assert plain_mapping(text) == value


def test_manuscripts_of_single_lines_take_the_lane() -> None:
    fronts = [path.read_text("utf-8").split("---\n")[1] for path in sorted(CONTENT.glob("*/*/*.md"))]
    by_yaml = [text for text in fronts if plain_mapping(text) is None]
    assert fronts
    assert [text for text in by_yaml if "|-" not in text] == []


def test_a_field_read_by_the_lane_knows_its_place() -> None:
    located = load_mapping("title: 甲\ndeck:\n- 乙\n- 丙\n", "01.md", first_line=2)
    assert located.places[("title",)] == (2, 1)
    assert located.places[("deck", 1)] == (5, 3)
