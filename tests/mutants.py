"""The mutation score: how many of the small faults that mutmut puts into the code make a test fail.

A package is measured with its own tests, named in TESTS, of which mutmut runs those that call the changed function. A random
sample of its mutants is tried, and the score comes with its 95 % interval (Wilson). mutmut works on a copy of the project in
`.cache/mutants/<package>`. Which mutants were found stays there, so that after a change of tests only the others are tried
again; without that folder, all are.

Page files are read in the tests' own process (`tests.one_process`): the process that reads a PDF or a scan would run the
code without the mutant. So what only such a process does is not measured: that it holds to its bounds, and how it ends.
"""

import json
import random
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from math import sqrt
from pathlib import Path
from typing import NamedTuple

# The tests of each package. They run once before the first mutant is tried, and a mutant that lives is tried with all
# that call its function, so tests of whole builds and of faults are left out.
TESTS = {
    "broadsheet.files": ("tests/files", "tests/press/files"),
    "broadsheet.ingest": (
        "tests/ingest",
        "--deselect=tests/ingest/desk/test_faults.py",
        "--deselect=tests/ingest/pdf/test_process.py::test_a_process_holds_to_its_bounds_and_prints_its_reply",
        "--deselect=tests/ingest/desk/test_folder.py::test_many_pages_go_over_all_cores_and_one_bad_page_stops_no_other",
    ),
    "broadsheet.manuscript": ("tests/manuscript", "tests/newsroom", "tests/proof/test_codes.py"),
    "broadsheet.press.plan": ("tests/press/plan", "--ignore=tests/press/plan/test_schedule.py"),
}

# Each mutant is tried in a process forked from one that has imported the tests and run none, so that no value that
# an earlier test left in memory hides it.
_CONFIGURATION = """
[mutmut]
source_paths = broadsheet
only_mutate = {folder}/*
also_copy =
    benchmarks
    content
    docs
    pelicanconf.py
    publishconf.py
    raw
    tasks.py
    theme
process_isolation = forkserver
pytest_add_cli_args =
    -n0
    -p
    tests.one_process
pytest_add_cli_args_test_selection =
    {tests}
"""

# Not `mutmut`: processes that a test starts would import the script as their main module, and there is no configuration
# in their folders.
_MUTMUT = (sys.executable, "-c", "from mutmut.__main__ import cli; cli()")
# mutmut's exit codes of a mutant: the tests failed, also at once or while they were collected; or they took too long, or
# crashed, as PDFium may.
_KILLED = frozenset({1, 3, 24, 36, 152, 255, -24, -11})

Codes = Mapping[str, int | None]
"""What became of each mutant, by its name: mutmut's exit code, or None where it has not been tried."""


class Score(NamedTuple):
    """Of how many mutants of a package some were tried, and how many of those a test found."""

    package: str
    mutants: int
    tried: int
    killed: int

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % confidence interval of the share that tests find (Wilson's score interval)."""
        n, share, z = self.tried, self.killed / self.tried, 1.96
        middle, half = share + z * z / (2 * n), z * sqrt(share * (1 - share) / n + z * z / (4 * n * n))
        return (middle - half) / (1 + z * z / n), (middle + half) / (1 + z * z / n)

    def __str__(self) -> str:
        low, high = self.interval
        share = f"{self.killed / self.tried:.1%} ({low:.1%} to {high:.1%})"
        return f"{self.package}: {share}; {self.killed} of {self.tried} tried, of {self.mutants:,} mutants"


def measure(root: Path, sample: int, packages: Sequence[str]) -> int:
    """Try `sample` mutants of each of `packages`, and print each that no test finds, and the scores; return 0.

    Without mutmut, for a package that is not in TESTS, and where tests fail without a mutant, say so and return 1.
    """
    if find_spec("mutmut") is None:
        print("mutmut is not installed\n    → .venv/bin/uv pip install mutmut", file=sys.stderr)
        return 1
    if unknown := [package for package in packages if package not in TESTS]:
        print(
            f"no tests are named for {', '.join(unknown)}\n    → one of {', '.join(TESTS)}", file=sys.stderr
        )
        return 1
    scores = []
    for package in packages:
        score = _try(root, package, sample)
        if score is None:
            print(f"{package} is not measured; mutmut says above why", file=sys.stderr)
            return 1
        scores.append(score)
    print(*scores, sep="\n")
    return 0


def _try(root: Path, package: str, sample: int) -> Score | None:
    """Try `sample` mutants of `package`, print each that no test finds, and return the score, or None without one."""
    copy = root / ".cache/mutants" / package
    _copy(root, copy)
    tests = "\n    ".join(TESTS[package])
    configuration = _CONFIGURATION.format(folder=package.replace(".", "/"), tests=tests)
    (copy / "setup.cfg").write_text(configuration, "utf-8")
    # Makes the mutants and notes which tests come to them; then it ends, since no mutant has this name.
    subprocess.run((*_MUTMUT, "run", "none"), cwd=copy, check=False, capture_output=True)
    names = sorted(_codes(copy))
    chosen = sorted(random.Random(package).sample(names, min(sample, len(names))))
    if left := _alive(_codes(copy), chosen):
        subprocess.run((*_MUTMUT, "run", *left), cwd=copy, check=False)
    codes = _codes(copy)
    if not chosen or any(codes[name] is None for name in chosen):
        return None
    alive = _alive(codes, chosen)
    for name in alive:
        subprocess.run((*_MUTMUT, "show", name), cwd=copy, check=False)
    return Score(package, len(names), len(chosen), len(chosen) - len(alive))


def _copy(root: Path, copy: Path) -> None:
    """Copy the project's files anew to the folder `copy`; of what mutmut made there, only what it found stays."""
    for path in copy.rglob("*"):
        if path.is_file() and path.suffix != ".meta":
            path.unlink()
    command = ("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    listed = subprocess.run(command, cwd=root, check=True, capture_output=True).stdout.decode()
    for name in filter(None, listed.split("\0")):
        if (root / name).is_file():  # not deleted since
            target = copy / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(root / name, target)


def _codes(copy: Path) -> Codes:
    found: dict[str, int | None] = {}
    for file in sorted((copy / "mutants/broadsheet").rglob("*.meta")):
        if file.with_suffix("").is_file():  # not of a module that is gone
            found.update(json.loads(file.read_text("utf-8"))["exit_code_by_key"])
    return found


def _alive(codes: Codes, names: Sequence[str]) -> list[str]:
    return [name for name in names if codes[name] not in _KILLED]
