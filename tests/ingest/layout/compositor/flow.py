"""Text in columns: paragraphs, subheads, and tables between them."""

from tests.ingest.layout.compositor.setting import Setting, Slot, extent
from tests.ingest.layout.compositor.sheet import EM
from tests.ingest.layout.compositor.tables import set_table, table

_TABLE_ROWS = (4, 7)


def flow(setting: Setting, *, goes_on: str = "", stops: bool = False) -> str:
    """Flow paragraphs and subheads through the columns.

    `goes_on` is the rest of a paragraph that another page began. With `stops` the last paragraph breaks off, and the
    rest of it is returned.
    """
    slots = setting.slots()
    slots = slots[: max(4, int(len(slots) * setting.dice.uniform(0.8, 1.0)))]
    since = 0
    if goes_on:
        lines = setting.lines(goes_on, _width(setting), EM)
        _set(setting, slots, lines, indent=0.0)
        setting.article["body"].append({"type": "p", "text": goes_on})
        slots = slots[len(lines) :]
    while slots:
        left = len(slots)
        if since >= 12 and left >= 8 and setting.chance(0.25) and _follows(slots):
            since, slots = 0, _subhead(setting, slots)
            continue
        if since >= 8 and left >= 16 and setting.chance(0.06) and (rest := _table(setting, slots)):
            since, slots = 0, rest
            continue
        text, lines = _paragraph(setting, left)
        if stops and left - len(lines) < 4:
            return _breaks_off(setting, slots, text, lines)
        _set(setting, slots, lines, indent=2 * EM)
        since += len(lines)
        slots = slots[len(lines) :]
        setting.article["body"].append({"type": "p", "text": text})
    return ""


def _width(setting: Setting) -> float:
    return setting.page.measure * EM


def _paragraph(setting: Setting, room: int) -> tuple[str, list[str]]:
    """Return a paragraph and its lines, of which there are at most `room`."""
    page, writer = setting.page, setting.writer
    a_line = page.measure * (2 if page.english else 1)
    want = max(
        10, min(setting.dice.choice((40, 80, 140)) * (2 if page.english else 1), (room - 1) * a_line - 6)
    )
    text = writer.paragraph(want)
    lines = setting.lines(text, _width(setting), EM, 2 * EM)
    while len(lines) > room:
        text = (
            writer.words(2).capitalize() + "." if page.english else writer.words(3)[: page.measure - 4] + "。"
        )
        lines = setting.lines(text, _width(setting), EM, 2 * EM)
    return text, lines


def _breaks_off(setting: Setting, slots: list[Slot], text: str, lines: list[str]) -> str:
    """Set a paragraph up to the end of a line, and return the rest of it."""
    keep = lines[: max(1, min(len(lines) - 1, len(slots) - 1))]
    if len(lines) < 2:
        _set(setting, slots, lines, indent=2 * EM)
        setting.article["body"].append({"type": "p", "text": text})
        return ""
    _set(setting, slots, [*keep, ""], indent=2 * EM)
    space = " " if setting.page.english else ""
    setting.article["body"].append({"type": "p", "text": space.join(keep)})
    return space.join(lines[len(keep) :])


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
