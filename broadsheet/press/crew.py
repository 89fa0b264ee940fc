"""Choosing the crew of a build: the processes that print many editions, on this machine or on a cluster."""

import os
from collections.abc import Iterator
from functools import partial

from broadsheet.press.cluster import print_on_cluster
from broadsheet.press.plan.inputs import Inputs
from broadsheet.press.processes import print_in_processes
from broadsheet.press.progress import counted
from broadsheet.press.run.crew import Crew, Printer, alone
from broadsheet.press.run.edition_press import EditionTask, Outcome

# Starting processes takes as long as printing a few editions.
_FEW = 8


def crew_of(inputs: Inputs, scheduler: str) -> Crew:
    """Return the crew of a build: the workers of the Dask cluster at the address `scheduler`, else all cores.

    Up to eight editions are always printed in this process.
    """
    many = _many(inputs, scheduler)

    def crew(tasks: list[EditionTask], print_edition: Printer) -> Iterator[Outcome]:
        if len(tasks) <= _FEW:
            return alone(tasks, print_edition)
        return counted(many(tasks, print_edition), len(tasks))

    return crew


def _many(inputs: Inputs, scheduler: str) -> Crew:
    if scheduler:
        return partial(print_on_cluster, scheduler, inputs)
    processes = cores()
    return partial(print_in_processes, processes) if processes > 1 else alone


def cores() -> int:
    """Return the number of processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
