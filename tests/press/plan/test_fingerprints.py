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
    run = subprocess.run([sys.executable, "-c", BUILD], check=True, capture_output=True, encoding="utf-8")
    monkeypatch.setattr(fingerprints, "_PACKAGE", project.folder / "broadsheet")
    covered = set()
    for package in PACKAGES:
        before = fingerprints.code_digest()
        project.write(f"broadsheet/{package}/module.py", "")
        if fingerprints.code_digest() != before:
            covered.add(package)
    assert covered == set(run.stdout.splitlines()[-1].split())


def digest_of(**settings: object) -> str:
    return fingerprints.settings_digest(settings, ())


def test_settings_are_known_by_what_they_say() -> None:
    assert digest_of(A={"甲", "乙"}, B=1) == digest_of(B=1, A={"乙", "甲"})
    assert digest_of(A={"甲", "乙"}) != digest_of(A={"甲"})
    assert digest_of(A={"甲": str.upper}) == digest_of(A={"甲": str.upper})
    assert digest_of(A={"甲": str.upper}) != digest_of(A={"甲": str.lower})


@pytest.mark.parametrize("file", ["loud.py", "loud/__init__.py", "loud/voice.py"])
def test_a_plugin_is_known_by_its_code(project: Project, file: str) -> None:
    project.write("plugins/loud.py" if file == "loud.py" else "plugins/loud/__init__.py", "")
    settings = {"PLUGINS": ["loud"], "PLUGIN_PATHS": ["plugins"]}
    before = digest_of(**settings)
    project.write(f"plugins/{file}", "VOICE = 1\n")
    assert digest_of(**settings) != before
