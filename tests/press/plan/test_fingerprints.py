"""Fingerprints of what every page is made of."""

import subprocess
import sys
from pathlib import Path

import pytest

from broadsheet.press.plan import fingerprints
from tests.press.project import Project

PACKAGES = [path.parent.name for path in Path(fingerprints.__file__).parents[2].glob("*/__init__.py")]
BUILD = """
import sys
from broadsheet.press import build_site

assert build_site(publish=False) == 0
print(*{name.split(".")[1] for name in sys.modules if name.startswith("broadsheet.")})
"""


def test_the_codes_digest_covers_the_packages_that_a_build_loads(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.article("2024-04-15/01/01")
    run = subprocess.run([sys.executable, "-c", BUILD], check=True, capture_output=True, text=True)
    monkeypatch.setattr(fingerprints, "_PACKAGE", project.folder / "broadsheet")
    covered = set()
    for package in PACKAGES:
        before = fingerprints.code_digest()
        project.write(f"broadsheet/{package}/module.py", "")
        if fingerprints.code_digest() != before:
            covered.add(package)
    assert covered == set(run.stdout.splitlines()[-1].split())
