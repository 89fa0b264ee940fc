"""Fingerprints of what every page is made of."""

import copy
import importlib
import os
import shutil
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


class Voice:
    """A value as a setting may hold one: an object of a class of the project."""


class Loud:
    """Another one."""


DIFFERENT: list[tuple[object, object]] = [
    ("1", 1),
    (1, 2),
    (True, "True"),
    (None, ""),
    (None, "None"),
    (b"a", "a"),
    (1.5, 1.25),
    (Path("a"), "a"),
    (Path("a"), Path("b")),
    (["a", "b"], ["b", "a"]),
    (["a"], {"a"}),
    (["ab"], ["a", "b"]),
    ([["a"], "b"], ["a", ["b"]]),
    ({"a", "b"}, {"ab"}),
    ({"a": 1}, {"a": 2}),
    ({"a": 1}, {"b": 1}),
    ({"a": {"b": 1}}, {"a": {"b": 2}}),
    ({"a": 1}, [("a", 1)]),
    (str.upper, str.lower),
    (str.upper, bytes.upper),
    (str.upper, "upper"),
    (Voice, Voice()),
    (Voice(), Loud()),
    (shutil, copy),
    (Path, Voice),
    (shutil.copy, copy.copy),  # the same name in another module
]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_settings_with_other_values_are_other_settings(one: object, other: object) -> None:
    for value in (one, other):
        assert digest_of(A=value) == digest_of(A=value)
        assert digest_of(A=[value]) == digest_of(A=(value,))
    assert digest_of(A=one) != digest_of(A=other)
    assert digest_of(A=[one]) != digest_of(A=[other])
    assert digest_of(A={"x": one}) != digest_of(A={"x": other})


SAME: list[tuple[object, object]] = [
    ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
    ({1: "a", "b": 2}, {"b": 2, 1: "a"}),
    ({"甲", "乙", "丙"}, frozenset({"丙", "乙", "甲"})),
    (["a", 1], ("a", 1)),
    (Voice(), Voice()),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_settings_with_the_same_values_are_the_same_settings(one: object, other: object) -> None:
    assert digest_of(A=one, B=1) == digest_of(B=1, A=other)


def test_settings_have_the_same_digest_in_every_process() -> None:
    values = "{'A': {'甲', '乙', '丙', '丁'}, 'B': str.upper, 'C': print, 'D': object()}"
    script = f"from broadsheet.press.plan.fingerprints import settings_digest as d; print(d({values}, ()))"
    told = {
        subprocess.run(
            [sys.executable, "-c", script],
            check=True,
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "PYTHONHASHSEED": seed},
        ).stdout
        for seed in ("1", "2")
    }
    assert len(told) == 1


def test_a_setting_is_known_by_its_name_and_the_files_of_settings_count(project: Project) -> None:
    assert digest_of(A=1) != digest_of(B=1)
    assert digest_of(A=1) != digest_of(A=1, B=1)
    file = project.folder / "pelicanconf.py"
    before = fingerprints.settings_digest({}, [file])
    assert before != digest_of()
    project.set(SITENAME="新报")
    assert fingerprints.settings_digest({}, [file]) != before


@pytest.mark.parametrize("file", ["loud.py", "loud/__init__.py", "loud/voice.py"])
@pytest.mark.parametrize("plugin", ["loud", "loud.voice"])
@pytest.mark.parametrize("paths", [["elsewhere", "plugins"], [Path("plugins")], None])
def test_a_plugin_is_known_by_its_code(
    project: Project, file: str, plugin: str, paths: list[object] | None
) -> None:
    settings: dict[str, object] = {"PLUGINS": ["broadsheet.press", "missing", plugin]}
    if paths:
        settings["PLUGIN_PATHS"] = paths
    folder = "plugins/" if paths else ""
    project.write(f"{folder}loud.py" if file == "loud.py" else f"{folder}loud/__init__.py", "")
    before = digest_of(**settings)
    project.write(f"{folder}loud/README.md" if "/" in file else f"{folder}other.py", "no code of it")
    assert digest_of(**settings) == before
    project.write(f"{folder}{file}", "VOICE = 1\n")
    assert digest_of(**settings) != before


@pytest.mark.parametrize("plugins", [None, [], ["broadsheet.press"]])
def test_without_other_plugins_none_is_read(project: Project, plugins: object) -> None:
    files = ("loud.py", "broadsheet/__init__.py")
    for file in files:
        project.write(file, "")
    before = digest_of(PLUGINS=plugins)
    for file in files:
        project.write(file, "VOICE = 1\n")
    assert digest_of(PLUGINS=plugins) == before


def test_a_plugin_that_is_a_module_is_known_by_its_code(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    project.write("loud.py", "")
    monkeypatch.delitem(sys.modules, "loud", raising=False)
    plugin = importlib.import_module("loud")
    before = digest_of(PLUGINS=[plugin])
    project.write("loud.py", "VOICE = 1\n")
    assert digest_of(PLUGINS=[plugin]) != before
    monkeypatch.delitem(sys.modules, "loud")
