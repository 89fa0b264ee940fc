"""Python-Markdown with the extensions of a manuscript, and with the press's hand on links and pictures."""

from collections.abc import Callable
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from broadsheet.manuscript.markdown_text import new_markdown


def body_parser(mend: Callable[[Element], None]) -> Markdown:
    """Return a parser that has `mend` change each text's tree."""
    markdown = new_markdown()
    # Below 20, so that it comes after the inline patterns have made the links.
    markdown.treeprocessors.register(_Mender(markdown, mend), "broadsheet_links", 5)
    return markdown


class _Mender(Treeprocessor):
    def __init__(self, markdown: Markdown, mend: Callable[[Element], None]) -> None:
        super().__init__(markdown)
        self._mend = mend

    def run(self, root: Element) -> None:
        self._mend(root)
