"""Suggest the rulings that would settle a doubt, as YAML to copy into the rulings on its page."""

import json
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from broadsheet.ingest.rulings.makeup import Location, locations
from broadsheet.ingest.text.quotes import InkedText
from broadsheet.model.finding import Finding
from broadsheet.model.page_reading import PageReading
from broadsheet.model.source import SourceText

_OTHER_LINE = re.compile(r"\bline (\d+)")
_RULING = re.compile(r"- \{at: .*\}")


class Suggestion(NamedTuple):
    """A `ruling` as a line of YAML, and the `case` in which an editor would make it, in the language of the report."""

    case: str
    ruling: str


class QuotablePage(NamedTuple):
    """A page with its inked characters, from which rulings quote."""

    source: SourceText
    inked: InkedText
    reading: PageReading

    def quote(self, line: int) -> str:
        """Return the first words of raw line `line`, as a quoted YAML scalar that is unique on the page."""
        start = next(found.span.start for found in self.source.lines if found.number >= line)
        return json.dumps(self.inked.quote_from(start, self.reading), ensure_ascii=False)

    def beginning(self, line: int) -> Location | None:
        """Return the location of the passage that begins with raw line `line`, or None."""
        starts = {found.span.start for found in self.source.lines if found.number == line}
        return next((at for at in locations(self.reading) if at.passage.start in starts), None)

    def line_before(self, line: int) -> int:
        """Return the number of the raw line with ink above raw line `line`, or 0."""
        return max((found.number for found in self.source.lines if found.number < line), default=0)


def suggestions(page: QuotablePage, doubt: Finding) -> tuple[Suggestion, ...]:
    """Return the rulings that could settle `doubt`; none for a doubt that only a change of the manuscript can settle."""
    if match := _RULING.search(doubt.hint):
        return (Suggestion("", match[0]),)
    make = _BY_CODE.get(doubt.code)
    return tuple(make(page, doubt)) if make else ()


def _break(page: QuotablePage, doubt: Finding) -> Iterator[Suggestion]:
    """Yield the rulings that join the line with the text above, and that begin a paragraph with it."""
    quote = page.quote(doubt.line)
    begins = page.beginning(doubt.line)
    first = begins is not None and not begins.nth
    above = page.line_before(doubt.line)
    to = f", to: {page.quote(above)}" if first and above else ""
    if above or not first:
        yield Suggestion("如应接排" if begins else "接排无误", f"- {{at: {quote}, do: join{to}}}")
    yield Suggestion("分段无误" if begins else "如应分段", f"- {{at: {quote}, do: break}}")


def _seam(page: QuotablePage, doubt: Finding) -> Iterator[Suggestion]:
    """Yield the rulings that join the line with a broken paragraph, and that begin a paragraph with it."""
    quote = page.quote(doubt.line)
    if broken := _OTHER_LINE.search(doubt.message):
        yield Suggestion("如应接上", f"- {{at: {quote}, do: join, to: {page.quote(int(broken[1]))}}}")
    yield Suggestion("如应另起", f"- {{at: {quote}, do: break}}")


def _place(page: QuotablePage, doubt: Finding) -> Iterator[Suggestion]:
    quote = page.quote(doubt.line)
    yield Suggestion("归入某篇", f"- {{at: {quote}, do: move, to: …}}")
    yield Suggestion("不属稿件", f"- {{at: {quote}, do: drop}}")


def _head(page: QuotablePage, doubt: Finding) -> Iterator[Suggestion]:
    quote = page.quote(doubt.line)
    yield Suggestion("如是标题", f"- {{at: {quote}, role: headline}}")
    yield Suggestion("如是署名", f"- {{at: {quote}, role: byline}}")
    yield Suggestion("不属稿件", f"- {{at: {quote}, do: drop}}")


def _close(page: QuotablePage, doubt: Finding) -> Iterator[Suggestion]:
    quote = page.quote(doubt.line)
    yield Suggestion("如是文末", f"- {{at: {quote}, role: closing}}")
    yield Suggestion("不属稿件", f"- {{at: {quote}, do: drop}}")


def _subhead(page: QuotablePage, doubt: Finding) -> Iterator[Suggestion]:
    quote = page.quote(doubt.line)
    yield Suggestion("如是小标题", f"- {{at: {quote}, role: subhead}}")
    yield Suggestion("不属稿件", f"- {{at: {quote}, do: drop}}")


def _text(page: QuotablePage, doubt: Finding) -> Iterator[Suggestion]:
    yield Suggestion("如是正文", f"- {{at: {page.quote(doubt.line)}, role: paragraph}}")


def _put_back(page: QuotablePage, doubt: Finding) -> Iterator[Suggestion]:
    if above := page.line_before(doubt.line):
        to = page.quote(above)
        yield Suggestion("如是正文", f"- {{at: {page.quote(doubt.line)}, do: join, to: {to}}}")
    yield Suggestion("确非正文", f"- {{at: {page.quote(doubt.line)}, do: drop}}")


def _part(page: QuotablePage, doubt: Finding) -> Iterator[Suggestion]:
    yield Suggestion("如是两篇", f"- {{at: {page.quote(doubt.line)}, do: split}}")


def _merge(page: QuotablePage, doubt: Finding) -> Iterator[Suggestion]:
    yield Suggestion("如是一篇", f"- {{at: {page.quote(doubt.line)}, do: merge}}")
    yield Suggestion("确是两篇", f"- {{at: {page.quote(doubt.line)}, do: split}}")


_BY_CODE: dict[str, Callable[[QuotablePage, Finding], Iterator[Suggestion]]] = {
    "close-break": _break,
    "close-seam": _seam,
    "unplaced": _place,
    "headline-by-place": _head,
    "byline-by-place": _head,
    "subhead-by-place": _subhead,
    "closing-by-place": _close,
    "caption-by-place": _text,
    "stack-by-place": _text,
    "hidden": _text,
    "left-out": _text,
    "taken-out": _put_back,
    "perhaps-two-stories": _part,
    "perhaps-one-story": _merge,
}
SETTLED_BY_RULING = frozenset(_BY_CODE)
