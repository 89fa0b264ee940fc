"""What is made from the code is as the code has it, and allows what the reader allows."""

import datetime as dt
import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from broadsheet.proof.generated import generated

ROOT = Path(__file__).parents[2]
MANUSCRIPTS = sorted(ROOT.glob("content/*/*/*.md")) + sorted(ROOT.glob("tests/editions/*/content/*/*/*.md"))
EDITIONS = sorted(ROOT.glob("content/*/edition.yaml"))
RULINGS = sorted(ROOT.glob("raw/*/*.rulings.yaml"))


def schema(name: str) -> Any:
    return json.loads((ROOT / f"docs/schemas/{name}.json").read_text("utf-8"))


def as_json(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(key): as_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_json(item) for item in value]
    return value.isoformat() if isinstance(value, dt.date) else value


class Yaml12(yaml.SafeLoader):
    """Reads YAML 1.2 as editing programs do: `off` is a word there."""


_BOOL = "tag:yaml.org,2002:bool"
Yaml12.yaml_implicit_resolvers = {
    first: [found for found in resolvers if found[0] != _BOOL]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Yaml12.add_implicit_resolver(_BOOL, re.compile("true|false"), ["t", "f"])


def is_valid(name: str, text: str) -> bool:
    checker = jsonschema.Draft7Validator(schema(name))
    fields = yaml.load(text, Yaml12)
    return bool(checker.is_valid(as_json(fields or {})))


def test_every_generated_file_is_fresh() -> None:
    stale = [path for path, text in generated(ROOT).items() if (ROOT / path).read_text("utf-8") != text]
    assert stale == [], "run: inv generate"


@pytest.mark.parametrize("path", MANUSCRIPTS, ids=lambda path: "/".join(path.parts[-4:]))
def test_a_manuscript_fits_the_schema(path: Path) -> None:
    assert is_valid("manuscript", path.read_text("utf-8").split("---\n")[1])


def test_editions_and_rulings_fit_theirs() -> None:
    assert EDITIONS
    assert RULINGS
    assert all(is_valid("edition", path.read_text("utf-8")) for path in EDITIONS)
    assert all(is_valid("rulings", path.read_text("utf-8")) for path in RULINGS)


@pytest.mark.parametrize(
    ("name", "text", "fits"),
    [
        ("manuscript", "title: 1949\nsection:", True),
        ("manuscript", "deck: [一, 二]\nphotos:\n  - {file: a.jpg}", True),
        ("manuscript", "titel: 一", False),
        ("manuscript", "status: reviw", False),
        ("manuscript", "body: 一", False),
        ("manuscript", "photos:\n  - {datei: a.jpg}", False),
        ("manuscript", "corrections:\n  - {date: 2024-04-16}", False),
        ("edition", "number: 八", False),
        ("edition", "pages:\n  一: {name: 要闻}", False),
        ("page", "width: 3\nheight: 4\nareas:\n  - {article: 1, boxes: [[0.1, 0.1, 0.5, 0.5]]}", True),
        ("page", "width: 3\nheight: 4\nareas:\n  - {article: 1, boxes: [[0.1, 0.1, 0.5]]}", False),
        ("page", "width: 3", False),
        ("rulings", "rulings:\n  - {at: 一, role: subhead}", True),
        ("rulings", "rulings:\n  - {do: join}", False),
    ],
)
def test_a_schema_allows_what_the_reader_allows(name: str, text: str, fits: bool) -> None:
    assert is_valid(name, text) is fits


def test_pre_commit_checks_what_editors_write() -> None:
    (hook,) = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
    assert hook["entry"] == "inv lint"
    written = [*MANUSCRIPTS[:1], *EDITIONS, *RULINGS]
    assert all(re.search(hook["files"], path.relative_to(ROOT).as_posix()) for path in written)
    assert not re.search(hook["files"], "docs/stylebook.md")


def test_vs_code_is_given_each_schema() -> None:
    settings = json.loads((ROOT / ".vscode/settings.json").read_text("utf-8"))["yaml.schemas"]
    assert sorted(settings) == sorted(f"./{path}" for path in generated(ROOT) if "schemas" in str(path))
    patterns = [pattern for patterns in settings.values() for pattern in patterns]
    assert all(list(ROOT.glob(pattern)) for pattern in patterns if not pattern.endswith("page.yaml"))
