"""What ingest costs: the demonstration's raw page, many times over, each in a folder of its own day."""

import datetime as dt
import shutil
import sys
import tempfile
from pathlib import Path

from benchmarks.cost import cost_of

PAGES = 40
_FIRST_DAY = dt.date(2001, 1, 1)


def measure_ingest(root: Path) -> None:
    """Print seconds of the processor a page, start of the program included, and the largest process."""
    raw = root / "raw/2024-04-15/01.txt"
    with tempfile.TemporaryDirectory() as folder:
        for day in range(PAGES):
            target = Path(folder, "raw", (_FIRST_DAY + dt.timedelta(day)).isoformat(), raw.name)
            target.parent.mkdir(parents=True)
            shutil.copy(raw, target)
        script = "import sys; from pathlib import Path; from broadsheet.ingest.desk.intake import ingest_paths; sys.exit(ingest_paths([Path('raw')]))"
        cost = cost_of([sys.executable, "-c", script], Path(folder))
    print(f"ingest: {PAGES} pages, {cost.cpu / PAGES:.3f} CPU s a page, {cost.peak / 1e6:.0f} MB at most")
