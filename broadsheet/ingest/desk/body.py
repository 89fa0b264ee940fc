"""The passages of a body → Markdown blocks that render to the same characters."""

import re
from collections.abc import Callable, Iterator, Mapping

from broadsheet.ingest.text.wording import kept_lines, word
from broadsheet.manuscript.markdown.escaping import escape
from broadsheet.manuscript.markdown.kept_lines import rows, verse
from broadsheet.model.page_reading import Passage, Role
from broadsheet.model.source import SourceText, Span

_CELL_END = "\t"
_ITEM_MARKS = {Role.NUMBERED: "{number}. ", Role.BULLETED: "- "}
_INDENT = "    "  # what Markdown sets a nested list in by
_SET_IN = {"    ": Role.BULLETED, "\t": Role.NUMBERED}
_LEVEL = re.compile("|".join(_SET_IN))


def markdown_of(source: SourceText, passage: Passage) -> str:
    """Return the Markdown block of a body passage."""
    return _BLOCKS.get(passage.role, _paragraph)(source, passage)


def _paragraph(source: SourceText, passage: Passage) -> str:
    return escape(word(source, passage))


def _subhead(source: SourceText, passage: Passage) -> str:
    return f"## {escape(word(source, passage))}"


def _line(source: SourceText, span: Span) -> str:
    """Return one line of several: with strokes in them, lines would be taken for the rows of a table."""
    return escape(word(source, Passage(Role.PARAGRAPH, (span,)))).replace("|", "\\|")


def _quote(source: SourceText, passage: Passage) -> str:
    return "\n>\n".join(f"> {_line(source, span)}" for span in passage.spans)


def _list(source: SourceText, passage: Passage) -> str:
    """Return a list; the numbers of nested lists begin anew."""
    return "\n".join(
        _INDENT * depth + _ITEM_MARKS[role].format(number=number) + _line(source, span)
        for span, role, depth, number in _numbered(source, passage)
    )


def _numbered(source: SourceText, passage: Passage) -> Iterator[tuple[Span, Role, int, int]]:
    """Yield each item of a list, with the kind of its own list, how deep that is nested, and the item's number."""
    counts: list[int] = []
    for span in passage.spans:
        line = source.text.rfind("\n", 0, span.start) + 1
        levels = _LEVEL.findall(source.text, line, span.start)
        depth = min(len(levels), len(counts))
        counts = [*counts[:depth], (counts[depth] if depth < len(counts) else 0) + 1]
        yield span, _SET_IN[levels[depth - 1]] if depth else passage.role, depth, counts[depth]


def _code(source: SourceText, passage: Passage) -> str:
    """Return fenced code: its lines as they stand, blank ones too."""
    first = source.text.rfind("\n", 0, passage.start) + 1
    text = source.text[first : passage.spans[-1].end]
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}\n{text}\n{fence}"


def _table(source: SourceText, passage: Passage) -> str:
    """Return a table whose first row is its head, as Markdown has it."""
    rows = [source.slice(span).split(_CELL_END) for span in passage.spans]
    width = max(map(len, rows))
    lines = [" | ".join(_cell(cell) for cell in [*row, *[""] * (width - len(row))]) for row in rows]
    return "\n".join(f"| {line} |" for line in [lines[0], " | ".join(["---"] * width), *lines[1:]])


def _cell(text: str) -> str:
    """Return a cell's text: it never opens a line, so the mark before it, which does, is set here and taken away."""
    return escape(f"|{text.strip()}")[1:].replace("|", "\\|")


def _verse(source: SourceText, passage: Passage) -> str:
    return verse(kept_lines(source, passage))


def _rows(source: SourceText, passage: Passage) -> str:
    return rows(kept_lines(source, passage))


_BLOCKS: Mapping[Role, Callable[[SourceText, Passage], str]] = {
    Role.SUBHEAD: _subhead,
    Role.VERSE: _verse,
    Role.ROWS: _rows,
    Role.TABLE: _table,
    Role.NUMBERED: _list,
    Role.BULLETED: _list,
    Role.QUOTE: _quote,
    Role.CODE: _code,
}
