"""The words of all blocks, read at once: what stands in the place of most of Python-Markdown's inline patterns."""

from collections.abc import Sequence
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import AtomicString

from broadsheet.manuscript.markdown.fences import Fences
from broadsheet.manuscript.markdown.inlines import pieces_of
from broadsheet.manuscript.markdown.pieces import built, element_mark


class Words(Treeprocessor):
    """Puts the elements that the words of each block make in the place of its Markdown."""

    def __init__(self, md: Markdown, fences: Fences) -> None:
        super().__init__(md)
        self._fences = fences

    def run(self, root: Element) -> None:
        """Called by Python-Markdown. Raises MarkdownLimitError."""
        for block in list(root.iter()):
            if not isinstance(block.text, AtomicString):
                self._read_block(block)

    def _read_block(self, block: Element) -> None:
        """Read the words of `block`: up to the first block in it, and in an item of a list behind each."""
        children = list(block)
        block[:] = []
        before: Element | None = None
        text, elements = block.text or "", list[Element]()
        for child in children:
            tail, child.tail = child.tail or "", None
            if self.md.is_block_level(child.tag):
                self._add_words(block, before, text, elements)
                block.append(child)
                before, text, elements = child, tail, []
            else:  # an extension made it
                text += element_mark(len(elements)) + tail
                elements.append(child)
        self._add_words(block, before, text, elements)

    def _add_words(
        self, block: Element, before: Element | None, text: str, elements: Sequence[Element]
    ) -> None:
        text = text.strip(" \n")
        words = text
        if text:
            pieces = pieces_of(text, self.md.references, self._fences.codes, elements)
            made = built(pieces, text, elements)
            words = made.text or ""
            block.extend(made)
        if before is None:
            block.text = words
        else:
            before.tail = words
