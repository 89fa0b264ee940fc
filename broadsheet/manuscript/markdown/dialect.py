"""What Markdown means in a manuscript: Python-Markdown with the rules of this package and without raw HTML.

Raw HTML is off because a printed `<` is a character that must reach the reader, and because nothing in a committed
text should be able to run in a reader's browser. A paragraph that is set in by spaces or a tab is a paragraph: that is
how Chinese print begins one. docs/decisions/ has the record.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from markdown import Extension, Markdown
from markdown.blockprocessors import BlockProcessor

from broadsheet.manuscript.markdown.blocks import Paragraphs, Rules, Subheads, UnderlinedHeadings
from broadsheet.manuscript.markdown.containers import Lists, Quotations
from broadsheet.manuscript.markdown.definitions import Definitions
from broadsheet.manuscript.markdown.fences import Code, Fences
from broadsheet.manuscript.markdown.remarks import Remarks
from broadsheet.manuscript.markdown.tables import CellClasses, Tables
from broadsheet.manuscript.markdown.words import Words

_BLOCKS = ("indent", "code", "olist", "ulist", "reference")
# Those that take the place of one of the same name, or of the name that stands for both kinds of lists.
_OUR_BLOCKS: Mapping[str, tuple[type[BlockProcessor], int]] = {
    "quote": (Quotations, 96),
    "hr": (Rules, 94),
    "ulist": (Lists, 92),
    "hashheader": (Subheads, 90),
    "setextheader": (UnderlinedHeadings, 60),
    "paragraph": (Paragraphs, 10),
}
_INLINES = (
    *("link", "image_link", "reference", "image_reference", "short_reference", "short_image_ref", "autolink"),
    *("automail", "linebreak", "html", "entity", "not_strong", "em_strong", "em_strong2"),
)
# Python-Markdown's patterns that keep those of other extensions out of code and from signs behind a backslash.
_FOR_OTHERS = ("backtick", "escape")


class ManuscriptRules(Extension):
    """Puts our rules in the place of Python-Markdown's own. The rules of other extensions stay."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  Python-Markdown's name
        """Called by Python-Markdown when an instance is made; priorities are in the order of their use."""
        md.preprocessors.deregister("html_block")
        fences = Fences(md)
        md.preprocessors.register(fences, "fenced_code_block", 25)
        md.preprocessors.register(Remarks(md), "remarks", 20)
        md.preprocessors.register(Definitions(md), "definitions", 15)
        self._extend_blocks(md, fences)
        for name in _INLINES:
            md.inlinePatterns.deregister(name)
        if len(md.inlinePatterns) == len(_FOR_OTHERS):
            md.treeprocessors.deregister("inline")
        md.treeprocessors.register(Words(md, fences), "words", 19)
        md.treeprocessors.register(CellClasses(md), "cell_classes", 0)

    def _extend_blocks(self, md: Markdown, fences: Fences) -> None:
        blocks = md.parser.blockprocessors
        for name in _BLOCKS:
            blocks.deregister(name)
        for name, (kind, priority) in _OUR_BLOCKS.items():
            blocks.register(kind(md.parser), name, priority)
        blocks.register(Code(fences, md.parser), "fenced_code", 98)
        blocks.register(Tables(md.parser, {"use_align_attribute": False}), "table", 75)


def new_markdown(extras: Iterable[str | Extension] = (), configs: Mapping[str, Any] = {}) -> Markdown:
    """Return a Markdown instance with the rules of a manuscript. `convert` it as often as needed.

    `extras` are more extensions, and `configs` the settings of those that have a name. A manuscript's own rules come
    after them, so raw HTML stays off. `convert` raises MarkdownLimitError.
    """
    return Markdown(
        extensions=[*extras, ManuscriptRules()], extension_configs=dict(configs), output_format="html"
    )


@cache
def _shared_markdown() -> Markdown:
    return new_markdown()


def render(text: str) -> str:
    """Return the HTML of Markdown `text`. Raises MarkdownLimitError."""
    return _shared_markdown().reset().convert(text)
