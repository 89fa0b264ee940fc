"""Checks of Markdown that GitHub and other programs show in another way, or that shows as signs."""

import re
from collections.abc import Iterator
from unicodedata import category

from broadsheet.model.finding import Severity
from broadsheet.model.message import say
from broadsheet.proof.check import Spot, TextCheck
from broadsheet.proof.read.prose import HAN, MASK, Prose

_RUN = re.compile(r"\*{1,3}")
_HEADING = re.compile(r"^ {0,3}(?P<signs>#{1,6})[ \t]+(?P<words>[^\n]*)", re.MULTILINE)
_NO_HEADING = re.compile(rf"^#{{2,6}}(?=[{HAN}A-Za-z0-9“（])", re.MULTILINE)
_SUBHEAD_STOP = re.compile(r"^ {0,3}#{1,6}[ \t]+[^\n]*[。，、；]$", re.MULTILINE)
_EMPTY_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]*$", re.MULTILINE)
_BOLD_LINE = re.compile(r"^(?:\*\*|__)[^*_\n]{2,30}(?:\*\*|__)$", re.MULTILINE)


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
    for match in _BOLD_LINE.finditer(prose.text, prose.body_start):
        before = prose.text[max(prose.body_start, match.start() - 2) : match.start()]
        after = prose.text[match.end() : match.end() + 2]
        if before in ("", "\n\n") and after in ("", "\n\n"):
            yield Spot(
                match.start(), match.end(), say("this line looks like a subhead"), say("begin it with `## `")
            )


PROSE = (
    TextCheck("github-emphasis", Severity.WARNING, github_emphasis, ("**",)),
    TextCheck("open-emphasis", Severity.WARNING, open_emphasis, ("**",)),
    TextCheck("top-heading", Severity.WARNING, top_heading, ("# ",)),
    TextCheck("heading-order", Severity.WARNING, heading_order, ("# ",)),
    TextCheck("no-heading", Severity.WARNING, no_heading, ("##",)),
    TextCheck("empty-heading", Severity.WARNING, empty_heading, ("#",)),
    TextCheck("subhead-stop", Severity.DOUBT, subhead_stop, ("# ",)),
    TextCheck("bold-line", Severity.DOUBT, bold_line, ("**", "__")),
)
