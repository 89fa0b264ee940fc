"""The neighbours of editions: an edition's front links to the edition before it and to the one after it."""

import datetime as dt
from collections.abc import Iterator, Sequence

import msgspec

from broadsheet.press.edition.edition_sheets import between, edition_sheet
from broadsheet.press.edition.records import packed, unpacked_edition
from broadsheet.press.run.state import Run, State


def settle_neighbours(run: Run, state: State) -> State:
    """Render again the front of each edition whose neighbours have changed."""
    press, paper, bundle = run.press, run.press.paper, run.press.bundle()
    rows, touched = dict(state.rows), set(state.touched)
    for previous, date, following in between_neighbours(state.shown()):
        row = rows[date]
        if (row.previous, row.following) == (previous, following):
            continue
        record = unpacked_edition(run.cache.part(date, "record"))
        view = between(record.view, day(previous), day(following), paper)
        press.sheet(edition_sheet(view, paper), str(run.inputs.content / date), bundle)
        rows[date] = row._replace(previous=previous, following=following)
        run.cache.note_row(date, rows[date], packed(msgspec.structs.replace(record, view=view)))
        touched.add(date)
    return state._replace(rows=rows, touched=frozenset(touched)).counting(bundle, ())


def between_neighbours(dates: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Yield each of `dates` (in order, ISO 8601) after the one before it and ahead of the next; "" at the ends."""
    return zip(("", *dates), dates, (*dates[1:], ""), strict=False)


def day(date: str) -> dt.date | None:
    """Return the day of an ISO 8601 date, or None for the empty one that stands for no neighbour."""
    return dt.date.fromisoformat(date) if date else None
