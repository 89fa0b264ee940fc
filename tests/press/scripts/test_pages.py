"""Conversion of a page changes what people read, and not one byte of tags, addresses and code."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opencc import OpenCC

from broadsheet.press.scripts.pages import PageConverter

to_traditional = OpenCC("s2t").convert


def as_it_is(tag: str) -> str:
    return tag


def converted(html: str) -> str:
    return PageConverter(to_traditional, as_it_is).page(html)


class Parts(HTMLParser):
    """The parts of a page as a browser reads them: tags with their attributes, code, and what people read."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.code: list[str] = []
        self.text: list[str] = []
        self.inside: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, attrs))
        if tag in ("code", "script", "style", "p"):
            self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        self.tags.append((f"/{tag}", []))
        if self.inside and self.inside[-1] == tag:
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        (self.text if self.inside == ["p"] else self.code).append(data)


HANZI = st.text("后台里云干软件发 a", min_size=1, max_size=6)
READ = st.sampled_from(["alt", "title", "aria-label", "data-done"])
KEPT = st.sampled_from(["href", "src", "srcset", "id", "class", "value", "name", "datetime", "action"])
QUOTES = st.sampled_from(['"', "'"])


@st.composite
def attributes(draw: st.DrawFn) -> str:
    """One attribute of each of two kinds; the value of one may look like the other."""
    parts = []
    for name in (draw(KEPT), draw(READ)):
        quote = draw(QUOTES)
        value = draw(st.sampled_from(["", "title='发'", 'alt="发"', " href=后 "])) + draw(HANZI)
        parts.append(f"{name}={quote}{value.replace(quote, '')}{quote}")
    return " ".join(draw(st.permutations(parts)))


@st.composite
def blocks(draw: st.DrawFn) -> str:
    words, code = draw(HANZI), draw(HANZI)
    inner = draw(
        st.sampled_from(
            [
                f"<code>{code}<b>{code}</b></code>",
                f"<img {draw(attributes())}>",
                f"<a {draw(attributes())}>{words}</a>",
                f"<script>if (1 < 2) '{code}'</script>",
                f"<style>.{code}::after {{ content: '<{code}>' }}</style>",
                f"<!-- {code} > -->",
            ]
        )
    )
    return f"<p {draw(attributes())}>{words}{inner}{words}</p>"


@given(st.lists(blocks(), min_size=1, max_size=5).map("\n".join))
def test_only_what_people_read_is_converted(html: str) -> None:
    before, after = Parts(html), Parts(converted(html))
    assert after.code == before.code
    assert after.text == list(map(to_traditional, before.text))
    assert [name for name, _ in after.tags] == [name for name, _ in before.tags]
    for (_, old), (_, new) in zip(before.tags, after.tags, strict=True):
        assert [name for name, _ in new] == [name for name, _ in old]
        for (name, value), (_, other) in zip(old, new, strict=True):
            is_read = name in ("alt", "title", "aria-label") or name.startswith("data-")
            assert other == (to_traditional(value or "") if is_read else value)


@given(
    st.lists(blocks(), min_size=1, max_size=4), st.sampled_from(['<div lang="en">{}</div>', "<kbd>{}</kbd>"])
)
def test_a_piece_is_converted_by_where_it_stands(html: list[str], keeping: str) -> None:
    page = PageConverter(to_traditional, str.upper).page
    shown, kept = "".join(html), keeping.format("".join(html))
    assert page(f"{kept}{shown}{kept}") == f"{page(kept)}{page(shown)}{page(kept)}"
    assert page(shown) == PageConverter(to_traditional, str.upper).page(shown)


@given(st.text(max_size=80))
def test_a_page_without_chinese_stays_byte_for_byte(text: str) -> None:
    ascii_only = text.encode("ascii", "replace").decode()
    assert converted(ascii_only) == ascii_only


@given(st.text("<>/=\"' a!-后p", max_size=60))
def test_broken_html_loses_nothing(text: str) -> None:
    assert re.sub("[后後]", "", converted(text)) == text.replace("后", "")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>后台</p>", "<p>後臺</p>"),
        (
            '<p lang="zh-Hans">后台 <b>后</b></p><p>后台</p>',
            '<p lang="zh-Hans">后台 <b>后</b></p><p>後臺</p>',
        ),
        ('<div lang="en">后<div>后</div>后</div>后台', '<div lang="en">后<div>后</div>后</div>後臺'),
        ('<head lang="zh-Hans"><title>发</title></head><h1>发</h1>', None),
        ('<html lang="zh-Hans">发</html>', '<html lang="zh-Hans">發</html>'),
        ('<img lang="zh-Hans" alt="发"><p>发</p>', '<img lang="zh-Hans" alt="发"><p>發</p>'),
        ('<img alt="/发/发.png">', '<img alt="/发/发.png">'),
        ('<b data-done="按 / 键发">', '<b data-done="按 / 鍵發">'),
        ('<meta content="https://example.org/发/">', '<meta content="https://example.org/发/">'),
        (
            '<b lang="en">后<a title="后">后</a></b><a title="后">后</a>',
            '<b lang="en">后<a title="后">后</a></b><a title="後">後</a>',
        ),
        ("<option>发</option>", "<option>發</option>"),
        ("<input value=发 title=发>", "<input value=发 title=發>"),
    ],
)
def test_what_stays(html: str, expected: str | None) -> None:
    if expected is None:
        expected = html.replace("<h1>发", "<h1>發")
    assert converted(html) == expected
