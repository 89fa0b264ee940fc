"""What ingest owes to any text at all: it refuses the page, or every inked character reaches a reader once."""

import html
import re
import unicodedata
from collections import Counter

from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from broadsheet.ingest.text.repairs import repair
from broadsheet.manuscript.markdown.dialect import render
from broadsheet.model.article import Article
from tests.ingest.conftest import INGEST
from tests.ingest.newsroom import neutral, new_newsroom
from tests.ingest.typesetter import set_page, set_paragraph

# Few enough that words recur, as they do in a story; none of them makes a word that the lexicon knows.
HANZI = "春风吹过山谷河水清石桥边老树开花孩子们跑进院里看见白鸽飞起屋顶炊烟慢升起村口小店卖着新茶和米糕"

SNIPPETS = (
    *("\r\n", "\n", "\r", "\f", "\v", "\t", "\x00", "\x07", "\x1c", "\x1f", "\x7f", "\x85", "\x9f"),
    *(" ", "    ", "\u00a0", "\u3000", "\u2028", "\u2029", "\ufeff", "\u200b", "\u200d", "\u00ad", "\u202e"),
    *("\ue000", "\uf8ff", "\ufffe", "\U0010ffff", "\u0301", "😀", "👩‍👧", "𠮷", "ß"),
    *("# ", "## ", "#", "> ", "- ", "+ ", "* ", "1. ", "2019. ", "1) ", "---", "===", "```", "~~~", "|-|-|"),
    *(
        "[a]: b",
        "![x](y)",
        "[x](y)",
        "<b>",
        "</b>",
        "<!--",
        "-->",
        "&amp;",
        "&#65;",
        "&",
        "\\",
        "`",
        "_",
        "**",
    ),
    *(": ", "'", '"', "{", "}", "%", "@", "!", "klzzwxh:0000", "http://a.b", "null", "~"),
    *("，", "。", "“", "”", "（", "）", "《", "》", "——", "……", "7∶3"),
    *("编者按 ", "编者按：", "本报记者 张三", "□ 本报记者 李四", "本报记者 张三 摄", "图为现场。"),
    *(
        "（下转第3版）",
        "（上接第2版）",
        "3版",
        "本报讯",
        "（某某司供稿）",
        "2024年4月15日 星期一",
        "责任编辑：王五",
    ),
    *("春风吹过山谷", "河水清清，石桥边老树开花。", "孩子们跑进院里看见白鸽飞起，"),
)
hostile = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(SNIPPETS), max_size=40).map("".join),
    st.lists(st.one_of(st.sampled_from(SNIPPETS), st.text(max_size=3)), max_size=40).map("\n".join),
)


def ink(text: str) -> Counter[str]:
    """Count what print shows of `text`: this is said again here, so that no change to the model goes unseen."""
    letters = re.sub("[ﬀ-ﬆ]", lambda ligature: unicodedata.normalize("NFKC", ligature[0]), text)
    return Counter(
        char
        for char in letters
        if not (char.isspace() or unicodedata.category(char) == "Cc" or char == "\ufeff")
    )


def seen(markdown: str) -> str:
    return html.unescape(re.sub(r"</?(?:p|h2|table|thead|tbody|tr|th|td)>|<br>", "", render(markdown)))


def read_by_all(article: Article) -> str:
    """Return every printed character of an article, as a reader of the site meets it."""
    return "".join(
        (
            *(article.kicker, article.title, *article.deck, article.byline, seen(article.body)),
            *(photo.caption + photo.credit for photo in article.photos),
            *(seen(article.editors_note), article.source_credit, article.jump),
            *(teaser.text for teaser in article.teasers),
        )
    )


@settings(INGEST, max_examples=700)
@given(hostile)
@example("\x9f\t编者按：春风\n\x7f    ] 河水")
@example("第一段。\n\n编程语言C#\n\n第二段。")
@example("\ufeff")
@example("\x00\x01")
def test_any_text_is_refused_or_reaches_the_reader_whole(text: str) -> None:
    with new_newsroom() as newsroom:
        newsroom.page(text.encode())
        run = newsroom.ingest()
        if run.code:
            assert "no-text" in run.err or "bad-bytes" in run.err
            assert not newsroom.articles()
            return
        printed = "".join(map(read_by_all, newsroom.articles()))
        dropped = "".join(neutral(text.encode())["furniture"])
        assert ink(printed) + ink(dropped) == ink(repair(text).text)


