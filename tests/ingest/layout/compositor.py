"""A compositor: makes up a page of a newspaper in Typst, prints it as a PDF, and knows what stands where.

A page is cut into areas along its columns, as print is. Each area holds one story with its stack of headlines, its text
in columns, and perhaps a picture, a table or a frame. Lines are broken here, so that text can flow around pictures.
"""

import io
import random
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import typst
from PIL import Image

from tests.ingest.layout.wording import Writer
from tests.ingest.typesetter import set_paragraph, squeezed

BODY = 9.0  # points
LEADING = 13.0
EM = BODY
SERIF, SANS = "Noto Serif CJK SC", "Noto Sans CJK SC"


@dataclass(frozen=True)
class Area:
    """Columns `first` to `last` of the page, from `top` to `bottom` in points."""

    first: int
    last: int
    top: float
    bottom: float

    @property
    def columns(self) -> int:
        return self.last - self.first + 1


@dataclass
class Page:
    """What is printed: Typst's code, pictures by name, the truth, and the place of each article's characters."""

    width: float
    height: float
    columns: int
    measure: int  # em
    gutter: float
    rules: bool
    code: list[str] = field(default_factory=list)
    pictures: dict[str, bytes] = field(default_factory=dict)
    truth: dict[str, Any] = field(
        default_factory=lambda: {"articles": [], "teasers": [], "furniture": [], "unplaced": []}
    )
    areas: list[tuple[float, float, float, float]] = field(default_factory=list)
    margin: float = 40.0

    def left(self, column: int) -> float:
        return self.margin + column * (self.measure * EM + self.gutter)

    def right(self, column: int) -> float:
        return self.left(column) + self.measure * EM

    def put(self, x: float, y: float, what: str) -> None:
        self.code.append(f"#place(top + left, dx: {x:.2f}pt, dy: {y:.2f}pt)[{what}]")

    def line(
        self,
        x: float,
        y: float,
        text: str,
        size: float,
        width: float,
        *,
        font: str = SERIF,
        bold: bool = False,
        justify: bool = False,
        align: str = "left",
        tracking: float = 0.0,
    ) -> None:
        weight = '"bold"' if bold else '"regular"'
        stop = "#linebreak(justify: true)" if justify else ""
        self.put(
            x,
            y,
            f'#box(width: {width:.2f}pt)[#set align({align})\n#set text(font: "{font}", size: {size}pt, weight: {weight}, '
            f"tracking: {tracking}pt)\n#set par(justify: {str(justify).lower()})\n#{_quoted(text)}{stop}]",
        )

    def pdf(self) -> bytes:
        head = (
            f"#set page(width: {self.width}pt, height: {self.height}pt, margin: 0pt)\n"
            f'#set text(lang: "zh", top-edge: 0.88em, bottom-edge: -0.12em)\n#set par(spacing: 0pt, leading: 0pt)\n'
        )
        with tempfile.TemporaryDirectory() as folder:
            for name, data in self.pictures.items():
                Path(folder, name).write_bytes(data)
            path = Path(folder, "page.typ")
            path.write_text(head + "\n".join(self.code), encoding="utf-8")
            return typst.compile(str(path))


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _cut(dice: random.Random, area: Area, pieces: int, least: float) -> Iterator[Area]:
    """Cut an area into about so many, along columns or across them."""
    high = area.bottom - area.top
    ways = (["across"] if high >= 2 * least else []) + (["down"] if area.columns >= 2 else [])
    if pieces <= 1 or not ways:
        yield area
        return
    way = dice.choice(ways) if high < area.columns * 100 else ways[0]
    one = max(1, round(pieces * dice.uniform(0.35, 0.65)))
    if way == "across":
        at = area.top + high * min(max(one / pieces, least / high), 1 - least / high)
        yield from _cut(dice, Area(area.first, area.last, area.top, at), one, least)
        yield from _cut(dice, Area(area.first, area.last, at, area.bottom), pieces - one, least)
    else:
        at = area.first + max(1, min(area.columns - 1, round(area.columns * one / pieces)))
        yield from _cut(dice, Area(area.first, at - 1, area.top, area.bottom), one, least)
        yield from _cut(dice, Area(at, area.last, area.top, area.bottom), pieces - one, least)


