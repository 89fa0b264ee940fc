"""How far apart, how large or how long things may be: just within a limit they belong together, just past it they do not.

Each case of `limits.json` is a page of which one distance or size, `x`, is open. Its rows are those of `marks_page`, or
set a paragraph of TEXTS at a place. `said` is read with the value `within`, and not with the one `past` the limit. Text is
of 8 points, with 10 points from line to line and 12 characters in a column, so that limits are round numbers.
"""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.layout.marks_page import told

CASES = json.loads((Path(__file__).parent / "limits.json").read_text(encoding="utf-8"))
TEXTS = {
    "bridge": [
        "城东的老桥昨天封了起",
        "来，过河的人要绕到下游渡",
        "口去坐船，走路多花半个钟",
        "头，骑车也要一刻钟。",
    ],
    "keeper": ["守桥的老人把钥匙交给", "了工程队，他说桥面石板有", "三块是松的，要小心走，别", "踩空。"],
    "shop": ["镇上的书店搬进旧粮仓", "书架靠着墙一直顶到房梁那", "么高，要看高处的书得爬梯", "子。"],
}
_OPEN = re.compile(r"(?:([\d.]+)([+-]))?\bx\b")  # x, 160+x, 85-x


def page(rows: list[str], x: float) -> str:
    """Return the page of a case with the value `x`."""

    def valued(match: re.Match[str]) -> str:
        return f"{float(match[1] or 0) + (-x if match[2] == '-' else x):g}"

    return "\n".join(["page 320 400", *(_set(_OPEN.sub(valued, row)) for row in rows)])


def _set(row: str) -> str:
    """Return a row, or the lines of the paragraph that it sets in a column, the first one indented by two characters."""
    name, *place = row.split()
    if name not in TEXTS:
        return row
    left, top = map(float, place)
    lines = enumerate(TEXTS[name])
    return "\n".join(f"{left if n else left + 16:g} {top + 10 * n:g} 8 0 | {line}" for n, line in lines)


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_a_limit(case: dict[str, Any]) -> None:
    assert case["said"] in told(page(case["rows"], case["within"]))
    assert case["said"] not in told(page(case["rows"], case["past"]))
