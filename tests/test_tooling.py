"""The promises of the tooling that no linter holds: what is fetched is pinned, what is committed is portable."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from invoke.collection import Collection
from invoke.main import program
from invoke.parser import Parser
from invoke.parser.context import ParserContext

import broadsheet.press
import tasks
from tests import checks

ROOT = Path(__file__).parents[1]
LOCKS = ("requirements-build.lock", "requirements.lock", "requirements-test.lock")
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
COMMANDS = {
    "admin",
    "bench",
    "ingest",
    "build",
    "serve",
    "status",
    "generate",
    "lint",
    "verify",
    "faults",
    "fuzz",
    "mutants",
    "sbom",
    "messages",
    "test",
    "clean",
    "site",
    "new",
    "list",
    "publish",
    "move",
    "withdraw",
    "changes",
}

REQUIREMENT = re.compile(
    r"^(?P<name>\w[\w.-]*)==(?P<version>[^ ]+)(?P<marker> ; .+?)?(?P<hashes>( \\\n +--hash=sha256:[0-9a-f]{64})+)$",
    re.MULTILINE,
)
PINNED_ACTION = re.compile(r"[\w/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
# Each alternative has a bracket, so that this file does not hold what it looks for.
NOT_PORTABLE = re.compile(
    r"(?<![\w.$}])/(?:wor[k]|op[t]|tm[p]|roo[t]|hom[e])/\w|pypi\.or[g]|pythonhosted\.or[g]|npmjs\.or[g]|deb\.debian\.or[g]"
)


def pins(lock: str) -> dict[str, str]:
    text = (ROOT / lock).read_text(encoding="utf-8")
    return {entry["name"]: entry["version"] for entry in REQUIREMENT.finditer(text)}


@pytest.mark.parametrize("lock", LOCKS)
def test_lock_holds_nothing_but_hashed_requirements(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    rest = [
        line for line in REQUIREMENT.sub("", text).splitlines() if line and not line.lstrip().startswith("#")
    ]
    assert pins(lock)
    assert rest == []


def test_site_is_tested_with_the_versions_that_build_it() -> None:
    pinned = {(name, version) for lock in LOCKS for name, version in pins(lock).items()}
    names = [name for name, _ in pinned]
    assert [name for name in names if names.count(name) > 1] == []
    assert pins("requirements.lock").keys() <= pins("requirements-test.lock").keys()


def test_npm_lock_has_a_hash_for_every_package() -> None:
    lock = json.loads((ROOT / "tests/node/package-lock.json").read_text(encoding="utf-8"))
    packages = {name: entry for name, entry in lock["packages"].items() if name}
    assert len(packages) > 100
    assert [name for name, entry in packages.items() if not entry["integrity"].startswith("sha512-")] == []


def test_every_test_that_holds_a_promise_of_security_is_there() -> None:
    named = re.findall(
        r"`(tests/[\w/]+\.py)(?:::(\w+))?`", (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    )
    assert len(named) > 20
    texts = {file: (ROOT / file).read_text(encoding="utf-8") for file, _ in named}
    assert [(file, name) for file, name in named if f"def {name or 'test_'}" not in texts[file]] == []


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_by_commit(workflow: Path) -> None:
    actions = re.findall(r"\buses: (.+)", workflow.read_text(encoding="utf-8"))
    assert actions
    assert [action for action in actions if not PINNED_ACTION.fullmatch(action)] == []


def test_nothing_committed_knows_this_machine() -> None:
    tracked = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, encoding="utf-8"
    )
    files = [ROOT / name for name in tracked.stdout.split("\0") if name]
    texts = ((path, path.read_bytes().decode(errors="replace")) for path in files if path.is_file())
    assert [(str(path), found[0]) for path, text in texts if (found := NOT_PORTABLE.search(text))] == []


def test_commands_are_those_promised_and_each_has_help() -> None:
    commands = Collection.from_module(tasks).tasks
    assert set(commands) == COMMANDS
    undocumented = [
        f"{command.name} {argument.name}"
        for command in commands.values()
        for argument in command.get_arguments()
        if not (command.__doc__ and argument.help)
    ]
    assert undocumented == []


def test_ingest_takes_pages_as_bare_words_around_its_flags() -> None:
    parser = Parser(Collection.from_module(tasks).to_contexts(), initial=ParserContext())
    words = ["ingest", "raw/a.txt", "--json", "out", "raw/b.txt", "build", "--publish"]
    _, ingest, build = parser.parse_argv(words)
    assert ingest.as_kwargs == {
        "paths": ["raw/a.txt", "raw/b.txt"],
        "json": "out",
        "force": False,
        "explain": "",
    }
    assert build.as_kwargs == {
        "publish": True,
        "clean": False,
        "check": False,
        "executor": "processes",
        "scheduler": "",
    }


def test_a_task_ends_with_the_code_of_what_it_called(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(broadsheet.press, "build_site", lambda **_: 3)
    with pytest.raises(SystemExit) as ending:
        program.run(["inv", "build"])
    assert ending.value.code == 3
    assert capsys.readouterr().err == ""


def test_a_failed_check_fails_the_run_and_the_others_still_run(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    failing = checks.Check("first", (sys.executable, "-c", "raise SystemExit('first fails')"))
    passing = checks.Check("last", (sys.executable, "-c", "print('last runs')"))
    monkeypatch.setattr(checks, "CHECKS", (failing,))
    monkeypatch.setattr(checks, "QUICK_TESTS", passing)
    assert checks.run_checks(ROOT, quick=True) == 1
    output = capfd.readouterr().out
    assert "last runs" in output
    assert output.endswith("Failed: first\n")


def test_missing_system_packages_are_named_where_they_cannot_be_installed(tmp_path: Path) -> None:
    nobody = tmp_path / "id"
    nobody.write_text("#!/bin/sh\necho 1000\n", encoding="utf-8")
    nobody.chmod(0o755)
    script = ["/bin/sh", str(ROOT / "tests/system-packages.sh")]
    run = subprocess.run(
        script, env={"PATH": str(tmp_path)}, capture_output=True, encoding="utf-8", check=False
    )
    assert run.returncode == 1
    assert run.stderr.splitlines()[-1].endswith(
        "apt-get install chromium-headless-shell nodejs npm default-jre-headless rsync libatomic1 fonts-noto-cjk fonts-arphic-ukai"
    )


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--format", "xml"], "--format is one of text, github, json, sarif, not xml\n"),
        (["--dry-run"], "--dry-run goes with --fix: inv lint --fix --dry-run\n"),
    ],
)
def test_flags_of_lint_that_say_nothing_are_told(
    words: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        program.run(["inv", "lint", *words])
    assert ended.value.code == 2
    assert capsys.readouterr().err == told


def test_lint_takes_paths_as_bare_words_around_its_flags() -> None:
    parser = Parser(Collection.from_module(tasks).to_contexts(), initial=ParserContext())
    _, lint = parser.parse_argv(["lint", "content/a", "--format", "json", "content/b", "--fix"])
    paths = ["content/a", "content/b"]
    assert lint.as_kwargs == {"paths": paths, "format": "json", "fix": True, "dry_run": False}


def test_a_port_that_is_no_number_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        program.run(["inv", "serve", "--port", "abc"])
    assert ended.value.code == 2
    assert capsys.readouterr().err == "--port is a number, not abc: inv serve --port 8000\n"


def test_the_bill_of_materials_names_what_building_a_site_needs(tmp_path: Path) -> None:
    file = tmp_path / "sbom.json"
    assert checks.write_sbom(ROOT, file) == 0
    bom = json.loads(file.read_text(encoding="utf-8"))
    found = {part["name"]: part["version"] for part in bom["components"]}
    assert (bom["bomFormat"], found) == ("CycloneDX", pins("requirements.lock"))
