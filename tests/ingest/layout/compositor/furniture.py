"""What belongs to the page alone: folio lines, lines of services, advertisements."""

import random

from tests.ingest.layout.compositor.setting import Setting
from tests.ingest.layout.compositor.sheet import SANS, Box, Page
from tests.ingest.layout.wording import Writer


def folio(page: Page, number: int, dice: random.Random, writer: Writer) -> None:
    """Set the folio line at the head of the page above a rule, in one piece or in three; perhaps services at the foot."""
    wide = page.width - 2 * page.margin
    if page.english:
        pieces = ["THE RIVER HERALD", "Tuesday, May 6, 2031", f"A{number}"]
    else:
        pieces = [f"第{number}版", f"责任编辑：{writer.name()}", "2031年5月6日 星期二"]
        if dice.random() < 0.5:
            pieces = [f"2031年5月6日 星期二 第{number}版 要闻"]
    for piece, align in zip(pieces, ("left", "center", "right"), strict=False):
        page.line(page.margin, 14, piece, 8, wide, align=align, font="" if page.english else SANS)
    page.truth["furniture"] += pieces
    page.put(page.margin, 30, f"#line(length: {wide}pt, stroke: 0.6pt)")
    if not page.english and dice.random() < 0.4:
        service = f"本报地址：江城市{writer.words(1)}路{dice.randint(1, 99)}号 新闻热线：8800{dice.randint(1000, 9999)}"
        page.line(page.margin, page.height - 20, service, 7.5, wide, align="center", font=SANS)
        page.truth["furniture"].append(service)


def advertisement(setting: Setting) -> None:
    """Set an advertisement into a frame, with the mark that the law wants."""
    page, writer, dice = setting.page, setting.writer, setting.dice
    box = Box(setting.left, setting.top, setting.right, setting.bottom)
    page.frame(box, tint=dice.choice(("", "f4e6d8")))
    mark = "Advertisement" if page.english else "广告"
    size = min(24.0, setting.width / 8)
    telephone = (
        f"Telephone: 027-8800{dice.randint(1000, 9999)}"
        if page.english
        else f"电话：027-8800{dice.randint(1000, 9999)}"
    )
    claim = " ".join(writer.headline(4, 7).split()[:2])
    texts = [(mark, 7.0), (claim, size), (telephone, 9.0)]
    y = setting.top + 6
    for text, points in texts:
        align = "left" if text == mark else "center"
        page.line(
            setting.left + 6,
            y,
            text,
            points,
            setting.width - 12,
            align=align,
            font="" if page.english else SANS,
        )
        y += points + 16
    page.truth["furniture"] += [text for text, _ in texts]
