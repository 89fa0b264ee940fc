"""Walking through a web page's tree, and what its attributes and white space mean."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache, partial
from io import BytesIO
from typing import Any

from bs4 import BeautifulSoup
from bs4.builder._lxml import LXMLTreeBuilder  # its public name is not in the types
from bs4.element import PageElement, PreformattedString, Tag
from lxml import etree

from broadsheet.model.errors import SourceError
from broadsheet.model.finding import Finding

MOST_DEPTH = 2_048
"""How deep the tags of a page may be nested; real pages stay below a hundred."""

_WORD = re.compile(r"[a-z]+\d*|[A-Z]+(?![a-z])\d*|[A-Z][a-z]+\d*")
_HASH = re.compile(r"[-_](?=\w*\d)(?=\w*[A-Z])\w{6,}")  # what a builder adds to a class: topic-3bY8Hw-9
_WIDE = "[\u2e80-\ud7ff\uf900-\ufaff\uff00-\uffef]"
_SEGMENT_BREAK = re.compile(rf"(?<={_WIDE})[ \t]*[\r\n][ \t\r\n]*(?={_WIDE})")
_WHITE_SPACE = re.compile(r"[ \t\r\n\f]+")
_CONTROLS = re.compile("[\x01-\x08\x0b\x0e-\x1f\x7f]")  # browsers show none; the parser would write U+FFFD
_PAGE_END = re.compile(
    r"</(?:body|html)\s*>|<(?:body|html)\s*/>", re.IGNORECASE
)  # text may follow (HTML Standard, 13.2.6.4.19); libxml2 stops
_PIECE = 65_536  # bytes
_LAZY = ("data-src", "data-original", "data-lazy-src", "oldsrc", "src")


class _TooDeepError(Exception):
    """Tags are nested too deeply, from `line` of the page on."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class _Builder(LXMLTreeBuilder):
    """Beautiful Soup's builder on lxml's parser, without a limit of libxml2's, and with one of ours.

    Beyond its limit libxml2 would drop text; beyond ours the rules would take time with the square of the depth.
    """

    def __init__(self) -> None:
        super().__init__(multi_valued_attributes=None)
        self.depth = 0
        self.line = 1

    def default_parser(self, _encoding: str | None) -> Any:
        """Return what makes the parser; Beautiful Soup calls it with the other options."""
        return partial(etree.HTMLParser, huge_tree=True)

    def feed(self, markup: Any) -> None:
        """Parse `markup` line by line: lxml gives a target no line numbers.

        Long lines are parsed in pieces: within one the parser goes on after `start` has given a page up.
        """
        self.parser = self.parser_for("utf-8")
        self.parser.feed(b"")  # an empty page has no line
        for self.line, line in enumerate(BytesIO(markup), start=1):
            for first in range(0, len(line), _PIECE):
                self.parser.feed(line[first : first + _PIECE])
        self.parser.close()

    def start(self, tag: str | bytes, attrs: Any, nsmap: Any = None) -> None:
        """Begin an element, whose tag ends in the line that is parsed. Raises _TooDeepError."""
        self.depth += 1
        if self.depth > MOST_DEPTH:
            raise _TooDeepError(self.line)
        super().start(tag, attrs, nsmap or {})

    def end(self, tag: str | bytes) -> None:
        """End an element."""
        self.depth -= 1
        super().end(tag)


def parse(path: str, html: str) -> Tag | None:
    """Return the root of the page's tree, or None for an empty page. Nothing is fetched.

    The parser takes time in proportion to the page's length. Raises SourceError for a page whose tags are nested more
    than MOST_DEPTH deep.
    """
    markup = _PAGE_END.sub("", _CONTROLS.sub("", html)).encode("utf-8", "replace")
    try:
        return BeautifulSoup(markup, builder=_Builder(), from_encoding="utf-8").html
    except _TooDeepError as error:
        raise SourceError(
            Finding(
                code="nested-too-deep",
                path=path,
                line=error.line,
                message=f"tags are nested more than {MOST_DEPTH:,} deep here: most of them were never closed",
                hint="open the page in a browser and save it anew, or paste its text into a .txt file",
            )
        ) from error


def steps(root: Tag, is_whole: Callable[[Tag], bool]) -> Iterator[tuple[str, Tag, str]]:
    """Yield `open` and `close` of each element and each `text` between, without recursion: pages nest deeply.

    An element for which `is_whole` is true is yielded as `whole`, and nothing inside it is. Comments are left out.
    """
    if is_whole(root):
        yield "whole", root, ""
        return
    yield "open", root, ""
    within = [(root, iter(root.contents))]
    while within:
        tag, rest = within[-1]
        node = next(rest, None)
        if node is None:
            within.pop()
            yield "close", tag, ""
        elif not isinstance(node, Tag):
            yield "text", tag, _shown(node)
        elif is_whole(node):
            yield "whole", node, ""
        else:
            yield "open", node, ""
            within.append((node, iter(node.contents)))


def _shown(node: PageElement) -> str:
    """Return the characters of a text; a comment has none."""
    return "" if isinstance(node, PreformattedString) else str(node)


def set_white_space(text: str) -> str:
    """Set white space as a browser does: a line end between two hanzi is nothing, other white space one space."""
    return _WHITE_SPACE.sub(" ", _SEGMENT_BREAK.sub("", text))


def text_of(tag: Tag) -> str:
    """Return the characters in `tag` as they stand."""
    return "".join(_shown(node) for node in tag.descendants if not isinstance(node, Tag))


def value_of(tag: Tag, name: str) -> str:
    """Return the value of an attribute, "" where the element has none."""
    return str(tag.get(name) or "")


def words_of(tag: Tag) -> frozenset[str]:
    """Return the words of a tag's class, id, `rel` and `itemprop` in lower case: `PreTitle main-box` has six, `pretitle` and `mainbox` too.

    The name of a custom element counts: <founder-title>.
    """
    own = tag.name if "-" in tag.name else ""
    names = " ".join((own, *(value_of(tag, name) for name in ("class", "id", "rel", "itemprop"))))
    return _words_in(names)


@lru_cache(maxsize=4096)  # a page has few names and many elements
def _words_in(names: str) -> frozenset[str]:
    joined = names.replace("-", " ").replace("_", " ").split()
    whole = names.replace("-", "").replace("_", "").split()
    return frozenset(word.lower() for word in (*_WORD.findall(_HASH.sub("", names)), *joined, *whole))


def picture_of(tag: Tag) -> str:
    """Return where the picture lies; lazy pages keep the true place in another attribute than `src`."""
    places = (value_of(tag, name) for name in _LAZY)
    return next((place for place in places if place and not place.startswith("data:")), "")
