"""The lines and areas that a PDF draws, on a page of 400 by 400 points: their places, and which of them count."""

import pytest

from tests.ingest.pdf.hand_made import of_stream
from tests.ingest.pdf.marks import Box, boxes, shown

FRAME: list[Box] = [(40, 300, 240, 300), (240, 200, 240, 300), (40, 200, 240, 200), (40, 200, 40, 300)]
CORNER: list[Box] = [(40, 300, 240, 300), (240, 200, 240, 300)]

RULES: dict[str, tuple[str, list[Box]]] = {
    "a thin rectangle": ("40 100 200 1 re f", [(40, 299, 240, 300)]),
    "an upright one": ("40 100 1 200 re f", [(40, 100, 41, 300)]),
    "one of four points": ("40 100 200 4 re f", [(40, 296, 240, 300)]),
    "one too thick for a rule": ("40 100 200 5 re f", []),
    "one of twelve points": ("40 100 12 1 re f", [(40, 299, 52, 300)]),
    "one too short for a rule": ("40 100 11 1 re f", []),
    "a line": ("40 100 m 240 100 l S", [(39, 299, 241, 301)]),
    "the frame around a box": ("40 100 200 100 re S", FRAME),
    "the frame of a tinted box": ("0.9 g 40 100 200 100 re B", FRAME),
    "two sides": ("40 100 m 240 100 l 240 200 l S", CORNER),
    "a slanting side": ("40 100 m 240 100 l 240 200 l s", CORNER),
    "a side that closes the path": (
        "40 100 m 240 100 l 240 200 l 40 200 l s",
        [(40, 300, 240, 300), (240, 200, 240, 300), (40, 200, 240, 200), (40, 200, 40, 300)],
    ),
    "a path closed at the place where its second part began": (
        "40 100 m 240 100 l 40 150 m 240 150 l 240 250 l 40 250 l s",
        [
            (40, 300, 240, 300),
            (40, 250, 240, 250),
            (240, 150, 240, 250),
            (40, 150, 240, 150),
            (40, 150, 40, 250),
        ],
    ),
    "two lines of one path": (
        "40 100 m 240 100 l 40 150 m 240 150 l S",
        [(40, 300, 240, 300), (40, 250, 240, 250)],
    ),
    "a short side": ("40 100 m 240 100 l 240 111 l S", [(40, 300, 240, 300)]),
    "white lines": ("1 G 40 100 200 100 re S", []),
    "nearly white lines": ("0.99 G 40 100 200 100 re S", []),
    "lines in yellow": ("1 1 0 RG 40 100 m 240 100 l 240 200 l S", CORNER),
    "lines in cyan": ("0 1 1 RG 40 100 m 240 100 l 240 200 l S", CORNER),
    "lines in magenta": ("1 0 1 RG 40 100 m 240 100 l 240 200 l S", CORNER),
    "a white rectangle": ("1 g 40 100 200 1 re f", []),
    "lines that are moved and stretched": (
        "q 2 0 0 1 10 20 cm 40 100 m 90 100 l 90 200 l S Q",
        [(90, 280, 190, 280), (190, 180, 190, 280)],
    ),
}


@pytest.mark.parametrize(("code", "rules"), RULES.values(), ids=RULES.keys())
def test_lines_are_rules(code: str, rules: list[Box]) -> None:
    assert boxes(shown(of_stream(f"{WORD} {code}")).marks.rules) == rules


PANELS: dict[str, tuple[str, list[Box]]] = {
    "a tint": ("0.9 g 40 100 200 100 re f", [(40, 200, 240, 300)]),
    "pale yellow": ("1 1 0.9 rg 40 100 200 100 re f", [(40, 200, 240, 300)]),
    "paper's white": ("0.99 g 40 100 200 100 re f", []),
    "as low as a panel may be": ("0.9 g 40 100 200 24 re f", [(40, 276, 240, 300)]),
    "too low": ("0.9 g 40 100 200 23 re f", []),
    "too narrow": ("0.9 g 40 100 23 200 re f", []),
    "a frame alone": ("40 100 200 100 re S", []),
    "a tint with a white frame": ("1 G 0.9 g 40 100 200 100 re B", [(39, 199, 241, 301)]),
}


@pytest.mark.parametrize(("code", "panels"), PANELS.values(), ids=PANELS.keys())
def test_tinted_areas_are_panels(code: str, panels: list[Box]) -> None:
    assert boxes(shown(of_stream(f"{WORD} {code}")).marks.panels) == panels


WORD = "BT /F 20 Tf 40 350 Td (Ab) Tj ET 0 g"


def form(code: str) -> str:
    """Return a form that is moved by (5, 7), in which /G makes what is drawn transparent."""
    keys = "/BBox [0 0 400 400] /Matrix [1 0 0 1 5 7] /Resources <</ExtGState <</G <</ca 0 /CA 0>>>>>>"
    return f"<</Type /XObject /Subtype /Form {keys} /Length {len(code)}>>\nstream\n{code}\nendstream"


def in_form(code: str) -> list[Box]:
    page = of_stream("q 2 0 0 2 0 0 cm /X Do Q", form(code), resources="/XObject <</X 6 0 R>>")
    return boxes(shown(page).marks.rules)


def test_lines_of_a_form_stand_where_the_form_puts_them() -> None:
    assert in_form("40 100 m 90 100 l 90 150 l S") == [(90, 186, 190, 186), (190, 86, 190, 186)]
    assert in_form("40 100 60 1 re f") == [(90, 184, 210, 186)]


def test_lines_that_are_wholly_transparent_are_none() -> None:
    assert in_form("/G gs 40 100 60 1 re f 40 100 m 90 100 l 90 150 l S") == []
