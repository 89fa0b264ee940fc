"""What a web page says of itself in its head: names, writers, sources, papers and days."""

import json
from pathlib import Path
from typing import Any

import pytest

from broadsheet.ingest.web.markup.walk import parse
from broadsheet.ingest.web.metadata import Declared, declared_by

CASES = json.loads((Path(__file__).parent / "declared.json").read_text("utf-8"))


def said(declared: Declared) -> dict[str, str | list[str]]:
    """Return what is declared, name by name, without what is not."""
    found = {**declared._asdict(), "own_names": declared.own_names}
    return {
        name: value
        if isinstance(value, str)
        else sorted(value)
        if isinstance(value, frozenset)
        else list(value)
        for name, value in found.items()
        if value
    }


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_a_head_declares(case: dict[str, Any]) -> None:
    html = f"<html><head>{case['head']}</head><body>{case.get('body', '')}</body></html>"
    root = parse("01.html", html)
    assert root is not None
    assert said(declared_by(root, html)) == case["declared"]
