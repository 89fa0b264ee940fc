"""The glyphs of a page in a PDF of 400 by 400 points: which characters, where, how large, how turned, in which face."""

import pytest

from tests.ingest.pdf.hand_made import font_without_map, of_stream
from tests.ingest.pdf.marks import Box, box, shown

BLACK, RED, BLUE = (("Times-Roman", colour) for colour in ("000000", "ff0000", "0000ff"))


def text(words: str, place: str = "1 0 0 1 40 300", size: int = 20, before: str = "") -> str:
    return f"BT {before} /F {size} Tf {place} Tm ({words}) Tj ET"


def frames(pdf: bytes) -> list[tuple[str, Box]]:
    return [(glyph.char, box(glyph.frame)) for glyph in shown(pdf).marks.glyphs]


TURNED: dict[str, tuple[str, int, float, Box, Box]] = {
    "level": ("1 0 0 1 200 100", 0, 20.0, (200, 300), (200, 282.4, 208.9, 305)),
    "scaled": ("2 0 0 2 200 100", 0, 40.0, (200, 300), (200, 264.9, 217.8, 310)),
    "upward": ("0 1 -1 0 200 100", 3, 20.0, (200, 300), (182.4, 291.1, 205, 300)),
    "head down": ("-1 0 0 -1 200 100", 2, 20.0, (200, 300), (191.1, 295, 200, 317.6)),
    "downward": ("0 -1 1 0 200 100", 1, 20.0, (200, 300), (195, 300, 217.6, 308.9)),
}


@pytest.mark.parametrize(("place", "turned", "size", "base", "frame"), TURNED.values(), ids=TURNED.keys())
def test_a_glyph_has_a_place_a_size_and_a_turn(
    place: str, turned: int, size: float, base: Box, frame: Box
) -> None:
    (glyph,) = shown(of_stream(text("c", place))).marks.glyphs
    assert (glyph.char, glyph.turned, round(glyph.size, 1)) == ("c", turned, size)
    assert (box(glyph.base), box(glyph.frame)) == (base, frame)


SEEN_BY: dict[str, tuple[str, float, float, int, Box]] = {
    "whole": ("", 400, 400, 0, (60, 300)),
    "a quarter turned": ("/Rotate 90", 400, 400, 1, (100, 60)),
    "half turned": ("/Rotate 180", 400, 400, 2, (340, 100)),
    "three quarters turned": ("/Rotate 270", 400, 400, 3, (300, 340)),
    "cropped": ("/CropBox [50 80 350 450]", 300, 320, 0, (10, 300)),
    "cropped and turned": ("/CropBox [50 80 350 450] /Rotate 90", 320, 300, 1, (20, 10)),
    "cropped and half turned": ("/CropBox [50 80 350 450] /Rotate 180", 300, 320, 2, (290, 20)),
    "cropped and turned back": ("/CropBox [50 80 350 450] /Rotate 270", 320, 300, 3, (300, 290)),
    "cropped to nothing": ("/CropBox [50 80 50 80]", 400, 400, 0, (60, 300)),
}


@pytest.mark.parametrize(("keys", "width", "height", "turned", "base"), SEEN_BY.values(), ids=SEEN_BY.keys())
def test_places_are_those_of_the_page_as_readers_see_it(
    keys: str, width: float, height: float, turned: int, base: Box
) -> None:
    marks = shown(of_stream(text("c", "1 0 0 1 60 100"), keys=keys)).marks
    assert (marks.width, marks.height) == (width, height)
    assert [(glyph.turned, box(glyph.base)) for glyph in marks.glyphs] == [(turned, base)]


def test_each_glyph_is_as_wide_as_its_advance() -> None:
    assert frames(of_stream(text("Ab c"))) == [
        ("A", (40, 82.4, 54.4, 105)),
        ("b", (54.4, 82.4, 64.4, 105)),
        (" ", (64.4, 82.4, 69.4, 105)),
        ("c", (69.4, 82.4, 78.3, 105)),
    ]


