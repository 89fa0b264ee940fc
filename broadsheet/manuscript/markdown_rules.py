"""Our own rules for Python-Markdown: what a manuscript's Markdown leaves out, and what it says in classes."""

import re
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_ALIGNED = re.compile(r"text-align: (left|right|center);")


class PlainHtmlOff(Extension):
    """Takes the raw HTML rules out, so that `<b>` is four printed characters."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  Python-Markdown's name
        """Called by Python-Markdown when an instance is made."""
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.deregister("html")


class AlignedCells(Extension):
    """Says in a class how a table's column is aligned: a page of ours may not carry styles of its own."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  Python-Markdown's name
        """Called by Python-Markdown when an instance is made."""
        md.treeprocessors.register(_CellClasses(md), "cell_classes", 0)


class _CellClasses(Treeprocessor):
    def run(self, root: Element) -> None:
        for cell in (*root.iter("th"), *root.iter("td")):
            if aligned := _ALIGNED.fullmatch(cell.attrib.pop("style", "")):
                cell.set("class", f"align-{aligned[1]}")
