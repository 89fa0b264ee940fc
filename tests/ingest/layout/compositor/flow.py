"""Text in columns: paragraphs, subheads, and tables between them."""

from typing import NamedTuple

from tests.ingest.layout.compositor.setting import Setting, Slot, extent
from tests.ingest.layout.compositor.sheet import EM
from tests.ingest.layout.compositor.tables import set_table, table

_BREAKS_AT = 8  # lines before the end
_TABLE_ROWS = (4, 7)


class Flowed(NamedTuple):
    """What is left when text was flowed: the rest of a paragraph that broke off, and the room below the last line."""

    rest: str
    slots: list[Slot]


def flow(setting: Setting, *, goes_on: str = "", stops: bool = False) -> Flowed:
    """Flow paragraphs and subheads through the columns.

    `goes_on` is the rest of a paragraph that another page began. With `stops` the last paragraph breaks off.
    """
    room = setting.slots()
    fill = max(4, int((len(room) - 2) * setting.dice.uniform(0.8, 1.0)))
    slots, left_free = room[:fill], room[fill:]
    since = 0
    if goes_on:
        slots = _paragraph(setting, slots, goes_on, indent=0.0)
    while slots:
        left = len(slots)
        if stops and left <= _BREAKS_AT:
            return Flowed(_breaks_off(setting, slots), left_free)
        if since >= 12 and left >= 8 and setting.chance(0.25) and _follows(slots):
            since, slots = 0, _subhead(setting, slots)
            continue
        if since >= 8 and left >= 16 and setting.chance(0.06) and (rest := _table(setting, slots)):
            since, slots = 0, rest
            continue
        slots = _paragraph(setting, slots, _words(setting, left), indent=2 * EM)
        since += left - len(slots)
    return Flowed("", left_free)


def _width(setting: Setting) -> float:
    return setting.page.measure * EM


def _words(setting: Setting, room: int) -> str:
    """Return the words of a paragraph of at most `room` lines."""
    page, writer = setting.page, setting.writer
    twice = 2 if page.english else 1  # letters are about half as wide as hanzi
    want = max(10, min(setting.dice.choice((40, 80, 140)) * twice, (room - 1) * page.measure * twice - 6))
    text = writer.paragraph(want)
    while len(setting.lines(text, _width(setting), EM, 2 * EM)) > room:
        text = (
            writer.words(2).capitalize() + "." if page.english else writer.words(3)[: page.measure - 4] + "。"
        )
    return text


def _paragraph(setting: Setting, slots: list[Slot], text: str, *, indent: float) -> list[Slot]:
    """Set a paragraph, and return the slots left."""
    lines = setting.lines(text, _width(setting), EM, indent)
    _set(setting, slots, lines, indent=indent)
    setting.article["body"].append({"type": "p", "text": text})
    return slots[len(lines) :]


def _breaks_off(setting: Setting, slots: list[Slot]) -> str:
    """Fill the slots with a paragraph that goes on for some lines, and return the rest of it."""
    text = setting.writer.paragraph((len(slots) + 2) * setting.page.measure)
    lines = setting.lines(text, _width(setting), EM, 2 * EM)
    kept, rest = lines[: len(slots)], lines[len(slots) :]
    _set(setting, slots, [*kept, ""], indent=2 * EM)
    setting.article["body"].append({"type": "p", "text": "".join(kept)})
    return "".join(rest)


def _set(setting: Setting, slots: list[Slot], lines: list[str], *, indent: float) -> None:
    for n, (slot, line) in enumerate(zip(slots, lines, strict=False)):
        if line:
            setting.place(slot, line, indent=0.0 if n else indent, justify=n < len(lines) - 1)


def _follows(slots: list[Slot]) -> bool:
    """Return whether the second slot stands right below the first."""
    return slots[0].column == slots[1].column


def _subhead(setting: Setting, slots: list[Slot]) -> list[Slot]:
    subhead = setting.writer.headline(4, min(10, setting.page.measure - 2))
    while len(subhead.split()) > 1 and extent(subhead, 1.05 * EM) > _width(setting):
        subhead = subhead.rsplit(maxsplit=1)[0]
    setting.place(slots[0], subhead, bold=True, align="center")
    setting.article["body"].append({"type": "subhead", "text": subhead})
    return slots[1:]


def _table(setting: Setting, slots: list[Slot]) -> list[Slot]:
    """Set a table into one column, with a blank line above and below, and return the slots left; none where it has no room."""
    rows = setting.dice.randint(*_TABLE_ROWS)
    own = [slot for slot in slots[: rows + 3] if slot.column == slots[0].column]
    if len(own) < rows + 3 or own[-1].top - own[0].top > (rows + 2.5) * setting.page.leading:
        return []
    cells = table(setting, rows, 2 if setting.page.english else 3, setting.page.measure * EM)
    page = setting.page
    set_table(page, page.left(own[0].column), own[1].top, page.measure * EM, cells, ruled=setting.chance(0.5))
    setting.article["body"].append({"type": "rows", "text": "\n".join("　".join(row) for row in cells)})
    return slots[rows + 2 :]
