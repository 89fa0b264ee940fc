"""Editions printed by several processes of this machine."""

import gc
import os
from collections.abc import Iterator

from broadsheet.press.run.crew import Printer
from broadsheet.press.run.edition_press import EditionTask, Outcome


def print_in_processes(processes: int, tasks: list[EditionTask], print_edition: Printer) -> Iterator[Outcome]:
    """Yield the outcomes of `tasks` in their order, printed by `processes` forked ones; plan and cache stay here.

    A forked process has this one's press room as it stands after the first edition, with every template compiled.
    """
    import multiprocessing  # noqa: PLC0415  lazy: most builds print one edition
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  the same

    first, *others = tasks
    yield print_edition(first)
    _printers[:] = [print_edition]
    try:
        with ProcessPoolExecutor(
            min(processes, len(others)),
            mp_context=multiprocessing.get_context("fork"),
            initializer=_begin,
        ) as executor:
            yield from executor.map(_print_one, others, chunksize=2)
    finally:
        _printers.clear()  # what is forked has its own; here the room would outlive its build


_printers: list[Printer] = []


def _begin() -> None:
    """Prepare this process, which ends with its build: looking for garbage would take more time than it frees memory."""
    gc.disable()
    _leave_with_the_build()


def _leave_with_the_build() -> None:
    """End this process as soon as the build that forked it ends: a killed build cannot stop its processes.

    A process that stayed would hold the build's lock for ever.
    """
    from multiprocessing import connection, parent_process  # noqa: PLC0415  lazy: most builds print one edition
    from threading import Thread  # noqa: PLC0415  the same

    build = parent_process()
    if build is None:
        return

    def leave() -> None:
        connection.wait([build.sentinel])
        os._exit(1)

    Thread(target=leave, daemon=True).start()


def _print_one(task: EditionTask) -> Outcome:
    return _printers[0](task)
