"""What ingest and the press cost: times and memory, which no test asserts. `inv bench` runs them all."""

from pathlib import Path

from benchmarks.ingest import measure_ingest
from benchmarks.paired import measure_paired
from benchmarks.press import measure_press

__all__ = ["measure_all"]


def measure_all(root: Path, editions: tuple[int, ...]) -> int:
    """Measure ingest, the press at archives of so many `editions`, and, where the harness is there, the press beside Hugo.

    Prints a table each; returns the exit code of the first command that failed, or 0.
    """
    return measure_ingest(root) or measure_press(root, editions) or measure_paired(root, editions)
