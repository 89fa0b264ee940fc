"""Tables on the terminal: drawn for people, in plain columns for other programs."""

import sys
from typing import Literal

from broadsheet.newsroom.listing import Table

_NUMBERS = frozenset({"number", "pages", "published", "held", "draft", "review", "length"})
_FOLDED = frozenset({"headline", "review report"})
_COLOURS = {"draft": "yellow", "review": "red"}


def show(table: Table) -> None:
    """Print `table`; where the output is no terminal, each row is one line whose values are parted by tabs."""
    if not sys.stdout.isatty():
        print("\n".join("\t".join(row) for row in (table.columns, *table.rows)))
        return
    from rich import box  # noqa: PLC0415  lazy: other programs need no drawing
    from rich.console import Console  # noqa: PLC0415  the same
    from rich.table import Table as Drawn  # noqa: PLC0415  the same
    from rich.text import Text  # noqa: PLC0415  the same

    drawn = Drawn(box=box.SIMPLE_HEAD)
    for column in table.columns:
        justify: Literal["right", "left"] = "right" if column in _NUMBERS else "left"
        drawn.add_column(column, justify=justify, overflow="fold", no_wrap=column not in _FOLDED)
    for row in table.rows:
        drawn.add_row(*(Text(value, style=_COLOURS.get(value, "")) for value in row))
    Console().print(drawn)
