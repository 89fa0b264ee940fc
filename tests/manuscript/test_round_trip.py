"""write, then read, is the same article: for any article, whatever its characters mean to YAML or Markdown."""

import datetime as dt
import re
from pathlib import Path, PurePath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from broadsheet.manuscript import parse_article, read_article, read_edition
from broadsheet.manuscript.markdown.dialect import render
from broadsheet.manuscript.markdown.escaping import escape, plain_text
from broadsheet.manuscript.names import MARKLESS
from broadsheet.manuscript.unseen import check_characters
from broadsheet.manuscript.writer import write_article, write_edition
from broadsheet.model.article import Article, Conversion, Correction, Photo, Status, Teaser
from broadsheet.model.edition import EditionFacts, PrintPage
from broadsheet.model.errors import ManuscriptError

PATH = PurePath("2024-04-15/01/01.md")

# Words that mean something to YAML, and signs that do; the rest is any text that UTF-8 can hold.
TEMPTING = (
    *("---", "...", "null", "true", "~", "1949", "2024-04-15", "a: b", "# 号", "- 一", "? 一", "<<", "=", "|", ">"),
    *(" 前", "后 ", "\n一\n二", "一\n", "一\n\n\n二", "\n---\n", "\t制表", "\\u2028", "\U000f0000", "‘单’“双”", "👩‍👩‍👧"),
)  # fmt: skip
SIGNS = " \n\t\r\x00\x7f\x85\xa0\u2028\u2029\u3000\ufeff\U000f0000#:-'\"|>&*!%@`{}[],?=~<\\一a1。“"
texts = (
    st.text(st.characters(codec="utf-8"), max_size=12)
    | st.text(st.sampled_from(SIGNS), max_size=10)
    | st.sampled_from(TEMPTING)
)
sentences = texts.map(lambda text: text.replace("\n", ""))  # their lines run on
text_lists = st.lists(texts, max_size=3).map(tuple)
# A file's lines end in \n, and a body has no blank lines around it.
bodies = texts.map(lambda text: text.replace("\r", "").strip("\n"))


def lists_of(record: st.SearchStrategy[object]) -> st.SearchStrategy[tuple[object, ...]]:
    return st.lists(record, max_size=2).map(tuple)


ZONES = st.sampled_from(
    [None, dt.UTC, dt.timezone(dt.timedelta(hours=8)), dt.timezone(-dt.timedelta(minutes=90))]
)


def to_the_minute(moment: dt.datetime) -> dt.datetime:
    return moment.replace(second=0, microsecond=0)


articles = st.builds(
    Article,
    title=texts,
    title_supplied=st.booleans(),
    kicker=texts,
    deck=text_lists,
    byline=texts,
    authors=text_lists,
    dateline=texts,
    section=texts,
    column=texts,
    source_credit=texts,
    photos=lists_of(st.builds(Photo, file=texts, caption=sentences, credit=texts, alt=sentences)),
    editors_note=texts,
    summary=sentences,
    tags=text_lists,
    jump=texts,
    teasers=lists_of(st.builds(Teaser, text=sentences, page=st.integers(0, 10**6))),
    corrections=lists_of(st.builds(Correction, date=st.dates(), text=sentences)),
    convert=st.sampled_from(Conversion),
    status=st.sampled_from(Status),
    publish_at=st.none()
    | st.datetimes(timezones=ZONES).filter(lambda moment: 1 < moment.year < 9999).map(to_the_minute),
    source=texts,
    body=bodies,
)


@given(articles)
@example(Article(teasers=(Teaser(text=""),), photos=(Photo(),)))
@example(Article(authors=("",), deck=("", "")))
@example(Article(title="0\x85", kicker="一\u2028二", editors_note="\n一\u2028"))
@example(Article(title="很长" * 100_000, body="更长" * 500_000))
def test_an_article_comes_back(article: Article) -> None:
    assert parse_article(write_article(article), PATH) == article


