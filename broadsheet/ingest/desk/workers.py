"""A shift at the desk: many pages over all cores, told page by page as they are done."""

import multiprocessing
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import NamedTuple

_SEVERAL = 12  # pages below which starting other processes takes longer than the pages do


class Outcome(NamedTuple):
    """What came of a page: the line that says so, and whether it could not be taken in."""

    page: Path
    line: str
    failed: bool = False


Work = Callable[[Path], Outcome]


def run_all(pages: Sequence[Path], work: Work) -> list[Outcome]:
    """Do `work` on each of `pages` and tell each outcome as it comes, in the order of the pages.

    `work` goes to other processes where there are several pages, so it must be a function of a module, or a partial
    of one. A terminal gets a progress bar below the lines.
    """
    if not pages or not sys.stdout.isatty():
        return [_told(outcome, print) for outcome in _outcomes(pages, work)]
    return _with_bar(pages, work)


def _with_bar(pages: Sequence[Path], work: Work) -> list[Outcome]:
    from rich.progress import (  # noqa: PLC0415  lazy: no process without a terminal needs it
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    columns = (TextColumn("ingest"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, transient=True, redirect_stderr=sys.stderr.isatty()) as bar:
        told = []
        task = bar.add_task("ingest", total=len(pages))
        for outcome in _outcomes(pages, work):
            told.append(
                _told(outcome, partial(bar.console.print, markup=False, highlight=False, soft_wrap=True))
            )
            bar.advance(task)
        return told


def _outcomes(pages: Sequence[Path], work: Work) -> Iterator[Outcome]:
    if len(pages) < _SEVERAL:
        yield from map(work, pages)
        return
    # A fresh process knows nothing of this one's threads, such as the progress bar's.
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn")) as processes:
        yield from processes.map(work, pages)


def _told(outcome: Outcome, say: Callable[[str], object]) -> Outcome:
    if outcome.failed:
        print(outcome.line, file=sys.stderr)
    else:
        say(outcome.line)
    return outcome
