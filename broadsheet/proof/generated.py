"""Files that are made from the code and committed: the stylebook's list of checks, and what editors complete keys by."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from broadsheet.manuscript.json_schema import json_schema
from broadsheet.manuscript.records.rulings_file import Ruling, Rulings
from broadsheet.model.article import Article
from broadsheet.model.edition import EditionFacts
from broadsheet.model.page_map import PageMap
from broadsheet.proof.stylebook import with_checks

STYLEBOOK = Path("docs/stylebook.md")
SCHEMAS = Path("docs/schemas")
SNIPPETS = Path(".vscode/manuscript.code-snippets")

_ROW = re.compile(r"^\| (?P<keys>`[^|]*`) \| (?P<about>(?:[^|\n]|\\\|)*?) \|", re.MULTILINE)
_CODE = re.compile(r"`([a-z_]+)(?:: [a-z]+)?`")
_EDITION = {
    "number": "The running number of the edition: 总第8012期",
    "pages": "The printed pages by their numbers, each with its name, section and page editor",
    "editors_note": "An editor’s note about the whole edition, in Markdown",
}


def generate(root: Path) -> int:
    """Write the generated files of the project at `root`, and return 0."""
    for path, text in generated(root).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return 0


def generated(root: Path) -> dict[Path, str]:
    """Return the text of each generated file of the project at `root`, by its path there."""
    stylebook = (root / STYLEBOOK).read_text(encoding="utf-8")
    fields, decisions, page = (
        _about(_chapter(stylebook, name)) for name in ("Fields", "Rulings", "page.yaml")
    )
    rulings = json_schema(Rulings, "Rulings on a raw page", {"rulings": "The rulings, in their order"})
    rulings["properties"]["rulings"]["items"] = _described(Ruling, decisions)
    schemas = {
        "manuscript": json_schema(Article, "The fields of a manuscript", fields),
        "edition": json_schema(EditionFacts, "edition.yaml", _EDITION),
        "page": json_schema(PageMap, "page.yaml", page),
        "rulings": rulings,
    }
    files = {SCHEMAS / f"{name}.json": _written(schema) for name, schema in schemas.items()}
    return files | {
        STYLEBOOK: with_checks(stylebook),
        SNIPPETS: _written(dict(_snippets(schemas["manuscript"]))),
    }


def _described(kind: type[Ruling], about: dict[str, str]) -> dict[str, Any]:
    schema = json_schema(
        kind,
        "A ruling",
        {"at": "Words that stand just once on the page", "to": "Other words of the page", **about},
    )
    return {name: value for name, value in schema.items() if name != "$schema"}


def _chapter(stylebook: str, name: str) -> str:
    return stylebook.partition(f"\n## {name}\n")[2].partition("\n## ")[0]


def _about(chapter: str) -> dict[str, str]:
    """Return what a chapter's table says of each key; of a key with several rows, all that they say."""
    about: dict[str, str] = {}
    for row in _ROW.finditer(chapter):
        words = row["about"].replace("\\|", "|") or "see docs/stylebook.md"
        for key in _CODE.findall(row["keys"]):
            about[key] = f"{about[key]}; {words}" if key in about else words
    return about


def _snippets(schema: dict[str, Any]) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield a snippet of VS Code for each field of a manuscript."""
    for name, field in schema["properties"].items():
        words = field.get("enum")
        value = f"${{1|{','.join(word for word in words if word)}|}}" if words else "$0"
        yield (
            name,
            {
                "scope": "markdown",
                "prefix": name,
                "body": f"{name}: {value}",
                "description": field["description"],
            },
        )


def _written(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"
