"""Who prints the editions: this process alone, as many as the machine has cores, or a cluster."""

import os
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from broadsheet.model.finding import Finding
from broadsheet.press.cluster import print_on_cluster
from broadsheet.press.edition_press import EditionTask, PrintedEdition
from broadsheet.press.job import Job
from broadsheet.press.progress import counted

if TYPE_CHECKING:
    from broadsheet.press.edition_generator import EditionGenerator

Outcome = PrintedEdition | tuple[Finding, ...]

# Starting a process costs as much as printing a few editions.
_FEW = 8


def crew_of(
    job: Job, print_edition: Callable[[EditionTask], Outcome]
) -> Callable[[list[EditionTask]], Iterator[Outcome]]:
    """Return what prints a list of tasks and yields the outcomes in their order."""

    def crew(tasks: list[EditionTask]) -> Iterator[Outcome]:
        if len(tasks) <= _FEW or (job.processes < 2 and not job.scheduler):
            return map(print_edition, tasks)
        outcomes = print_on_cluster(tasks, job) if job.scheduler else _in_processes(tasks, job)
        return counted(outcomes, len(tasks))

    return crew


def _in_processes(tasks: list[EditionTask], job: Job) -> Iterator[Outcome]:
    """Yield the outcomes of several processes. Each has its own Pelican; the plan and the catalogue stay here."""
    import multiprocessing  # noqa: PLC0415  lazy: most builds print one edition
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415  the same

    way = "fork" if "fork" in multiprocessing.get_all_start_methods() else None
    with ProcessPoolExecutor(
        min(job.processes, len(tasks)),
        mp_context=multiprocessing.get_context(way),
        initializer=_open,
        initargs=(job.inputs.settings_file, dict(job.inputs.overrides)),
    ) as executor:
        yield from executor.map(_print_one, tasks, chunksize=2)


_desks: "list[EditionGenerator]" = []


def _open(settings_file: str, overrides: dict[str, object]) -> None:
    """Get this process ready to print editions of a site."""
    from broadsheet.press.desk import open_desk  # noqa: PLC0415  the desk's generator knows crews

    _desks[:] = [open_desk(settings_file, overrides)]


def _print_one(task: EditionTask) -> Outcome:
    return _desks[0].print_edition(task)


def cores() -> int:
    """Return how many processes this machine can run at a time, as far as we may use it."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