def is_readable(text: str) -> bool:
    """Whether a reader can see each character of `text`: a file with another one is refused."""
    try:
        check_characters(text, "edition.yaml")
    except ManuscriptError:
        return False
    return True


readable = texts.filter(is_readable)
# An address is made of each, and readers could not tell two apart that differ in a character without a mark.
names = readable.filter(
    lambda name: not name or (any(map(str.isalnum, name)) and not re.search(f"[{MARKLESS}]", name))
)
page_names = readable.filter(
    lambda name: not name or bool(name.strip(" .-\t\n\u3000"))
)  # sections, where none is given
editions = st.builds(
    EditionFacts,
    number=st.integers(0, 10**6),
    pages=st.dictionaries(
        st.integers(1, 99),
        st.builds(PrintPage, name=page_names, section=names, page_editor=readable),
        max_size=3,
    ),
    editors_note=readable,
)


@given(facts=editions)
@example(facts=EditionFacts())
@example(
    facts=EditionFacts(pages={1: PrintPage(), 2: PrintPage(name="no", section="[1]", page_editor="a: b")})
)
def test_the_facts_of_an_edition_come_back(
    facts: EditionFacts, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.getbasetemp() / "2024-04-15"
    folder.mkdir(exist_ok=True)
    (folder / "edition.yaml").write_text(write_edition(facts), encoding="utf-8", newline="")
    assert read_edition(folder).facts == facts


@given(articles)
def test_writing_is_settled_after_once(article: Article) -> None:
    text = write_article(article)
    assert write_article(parse_article(text, PATH)) == text


@given(st.text(st.sampled_from(SIGNS), max_size=8))
def test_any_text_in_single_quotes_is_that_text(text: str) -> None:
    """An editor's own typing, not our writer's: what YAML 1.2 calls a character is one."""
    line = "".join(char for char in text if char not in "\n\r\x00\x7f").strip(" \t")
    quoted = line.replace("'", "''")
    assert parse_article(f"---\ntitle: '{quoted}'\n---\n", PATH).title == line


def test_line_ends_and_mark_of_another_system_change_nothing(tmp_path: Path) -> None:
    article = Article(title="标题", editors_note="一\n\n二", body="第一段\n\n第二段")
    written = write_article(article)
    path = tmp_path / "2024-04-15/01/01.md"
    path.parent.mkdir(parents=True)
    for text in (written, f"\ufeff{written}", written.replace("\n", "\r\n"), written.replace("\n", "\r")):
        path.write_bytes(text.encode())
        assert read_article(path).article == article


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("title: 1949", "1949"),
        ("title: no", "no"),
        ("title: null", "null"),
        ("title: 2024-04-15", "2024-04-15"),
        ("title: 1:30", "1:30"),
        ("title:", ""),
        ("title: 前\u2028后", "前\u2028后"),
        ('title: "前\\u2028后"', "前\u2028后"),
    ],
)
def test_every_scalar_is_text(text: str, title: str) -> None:
    assert parse_article(f"---\n{text}\n---\n", PATH).title == title


def test_one_text_is_a_list_of_one_and_an_empty_value_is_none() -> None:
    text = "---\ndeck: 一行\nauthors:\nphotos:\ntitle_supplied:\nstatus:\n---\n"
    assert parse_article(text, PATH) == Article(deck=("一行",))


@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("summary: 合龙仪式在\n  江边举行", "合龙仪式在江边举行"),
        ("summary: >\n  合龙仪式在\n  江边 举行", "合龙仪式在江边 举行"),
        (
            "summary: |\n  合龙仪式在\n  江边举行\n  the bridge\n  is open",
            "合龙仪式在江边举行the bridge is open",
        ),
        ('summary: "他说：\n  “好。”\n  走了"', "他说：“好。”走了"),
        ("summary: '合龙''仪式''\n  在江边'", "合龙'仪式' 在江边"),  # not as it is written: YAML's own words
    ],
)
def test_the_lines_of_a_sentence_run_on_as_print_has_them(field: str, words: str) -> None:
    assert parse_article(f"---\n{field}\n---\n", PATH).summary == words


