"""Do the same work on many pages, over all cores, and print a line for each page."""

import multiprocessing
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

_SEVERAL = 12  # pages; with fewer, starting processes takes longer than the work


T = TypeVar("T")


class Outcome(NamedTuple):
    """The result of the work on one page: the line to print, and whether the work failed."""

    page: Path
    line: str
    failed: bool = False


def spread(pages: Sequence[Path], work: Callable[[Path], T]) -> Iterator[T]:
    """Yield what `work` makes of each of `pages`, in their order.

    From 12 pages on the work is done in other processes, so `work` must be a function of a module or a partial of one.
    """
    if len(pages) < _SEVERAL:
        yield from map(work, pages)
        return
    # A forked process would copy the locks of this one's threads, such as that of the progress bar.
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn")) as processes:
        yield from processes.map(work, pages)


def print_all(outcomes: Iterable[Outcome], pages: int) -> list[Outcome]:
    """Print each outcome as it comes, and return them all; a terminal gets a progress bar of `pages` below the lines."""
    if not pages or not sys.stdout.isatty():
        return [_printed(outcome, print) for outcome in outcomes]
    return _with_bar(outcomes, pages)


def _with_bar(outcomes: Iterable[Outcome], pages: int) -> list[Outcome]:
    from rich.progress import (  # noqa: PLC0415  lazy: no process without a terminal needs it
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (TextColumn("ingest"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, transient=True, redirect_stderr=sys.stderr.isatty()) as bar:
        printed = []
        task = bar.add_task("ingest", total=pages)
        for outcome in outcomes:
            printed.append(
                _printed(outcome, partial(bar.console.print, markup=False, highlight=False, soft_wrap=True))
            )
            bar.advance(task)
        return printed


def _printed(outcome: Outcome, say: Callable[[str], object]) -> Outcome:
    if outcome.failed:
        print(outcome.line, file=sys.stderr)
    else:
        say(outcome.line)
    return outcome
