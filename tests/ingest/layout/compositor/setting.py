"""What is at work on one story, and the room that its text has."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, NamedTuple

from tests.ingest.layout.compositor.cut import Area
from tests.ingest.layout.compositor.sheet import EM, SANS, Box, Page, fills
from tests.ingest.layout.wording import Writer
from tests.ingest.typesetter import set_paragraph

_NARROW, _WIDE = frozenset("fijlrtI.,;:'!()"), frozenset("mwMW")


def new_article() -> dict[str, Any]:
    """Return an article in neutral form, of which nothing is set."""
    return {
        "kicker": "",
        "title": "",
        "deck": "",
        "byline": "",
        "title_missing": False,
        "body": [],
        "captions": [],
        "jump": "",
    }


class Slot(NamedTuple):
    """Room for one line: its column of the page, and its top."""

    column: int
    top: float


@dataclass
class Setting:
    """A story being set: its page, its area, chance, the words, the truth so far, and what its text flows around.

    `top` is where its room begins, `bottom` where it ends; `ruled` says that rules part it from others.
    """

    page: Page
    area: Area
    dice: random.Random
    writer: Writer
    top: float
    bottom: float
    ruled: bool = False
    article: dict[str, Any] = field(default_factory=new_article)
    obstacles: list[Box] = field(default_factory=list)

    @property
    def left(self) -> float:
        return self.page.left(self.area.first)

    @property
    def right(self) -> float:
        return self.page.right(self.area.last)

    @property
    def width(self) -> float:
        return self.right - self.left

    def chance(self, share: float) -> bool:
        return self.dice.random() < share

    def slots(self) -> list[Slot]:
        """Return the room for lines in reading order: column by column, above a bar across all of them first."""
        bars = sorted(
            box.top
            for box in self.obstacles
            if box.left <= self.left + 1 and box.right >= self.right - 1 and box.top > self.top + 1
        )
        edges = [self.top, *bars, self.bottom]
        return [
            slot
            for top, bottom in pairwise(edges)
            for column in range(self.area.first, self.area.last + 1)
            for slot in self._column(column, top, bottom)
        ]

    def _column(self, column: int, top: float, bottom: float) -> Iterator[Slot]:
        """Yield the room in a column, which begins anew below each obstacle."""
        page = self.page
        y = top
        while y + page.leading <= bottom:
            line = Box(page.left(column), y, page.right(column), y + page.leading)
            hit = [box.bottom for box in self.obstacles if box.meets(line)]
            if hit:
                y = max(hit)
                continue
            yield Slot(column, y)
            y += page.leading

    def place(
        self,
        slot: Slot,
        text: str,
        *,
        indent: float = 0.0,
        justify: bool = False,
        bold: bool = False,
        align: str = "left",
    ) -> None:
        """Set a line into a slot."""
        page = self.page
        width = page.measure * EM - indent
        full = justify and (extent(text, EM) >= 0.5 * width if page.english else fills(text, width))
        font = SANS if bold and not page.english else page.font
        page.line(
            page.left(slot.column) + indent,
            slot.top,
            text,
            EM,
            width,
            bold=bold,
            font=font,
            align=align,
            justify=full,
        )

    def lines(self, text: str, width: float, size: float, indent: float = 0.0) -> list[str]:
        """Break a paragraph into lines of `width` points; the first is `indent` points shorter."""
        if not self.page.english:
            return set_paragraph(text, int(width / size + 0.01), indent=indent / size)
        lines, line, room = [], "", width - indent
        for word in text.split():
            longer = f"{line} {word}".strip()
            if line and extent(longer, size) > room:
                lines.append(line)
                longer, room = word, width
            line = longer
        return [*lines, line]


def extent(text: str, size: float) -> float:
    """Return about how wide letters are, in points, and rather more."""
    each = (
        0.32 if char in _NARROW else 0.84 if char in _WIDE else 0.7 if char.isupper() else 0.5
        for char in text
    )
    return size * sum(0.26 if char == " " else wide for char, wide in zip(text, each, strict=True))
