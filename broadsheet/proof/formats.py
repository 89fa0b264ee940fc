"""Findings in the forms that people and programs read."""

import json
from collections.abc import Callable, Sequence
from urllib.parse import quote

from broadsheet.model.characters import visible
from broadsheet.model.finding import Finding, Severity
from broadsheet.proof.checks import RULES

Format = Callable[[Sequence[Finding]], str]

_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.DOUBT: "notice"}
_SARIF = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.DOUBT: "note"}
_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def as_text(findings: Sequence[Finding]) -> str:
    """Return a line for each finding, and its remedy below it."""
    return "".join(f"{finding}\n" for finding in findings)


def as_github(findings: Sequence[Finding]) -> str:
    """Return a workflow command for each finding, which GitHub shows beside the line of the file."""
    return "".join(f"{_command(finding)}\n" for finding in findings)


def as_json(findings: Sequence[Finding]) -> str:
    """Return a list of objects, one for each finding."""
    return json.dumps([_record(finding) for finding in findings], ensure_ascii=False, indent=2) + "\n"


def as_sarif(findings: Sequence[Finding]) -> str:
    """Return a log in SARIF 2.1.0 (OASIS)."""
    driver = {
        "name": "broadsheet",
        "rules": [{"id": code, "shortDescription": {"text": rule.about}} for code, rule in RULES.items()],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": list(map(_result, findings)),
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _command(finding: Finding) -> str:
    numbers = {"file": finding.path, "line": finding.line, "col": finding.column, "title": finding.code}
    fields = ",".join(f"{name}={_escaped(str(value), ',:')}" for name, value in numbers.items() if value)
    words = visible(f"{finding.message}\n{finding.hint}".strip())
    return f"::{_GITHUB[finding.severity]} {fields}::{_escaped(words)}"


def _escaped(text: str, more: str = "") -> str:
    return "".join(f"%{ord(char):02X}" if char in f"%\r\n{more}" else char for char in text)


def _record(finding: Finding) -> dict[str, str | int]:
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "path": finding.path,
        "line": finding.line,
        "column": finding.column,
        "message": str(finding.message),
        "hint": str(finding.hint),
    }


def _result(finding: Finding) -> dict[str, object]:
    location: dict[str, object] = {"artifactLocation": {"uri": quote(finding.path)}}
    numbers = {"startLine": finding.line, "startColumn": finding.column}
    if finding.line:
        location["region"] = {name: number for name, number in numbers.items() if number}
    return {
        "ruleId": finding.code,
        "level": _SARIF[finding.severity],
        "message": {"text": f"{finding.message}\n{finding.hint}".strip()},
        "locations": [{"physicalLocation": location}],
    }


FORMATS: dict[str, Format] = {
    "text": as_text,
    "github": as_github,
    "json": as_json,
    "sarif": as_sarif,
}
"""The forms by name."""
