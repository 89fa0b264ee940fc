"""What ingest and the press cost: times, memory and room, which no test asserts. `inv bench` runs them all."""

import subprocess
import sys
from pathlib import Path

from benchmarks.ingest import measure_ingest
from benchmarks.pages import measure_pages
from benchmarks.paired import measure_paired
from benchmarks.press import measure_press
from benchmarks.room import measure_room
from benchmarks.search import measure_search

__all__ = ["measure_all"]


def measure_all(root: Path, editions: tuple[int, ...]) -> int:
    """Measure ingest, how well it reads made-up pages in PDF, the press at archives of so many `editions`, the room of a site and search at the largest, and, where the harness is there, the press beside Hugo.

    Prints a table each; returns 0, or 1 after saying which command failed.
    """
    try:
        measure_ingest(root)
        measure_pages()
        measure_press(root, editions)
        measure_room(root, max(editions))
        measure_search(root, max(editions))
        measure_paired(root, editions)
    except subprocess.CalledProcessError as error:
        print(f"bench: {error}\n{(error.stderr or b'').decode()}", file=sys.stderr)
        return 1
    return 0
