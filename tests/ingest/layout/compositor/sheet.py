"""A sheet of paper: what is printed on it as Typst's code, and the truth of what that is.

A truth is a page in ingest's neutral form. Beyond paragraphs and subheads, a body may hold parts of the types `rows` and
`verse`, whose text has a line for each row or line.
"""

import io
import random
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import typst
from PIL import Image

from tests.ingest.typesetter import squeezed

BODY = 9.0  # points
LEADING = 13.0
EM = BODY
NOBODY = -1  # whose area holds what belongs to the page, in place of an article's number
SERIF, SANS, LETTERS = "Noto Serif CJK SC", "Noto Sans CJK SC", "Libertinus Serif"


class Box(NamedTuple):
    """A rectangle on the page, in points."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        return min(self.right, other.right) > max(self.left, other.left) and min(
            self.bottom, other.bottom
        ) > max(self.top, other.top)


def _nothing() -> dict[str, Any]:
    return {"articles": [], "teasers": [], "furniture": [], "unplaced": []}


@dataclass
class Page:
    """What is printed: Typst's code, pictures by name, the truth, and where the articles stand, by their number.

    Columns are `measure` em wide. `english` pages are set in letters.
    """

    width: float
    height: float
    columns: int
    measure: int
    gutter: float
    rules: bool
    name: str = "p"
    leading: float = LEADING
    english: bool = False
    margin: float = 40.0
    code: list[str] = field(default_factory=list)
    pictures: dict[str, bytes] = field(default_factory=dict)
    truth: dict[str, Any] = field(default_factory=_nothing)
    areas: list[tuple[int, Box]] = field(default_factory=list)

    @property
    def font(self) -> str:
        """The font of text."""
        return LETTERS if self.english else SERIF

    def left(self, column: int) -> float:
        return self.margin + column * (self.measure * EM + self.gutter)

    def right(self, column: int) -> float:
        return self.left(column) + self.measure * EM

    def put(self, x: float, y: float, what: str) -> None:
        self.code.append(f"#place(top + left, dx: {x:.2f}pt, dy: {y:.2f}pt)[{what}]")

    def rule(self, x: float, y: float, length: float, *, upright: bool = False) -> None:
        turn = "angle: 90deg, " if upright else ""
        self.put(x, y, f"#line(length: {length:.2f}pt, {turn}stroke: 0.5pt)")

    def frame(self, box: Box, *, tint: str = "") -> None:
        fill = f', fill: rgb("{tint}")' if tint else ""
        wide, high = box.right - box.left, box.bottom - box.top
        self.put(box.left, box.top, f"#rect(width: {wide:.2f}pt, height: {high:.2f}pt, stroke: 0.6pt{fill})")

    def line(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        width: float,
        *,
        font: str = "",
        bold: bool = False,
        justify: bool = False,
        align: str = "left",
        tracking: float = 0.0,
    ) -> None:
        """Set a line into `width` points."""
        weight = '"bold"' if bold else '"regular"'
        stop = "#linebreak(justify: true)" if justify else ""
        self.put(
            x,
            y,
            f'#box(width: {width:.2f}pt)[#set align({align})\n#set text(font: "{font or self.font}", size: {size}pt, '
            f"weight: {weight}, tracking: {tracking}pt)\n#set par(justify: {str(justify).lower()})\n#{quoted(text)}{stop}]",
        )

    def sideways(self, x: float, y: float, text: str, size: float, length: float, *, clockwise: bool) -> None:
        """Set a line that is turned a quarter; it takes `length` points down from `y`."""
        angle, dx, dy = ("90deg", 1.3 * size, 0.0) if clockwise else ("-90deg", 0.0, length)
        inner = f'#text(font: "{self.font}", size: {size}pt, weight: "bold")[#{quoted(text)}]'
        self.put(
            x + dx, y + dy, f"#rotate({angle}, origin: top + left)[#box(width: {length:.2f}pt)[{inner}]]"
        )

    def downwards(
        self, x: float, y: float, text: str, size: float, *, spacing: float = 2.0, font: str = SANS
    ) -> float:
        """Set a line of upright characters one below the other, and return where it ends."""
        glyphs = ", ".join(f'[#text(size: {size}pt, font: "{font}")[#{quoted(char)}]]' for char in text)
        self.put(x, y, f"#stack(dir: ttb, spacing: {spacing}pt, {glyphs})")
        return y + len(text) * (size + spacing)

    def picture(self, box: Box, dice: random.Random) -> None:
        name = f"{self.name}-{len(self.pictures)}.jpg"
        self.pictures[name] = photo_of(dice)
        wide, high = box.right - box.left, box.bottom - box.top
        self.put(
            box.left, box.top, f'#image("{name}", width: {wide:.2f}pt, height: {high:.2f}pt, fit: "stretch")'
        )

    def pdf(self) -> bytes:
        return pdf_of([self])


def pdf_of(pages: Sequence[Page]) -> bytes:
    """Print pages into one PDF."""
    head = '#set text(lang: "zh", top-edge: 0.88em, bottom-edge: -0.12em)\n#set par(spacing: 0pt, leading: 0pt)\n'
    with tempfile.TemporaryDirectory() as folder:
        for name, data in (item for page in pages for item in page.pictures.items()):
            Path(folder, name).write_bytes(data)
        path = Path(folder, "page.typ")
        made = (
            f"#page(width: {page.width}pt, height: {page.height}pt, margin: 0pt)[\n"
            + "\n".join(page.code)
            + "\n]"
            for page in pages
        )
        path.write_text(head + "\n".join(made), encoding="utf-8")
        return typst.compile(str(path))


def quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def photo_of(dice: random.Random) -> bytes:
    """Return a picture of one colour as a JPEG."""
    out = io.BytesIO()
    colour = tuple(dice.randint(40, 200) for _ in range(3))
    Image.new("RGB", (640, 400), colour).save(out, "JPEG")
    return out.getvalue()


def fills(text: str, width: float) -> bool:
    """Return whether a line of hanzi is long enough to be justified."""
    return squeezed(text) >= 0.8 * width / EM