def folded(text: str) -> Counter[str]:
    """Count the characters of `text` in compatibility form, without white space and characters that show nothing."""
    return ink("".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) != "Cf"))


@settings(INGEST, max_examples=300)
@given(hostile)
@example("0\u200b")
@example("⼈\u00ad民\ufb03")
def test_a_repair_takes_nothing_that_print_shows(text: str) -> None:
    assert folded(repair(text).text) == folded(text)


@settings(INGEST, max_examples=150)
@given(hostile)
def test_the_same_page_gives_the_same_bytes_and_a_second_ingest_changes_none(text: str) -> None:
    with new_newsroom() as one, new_newsroom() as other:
        one.page(text.encode())
        other.page(text.encode())
        first = one.ingest()
        after_first = one.files()
        assert (other.ingest(), other.files()) == (first, after_first)
        assert one.ingest().code == first.code
        assert one.files() == after_first


@st.composite
def columns(draw: st.DrawFn, least: int = 2) -> tuple[int, list[str]]:
    """Draw a measure in em and `least` paragraphs or more that fill several lines of it.

    No line but a paragraph's last ends with a sentence: there, print itself does not tell whether a new paragraph of
    one line begins, and ingest may say either. Each has a middle line, which alone shows what the measure is.
    """
    measure = draw(st.integers(10, 26))
    sentence = st.lists(st.text(HANZI, min_size=4, max_size=12), min_size=3, max_size=5).map("，".join)
    paragraph = st.lists(sentence, min_size=2, max_size=5).map(lambda parts: "。".join(parts) + "。")
    drawn = draw(st.lists(paragraph, min_size=least, max_size=6))
    texts = [_without_stops_at_line_ends(text, measure) for text in drawn]
    assume(_show_their_measure(texts, measure))
    return measure, texts


def _show_their_measure(texts: list[str], measure: int) -> bool:
    return all(len(set_paragraph(text, measure)) > 2 for text in texts)


def _without_stops_at_line_ends(text: str, measure: int) -> str:
    for char in HANZI:
        if not any(line.endswith("。") for line in set_paragraph(text, measure)[:-1]):
            break
        text = char + text
    return text


def paragraphs(text: str) -> list[str]:
    return [block["text"] for article in neutral(text)["articles"] for block in article["body"]]


@settings(INGEST, max_examples=200)
@given(columns())
def test_paragraphs_set_at_a_measure_come_back_as_those_paragraphs(column: tuple[int, list[str]]) -> None:
    measure, texts = column
    assert paragraphs(set_page(texts, measure)) == texts


@settings(INGEST, max_examples=40)
@given(columns(), st.sampled_from(["\r\n", "\r", "\n\n", " \n", "\u3000\n", "\n\t\n"]))
def test_line_ends_and_blank_lines_say_nothing_about_paragraphs(
    column: tuple[int, list[str]], line_end: str
) -> None:
    measure, texts = column
    assert paragraphs(set_page(texts, measure).replace("\n", line_end)) == texts


@settings(INGEST, max_examples=60)
@given(columns())
def test_an_indent_kept_as_spaces_tells_paragraphs_as_well(column: tuple[int, list[str]]) -> None:
    measure, texts = column
    lines = [set_paragraph(text, measure) for text in texts]
    page = "".join("\u3000\u3000" + "\n".join(paragraph) + "\n" for paragraph in lines)
    assert paragraphs(page) == texts


@settings(INGEST, max_examples=60)
@given(columns(least=4), st.integers(3, 8))
def test_the_measure_may_change_between_paragraphs(column: tuple[int, list[str]], wider: int) -> None:
    measure, texts = column
    half = len(texts) // 2
    other = [_without_stops_at_line_ends(text, measure + wider) for text in texts[half:]]
    assume(_show_their_measure(other, measure + wider))
    page = set_page(texts[:half], measure) + set_page(other, measure + wider)
    assert paragraphs(page) == texts[:half] + other
