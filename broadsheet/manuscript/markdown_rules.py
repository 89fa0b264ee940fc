"""Our own rules for Python-Markdown: what a manuscript's Markdown leaves out, and what it says in classes."""

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.blockprocessors import ReferenceProcessor
from markdown.extensions import Extension
from markdown.extensions.tables import TableProcessor
from markdown.treeprocessors import Treeprocessor

_ADDRESS = re.compile(r"[/#]|[!-~]+\Z")
_REFERENCE = re.compile(r"\[([^\[\]]*)\](?![:(])")
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


class NothingLeftOut(Extension):
    """Has printed what Python-Markdown would drop without a word."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  Python-Markdown's name
        """Called by Python-Markdown when an instance is made; priorities are those of what is replaced."""
        blocks = md.parser.blockprocessors
        blocks.register(_WholeRows(md.parser, {"use_align_attribute": False}), "table", 75)
        blocks.register(_MeantDefinitions(md.parser), "reference", 15)


class _WholeRows(TableProcessor):
    """Keeps the cells of a row that has more of them than the table has columns."""

    def _build_row(self, row: str, parent: Element, align: Sequence[str | None]) -> None:
        more = len(self._split_row(row)) - len(align)  # type: ignore[attr-defined]  # not in the stubs
        super()._build_row(row, parent, [*align, *[None] * more])  # type: ignore[misc]  # the same


class _MeantDefinitions(ReferenceProcessor):
    """Takes `[1]: /address` for a definition only where the text refers to it: `[记者]: 为什么？` is printed words."""

    def test(self, _parent: Element, block: str) -> bool:
        defined = list(self.RE.finditer(block))
        referred_to = self.referred_to() if defined else set()
        return all(_ADDRESS.match(match[2]) and _label(match) in referred_to for match in defined)

    def referred_to(self) -> set[str]:
        lines = self.parser.md.lines  # type: ignore[attr-defined]  # not in the stubs
        return set(map(_label, _REFERENCE.finditer("\n".join(lines))))


def _label(match: re.Match[str]) -> str:
    return " ".join(match[1].split()).lower()
