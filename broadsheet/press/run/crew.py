"""Who prints the editions of a run: the type of a crew, and the crew of one."""

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # only types: a build that finds nothing to make loads no module that prints
    from broadsheet.press.run.edition_press import EditionTask, Outcome

Printer = Callable[["EditionTask"], "Outcome"]
"""Prints one edition in this process."""

Crew = Callable[[list["EditionTask"], Printer], Iterator["Outcome"]]
"""Prints editions in their order, here with the printer that it gets, or in other processes with printers of theirs."""


def alone(tasks: list["EditionTask"], print_edition: Printer) -> Iterator["Outcome"]:
    """Print the editions one after the other in this process."""
    return map(print_edition, tasks)
