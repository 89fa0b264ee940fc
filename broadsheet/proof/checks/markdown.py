"""Checks of Markdown that GitHub and other programs show in another way, or that shows as signs."""

import re
from collections.abc import Iterator
from unicodedata import category

from broadsheet.model.finding import Severity
from broadsheet.model.message import say
from broadsheet.proof.check import Spot, TextCheck
from broadsheet.proof.prose import HAN, MASK, Prose

_RUN = re.compile(r"\*{1,3}")
_HEADING = re.compile(r"^ {0,3}(?P<signs>#{1,6})[ \t]+(?P<words>[^\n]*)", re.MULTILINE)
_NO_HEADING = re.compile(rf"^#{{2,6}}(?=[{HAN}A-Za-z0-9“（])", re.MULTILINE)
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
_SUBHEAD_STOP = re.compile(r"^ {0,3}#{1,6}[ \t]+[^\n]*[。，、；]$", re.MULTILINE)
_EMPTY_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]*$", re.MULTILINE)
_CRUMBS = re.compile(r"^(?:\*\*|__)[^*_\n]{2,30}(?:\*\*|__)$", re.MULTILINE)


def github_emphasis(prose: Prose) -> Iterator[Spot]:
    """`**…。**字`: strong words whose asterisks GitHub prints, since a mark stands inside and a hanzi outside."""
    for start, end, before, after, closes in _emphasis(prose):
        flanking = _right_flanking(before, after) if closes else _right_flanking(after, before)
        if not flanking:
            message = say("GitHub shows these asterisks, and no strong words")
            yield Spot(
                start, end, message, say("put the mark outside of the asterisks, or a space beside them")
            )


def open_emphasis(prose: Prose) -> Iterator[Spot]:
    """`**` that opens or closes no strong words in its paragraph: readers see the asterisks."""
    for paragraph in prose.paragraphs():
        runs = [m for m in _RUN.finditer(prose.text, paragraph.start(), paragraph.end()) if m[0] == "**"]
        if len(runs) % 2 and all(m[0] == "**" for m in _RUN.finditer(paragraph[0])):
            message = say("these asterisks have no partner in their paragraph")
            yield Spot(runs[-1].start(), runs[-1].end(), message, say("add the others, or write \\*"))


def _emphasis(prose: Prose) -> Iterator[tuple[int, int, str, str, bool]]:
    """Yield each `**`, with the characters beside it, in paragraphs where they are in pairs; `True` closes one."""
    text = prose.text
    if "**" not in text:
        return
    for paragraph in prose.paragraphs():
        runs = list(_RUN.finditer(text, paragraph.start(), paragraph.end()))
        if len(runs) % 2 or any(run[0] != "**" for run in runs):
            continue
        for number, run in enumerate(runs):
            before = text[run.start() - 1 : run.start()] if run.start() > paragraph.start() else "\n"
            after = text[run.end() : run.end() + 1] if run.end() < paragraph.end() else "\n"
            yield run.start(), run.end(), before, after, bool(number % 2)


def _right_flanking(inside: str, outside: str) -> bool:
    """Whether a run with `inside` on the side of its words and `outside` on the other is emphasis (CommonMark, 6.2)."""
    if inside.isspace():
        return False
    return not _is_mark(inside) or outside.isspace() or _is_mark(outside)


def _is_mark(char: str) -> bool:
    return char == MASK or category(char)[0] in "PS"


def top_heading(prose: Prose) -> Iterator[Spot]:
    """A heading `# `: the page has its headline, and subheads begin with `## `."""
    for heading in _HEADING.finditer(prose.text, prose.body_start):
        if heading["signs"] == "#":
            yield Spot(
                heading.start(),
                heading.end(),
                say("the page has a first heading already"),
                say("write `## `"),
            )


def heading_order(prose: Prose) -> Iterator[Spot]:
    """A heading that skips a level: `####` below `##`."""
    level = 1
    for heading in _HEADING.finditer(prose.text, prose.body_start):
        here = len(heading["signs"])
        if here > level + 1:
            message = say(
                "this heading is of level %(level)s, below one of level %(above)s", level=here, above=level
            )
            yield Spot(
                heading.start(), heading.end(), message, say("take signs out until no level is skipped")
            )
        level = max(here, 2) if here > 1 else 1


def no_heading(prose: Prose) -> Iterator[Spot]:
    """`##小标题` without a space: readers see the signs."""
    for match in _NO_HEADING.finditer(prose.text, prose.body_start):
        message = say("“%(words)s” is no heading without a space behind it", words=match[0])
        yield Spot(match.start(), match.end(), message, say("put a space behind it, or write \\#"))


def empty_heading(prose: Prose) -> Iterator[Spot]:
    """A heading without words."""
    for match in _EMPTY_HEADING.finditer(prose.text, prose.body_start):
        yield Spot(
            match.start(), match.end(), say("this heading has no words"), say("write them, or take it out")
        )


def subhead_stop(prose: Prose) -> Iterator[Spot]:
    """A subhead that ends with a stop or a comma."""
    for match in _SUBHEAD_STOP.finditer(prose.text, prose.body_start):
        message = say("the subhead ends with “%(mark)s”", mark=match[0][-1])
        yield Spot(
            match.end() - 1, match.end(), message, say("compare with print: is it a sentence of the text?")
        )


def bold_line(prose: Prose) -> Iterator[Spot]:
    """A line of strong words alone: as a subhead it would be in the list of headings that screen readers read."""
    for match in _CRUMBS.finditer(prose.text, prose.body_start):
        before = prose.text[max(prose.body_start, match.start() - 2) : match.start()]
        after = prose.text[match.end() : match.end() + 2]
        if before in ("", "\n\n") and after in ("", "\n\n"):
            yield Spot(
                match.start(), match.end(), say("this line looks like a subhead"), say("begin it with `## `")
            )


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
    TextCheck("github-emphasis", Severity.WARNING, github_emphasis, ("**",)),
    TextCheck("open-emphasis", Severity.WARNING, open_emphasis, ("**",)),
    TextCheck("top-heading", Severity.WARNING, top_heading, ("# ",)),
    TextCheck("heading-order", Severity.WARNING, heading_order, ("# ",)),
    TextCheck("no-heading", Severity.WARNING, no_heading, ("##",)),
    TextCheck("empty-heading", Severity.WARNING, empty_heading, ("#",)),
    TextCheck("subhead-stop", Severity.DOUBT, subhead_stop, ("# ",)),
    TextCheck("bold-line", Severity.DOUBT, bold_line, ("**", "__")),
    TextCheck("indented-paragraph", Severity.WARNING, indented_paragraph),
    TextCheck("soft-break", Severity.DOUBT, soft_break),
    TextCheck("raw-html", Severity.DOUBT, raw_html, (MASK, "<")),
    TextCheck("year-item", Severity.DOUBT, year_item),
    TextCheck("table-cells", Severity.WARNING, table_cells, ("|",)),
    TextCheck("trailing-space", Severity.WARNING, trailing_space),
)
