"""Markdown for text whose lines stay lines: verse with hard line breaks, rows as a table where their columns are clear."""

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from broadsheet.manuscript.markdown.escaping import escape

_WIDE = re.compile(r"\t\s*|\u3000\s*|\s{2,}")
_NARROW = re.compile(r"\s+")
_COLUMNS_LEAST = 3
_ROWS_LEAST = 3  # the header among them
_FIGURE = re.compile(r"\d")


def verse(lines: Sequence[str]) -> str:
    """Return Markdown that renders to exactly `lines`, each a line of its own, in one paragraph."""
    return "\\\n".join(map(_escaped, lines))


def rows(lines: Sequence[str]) -> str:
    """Return Markdown for the rows of a table or a list.

    Rows below a header of as many cells make a table; a header has no figures. All others are lines.
    """
    cells = [_cells(line) for line in lines]
    return "\n\n".join(_blocks(lines, cells))


def _blocks(lines: Sequence[str], cells: Sequence[Sequence[str]]) -> Iterator[str]:
    loose: list[str] = []
    for _, run in groupby(range(len(lines)), key=lambda n: len(cells[n])):
        numbers = list(run)
        if _is_table([cells[n] for n in numbers]):
            if loose:
                yield verse(loose)
                loose = []
            yield _table([cells[n] for n in numbers])
        else:
            loose += [lines[n] for n in numbers]
    if loose:
        yield verse(loose)


def _cells(line: str) -> list[str]:
    """Return the cells of a row: wide spaces part them where it has any."""
    return (_WIDE if _WIDE.search(line) else _NARROW).split(line)


def _is_table(found: Sequence[Sequence[str]]) -> bool:
    header, *below = found
    clear = len(header) >= _COLUMNS_LEAST and len(found) >= _ROWS_LEAST
    return clear and not _has_figure(header) and all(map(_has_figure, below))


def _has_figure(row: Sequence[str]) -> bool:
    return any(map(_FIGURE.search, row))


def _table(found: Sequence[Sequence[str]]) -> str:
    header, *below = (f"| {' | '.join(map(_escaped, row))} |" for row in found)
    return "\n".join([header, "|" + " --- |" * len(found[0]), *below])


def _escaped(text: str) -> str:
    """Return `text` escaped; `|` and `=` at its start would make a table or a heading of the line above."""
    safe = escape(text).replace("|", "&#124;")
    return f"&#61;{safe[1:]}" if safe.startswith("=") else safe
