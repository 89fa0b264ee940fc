"""Tables that keep each cell of print, and whose cells say in a class how their column is aligned."""

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element

from markdown.extensions.tables import TableProcessor
from markdown.treeprocessors import Treeprocessor

from broadsheet.manuscript.markdown.code_spans import CodeSpans
from broadsheet.manuscript.markdown.limits import MOST_CELLS, MarkdownLimitError
from broadsheet.manuscript.markdown.lines import part_block

_HEAD = re.compile(r"(?=.*\|).*+\n(?=.*\|)[-|: ]++(?=\n|\Z)")
_IN_ROW = re.compile(r"\\[\\`|]|`++|\|")
_ALIGNED = re.compile(r"text-align: (left|right|center);")


class Tables(TableProcessor):
    """Keeps the cells of a row that has more of them than the table has columns."""

    def test(self, parent: Element, block: str) -> bool:
        """Whether `block` begins with a table."""
        head = _HEAD.match(block)
        return head is not None and super().test(parent, head[0])

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Take the table from `blocks`, and add it to `parent`. Raises MarkdownLimitError for one of too many cells."""
        head = _HEAD.match(blocks[0])
        part_block(blocks, head.end() if head else 0)
        if blocks[0].count("\n") * len(self.separator) > MOST_CELLS:
            line = blocks[0].partition("\n")[0]
            raise MarkdownLimitError(line, f"this table has more than {MOST_CELLS} cells")
        super().run(parent, blocks)

    def _build_row(self, row: str, parent: Element, align: Sequence[str | None]) -> None:
        more = len(self._split_row(row)) - len(align)  # type: ignore[attr-defined]  # not in the stubs
        super()._build_row(row, parent, [*align, *[None] * more])  # type: ignore[misc]  # the same

    def _split(self, row: str) -> list[str]:
        """Return the cells of a row. A pipe within code parts none."""
        cells: list[str] = []
        code, start, position = CodeSpans(row), 0, 0
        while mark := _IN_ROW.search(row, position):
            position = mark.end()
            if mark[0] == "|":
                cells.append(row[start : mark.start()])
                start = position
            elif mark[0][0] == "`" and (end := code.closing(len(mark[0]), position)) >= 0:
                position = end + len(mark[0])
        return [*cells, row[start:]]


class CellClasses(Treeprocessor):
    """Says in a class how a column is aligned: a page of ours may not carry styles of its own."""

    def run(self, root: Element) -> None:
        """Called by Python-Markdown."""
        for cell in (*root.iter("th"), *root.iter("td")):
            if aligned := _ALIGNED.fullmatch(cell.attrib.pop("style", "")):
                cell.set("class", f"align-{aligned[1]}")
