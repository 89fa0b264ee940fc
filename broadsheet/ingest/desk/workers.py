"""Do the same work on many pages, over all cores, and print a line for each page."""

import multiprocessing
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import NamedTuple

_SEVERAL = 12  # pages; with fewer, starting processes takes longer than the work


class Outcome(NamedTuple):
    """The result of the work on one page: the line to print, and whether the work failed."""

    page: Path
    line: str
    failed: bool = False


Work = Callable[[Path], Outcome]


def run_all(pages: Sequence[Path], work: Work) -> list[Outcome]:
    """Do `work` on each of `pages`, print each outcome as it comes, and return the outcomes in the order of `pages`.

    From 12 pages on the work is done in other processes, so `work` must be a function of a module or a partial of one. A
    terminal gets a progress bar below the lines.
    """
    if not pages or not sys.stdout.isatty():
        return [_printed(outcome, print) for outcome in _outcomes(pages, work)]
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
        printed = []
        task = bar.add_task("ingest", total=len(pages))
        for outcome in _outcomes(pages, work):
            printed.append(
                _printed(outcome, partial(bar.console.print, markup=False, highlight=False, soft_wrap=True))
            )
            bar.advance(task)
        return printed


def _outcomes(pages: Sequence[Path], work: Work) -> Iterator[Outcome]:
    if len(pages) < _SEVERAL:
        yield from map(work, pages)
        return
    # A forked process would copy the locks of this one's threads, such as that of the progress bar.
    with ProcessPoolExecutor(mp_context=multiprocessing.get_context("spawn")) as processes:
        yield from processes.map(work, pages)


def _printed(outcome: Outcome, say: Callable[[str], object]) -> Outcome:
    if outcome.failed:
        print(outcome.line, file=sys.stderr)
    else:
        say(outcome.line)
    return outcome
