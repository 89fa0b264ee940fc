"""Walking through a web page's tree, and what its attributes and white space mean."""

import re
from collections.abc import Iterator

from bs4 import Tag
from bs4.element import PageElement, PreformattedString

_WORD = re.compile(r"[a-z]+\d*|[A-Z]+(?![a-z])\d*|[A-Z][a-z]+\d*")
_HASH = re.compile(r"[-_](?=\w*\d)(?=\w*[A-Z])\w{6,}")  # what a builder adds to a class: topic-3bY8Hw-9
_WIDE = "[\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef]"
_SEGMENT_BREAK = re.compile(rf"(?<={_WIDE})[ \t]*[\r\n][ \t\r\n]*(?={_WIDE})")
_WHITE_SPACE = re.compile(r"[ \t\r\n\f]+")
_LAZY = ("data-src", "data-original", "data-lazy-src", "oldsrc", "src")


def steps(root: Tag) -> Iterator[tuple[str, PageElement]]:
    """Yield each element as it opens and closes and each text between, without calling itself: pages nest deeply."""
    stack: list[tuple[Tag, Iterator[PageElement]]] = [(root, iter(root.children))]
    while stack:
        tag, children = stack[-1]
        node = next(children, None)
        if node is None:
            stack.pop()
            yield "close", tag
        elif isinstance(node, Tag):
            yield "open", node
            stack.append((node, iter(node.children)))
        elif not isinstance(node, PreformattedString):
            yield "text", node


def set_white_space(text: str) -> str:
    """Set white space as a browser does: a line end between two hanzi is nothing, other white space one space."""
    return _WHITE_SPACE.sub(" ", _SEGMENT_BREAK.sub("", text))


def words_of(tag: Tag) -> frozenset[str]:
    """Return the words of a tag's class and id in lower case: `artTitle main-box` has four."""
    names = " ".join([*tag.get_attribute_list("class"), *tag.get_attribute_list("id")] if tag.attrs else [])
    return frozenset(word.lower() for word in _WORD.findall(_HASH.sub("", names)))


def picture_of(tag: Tag) -> str:
    """Return where the picture lies; lazy pages keep the true place in another attribute than `src`."""
    places = (str(tag.get(name) or "") for name in _LAZY)
    return next((place for place in places if place and not place.startswith("data:")), "")