def make_page(seed: int) -> Page:
    """Make up a page of 3 to 8 columns and 1 to 14 stories."""
    dice = random.Random(seed)
    columns = dice.randint(3, 8)
    measure = dice.choice((13, 15, 17, 20)) if columns > 4 else dice.choice((17, 20, 24))
    gutter = dice.choice((10.0, 14.0, 18.0))
    high = dice.choice((900.0, 1100.0, 1400.0))
    page = Page(
        width=80 + columns * measure * EM + (columns - 1) * gutter,
        height=high,
        columns=columns,
        measure=measure,
        gutter=gutter,
        rules=dice.random() < 0.5,
    )
    writer = Writer(seed)
    folio = f"2031年5月6日 星期二 第{dice.randint(1, 8)}版 要闻"
    page.line(page.margin, 14, folio, 8, 400)
    page.truth["furniture"].append(folio)
    page.put(page.margin, 30, f"#line(length: {page.width - 80}pt, stroke: 0.6pt)")
    stories = dice.randint(1, 14)
    whole = Area(0, columns - 1, 40.0, high - 30.0)
    for area in _cut(dice, whole, stories, 170.0):
        _story(page, area, dice, writer)
    return page


class Setting(NamedTuple):
    """What is at work on one story: the page, its area, chance, the words, and the truth so far."""

    page: Page
    area: Area
    dice: random.Random
    writer: Writer
    article: dict[str, Any]


def _story(page: Page, area: Area, dice: random.Random, writer: Writer) -> None:
    """Set one story into its area."""
    boxed = dice.random() < 0.15
    top, bottom = area.top + 8, area.bottom - 8
    x0, x1 = page.left(area.first), page.right(area.last)
    if boxed:
        page.put(
            x0 - 4,
            top - 4,
            f"#rect(width: {x1 - x0 + 8:.2f}pt, height: {bottom - top + 8:.2f}pt, stroke: 0.6pt)",
        )
        top, bottom = top + 4, bottom - 4
    elif page.rules:
        if area.bottom < page.height - 31:
            page.put(x0, area.bottom, f"#line(length: {x1 - x0:.2f}pt, stroke: 0.5pt)")
        if area.last < page.columns - 1:
            x = x1 + page.gutter / 2
            page.put(
                x,
                area.top + 3,
                f"#line(length: {area.bottom - area.top - 6:.2f}pt, angle: 90deg, stroke: 0.5pt)",
            )
    article: dict[str, Any] = {
        "kicker": "",
        "title": "",
        "deck": "",
        "byline": "",
        "body": [],
        "captions": [],
    }
    setting = Setting(page, area, dice, writer, article)
    y = _stack(setting, top)
    if dice.random() < 0.5:
        article["byline"] = f"□ 本报记者 {writer.name()}"
        page.line(x0, y, article["byline"], 9, x1 - x0, font=SANS, align=dice.choice(("left", "center")))
        y += 16
    tops = [y + 4] * area.columns
    if dice.random() < 0.3 and area.columns >= 2 and bottom - y > 220:
        _picture(setting, tops)
    _text(setting, tops, bottom)
    page.truth["articles"].append(article)
    page.areas.append((x0 - 5, area.top, x1 + 5, area.bottom))


def _stack(setting: Setting, y: float) -> float:
    page, area, dice, writer, article = setting
    x0, x1 = page.left(area.first), page.right(area.last)
    wide = x1 - x0
    align = dice.choice(("left", "center"))
    size = min(dice.choice((16.0, 20.0, 26.0, 34.0)), wide / 5)
    if area.columns >= 2 and dice.random() < 0.3:
        article["kicker"] = writer.headline(6, 12)
        page.line(x0, y, article["kicker"], min(13.0, wide / 12), wide, font=SANS, align=align)
        y += 18
    lines = 2 if dice.random() < 0.25 else 1
    tracking = (
        size * dice.choice((0.5, 1.0)) if lines == 1 and area.columns >= 3 and dice.random() < 0.2 else 0.0
    )
    most = min(int(wide / (size + tracking)) - 1, 16)
    titles = [writer.headline(min(4, most), most) for _ in range(lines)]
    for title in titles:
        page.line(
            x0,
            y,
            title,
            size,
            wide,
            font=dice.choice((SERIF, SANS)) if lines == 1 else SERIF,
            bold=True,
            align=align,
            tracking=tracking,
        )
        y += size * 1.25
    article["title"] = " ".join(titles)
    if area.columns >= 2 and dice.random() < 0.3:
        deck = "——" + writer.headline(8, 14)
        article["deck"] = deck
        page.line(x0, y, deck, 12.0, wide, align=align)
        y += 18
    return y + 4


