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


def measure_paired(root: Path, editions: tuple[int, ...]) -> int:
    """Print ratios to Hugo, pair by pair, for each size and way of building; return the harness's exit code."""
    harness = root.parent / "shared/bench/bench.py"
    if not harness.is_file():
        print("paired: left out, for there is no ../shared/bench")
        return 0
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
                    "hugo",
                    str(size),
                    mode,
                    "-n",
                    str(PAIRS),
                ]
                code = subprocess.run(command, env={**os.environ, **project}, check=False).returncode
                if code:
                    return code
    return 0
