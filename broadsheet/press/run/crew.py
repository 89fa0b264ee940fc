"""The type of a crew, which prints the editions of a run in one process or in several, and a crew of one process."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # only types: a build with nothing to make does not load the modules that print
    from broadsheet.press.run.edition_press import EditionTask, Outcome

Printer = Callable[["EditionTask"], "Outcome"]
"""Prints (renders and stages) one edition in this process."""

Crew = Callable[[list["EditionTask"], Printer], Iterator["Outcome"]]
"""Prints editions and yields their outcomes in order: with the given printer, or with others in other processes."""


def alone(tasks: list["EditionTask"], print_edition: Printer) -> Iterator["Outcome"]:
    """Print the editions one after another in this process, and yield their outcomes."""
    return map(print_edition, tasks)
