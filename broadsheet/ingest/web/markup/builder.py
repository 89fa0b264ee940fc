"""A saved web page → its text, run by run: what stands in one block of the page is one line of its source text.

Nothing is executed or fetched. Scripts, styles and hidden elements are text of the file too: they become lines, so
that the ledger holds them, and are marked as what they are. White space is set as browsers set it (CSS Text 3, 4.1).
"""

import sys
from collections.abc import Sequence

import msgspec
from bs4.element import Tag

from broadsheet.ingest.web.markup.elements import element_of
from broadsheet.ingest.web.markup.late import shown_late
from broadsheet.ingest.web.markup.runs import Element, Form, Run, WebText
from broadsheet.ingest.web.markup.structures import (
    SET_IN,
    lines_of,
    marks_around,
    raised_text,
    stands_whole,
)
from broadsheet.ingest.web.markup.walk import picture_of, set_white_space, steps
from broadsheet.model.script import script_of
from broadsheet.model.source import SourceText, Span, is_ink

_INNER_MOST = 8  # inline elements that are looked at, from the innermost outward


def read_runs(path: str, root: Tag) -> WebText:
    """Return the text of the page under `root`, which was read from `path`."""
    builder = _Builder(shown_late(root))
    for kind, tag, text in steps(root, stands_whole):
        if kind == "open":
            builder.begin(tag)
        elif kind == "close":
            builder.end(tag)
        elif kind == "whole":
            builder.set_whole(tag)
        elif text:
            builder.write(text)
    builder.flush()
    return builder.web_text(path)


class _Builder:
    """Collects the text of the block that is open, and writes it as a line when the block ends."""

    def __init__(self, late: Tag | None) -> None:
        self.late = late
        page = Element(number=0, name="")
        self.elements = [page]
        self.ends = [sys.maxsize]
        self.lines: list[str] = []
        self.runs: list[Run] = []
        self.open = [page]
        self.blocks = [page]
        self.parts: list[tuple[str, Element]] = []

    def element(self, tag: Tag) -> Element:
        number, shown = len(self.elements), tag is self.late
        element = element_of(tag, number, around=self.open[-1], parent=self.blocks[-1], shown=shown)
        self.elements.append(element)
        self.ends.append(sys.maxsize)  # until it closes
        return element

    def begin(self, tag: Tag) -> None:
        element = self.element(tag)
        if element.block:
            self.flush()
            self.blocks.append(element)
        self.open.append(element)
        if element.name == "img" and (picture := picture_of(tag)):
            self.add(picture=picture)
        self.write(marks_around(tag)[0])

    def end(self, tag: Tag) -> None:
        self.write(marks_around(tag)[1])
        element = self.open[-1]
        if element.block:
            self.flush()
            self.blocks.pop()
        self.open.pop()
        self.ends[element.number] = len(self.elements) - 1

    def write(self, text: str) -> None:
        element = self.open[-1]
        if element.raised:
            text = raised_text(text, element.raised)
        first, *lines = text.split("\n") if element.preset else [text]
        self.parts.append((first, element))
        for line in lines:
            self.flush()
            self.parts.append((line, element))

    def flush(self) -> None:
        """Write the open block's text as a line, and what it hides as another."""
        parts, self.parts = self.parts, []
        for hidden in (False, True):
            mine = [(text, element) for text, element in parts if element.hidden is hidden]
            if inked := tuple((ink, e) for text, e in mine if (ink := sum(map(is_ink, text)))):
                form = None if hidden else self.blocks[-1].form
                text = set_white_space("".join(text for text, _ in mine)).strip()
                self.lines.append("".join(SET_IN[role] for role in (form.nested if form else ())) + text)
                self.add(parts=inked, form=form)

    def set_whole(self, tag: Tag) -> None:
        """Write a table row by row, or code line by line."""
        self.flush()
        element = self.element(tag)
        for role, line in lines_of(tag):
            self.lines.append(line)
            if ink := sum(map(is_ink, line)):
                form = Form(role, element.number) if role else None
                self.add(parts=((ink, element),), block=element, form=form)
        self.ends[element.number] = element.number

    def add(
        self,
        *,
        parts: tuple[tuple[int, Element], ...] = (),
        block: Element | None = None,
        picture: str = "",
        form: Form | None = None,
    ) -> None:
        self.runs.append(
            Run(
                span=Span(0, 0),
                line=len(self.lines),
                block=block or self.blocks[-1],
                inner=self.inner(parts),
                parts=parts,
                ink=sum(ink for ink, _ in parts),
                linked=sum(ink for ink, element in parts if element.linked),
                strong=sum(ink for ink, element in parts if element.strong),
                hidden=all(element.hidden for _, element in parts) if parts else self.open[-1].hidden,
                picture=picture,
                form=form,
            )
        )

    def inner(self, parts: Sequence[tuple[int, Element]]) -> tuple[Element, ...]:
        """Return the inline elements, innermost first, in which all of a block's `parts` stand."""
        found: list[Element] = []
        element = parts[0][1] if parts else None
        for _ in range(_INNER_MOST):
            if element is None or element.block:
                break
            if parts[-1][1].number <= self.ends[element.number]:
                found.append(element)
            element = element.around
        return tuple(found)

    def web_text(self, path: str) -> WebText:
        """Return the text with the runs in their places: a picture stands where the next line begins."""
        self.ends[0] = len(self.elements) - 1
        source = SourceText.of(path, "\n".join(self.lines))
        shown = "\n".join(self.lines[run.line - 1] for run in self.runs if not run.hidden and not run.picture)
        source = msgspec.structs.replace(
            source, script=script_of(shown)
        )  # a page holds more script code than text
        starts = _line_spans(self.lines)
        return WebText(
            source=source,
            elements=tuple(self.elements),
            ends=tuple(self.ends),
            runs=tuple(msgspec.structs.replace(run, span=_place(run, starts)) for run in self.runs),
        )


def _line_spans(lines: Sequence[str]) -> list[Span]:
    """Return where the ink of each line stands in the lines joined, and, last, where the text ends."""
    spans: list[Span] = []
    start = 0
    for line in lines:
        inked = line.lstrip(), line.rstrip()
        spans.append(Span(start + len(line) - len(inked[0]), start + len(inked[1])))
        start += len(line) + 1
    return [*spans, Span(max(start - 1, 0), max(start - 1, 0))]


def _place(run: Run, spans: Sequence[Span]) -> Span:
    if run.picture:
        return Span(spans[run.line].start, spans[run.line].start)
    return spans[run.line - 1]
