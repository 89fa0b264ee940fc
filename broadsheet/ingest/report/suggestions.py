"""Suggest the rulings that would settle a doubt, as YAML to copy into the rulings on its page."""

import bisect
import json
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from broadsheet.ingest.rulings.makeup import Location, locations
from broadsheet.ingest.text.quotes import Furniture, InkedText
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
    furniture: Furniture

    @classmethod
    def of(cls, source: SourceText, reading: PageReading) -> "QuotablePage":
        """Return the page `source` as it was read."""
        return cls(source, InkedText.of(source), reading, Furniture.of(reading))

    def quote(self, line: int) -> str:
        """Return the first words of raw line `line`, as a quoted YAML scalar that is unique on the page."""
        start = self.source.lines[self._nth(line)].span.start
        return json.dumps(self.inked.quote_from(start, self.furniture), ensure_ascii=False)

    def beginning(self, line: int) -> Location | None:
        """Return the location of the passage that begins with raw line `line`, or None."""
        found = self.source.lines[self._nth(line)]
        begins = (at for at in locations(self.reading) if at.passage.start == found.span.start)
        return next(begins, None) if found.number == line else None

    def line_before(self, line: int) -> int:
        """Return the number of the raw line with ink above raw line `line`, or 0."""
        nth = self._nth(line)
        return self.source.lines[nth - 1].number if nth else 0

    def _nth(self, line: int) -> int:
        """Return the index of raw line `line`, or of the next one with ink."""
        return bisect.bisect_left(self.source.lines, line, key=lambda found: found.number)


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


def _acts(*acts: tuple[str, str]) -> Callable[[QuotablePage, Finding], Iterator[Suggestion]]:
    """Return a function that yields one ruling for each of `acts`, a name in the report and what the ruling does."""

    def suggest(page: QuotablePage, doubt: Finding) -> Iterator[Suggestion]:
        quote = page.quote(doubt.line)
        return (Suggestion(name, f"- {{at: {quote}, {act}}}") for name, act in acts)

    return suggest


def _put_back(page: QuotablePage, doubt: Finding) -> Iterator[Suggestion]:
    if above := page.line_before(doubt.line):
        to = page.quote(above)
        yield Suggestion("如是正文", f"- {{at: {page.quote(doubt.line)}, do: join, to: {to}}}")
    yield Suggestion("确非正文", f"- {{at: {page.quote(doubt.line)}, do: drop}}")


_DROP = ("不属稿件", "do: drop")
_PARAGRAPH = ("如是正文", "role: paragraph")
_HEADLINE = (("如是标题", "role: headline"), ("如是署名", "role: byline"), _DROP)
_BY_CODE: dict[str, Callable[[QuotablePage, Finding], Iterator[Suggestion]]] = {
    "close-break": _break,
    "close-seam": _seam,
    "unplaced": _acts(("归入某篇", "do: move, to: …"), _DROP),
    "headline-by-place": _acts(*_HEADLINE),
    "byline-by-place": _acts(*_HEADLINE),
    "subhead-by-place": _acts(("如是小标题", "role: subhead"), _DROP),
    "closing-by-place": _acts(("如是文末", "role: closing"), _DROP),
    "caption-by-place": _acts(_PARAGRAPH),
    "stack-by-place": _acts(_PARAGRAPH),
    "hidden": _acts(_PARAGRAPH),
    "left-out": _acts(_PARAGRAPH),
    "text-beside": _acts(_PARAGRAPH),
    "line-at-edge": _acts(_DROP),
    "taken-out": _put_back,
    "perhaps-two-stories": _acts(("如是两篇", "do: split")),
    "perhaps-one-story": _acts(("如是一篇", "do: merge"), ("确是两篇", "do: split")),
}
SETTLED_BY_RULING = frozenset(_BY_CODE)
