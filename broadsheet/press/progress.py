"""How far a long build has come, for somebody who watches it."""

import sys
from collections.abc import Iterator
from typing import TypeVar

T = TypeVar("T")


def counted(outcomes: Iterator[T], total: int) -> Iterator[T]:
    """Yield `outcomes`, with a bar on a terminal; a log gets none."""
    if not sys.stderr.isatty():
        return outcomes
    from rich.console import Console  # noqa: PLC0415  lazy: most builds are short
    from rich.progress import track  # noqa: PLC0415  the same

    console = Console(stderr=True)
    return iter(track(outcomes, "Printing editions", total=total, console=console, transient=True))
