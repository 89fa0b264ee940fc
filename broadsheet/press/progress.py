"""The progress bar of a long build."""

import sys
from collections.abc import Iterator
from typing import TypeVar

T = TypeVar("T")


def counted(outcomes: Iterator[T], total: int) -> Iterator[T]:
    """Return `outcomes` with a progress bar of `total` steps, if stderr is a terminal."""
    if not sys.stderr.isatty():
        return outcomes
    from rich.console import Console  # noqa: PLC0415  lazy: most builds are short
    from rich.progress import track  # noqa: PLC0415  the same

    console = Console(stderr=True)
    return iter(track(outcomes, "Printing editions", total=total, console=console, transient=True))