def test_each_font_and_colour_is_a_face_of_its_own() -> None:
    bold = "<</Type /Font /Subtype /Type1 /BaseFont /ABCDEF+Times-Bold /Encoding /WinAnsiEncoding>>"
    code = [
        text("a"),
        text("b", before="1 0 0 rg"),
        text("c", before="0 0 1 rg"),
        text("d", before="0 g"),
        text("e").replace("/F ", "/B "),
    ]
    marks = shown(of_stream("\n".join(code), bold, fonts="/B 6 0 R")).marks
    assert [(face.font, face.colour) for face in marks.faces] == [BLACK, RED, BLUE, ("Times-Bold", "000000")]
    assert [(glyph.char, glyph.face) for glyph in marks.glyphs] == [
        ("a", 0),
        ("b", 1),
        ("c", 2),
        ("d", 0),
        ("e", 3),
    ]


GONE: dict[str, tuple[str, list[tuple[str, int, str]]]] = {
    "not drawn": (text("not here", before="3 Tr"), [("hidden", 7, "not here")]),
    "a clipping path": (text("not here", before="7 Tr"), [("hidden", 7, "not here")]),
    "transparent": (f"q /G gs {text('not here')} Q", [("hidden", 7, "not here")]),
    "left of the page": (text("XY", "1 0 0 1 -40 300"), [("off the page", 2, "XY")]),
    "below the page": (text("XY", "1 0 0 1 40 -20"), [("off the page", 2, "XY")]),
    "right of the page": (text("XY", "1 0 0 1 410 300"), [("off the page", 2, "XY")]),
    "above the page": (text("XY", "1 0 0 1 40 410"), [("off the page", 2, "XY")]),
    "spaces alone": (text("  ", before="3 Tr"), []),
    "both": (
        text("XY", "1 0 0 1 -40 300") + text("z", before="3 Tr"),
        [("off the page", 2, "XY"), ("hidden", 1, "z")],
    ),
    "much": (text("abcde" * 10, size=8, before="3 Tr"), [("hidden", 50, "abcde" * 8)]),
}


@pytest.mark.parametrize(("code", "left_out"), GONE.values(), ids=GONE.keys())
def test_what_print_does_not_show_is_left_out_and_counted(
    code: str, left_out: list[tuple[str, int, str]]
) -> None:
    page = f"{text('seen', '1 0 0 1 40 200')} {code}"
    marks = shown(of_stream(page, resources="/ExtGState <</G <</ca 0.02>>>>")).marks
    assert "".join(glyph.char for glyph in marks.glyphs) == "seen"
    assert [tuple(one) for one in marks.left_out] == left_out


SHOWN = {
    "with half of its width on the page": text("X", "1 0 0 1 -7 300"),
    "pale": f"q /G gs {text('X')} Q",
    "white": text("X", before="1 g"),
    "in outlines": text("X", before="1 Tr"),
}


@pytest.mark.parametrize("code", SHOWN.values(), ids=SHOWN.keys())
def test_what_print_shows_is_kept(code: str) -> None:
    marks = shown(of_stream(code, resources="/ExtGState <</G <</ca 0.1>>>>")).marks
    assert ("".join(glyph.char for glyph in marks.glyphs), marks.left_out) == ("X", ())


def test_a_hyphen_at_a_line_end_is_a_hyphen() -> None:
    code = f"{text('mil-')} {text('lers', '1 0 0 1 40 278')}"
    assert "".join(char for char, _ in frames(of_stream(code))) == "mil-lers"


def test_a_glyph_without_a_character_is_marked() -> None:
    code = f"{text('mill' * 20, size=6)} BT /F1 10 Tf 40 150 Td <0041> Tj ET"
    found = frames(of_stream(code, *font_without_map(6), fonts="/F1 6 0 R"))
    assert [char for char, _ in found][80:] == ["\ufffd"]
