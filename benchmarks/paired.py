"""The press beside Hugo on the same corpus, by the harness in ../shared/bench; a newcomer does not have that, and it is left out."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.archive import lay_out
from benchmarks.press import BUILD

MODES = ("full", "publish", "oldedit", "noop")
PAIRS = 3


def measure_paired(root: Path, editions: tuple[int, ...]) -> None:
    """Print ratios to Hugo, pair by pair, for each size and way of building."""
    harness = root.parent / "shared/bench/bench.py"
    if not harness.is_file():
        print("paired: left out, for there is no ../shared/bench")
        return
    subprocess.run([sys.executable, harness, "setup"], check=True)
    with tempfile.TemporaryDirectory() as folder:
        lay_out(Path(folder), root, 0)
        project = {
            "PROJECT_SITE": folder,
            "PROJECT_CMD": " ".join(BUILD),
            "PROJECT_FORMAT": "broadsheet",
            "PROJECT_CLEAN": "output .cache",
        }
        for size in editions:
            for mode in MODES:
                command = [
                    sys.executable,
                    str(harness),
                    "pair",
                    "project",
                    "hugorich",
                    str(size),
                    mode,
                    "-n",
                    str(PAIRS),
                ]
                subprocess.run(command, env={**os.environ, **project}, check=True)
