"""Work on many files, shared out among all cores."""

import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

SEVERAL = 500
"""The number of files from which on starting processes pays."""
_AT_ONCE = 100  # files that are given to a process together


def on_all_cores(work: Callable[[T], R], files: Sequence[T]) -> Iterator[R]:
    """Yield what `work` makes of each of `files`, in their order; few are worked on here."""
    if len(files) < SEVERAL:
        yield from map(work, files)
        return
    _works[:] = [work]  # what is forked has it, so that it need not be sent
    try:
        with ProcessPoolExecutor(mp_context=multiprocessing.get_context("fork")) as processes:
            yield from processes.map(_work_there, files, chunksize=_AT_ONCE)
    finally:
        _works.clear()


_works: list[Callable[[Any], Any]] = []


def _work_there(file: T) -> Any:
    return _works[0](file)
