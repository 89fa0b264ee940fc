"""Stories whose lines are kept: poems and tables."""

from tests.ingest.layout.compositor.setting import Setting, extent
from tests.ingest.layout.compositor.sheet import EM
from tests.ingest.layout.compositor.tables import set_table, table


def poem(setting: Setting) -> None:
    """Set a poem's stanzas into the columns below its headline, with a blank line between two."""
    slots = setting.slots()
    stanzas = setting.dice.randint(1, 3)
    regular = setting.chance(0.4)
    length = setting.dice.choice((5, 7)) if regular else 0
    for _ in range(stanzas):
        count = setting.dice.randint(3, 5)
        own = [slot for slot in slots[:count] if slot.column == slots[0].column] if slots else []
        if len(own) < count:
            break
        lines = [_line(setting, length, n) for n in range(count)]
        for slot, line in zip(own, lines, strict=True):
            setting.place(slot, line)
        setting.article["body"].append({"type": "verse", "text": "\n".join(lines)})
        slots = slots[count + 1 :]


def _line(setting: Setting, length: int, nth: int) -> str:
    writer, dice = setting.writer, setting.dice
    if setting.page.english:
        line = writer.words(4).capitalize()
        while extent(line, EM) > (setting.page.measure - 2.5) * EM:
            line = line.rsplit(maxsplit=1)[0]
        return line + ("," if nth % 2 else "")
    most = min(10, setting.page.measure - 4)
    verse = writer.words(5)[: length or dice.randint(4, most)]
    return verse + (("，", "。")[nth % 2] if length else "")


def table_story(setting: Setting) -> None:
    """Set a table over all columns of the area below its headline."""
    room = int((setting.bottom - setting.top) / setting.page.leading)
    columns = min(7, max(3, int(setting.width / ((9 if setting.page.english else 6) * EM))))
    cells = table(setting, max(2, min(room, setting.dice.randint(5, 12))), columns, setting.width)
    set_table(setting.page, setting.left, setting.top, setting.width, cells, ruled=setting.chance(0.5))
    setting.article["body"].append({"type": "rows", "text": "\n".join("　".join(row) for row in cells)})
