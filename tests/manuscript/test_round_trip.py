"""What is written reads back as the same article, and Markdown made of any text shows that text."""

import datetime as dt
from pathlib import PurePath

from hypothesis import given
from hypothesis import strategies as st

from broadsheet.manuscript import parse_article, write_article
from broadsheet.manuscript.markdown_text import escape, plain_text, render
from broadsheet.model.article import Article, Correction, Photo, Status, Teaser
from broadsheet.model.source import is_ink

PATH = PurePath("content/2031-05-06/01/01.md")

odd = st.sampled_from(
    [
        "---",
        "a: b",
        "- 一",
        "“引”",
        "# 1",
        "*强*",
        "[x](y)",
        "&amp;",
        "<b>",
        "'",
        '"',
        "no",
        "1949",
        "~",
        "|",
        "𠮷",
        "☃",
    ]
)
plain = st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=30)
text = st.one_of(plain, odd, st.tuples(plain, odd, plain).map("".join))
lines = st.lists(text, max_size=4).map("\n".join)
texts = st.lists(text.filter(bool), max_size=3).map(tuple)
articles = st.builds(
    Article,
    title=text,
    title_supplied=st.booleans(),
    kicker=text,
    deck=texts,
    byline=text,
    authors=texts,
    dateline=text,
    section=text,
    column=text,
    source_credit=text,
    photos=st.lists(st.builds(Photo, file=text, caption=text, credit=text, alt=text), max_size=2).map(tuple),
    editors_note=lines,
    summary=lines,
    tags=texts,
    jump=text,
    teasers=st.lists(st.builds(Teaser, text=text, page=st.integers(0, 99)), max_size=2).map(tuple),
    corrections=st.lists(
        st.builds(Correction, date=st.dates(dt.date(1900, 1, 1)), text=text), max_size=2
    ).map(tuple),
    status=st.sampled_from(Status),
    source=text,
    body=lines.map(lambda body: body.strip("\n")),
)


@given(articles)
def test_an_article_reads_back_as_itself(article: Article) -> None:
    assert parse_article(write_article(article), PATH) == article


@given(articles)
def test_writing_twice_gives_the_same_bytes(article: Article) -> None:
    once = write_article(article)
    assert write_article(parse_article(once, PATH)) == once


@given(text)
def test_any_text_survives_markdown(words: str) -> None:
    shown = plain_text(render(escape(words.strip())))
    assert "".join(filter(is_ink, shown)) == "".join(filter(is_ink, words))


@given(text.filter(str.strip))
def test_any_text_survives_as_a_subhead(words: str) -> None:
    html = render(f"## {escape(words.strip())}")
    assert html.startswith("<h2>")
    assert "".join(filter(is_ink, plain_text(html))) == "".join(filter(is_ink, words))