def _picture(setting: Setting, tops: list[float]) -> None:
    """Set a picture over one or more of the columns, right below the headline, with its caption below it."""
    page, area, dice, writer, article = setting
    count = dice.randint(1, area.columns)
    first = area.columns - count if dice.random() < 0.5 else 0
    x0, x1 = page.left(area.first + first), page.right(area.first + first + count - 1)
    y, high = tops[0], dice.choice((80.0, 110.0))
    name = f"p{len(page.pictures)}.jpg"
    page.pictures[name] = _photo(dice)
    page.put(x0, y, f'#image("{name}", width: {x1 - x0:.2f}pt, height: {high}pt, fit: "stretch")')
    y += high + 3
    caption = writer.paragraph(20)
    measure = int((x1 - x0) / 8)
    credit = f"本报记者 {writer.name()} 摄"
    for line in [*set_paragraph(caption, measure, indent=0), credit]:
        page.line(x0, y, line, 8, x1 - x0, font=SANS)
        y += 10.5
    article["captions"].append({"text": caption, "credit": credit})
    for n in range(first, first + count):
        tops[n] = y + 5


def _photo(dice: random.Random) -> bytes:
    out = io.BytesIO()
    colour = tuple(dice.randint(40, 200) for _ in range(3))
    Image.new("RGB", (640, 400), colour).save(out, "JPEG")
    return out.getvalue()


def _text(setting: Setting, tops: Sequence[float], bottom: float) -> None:
    """Flow paragraphs and subheads through the columns."""
    page, area, dice, writer, article = setting
    room = [max(0, int((bottom - top) / LEADING)) for top in tops]
    total = sum(room)
    fill = max(4, int(total * dice.uniform(0.8, 1.0)))
    slots = [(c, n) for c, rows in enumerate(room) for n in range(rows)]
    slots = slots[:fill]
    at = 0
    since = 0
    while at < len(slots):
        left = len(slots) - at
        if since >= 12 and left >= 8 and area.columns and dice.random() < 0.25 and slots[at][1]:
            subhead = writer.headline(4, min(10, page.measure - 2))
            _place(setting, tops, slots[at], subhead, bold=True, align="center")
            article["body"].append({"type": "subhead", "text": subhead})
            at, since = at + 1, 0
            continue
        want = max(10, min(dice.choice((40, 80, 140)), (left - 1) * page.measure - 6))
        text = writer.paragraph(want)
        lines = set_paragraph(text, page.measure)
        if len(lines) > left:
            text = writer.words(3)[: page.measure - 4] + "。"
            lines = set_paragraph(text, page.measure)
        for n, line in enumerate(lines):
            _place(
                setting,
                tops,
                slots[at],
                line,
                indent=2 * EM if n == 0 else 0.0,
                justify=n < len(lines) - 1,
            )
            at += 1
        since += len(lines)
        article["body"].append({"type": "p", "text": text})


def _place(
    setting: Setting,
    tops: Sequence[float],
    slot: tuple[int, int],
    text: str,
    *,
    indent: float = 0.0,
    justify: bool = False,
    bold: bool = False,
    align: str = "left",
) -> None:
    page, area = setting.page, setting.area
    column, row = slot
    x, y = page.left(area.first + column) + indent, tops[column] + row * LEADING
    width = page.measure * EM - indent
    page.line(
        x,
        y,
        text,
        BODY,
        width,
        bold=bold,
        font=SANS if bold else SERIF,
        align=align,
        justify=justify and squeezed(text) >= 0.8 * width / EM,
    )
