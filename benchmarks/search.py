"""What search costs: an edition published with it and without it, in pairs, and the size of its index."""

import re
import tempfile
from pathlib import Path
from statistics import median

from benchmarks.archive import ARTICLES, add_edition, lay_out
from benchmarks.cost import cost_of
from benchmarks.press import BUILD

PAIRS = 8
_SETTING = re.compile("^SEARCH = .*$", re.MULTILINE)


def measure_search(root: Path, editions: int) -> None:
    """Print what publishing costs with and without search at an archive of so many `editions`, and the size of the index."""
    with tempfile.TemporaryDirectory() as with_search, tempfile.TemporaryDirectory() as without:
        projects = {True: Path(with_search), False: Path(without)}
        for has_search, project in projects.items():
            lay_out(project, root, editions)
            conf = project / "pelicanconf.py"
            conf.write_text(
                _SETTING.sub(f"SEARCH = {has_search}", conf.read_text(encoding="utf-8")), encoding="utf-8"
            )
            print(f"search {has_search}: clean build {cost_of(BUILD, project).cpu:.2f} CPU s", flush=True)
        pairs = [_published(projects, root, editions + number) for number in range(PAIRS)]
        files = [path for path in projects[True].glob("output/search/*/*") if path.is_file()]
        size = sum(path.stat().st_size for path in files) / (editions + PAIRS) / ARTICLES
    ratio = median(on / off for on, off in pairs)
    print(f"search: publishing ÷ without {ratio:.2f} CPU; {size:.0f} bytes an article, {len(files):,} files")


def _published(projects: dict[bool, Path], root: Path, number: int) -> tuple[float, float]:
    """Publish edition `number` in both projects; return the CPU seconds with search and without."""
    cost = {}
    for has_search in (True, False) if number % 2 else (False, True):
        add_edition(projects[has_search], root, number)
        cost[has_search] = cost_of(BUILD, projects[has_search]).cpu
    return cost[True], cost[False]
