"""Tables of cells, with rules or without."""

from collections.abc import Sequence

from tests.ingest.layout.compositor.setting import Setting
from tests.ingest.layout.compositor.sheet import EM, Page

_HEADS = ("名次", "球队", "场次", "积分", "胜", "负", "净胜球")
_ENGLISH_HEADS = ("No", "Team", "Games", "Points", "Won", "Lost", "Goals")


def table(setting: Setting, rows: int, columns: int, width: float) -> list[list[str]]:
    """Return a table of so many rows, the header among them: a name in the second column, figures in the others."""
    most = max(2, min(4, int((width / columns - 4) / EM)))
    dice, writer = setting.dice, setting.writer
    heads = _ENGLISH_HEADS if setting.page.english else _HEADS
    found = [list(heads[:columns])]
    for place in range(1, rows):
        name = (
            writer.words(1).capitalize() if setting.page.english else writer.words(2)[: dice.randint(2, most)]
        )
        found.append([str(place), name, *(str(dice.randint(0, 99)) for _ in range(columns - 2))])
    return found


def set_table(
    page: Page, left: float, top: float, width: float, cells: Sequence[Sequence[str]], *, ruled: bool
) -> float:
    """Set a table, and return where it ends."""
    step = width / len(cells[0])
    align = "left" if len(cells) % 2 else "center"
    for n, row in enumerate(cells):
        for m, cell in enumerate(row):
            page.line(left + m * step + 2, top + n * page.leading, cell, EM, step - 4, align=align)
    bottom = top + len(cells) * page.leading
    if ruled:
        for n in range(len(cells) + 1):
            page.rule(left, top + n * page.leading - 1.5, width)
        for m in range(len(cells[0]) + 1):
            page.rule(left + m * step, top - 1.5, bottom - top, upright=True)
    return bottom
