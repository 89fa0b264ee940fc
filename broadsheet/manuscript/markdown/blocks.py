"""Subheads, rules and paragraphs, as CommonMark (0.31.2, 4) reads them; a paragraph may be set in as far as one likes."""

import re
from xml.etree.ElementTree import Element, SubElement

from markdown.blockprocessors import BlockProcessor, ParagraphProcessor, SetextHeaderProcessor

from broadsheet.manuscript.markdown.lines import RULE, first_line, part_block

_SUBHEAD = re.compile(r" *+(#{1,6}) ++(?=\S)")


class Subheads(BlockProcessor):
    """Makes a heading of a line with `## ` before its words; `#话题#` is text."""

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002  Python-Markdown's form
        """Whether `block` begins with a subhead."""
        return bool(_SUBHEAD.match(block))

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Take the line from `blocks`, and add the heading to `parent`."""
        _, signs, words = _SUBHEAD.split(first_line(blocks).rstrip(" "), maxsplit=1)
        open_end = words.rstrip("#")
        SubElement(parent, f"h{len(signs)}").text = open_end.rstrip(" ") if open_end.endswith(" ") else words


class UnderlinedHeadings(SetextHeaderProcessor):
    """Makes a heading of a line with a line of `=` or `-` below it."""

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Take both lines from `blocks`, and add the heading to `parent`."""
        words, line = first_line(blocks), first_line(blocks)
        SubElement(parent, "h1" if line.startswith("=") else "h2").text = words.strip()


class Rules(BlockProcessor):
    """Makes a rule of a line with three or more `-`, `*` or `_`."""

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002  Python-Markdown's form
        """Whether `block` begins with a rule."""
        return bool(RULE.match(block))

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Take the line from `blocks`, and add the rule to `parent`."""
        first_line(blocks)
        SubElement(parent, "hr")


class Paragraphs(ParagraphProcessor):
    """Makes a paragraph of the lines up to one that begins another block."""

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Take the paragraph from `blocks`, and add it to `parent`."""
        part_block(blocks)
        super().run(parent, blocks)
