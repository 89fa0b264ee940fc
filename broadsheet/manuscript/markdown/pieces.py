"""A block's words in pieces, in their order: what the inline marks make of them, and the elements that come out.

A piece knows the elements that end before it and begin behind it, so that nothing is ever moved or copied.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from xml.etree.ElementTree import Element, TreeBuilder

from markdown.util import ETX, STX, AtomicString

from broadsheet.manuscript.markdown.limits import MOST_LEVELS, too_deep
from broadsheet.model.script import closed_up, parts_words, script_of

Attributes = dict[str, str]

_ESCAPED = re.compile(f"{STX}([0-9]+){ETX}")
_ALONE = ("br", "img")  # elements without words, which show as something that is no letter
_MADE = "made"  # stands for an element that an extension made


class Piece:
    """Words of a block; `tag` is their own element, `ends` and `starts` are elements that reach further."""

    __slots__ = ("attributes", "ends", "starts", "tag", "text")

    def __init__(self, text: str, tag: str = "", attributes: Attributes | None = None) -> None:
        self.text = text
        self.tag = tag
        self.attributes = attributes or {}
        self.ends: list[str] = []
        self.starts: list[tuple[str, Attributes]] = []


def element_mark(number: int) -> str:
    """Return what stands in a text for the element of this number that an extension made."""
    return f"{STX}{_MADE}:{number}{ETX}"


def made_piece(number: int, element: Element) -> Piece:
    """Return the piece for such an element."""
    return Piece("".join(element.itertext()).replace("\n", " "), _MADE, {"number": str(number)})


def escaped(char: str) -> str:
    """Return `char` in the form in which Python-Markdown keeps it from the rules of other extensions."""
    return char if char == "&" else f"{STX}{ord(char)}{ETX}"


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1])), text)


def words_of(pieces: Sequence[Piece]) -> str:
    """Return the words of `pieces` in one line, those for pictures too."""
    return closed_up(_unescaped("".join(piece.text for piece in pieces)))


def _shown(piece: Piece) -> str:
    """Return what a piece shows, where only the line breaks between words are line breaks."""
    if piece.tag in _ALONE:
        return " "
    return _unescaped(piece.text).replace("\n", " ") if STX in piece.text else piece.text


def close_up_lines(pieces: Sequence[Piece]) -> None:
    """Take out each line break that would set a space where print has none."""
    breaks = [piece for piece in pieces if piece.text == "\n"]
    if not breaks:
        return
    lines = "".join(map(_shown, pieces)).split("\n")
    script = script_of("".join(lines))
    for piece, (left, right) in zip(breaks, pairwise(lines), strict=True):
        if not parts_words(left, right, script):
            piece.text = ""


def built(pieces: Sequence[Piece], source: str, made: Sequence[Element]) -> Element:
    """Return an element that holds `pieces`. Raises MarkdownLimitError.

    `source` is the Markdown that they come from; `made` are the elements in it that extensions made.
    """

    def element(tag: str, attributes: Attributes) -> Element:
        return made[int(attributes["number"])] if tag == _MADE else Element(tag, attributes)

    builder = TreeBuilder(element if made else None)
    builder.start("span", {})
    level = 0
    for piece in pieces:
        for tag in piece.ends:
            builder.end(tag)
        level += len(piece.starts) - len(piece.ends)
        if level > MOST_LEVELS:
            raise too_deep(source.partition("\n")[0])
        _add(builder, piece)
        for tag, attributes in reversed(piece.starts):
            builder.start(tag, attributes)
    builder.end("span")
    return builder.close()


def _add(builder: TreeBuilder, piece: Piece) -> None:
    text = piece.text.replace("&", "&amp;")  # Python-Markdown takes &lt; for an entity where it writes text
    if not piece.tag:
        builder.data(text)
        return
    element = builder.start(piece.tag, piece.attributes)
    builder.end(piece.tag)
    if piece.tag == _MADE:
        return
    if piece.tag == "img":
        element.set("alt", text)
    elif text:
        element.text = AtomicString(text)