def test_the_lines_of_a_headline_are_places_to_break() -> None:
    article = parse_article("---\ntitle: 转型升级\n  看老工业基地\ndeck: |\n  甲\n  乙\n---\n", PATH)
    assert (article.title, article.deck) == ("转型升级 看老工业基地", ("甲\n乙\n",))


LONG = "The river as it was on the day before the bridge was opened to all who had waited for it"
WRITTEN = """\
---
title: |-
  城南旧事
  看老城
title_supplied: true
kicker: '1949'
deck:
- 副题一
- 副题二
authors: 张海莺
photos:
- file: /photo.svg
  caption: "图\\L说。"
  alt: The river as it was on the day before the bridge was opened to all who had waited for it
- {}
tags:
- '粮食: 价'
- 'no'
teasers:
- text: 3版
  page: 3
corrections:
- date: '2024-04-16'
  text: 更正
status: draft
publish_at: '2024-04-15T18:00:00+00:00'
---

第一段

第二段
"""


def test_an_article_is_written_as_an_editor_would() -> None:
    article = Article(
        title="城南旧事\n看老城",
        title_supplied=True,
        kicker="1949",
        deck=("副题一", "副题二"),
        authors=("张海莺",),
        photos=(Photo(file="/photo.svg", caption="图\u2028说。", alt=LONG), Photo()),
        tags=("粮食: 价", "no"),
        teasers=(Teaser(text="3版", page=3),),
        corrections=(Correction(date=dt.date(2024, 4, 16), text="更正"),),
        status=Status.DRAFT,
        publish_at=dt.datetime(2024, 4, 15, 18, tzinfo=dt.UTC),
        body="\n\n第一段\n\n第二段\n\n",
    )
    assert write_article(article) == WRITTEN


def test_the_facts_of_an_edition_are_written_a_line_for_each_page() -> None:
    pages = {1: PrintPage(name="要闻", page_editor="张三"), 2: PrintPage()}
    facts = EditionFacts(number=8012, pages=pages, editors_note="甲\n乙")
    assert write_edition(facts) == (
        "number: 8012\npages:\n  1: {name: 要闻, page_editor: 张三}\n  2: {}\neditors_note: |-\n  甲\n  乙\n"
    )
    assert write_edition(EditionFacts()) == ""


def test_an_article_without_fields_is_two_lines_and_its_body() -> None:
    assert write_article(Article(body="正文")) == "---\n---\n\n正文\n"


# One line of print: no control characters, which leave no ink.
printed = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), max_size=16) | st.text(
    st.sampled_from(" #>+-~=`*_[]()<&;!\\.1一１a|:\u3000\u2028\xa0{}^\"'lt/"), max_size=16
)


@given(printed)
@example(" ")
@example("\u3000一")
@example("# 一 #")
@example("1) 一")
@example("~~~")
def test_escaped_text_renders_to_itself(text: str) -> None:
    assert plain_text(render(escape(text))) == text


@given(st.lists(printed.filter(bool), min_size=1, max_size=4))
def test_escaped_paragraphs_and_headings_do_not_touch_each_other(lines: list[str]) -> None:
    for mark, tag in (("", "p"), ("## ", "h2")):
        html = render("\n\n".join(mark + escape(line) for line in lines))
        assert plain_text(html).split("\n") == lines
        assert html.count(f"<{tag}>") == len(lines)


def test_escaped_text_is_what_an_editor_would_write() -> None:
    text = "a < b & c; AT&T; &lt; *x* _y_ [z] `c` \\ #"
    assert escape(text) == "a &lt; b & c; AT&amp;T; &amp;lt; \\*x\\* \\_y\\_ \\[z\\] \\`c\\` \\\\ \\#"
    assert [escape(line) for line in ("# 甲", "~甲", "12) 甲", " 甲 ", "- 甲")] == [
        *("\\# 甲", "&#126;甲", "12\\) 甲", "&#32;甲&#32;", "\\- 甲"),
    ]
