"""Checks of lines of Markdown that GitHub and other programs show in another way: spaces, tags, lists, tables."""

import re
from collections.abc import Iterator

from broadsheet.model.finding import Severity
from broadsheet.model.message import say
from broadsheet.proof.check import Spot, TextCheck
from broadsheet.proof.read.prose import HAN, MASK, Prose

_INDENT = re.compile(r"(?: {4,}|[ ]*\t[ \t]*|[ \t]*\u3000[ \t\u3000]*)(?=\S)")
_ITEM = re.compile(r" {0,3}(?:[-+*]|[0-9]{1,9}[.)]) ")
_SOFT_BREAK = re.compile(rf"(?<=[{HAN}，。、；：？！”）》])\n(?=[{HAN}“（《])")
_TAG = re.compile(r"<(?P<tag>/?[A-Za-z][A-Za-z0-9]*)(?:\s[^<>\n]*)?/?>|<!--(?! lint: )")
_HTML = frozenset(
    [
        "a",
        "b",
        "br",
        "center",
        "div",
        "em",
        "font",
        "h1",
        "h2",
        "h3",
        "h4",
        "hr",
        "i",
        "img",
        "li",
        "ol",
        "p",
        "pre",
        "s",
        "small",
        "span",
        "strike",
        "strong",
        "sub",
        "sup",
        "table",
        "tbody",
        "td",
        "th",
        "tr",
        "u",
        "ul",
    ]
)
_YEAR_ITEM = re.compile(r"^ {0,3}[0-9]{3,9}[.)][ \t]+\S", re.MULTILINE)
_ROW = re.compile(r"^ {0,3}\|.*\|[ \t]*$")
_TRAILING = re.compile(r"[ \t\u3000]+$", re.MULTILINE)
_LINE_BREAK = "  "


def indented_paragraph(prose: Prose) -> Iterator[Spot]:
    """A paragraph that is set in: GitHub shows one with four spaces as code. The page sets all paragraphs in itself."""
    in_list = False
    for paragraph in prose.paragraphs():
        indent = _INDENT.match(paragraph[0])
        in_list = bool(_ITEM.match(paragraph[0])) or (in_list and paragraph[0].startswith(" "))
        if indent and not in_list:
            message, hint = say("this paragraph is set in by spaces"), say("take them out")
            yield Spot(paragraph.start(), paragraph.start() + indent.end(), message, hint, "")


def soft_break(prose: Prose) -> Iterator[Spot]:
    """A line that ends within a paragraph of hanzi: the page runs on, GitHub shows a space."""
    for match in _SOFT_BREAK.finditer(prose.text, prose.body_start):
        message = say("the line ends within a paragraph, which GitHub shows as a space")
        yield Spot(
            match.start(), match.end(), message, say("put both lines together, or a blank line between them")
        )


def raw_html(prose: Prose) -> Iterator[Spot]:
    """A tag of HTML: readers see it as it stands, and GitHub obeys it."""
    for match in _TAG.finditer(prose.original):
        start = prose.body_start + match.start()
        if not _is_code(prose, match) and (not match["tag"] or match["tag"].strip("/").lower() in _HTML):
            message = say("readers see “%(words)s” as it stands", words=match[0])
            yield Spot(start, start + len(match[0]), message, say("say it in Markdown, or take it out"))


def _is_code(prose: Prose, match: re.Match[str]) -> bool:
    """Whether a match in the original body is within code."""
    line = prose.original[prose.original.rfind("\n", 0, match.start()) + 1 : match.start()]
    before = prose.body_start + match.start() - 1
    masked_before = before >= prose.body_start and prose.text[before] == MASK
    return masked_before or line.count("`") % 2 == 1 or _in_fence(prose, match.start())


def _in_fence(prose: Prose, offset: int) -> bool:
    return (
        sum(line.lstrip().startswith(("```", "~~~")) for line in prose.original[:offset].split("\n")) % 2 == 1
    )


def year_item(prose: Prose) -> Iterator[Spot]:
    """A line that begins with a year and a point: it becomes an item of a list."""
    for match in _YEAR_ITEM.finditer(prose.text, prose.body_start):
        message = say("“%(words)s” begins a list", words=match[0].strip())
        yield Spot(
            match.start(), match.end(), message, say("write a backslash before the point if it is no list")
        )


def table_cells(prose: Prose) -> Iterator[Spot]:
    """A row of a table with more cells than its head: GitHub drops them."""
    if "|" not in prose.original:
        return
    head, start = 0, prose.body_start
    for line in prose.original.split("\n"):
        cells = line.replace("\\|", "").count("|") if _ROW.match(line) else 0
        head = (head or cells) if cells else 0
        if cells > head and not _in_fence(prose, start - prose.body_start):
            message = say("this row has more cells than the table’s head")
            yield Spot(start, start + len(line), message, say("add cells to the head, or take these out"))
        start += len(line) + 1


def trailing_space(prose: Prose) -> Iterator[Spot]:
    """Spaces at a line's end that mean nothing. Two of them break the line."""
    for match in _TRAILING.finditer(prose.text, prose.body_start):
        is_blank = prose.text[match.start() - 1 : match.start()] in ("", "\n")
        if is_blank or match[0] != _LINE_BREAK:
            mended = _LINE_BREAK if match[0].startswith(_LINE_BREAK) and not is_blank else ""
            message = say("spaces stand at the line’s end")
            yield Spot(match.start(), match.end(), message, say("take them out"), mended)


PROSE = (
    TextCheck("indented-paragraph", Severity.WARNING, indented_paragraph),
    TextCheck("soft-break", Severity.DOUBT, soft_break),
    TextCheck("raw-html", Severity.DOUBT, raw_html, (MASK, "<")),
    TextCheck("year-item", Severity.DOUBT, year_item),
    TextCheck("table-cells", Severity.WARNING, table_cells, ("|",)),
    TextCheck("trailing-space", Severity.WARNING, trailing_space),
)
