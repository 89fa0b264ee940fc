"""The credits of a web page, by what each is known, and its doubts, each with its line and what to do.

A case puts lines above the headline (`over`), below it (`under`) or below the text (`below`), or gives another `text`;
`wrap` is the class of an element around headline and text.
"""

import json
from pathlib import Path
from typing import Any

import pytest

from broadsheet.ingest.web.page import WebReading, read_html
from tests.ingest.web.test_cases import TEXT, in_full

CASES = json.loads((Path(__file__).parent / "credits.json").read_text("utf-8"))
DOUBTS = json.loads((Path(__file__).parent / "doubts.json").read_text("utf-8"))


def page(case: dict[str, str]) -> str:
    text = case.get("text", "".join(f"<p>{mark}</p>" for mark in TEXT))
    story = f'<h1>城东水厂二期年底通水</h1>{case.get("under", "")}<div class="content">{text}</div>'
    if wrap := case.get("wrap"):
        story = f'<div class="{wrap}">{story}</div>'
    head = f"<title>城东水厂二期年底通水_云溪网</title>{case.get('head', '')}"
    body = in_full(f"{case.get('over', '')}{story}{case.get('below', '')}")
    return f"<html><head>{head}</head><body>{body}</body></html>"


def credits_of(reading: WebReading) -> list[str]:
    return [
        f"{credit.role.name.lower()} by {credit.told_by}: {reading.source.slice(credit.span)}"
        for one in reading.judged
        for credit in one.credits
    ]


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_a_page_has_these_credits(case: dict[str, Any]) -> None:
    reading = read_html("01.html", page(case))
    assert credits_of(reading) == case["credits"]
    assert [f"{doubt.code}: {doubt.message}" for doubt in reading.said] == case.get("doubts", [])


@pytest.mark.parametrize("case", DOUBTS, ids=[case["label"] for case in DOUBTS])
def test_a_page_has_these_doubts(case: dict[str, Any]) -> None:
    said = read_html("01.html", page(case)).said
    assert [f"{one.line} {one.code}: {one.message} → {one.hint}" for one in said] == case["doubts"]
