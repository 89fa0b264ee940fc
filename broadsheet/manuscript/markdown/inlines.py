"""The marks within a block: CommonMark's, read from left to right in time that grows with the length of the text.

Python-Markdown's own patterns each search the text anew for every mark that they find.
"""

import re
import string
from collections.abc import Sequence
from html import unescape
from html.entities import html5
from xml.etree.ElementTree import Element

from markdown.util import ETX, STX

from broadsheet.manuscript.markdown.brackets import Brackets, Definitions
from broadsheet.manuscript.markdown.code_spans import CodeSpans
from broadsheet.manuscript.markdown.emphasis import DelimiterRun, pair
from broadsheet.manuscript.markdown.pieces import Piece, close_up_lines, escaped, made_piece

_MARK = re.compile(
    rf"(?P<line_end>(?:\\|(?<! ) ++)?\n *+)|!\[|`++|\*++|_++|[\\\[\]<&]|{STX}(?P<kind>fence|made):(?P<number>[0-9]+){ETX}"
)
_SIGNS = frozenset(string.punctuation)
_AUTOLINK = re.compile(
    r"<(?P<address>(?:https?|mailto|tel):[^\s<>]*+|(?P<mail>[!#-'*+./0-9=?A-Z^_`a-z{|}~-]++@[0-9A-Za-z.-]++))>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:#(?:[0-9]{1,7}|[xX][0-9a-fA-F]{1,6})|(?P<name>[A-Za-z][A-Za-z0-9]{1,31}));")


def pieces_of(
    text: str, definitions: Definitions, fences: Sequence[str], made: Sequence[Element]
) -> list[Piece]:
    """Return the pieces of a block's Markdown.

    `definitions` are addresses and titles by label, `fences` the code that was between fences, and `made` the elements
    in the text that extensions made.
    """
    reading = _Reading(text, definitions, fences, made)
    reading.read()
    pair(reading.runs)
    close_up_lines(reading.pieces)
    return reading.pieces


class _Reading:
    """A text as far as it has been read."""

    def __init__(
        self, text: str, definitions: Definitions, fences: Sequence[str], made: Sequence[Element]
    ) -> None:
        self.text = text
        self.fences = fences
        self.made = made
        self.pieces: list[Piece] = []
        self.runs: list[DelimiterRun] = []
        self.brackets = Brackets(text, definitions, self.pieces, self.runs)
        self._code: CodeSpans | None = None

    def read(self) -> None:
        position = 0
        while mark := _MARK.search(self.text, position):
            if mark.start() > position:
                self.pieces.append(Piece(self.text[position : mark.start()]))
            position = _READERS["\n" if mark["line_end"] else mark[0][0]](self, mark)
        if position < len(self.text):
            self.pieces.append(Piece(self.text[position:]))

    def add(self, mark: re.Match[str], *pieces: Piece) -> int:
        """Add pieces for a mark, or the mark itself as text; return the place behind it."""
        self.pieces.extend(pieces or (Piece(mark[0]),))
        return mark.end()

    def line_end(self, mark: re.Match[str]) -> int:
        return self.add(mark, Piece("", "br") if mark[0].startswith(("  ", "\\")) else Piece("\n"))

    def backslash(self, mark: re.Match[str]) -> int:
        char = self.text[mark.end() : mark.end() + 1]
        return self.add(mark, Piece(escaped(char))) + 1 if char in _SIGNS else self.add(mark)

    def code(self, mark: re.Match[str]) -> int:
        self._code = self._code or CodeSpans(self.text)
        end = self._code.closing(len(mark[0]), mark.end())
        if end < 0:
            return self.add(mark)
        words = self.text[mark.end() : end].replace("\n", " ")
        if words.strip() and words[0] == words[-1] == " ":
            words = words[1:-1]
        self.pieces.append(Piece(words, "code"))
        return end + len(mark[0])

    def set_aside(self, mark: re.Match[str]) -> int:
        """Add an element that an extension made, or code between fences that stand in the middle of a text."""
        number = int(mark["number"])
        if mark["kind"] == "made":
            return self.add(mark, made_piece(number, self.made[number]))
        return self.add(mark, Piece(self.fences[number].replace("\n", " "), "code"))

    def run(self, mark: re.Match[str]) -> int:
        before = self.text[mark.start() - 1 : mark.start()] or " "
        after = self.text[mark.end() : mark.end() + 1] or " "
        piece = Piece(mark[0])
        self.runs.append(DelimiterRun(piece, before, after))
        return self.add(mark, piece)

    def entity(self, mark: re.Match[str]) -> int:
        entity = _ENTITY.match(self.text, mark.start())
        if not entity or (entity["name"] and f"{entity['name']};" not in html5):
            return self.add(mark)
        return self.add(entity, Piece("".join(map(escaped, unescape(entity[0])))))

    def angle(self, mark: re.Match[str]) -> int:
        link = _AUTOLINK.match(self.text, mark.start())
        if not link:
            return self.add(mark)
        address = link["address"]
        self.pieces.append(Piece(address, "a", {"href": f"mailto:{address}" if link["mail"] else address}))
        return link.end()

    def bracket(self, mark: re.Match[str]) -> int:
        self.brackets.open(mark)
        return self.add(mark)

    def closing_bracket(self, mark: re.Match[str]) -> int:
        return self.brackets.close(mark) or self.add(mark)


_READERS = {
    "\n": _Reading.line_end,
    "\\": _Reading.backslash,
    "`": _Reading.code,
    STX: _Reading.set_aside,
    "*": _Reading.run,
    "_": _Reading.run,
    "&": _Reading.entity,
    "<": _Reading.angle,
    "!": _Reading.bracket,
    "[": _Reading.bracket,
    "]": _Reading.closing_bracket,
}
