"""What the press costs on archives of several sizes, and how that grows: publishing should cost an edition, not the archive."""

import sys
import tempfile
from pathlib import Path

from benchmarks.archive import ARTICLES, add_edition, lay_out
from benchmarks.cost import Cost, cost_of

BUILD = (sys.executable, "-m", "broadsheet.press", "--publish")


def measure_press(root: Path, editions: tuple[int, ...]) -> None:
    """Print what a clean build, nothing, an edit and a new edition cost at each size."""
    print(f"{'articles':>9} {'':>8} {'wall s':>8} {'CPU s':>8} {'MB':>6}")
    for size in editions:
        with tempfile.TemporaryDirectory() as folder:
            for name, cost in _costs(Path(folder), root, size).items():
                figures = f"{cost.wall:8.2f} {cost.cpu:8.2f} {cost.peak / 1e6:6.0f}"
                print(f"{size * ARTICLES:9,} {name:>8} {figures}", flush=True)


def _costs(project: Path, root: Path, editions: int) -> dict[str, Cost]:
    lay_out(project, root, editions)
    costs = {"clean": cost_of(BUILD, project), "nothing": cost_of(BUILD, project)}
    manuscript = sorted(project.glob("content/*/01/01.md"))[editions // 2]
    manuscript.write_text(manuscript.read_text(encoding="utf-8") + "\n又添一句。\n", encoding="utf-8")
    costs["edit"] = cost_of(BUILD, project)
    add_edition(project, root, editions)
    costs["publish"] = cost_of(BUILD, project)
    return costs
