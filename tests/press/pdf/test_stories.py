"""Elements of print: what of the space in a document is text, and what only lays out its source."""

from xml.etree import ElementTree as ET

import pytest

from broadsheet.press.pdf.stories import Element, element_of

XHTML = '<div xmlns="http://www.w3.org/1999/xhtml">{}</div>'


def element(markup: str) -> Element:
    (child,) = ET.fromstring(XHTML.format(markup))
    return element_of(child)


@pytest.mark.parametrize(
    "markup",
    [
        "<p><em>one</em>\n<strong>two</strong></p>",
        "<p>one\n<em>two</em></p>",
        "<h2><em>one</em> <a>two</a></h2>",
    ],
)
def test_space_between_words_is_text(markup: str) -> None:
    assert _words(element(markup)) == "one two"


@pytest.mark.parametrize(
    "markup",
    ["<ul>\n  <li>one</li>\n  <li>two</li>\n</ul>", "<blockquote>\n<p>one</p>\n<p>two</p>\n</blockquote>"],
)
def test_space_between_blocks_is_not(markup: str) -> None:
    assert _words(element(markup)) == "onetwo"


def _words(node: Element | str) -> str:
    if isinstance(node, str):
        return node
    parts = node[2]
    assert isinstance(parts, list)
    return "".join(map(_words, parts))
