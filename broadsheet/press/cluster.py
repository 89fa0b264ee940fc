"""Editions printed by the workers of a Dask cluster, which all see the project's folder at the same path.

A worker that has other settings, templates, code or libraries than the machine that asked would print other bytes, so
it looks first. An edition whose worker dies is printed by another one.
"""

import os
from collections.abc import Iterator, Mapping
from functools import partial
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, NamedTuple

from broadsheet.model.errors import PressError
from broadsheet.model.finding import Finding
from broadsheet.press.files.access import readable_by_all
from broadsheet.press.plan.inputs import Inputs, take_inputs
from broadsheet.press.run.crew import Printer
from broadsheet.press.run.edition_press import EditionTask, Outcome

if TYPE_CHECKING:
    from broadsheet.press.run.press_room import PressRoom


class _Order(NamedTuple):
    """What a worker has to know of a site, whatever the edition."""

    folder: str
    settings_file: str
    overrides: Mapping[str, object]
    facts: Mapping[str, str]


def print_on_cluster(
    scheduler: str, inputs: Inputs, tasks: list[EditionTask], _print_edition: Printer
) -> Iterator[Outcome]:
    """Yield the outcomes of `tasks` in their order; each worker opens a press room of its own for `inputs`.

    Raises PressError where the cluster at the address `scheduler` cannot print them.
    """
    try:
        from distributed import Client, KilledWorker  # noqa: PLC0415  an extra that most papers need not install
    except ImportError as error:
        raise _cannot("Dask is not installed", 'pip install "broadsheet[dask]"') from error
    overrides = {**inputs.overrides, "SITEURL": inputs.settings.get("SITEURL", "")}
    order = _Order(str(Path.cwd()), inputs.settings_file, overrides, inputs.facts)
    try:
        with Client(scheduler) as client:
            yield from client.get_executor(pure=False).map(partial(_print, order), tasks)
    except OSError as error:
        raise _cannot(f"{scheduler} does not answer: {error}", "start it: dask scheduler") from error
    except KilledWorker as error:
        raise _cannot(f"one edition ended several workers: {error}", "look into the workers’ logs") from error


def _cannot(message: str, hint: str) -> PressError:
    return PressError(Finding(code="cluster", path="inv build --executor dask", message=message, hint=hint))


_rooms: "dict[str, PressRoom]" = {}
_one_at_a_time = Lock()  # a press room prints one edition after another, however many threads its worker has


def _print(order: _Order, task: EditionTask) -> Outcome:
    with _one_at_a_time, readable_by_all():
        return _room(order).print_edition(task)


def _room(order: _Order) -> "PressRoom":
    key = repr(order)
    if key not in _rooms:
        from broadsheet.press.pelican.build import open_through_pelican  # noqa: PLC0415  lazy: imports pelican

        os.chdir(order.folder)
        facts = take_inputs(order.settings_file, order.overrides).facts
        if other := [name for name, value in order.facts.items() if facts[name] != value]:
            raise _cannot(f"a worker has other {', '.join(other)}", "give it the same, and start it again")
        _rooms.clear()
        _rooms[key] = open_through_pelican(order.settings_file, order.overrides)
    return _rooms[key]
