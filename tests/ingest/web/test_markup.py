"""The lines of a web page: in which block each stands, what of it is linked or bold, and how it is set."""

import json
from pathlib import Path
from typing import Any

import pytest

from broadsheet.ingest.web.markup.builder import read_runs
from broadsheet.ingest.web.markup.runs import Run, WebText
from broadsheet.ingest.web.markup.walk import parse

CASES = json.loads((Path(__file__).parent / "markup.json").read_text("utf-8"))


def described(text: WebText, run: Run) -> str:
    """Return the block and the words of a line as it stands in the page's text, and in brackets what is said of them."""
    form = run.form
    said = (
        f"{run.linked} linked" if run.linked else "",
        f"{run.strong} bold" if run.strong else "",
        "hidden" if run.hidden else "",
        "framed" if run.place.framed else "",
        " in ".join(role.name.lower() for role in (form.role, *form.nested)) if form else "",
        "" if form is None or form.counted else "uncounted",
    )
    words = f"picture {run.picture}" if run.picture else text.source.text.split("\n")[run.line - 1]
    about = ", ".join(filter(None, said))
    return f"{run.block.name}: {words}" + (f" ({about})" if about else "")


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_a_page_has_these_lines(case: dict[str, Any]) -> None:
    root = parse("01.html", case["html"])
    assert root is not None
    text = read_runs("01.html", root)
    assert [described(text, run) for run in text.runs] == case["lines"]
