"""Lists and quotations, as CommonMark (0.31.2, 5) and so GitHub read them.

What belongs to an item of a list is set in as far as the item's own words: two spaces after `- `, three after `1. `.
Python-Markdown wants four, and a blank line before the list.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from xml.etree.ElementTree import Element, SubElement

from markdown.blockprocessors import BlockProcessor

from broadsheet.manuscript.markdown.limits import MOST_LEVELS, too_deep
from broadsheet.manuscript.markdown.lines import ITEM, RULE, interrupts, lines_of

_WIDEST_GAP = 4
_QUOTED = re.compile(r" *+> ?")
# A paragraph behind a blank line; a list may stand behind one in an item without setting its words apart.
_APART = re.compile(r"\n\n+(?! |(?:[-+*]|[0-9]{1,9}[.)]) )")


class _Container(BlockProcessor):
    """A block that holds blocks."""

    @contextmanager
    def within(self, state: str, line: str) -> Iterator[None]:
        """Have Python-Markdown know in what it reads blocks. Raises MarkdownLimitError for `line` too far within others."""
        if len(self.parser.state) >= MOST_LEVELS:
            raise too_deep(line)
        self.parser.state.set(state)
        try:
            yield
        finally:
            self.parser.state.reset()


class Lists(_Container):
    """Makes a list of items with marks of one kind."""

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002  Python-Markdown's form
        """Whether `block` begins with an item."""
        return bool(_mark(block))

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Take the items from `blocks`, and add them to `parent` as one list."""
        line = blocks[0].partition("\n")[0]
        items = ["\n".join(lines) for lines in _taken_items(blocks)]
        is_loose = any(item.endswith("\n") for item in items[:-1]) or any(
            _APART.search(item.rstrip("\n")) for item in items
        )
        made = _new_list(parent, line)
        with self.within("looselist" if is_loose else "list", line):
            for item in items:
                self.parser.parseChunk(SubElement(made, "li"), item)


def _mark(line: str) -> str:
    """Return the mark of the item that `line` begins with, "" for none."""
    item = ITEM.match(line)
    return item["mark"] if item else ""


def _new_list(parent: Element, line: str) -> Element:
    """Add a list that begins with the item in `line`."""
    number = _mark(line)[:-1]
    if not number:
        return SubElement(parent, "ul")
    return SubElement(parent, "ol", {} if number == "1" else {"start": number})


def _taken_items(blocks: list[str]) -> list[list[str]]:
    """Take one list from `blocks`; return the lines of each item, as they stand within it."""
    items: list[list[str]] = []
    kind = _mark(blocks[0])[-1]
    offset = 0
    while blocks:
        block = blocks.pop(0)
        for start, line in lines_of(block):
            if items and (not line or len(line) - len(line.lstrip(" ")) >= offset):
                items[-1].append(line[offset:])
            elif own_offset := _offset(line, kind):
                offset = own_offset
                items.append([line[offset:]])
            elif items[-1][-1] and not interrupts(line):
                items[-1].append(line)
            else:
                blocks.insert(0, block[start:])
                return items
        items[-1].append("")
    return items


def _offset(line: str, kind: str) -> int:
    """Return how far what belongs to the item in `line` is set in; 0 if it is no item with a mark of this kind."""
    item = ITEM.match(line)
    if not item or item["mark"][-1] != kind or RULE.match(line):
        return 0
    gap = len(item["gap"])
    return item.end("mark") + (gap if 0 < gap <= _WIDEST_GAP else 1)


class Quotations(_Container):
    """Makes a quotation of lines that begin with `>`, and of those that go on with its last paragraph."""

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002  Python-Markdown's form
        """Whether `block` begins with a quotation."""
        return bool(_QUOTED.match(block))

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Take the quotation from `blocks`, and add it to `parent` or to the quotation that is last in it."""
        block = blocks.pop(0)
        quoted: list[str] = []
        for start, line in lines_of(block):
            mark = _QUOTED.match(line)
            if not mark and (not quoted[-1] or interrupts(line)):
                blocks.insert(0, block[start:])
                break
            words = line[mark.end() :] if mark else line
            quoted.append(words if words.strip(" ") else "")
        last = self.lastChild(parent)
        quotation = (
            last if last is not None and last.tag == "blockquote" else SubElement(parent, "blockquote")
        )
        with self.within("blockquote", block.partition("\n")[0]):
            self.parser.parseChunk(quotation, "\n".join(quoted))
