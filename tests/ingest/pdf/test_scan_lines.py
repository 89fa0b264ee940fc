"""Which pages in a PDF are scans, and which recognised words are one line."""

import pytest

from broadsheet.ingest.pdf.scans import line_spans
from broadsheet.model.marks import Frame, Glyph
from tests.ingest.pdf.hand_made import of_stream
from tests.ingest.pdf.marks import shown
from tests.ingest.pdf.test_pictures import image

GREY = image(b"\x80", 1, 1, space="Gray")


def text(n: int = 0, *, mode: int = 0) -> str:
    return f"BT {mode} Tr /F 10 Tf 40 {300 - 12 * n} Td (ab) Tj ET"


def covering(high: float) -> str:
    return f"q 400 0 0 {high} 0 0 cm /X Do Q"


TEN_BELOW = " ".join(text(n) for n in range(9))
PAGES: dict[str, tuple[str, bool]] = {
    "words below a picture of the page": (f"{text()} {covering(400)}", True),
    "unseen words on one": (f"{covering(400)} {text(mode=3)}", True),
    "words of a clipping path on one": (f"{covering(400)} {text(mode=7)}", True),
    "a picture of four fifths of the page": (f"{text()} {covering(320)}", True),
    "a smaller one": (f"{text()} {covering(319)}", False),
    "two that cover it together": (f"{text()} {covering(200)} q 400 0 0 200 0 200 cm /X Do Q", True),
    "words on a picture of the page": (f"{covering(400)} {text()}", False),
    "one string of ten on it": (f"{TEN_BELOW} {covering(400)} {text(9)}", True),
    "two strings of eleven on it": (f"{TEN_BELOW} {covering(400)} {text(9)} {text(10)}", False),
    "words before the page is covered": (
        f"{covering(200)} {text()} q 400 0 0 200 0 200 cm /X Do Q",
        True,
    ),
    "words alone": (text(), False),
}


@pytest.mark.parametrize(("code", "recognised"), PAGES.values(), ids=PAGES.keys())
def test_a_page_that_shows_pictures_alone_is_a_scan(code: str, *, recognised: bool) -> None:
    marks = shown(of_stream(code, GREY, resources="/XObject <</X 6 0 R>>")).marks
    assert marks.recognised == recognised
    assert bool(marks.lines) == recognised
    assert bool(marks.pictures) == (not recognised and "Do" in code)


def glyph(left: float, top: float = 0, *, wide: float = 10, high: float = 10, size: float = 10) -> Glyph:
    frame = Frame(left, top, left + wide, top + high)
    return Glyph("a", frame, (frame.left, frame.bottom), size)


LINES: dict[str, tuple[list[Glyph], list[tuple[int, int]]]] = {
    "one glyph": ([glyph(0)], [(0, 1)]),
    "side by side": ([glyph(0), glyph(10), glyph(25)], [(0, 3)]),
    "two and a half em apart": ([glyph(0), glyph(35)], [(0, 2)]),
    "further apart": ([glyph(0), glyph(35.1)], [(0, 1), (1, 2)]),
    "as far as the larger type goes": ([glyph(0), glyph(50, size=16)], [(0, 2)]),
    "an em back": ([glyph(0), glyph(0)], [(0, 2)]),
    "further back": ([glyph(10), glyph(9.9)], [(0, 1), (1, 2)]),
    "four tenths level": ([glyph(0), glyph(10, 6)], [(0, 2)]),
    "less": ([glyph(0), glyph(10, 6.1)], [(0, 1), (1, 2)]),
    "less, the other way": ([glyph(0, 6.1), glyph(10)], [(0, 1), (1, 2)]),
    "a low word beside a high one": ([glyph(0, high=30), glyph(10, 25, high=5)], [(0, 2)]),
    "three lines": ([glyph(0), glyph(10), glyph(0, 12), glyph(0, 24)], [(0, 2), (2, 3), (3, 4)]),
}


@pytest.mark.parametrize(("glyphs", "spans"), LINES.values(), ids=LINES.keys())
def test_words_side_by_side_are_a_line(glyphs: list[Glyph], spans: list[tuple[int, int]]) -> None:
    assert list(line_spans(glyphs)) == spans
