"""Write the lines of a page as text, one below the other, and remember where each one begins."""

from collections.abc import Iterable

from broadsheet.ingest.layout.lines import TextLine
from broadsheet.ingest.layout.paragraphs import Part
from broadsheet.model.page_reading import Passage, Role
from broadsheet.model.source import Span


class PageWriter:
    """Writes lines; `text` holds them in order, and `lines` says what each is on the page, by its number."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.lines: dict[int, TextLine] = {}
        self._length = 0
        self._at: dict[int, int] = {}

    def span(self, part: Part) -> Span:
        """Write the line of `part`, unless it is written already, and return where the part stands."""
        text = part.line.text
        if id(part.line) not in self._at:
            self._at[id(part.line)] = self._length
            self.text.append(text)
            self.lines[len(self.text)] = part.line
            self._length += len(text) + 1
        at = self._at[id(part.line)]
        inside = text[part.cut : part.end]
        if part.role is Role.TABLE:  # a row may begin with an empty cell
            return Span(at, at + len(text))
        start = at + part.cut + len(inside) - len(inside.lstrip())
        return Span(start, start + len(inside.strip()))

    def passages(self, parts: Iterable[Part]) -> list[Passage]:
        """Write lines, and return their passages."""
        found: list[Passage] = []
        for part in parts:
            span = self.span(part)
            if part.starts or not found or found[-1].role is not part.role:
                found.append(Passage(part.role, (span,)))
            else:
                found[-1] = Passage(part.role, (*found[-1].spans, span))
        return found
