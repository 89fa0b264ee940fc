"""The mutation score: how many of the small faults that mutmut puts into the code make a test fail.

All mutants of the measured packages, 30,000, would take days on two cores, so a random sample of each package is tried, and
the score comes with its 95 % interval (Wilson). mutmut runs only the tests that call the changed function. It works on a copy
in `.cache/mutants/`, where it keeps what it has found, so that a sample is tried again quickly after a change of tests.
"""

import json
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from importlib.util import find_spec
from math import sqrt
from pathlib import Path
from typing import NamedTuple

PACKAGES = ("broadsheet.files", "broadsheet.ingest", "broadsheet.manuscript", "broadsheet.press.plan")

# Not `mutmut`: processes that a test starts would import the script as their main module, and there is no configuration
# in their folders.
_MUTMUT = (sys.executable, "-c", "from mutmut.__main__ import cli; cli()")
# mutmut's exit codes of a mutant: the tests failed, also at once or while they were collected; or they took too long.
_KILLED = frozenset({1, 3, 24, 36, 152, 255, -24})


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

    Without mutmut, say how to install it, and return 1.
    """
    if find_spec("mutmut") is None:
        print("mutmut is not installed\n    → .venv/bin/uv pip install mutmut", file=sys.stderr)
        return 1
    copy = root / ".cache/mutants"
    _copy(root, copy)
    # Makes the mutants and notes which tests come to them; then it ends, since no mutant has this name.
    subprocess.run((*_MUTMUT, "run", "none"), cwd=copy, check=False, capture_output=True)
    codes = _exit_codes(copy)
    chosen = {package: _chosen(codes, package, sample) for package in packages}
    untried = [name for names in chosen.values() for name in names if codes[name] is None]
    if untried:
        subprocess.run((*_MUTMUT, "run", *untried), cwd=copy, check=False)
    codes = _exit_codes(copy)
    if any(codes[name] is None for names in chosen.values() for name in names):
        print("mutmut did not try them all; it says above why", file=sys.stderr)
        return 1
    for names in chosen.values():
        for name in names:
            if codes[name] not in _KILLED:
                subprocess.run((*_MUTMUT, "show", name), cwd=copy, check=False)
    for package, names in chosen.items():
        killed = sum(codes[name] in _KILLED for name in names)
        print(Score(package, len(list(_of(codes, package))), len(names), killed))
    return 0


def _copy(root: Path, copy: Path) -> None:
    """Copy the files that git knows to the folder `copy`; what mutmut keeps there stays."""
    listed = subprocess.run(("git", "ls-files", "-z"), cwd=root, check=True, capture_output=True).stdout
    for name in filter(None, listed.decode().split("\0")):
        target = copy / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(root / name, target)


def _exit_codes(copy: Path) -> dict[str, int | None]:
    """Return what became of each mutant, by its name; None where it has not been tried."""
    found: dict[str, int | None] = {}
    for file in sorted((copy / "mutants/broadsheet").rglob("*.meta")):
        found.update(json.loads(file.read_text("utf-8"))["exit_code_by_key"])
    return found


def _of(codes: Mapping[str, int | None], package: str) -> Iterator[str]:
    return (name for name in codes if name.startswith(f"{package}."))


def _chosen(codes: Mapping[str, int | None], package: str, sample: int) -> list[str]:
    """Return a sample of the mutants of a package: the same ones for the same code."""
    names = sorted(_of(codes, package))
    return sorted(random.Random(package).sample(names, min(sample, len(names))))
