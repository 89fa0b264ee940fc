"""Who prints the editions: this process alone, as many as the machine has cores, or a cluster."""

import os
from collections.abc import Callable, Iterator

from broadsheet.press.cluster import print_on_cluster
from broadsheet.press.edition_press import EditionTask, Outcome
from broadsheet.press.job import Job
from broadsheet.press.progress import counted

Printer = Callable[[EditionTask], Outcome]

Crew = Callable[[list[EditionTask]], Iterator[Outcome]]
"""Prints editions in their order, alone or in several processes."""

# Starting a process costs as much as printing a few editions.
_FEW = 8


def crew_of(job: Job, print_edition: Printer) -> Crew:
    """Return who prints the editions of a job."""

    def crew(tasks: list[EditionTask]) -> Iterator[Outcome]:
        if len(tasks) <= _FEW or (job.processes < 2 and not job.scheduler):
            return map(print_edition, tasks)
        outcomes = (
            print_on_cluster(tasks, job)
            if job.scheduler
            else _in_processes(tasks, job.processes, print_edition)
        )
        return counted(outcomes, len(tasks))

    return crew


def _in_processes(tasks: list[EditionTask], processes: int, print_edition: Printer) -> Iterator[Outcome]:
    """Yield the outcomes of several processes; the plan and the catalogue stay here.

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
            initializer=_leave_with_the_build,
        ) as executor:
            yield from executor.map(_print_one, others, chunksize=2)
    finally:
        _printers.clear()  # what is forked has its own; here the room would outlive its build


_printers: list[Printer] = []


def _leave_with_the_build() -> None:
    """Have this process end as soon as the build does that began it: killed, it could not send its crew home.

    Whoever stayed would hold the build's lock for ever.
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


def cores() -> int:
    """Return how many processes this machine can run at a time, as far as we may use it."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
