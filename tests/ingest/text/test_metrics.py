"""Widths of Chinese text in em, as clreq has them, and what no line's end may divide."""

import pytest

from broadsheet.ingest.text.metrics import extent, token_finder
from broadsheet.lexicon.patterns import load_lexicon

MARKS = load_lexicon("zh").characters


@pytest.mark.parametrize(
    ("text", "natural", "least"),
    [
        ("", 0.0, 0.0),
        ("夜校", 2.0, 2.0),
        ("夜校，", 3.0, 2.0),  # the comma is compressed to half, and the half hangs out of the column
        ("夜校，开课", 5.0, 4.5),
        ("“夜校”", 4.0, 2.5),
        ("夜校“", 3.0, 2.5),  # an opening mark does not hang
        ("夜校…", 3.0, 3.0),
        ("abc", 1.5, 1.5),
        ("第2届", 3.0, 2.75),
        ("2届", 1.75, 1.625),
        ("届abc", 2.75, 2.625),
        ("12%的", 2.75, 2.625),
        ("a b", 1.25, 1.25),
        ("夜　校", 3.0, 3.0),
        ("夜\t校", 2.25, 2.25),
        ("é", 0.5, 0.5),
        ("—", 1.0, 1.0),
    ],
)
def test_how_wide_a_text_is_set_and_how_narrow_it_can_be(text: str, natural: float, least: float) -> None:
    assert extent(text, MARKS) == (found := extent(text, MARKS, 1.0))
    assert (found.natural, found.least) == (natural, least)


@pytest.mark.parametrize(
    ("text", "natural", "least"),
    [("夜校，", 2.5, 2.0), ("“夜校”", 3.0, 2.5), ("第2届，", 3.5, 2.75), ("夜校", 2.0, 2.0)],
)
def test_marks_of_half_width_cannot_be_compressed(text: str, natural: float, least: float) -> None:
    found = extent(text, MARKS, 0.5)
    assert (found.natural, found.least) == (natural, least)


def test_widths_add_up() -> None:
    both = extent("夜校，", MARKS) + extent("开课。", MARKS)
    assert (both.natural, both.least) == (6.0, 4.0)


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("夜校", "夜"),
        ("夜X", "夜"),
        ("夜，校", "夜，"),
        ("“夜”校", "“夜”"),
        ("《“夜", "《“夜"),
        ("2031年", "2031"),
        ("9.5%的", "9.5%"),
        ("12:30到", "12:30"),
        ("A-1/2,3号", "A-1/2,3"),
        ("-1度", "-"),
        ("abc）def", "abc）"),
        ("。", "。"),
        ("", ""),
    ],
)
def test_what_stands_at_the_beginning_and_cannot_be_divided(text: str, token: str) -> None:
    assert token_finder(MARKS)(text) == token
