"""Remarks to the proof are found where they stand, and not in code, which may show them."""

import pytest

from broadsheet.manuscript.remarks import is_remark, remarks_in

REMARK = "<!-- lint: off unpaired as printed -->"
WORDS = "lint: off unpaired as printed "


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (REMARK, [0]),
        (f"甲乙\n\n{REMARK}\n{REMARK} \t\n丙", [4, 4 + len(REMARK) + 1]),
        (f"```\n{REMARK}\n```\n{REMARK}", None),
        (f"````\n```\n{REMARK}\n````\n{REMARK}", None),
        (f"~~~ text\n```\n{REMARK}\n~~~~ \n{REMARK}", None),
        (f"~~~\n~~~ text\n{REMARK}", []),
        (f"> ```\n> 甲\n> ```\n{REMARK}", None),
        (f" {REMARK}\n甲{REMARK}\n{REMARK}乙", []),
        ("<!-- proof: off -->", []),
    ],
)
def test_a_remark_is_found_at_its_place(text: str, found: list[int] | None) -> None:
    offsets = [text.rindex(REMARK)] if found is None else found
    assert list(remarks_in(text)) == [(offset, WORDS) for offset in offsets]


def test_a_line_is_a_remark_as_a_whole() -> None:
    assert is_remark(f"{REMARK} ")
    assert not is_remark(f" {REMARK}")
