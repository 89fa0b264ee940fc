"""Each word of recognised text at its place: files of a few words → their glyphs, in points on a page of 9 point type."""

from pathlib import Path

import pytest

from broadsheet.ingest.alto.reader import read_recognised
from broadsheet.model.marks import Frame, Glyph, PageMarks

Place = tuple[str, float, float, float, float]  # a character, left, right, its baseline, how sure


def marks_of(folder: Path, name: str, text: str) -> PageMarks:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_recognised(path, 1)


def places(marks: PageMarks) -> list[Place]:
    return [
        (one.char, round(one.frame.left, 1), round(one.frame.right, 1), round(one.base[1], 1), one.sure)
        for one in marks.glyphs
    ]


def alto(lines: str, *, more: str = "", size: str = 'WIDTH="800" HEIGHT="600"') -> str:
    block = f'<TextBlock ID="b1">{lines}</TextBlock>'
    return f'<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#"><Layout><Page {size}>{block}{more}</Page></Layout></alto>'


def string(word: str, left: float, top: float, wide: float, more: str = 'HEIGHT="12"') -> str:
    return f'<String CONTENT="{word}" HPOS="{left}" VPOS="{top}" WIDTH="{wide}" {more}/>'


def line(*words: str) -> str:
    return f'<TextLine HEIGHT="12">{"".join(words)}</TextLine>'


LINES: dict[str, tuple[str, list[Place]]] = {
    "two words": (
        line(string("ab", 100, 50, 20), string("c", 130, 50, 10)),
        [("a", 100, 110, 62, 1), ("b", 110, 120, 62, 1), (" ", 120, 130, 62, 1), ("c", 130, 140, 62, 1)],
    ),
    "a height that the line says": (
        line(string("ab", 100, 50, 20, "")),
        [("a", 100, 110, 62, 1), ("b", 110, 120, 62, 1)],
    ),
    "words of which recognition was not sure": (
        line(
            string("a", 100, 50, 10, 'HEIGHT="12" WC="0.25"'), string("b", 120, 50, 10, 'HEIGHT="12" WC=""')
        ),
        [("a", 100, 110, 62, 0.25), (" ", 110, 120, 62, 1), ("b", 120, 130, 62, 1)],
    ),
    "a hyphen without a place": (
        line(string("ab", 100, 50, 20, 'HEIGHT="12" WC="0.5"'), '<HYP CONTENT="-"/>'),
        [("a", 100, 110, 62, 0.5), ("b", 110, 120, 62, 0.5), ("-", 120, 130, 62, 0.5)],
    ),
    "a hyphen at its place": (
        line(string("ab", 100, 50, 20), '<HYP CONTENT="&#173;" HPOS="125" VPOS="50" WIDTH="5"/>'),
        [("a", 100, 110, 62, 1), ("b", 110, 120, 62, 1), ("\u00ad", 125, 130, 62, 1)],
    ),
    "a word with a space in it": (
        line(string("a b", 100, 50, 20)),
        [("a", 100, 110, 62, 1), ("b", 110, 120, 62, 1)],
    ),
    "an empty word": (
        line(string(" ", 100, 50, 20), string("b", 130, 50, 10)),
        [("b", 130, 140, 62, 1)],
    ),
    "words a little higher and lower than their line": (
        line(string("a", 100, 50, 10), string("b", 120, 47, 10), string("c", 140, 53, 10)),
        [
            ("a", 100, 110, 62, 1),
            (" ", 110, 120, 62, 1),
            ("b", 120, 130, 62, 1),
            (" ", 130, 140, 62, 1),
            ("c", 140, 150, 62, 1),
        ],
    ),
    "a line without words": (
        line() + line(string("a", 100, 70, 10)),
        [("a", 100, 110, 82, 1)],
    ),
}


@pytest.mark.parametrize(("lines", "glyphs"), LINES.values(), ids=LINES.keys())
def test_words_of_alto_stand_at_their_places(tmp_path: Path, lines: str, glyphs: list[Place]) -> None:
    assert places(marks_of(tmp_path, "01.xml", alto(lines))) == glyphs


def test_a_page_is_scaled_to_type_of_nine_points(tmp_path: Path) -> None:
    head = line(string("a", 10, 20, 30, 'HEIGHT="36"'))
    text = line(*(string("b", 40 * n, 90, 12, 'HEIGHT="24"') for n in range(3)))
    page = alto(text, more=f'<TextBlock ID="b2">{head}</TextBlock>')
    marks = marks_of(tmp_path, "01.xml", page)
    assert (marks.width, marks.height, marks.recognised) == (400, 300, True)
    assert marks.lines == ((0, 5), (5, 6))
    assert marks.glyphs[0] == Glyph("b", Frame(0, 48, 6, 57), (0, 57), 9)
    assert marks.glyphs[1] == Glyph(" ", Frame(6, 48, 20, 57), (6, 57), 9)
    assert marks.glyphs[5] == Glyph("a", Frame(5, 14.5, 20, 28), (5, 28), 13.5)


def test_a_picture_as_large_as_a_photo_is_one(tmp_path: Path) -> None:
    pictures = "".join(
        f'<Illustration HPOS="{left}" VPOS="100" WIDTH="{wide}" HEIGHT="{high}"/>'
        for left, wide, high in ((10, 40, 60), (60, 39, 60), (110, 60, 39))
    )
    marks = marks_of(tmp_path, "01.xml", alto(line(string("a", 10, 20, 10)), more=pictures))
    assert [one.frame for one in marks.pictures] == [Frame(10, 100, 50, 160)]


def hocr(body: str, classes: str = "ocr_par") -> str:
    page = f"<div class='ocr_page' title='image 01.png; bbox 0 0 800 600'><p class='{classes}' id='b1'>{body}</p></div>"
    return f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{page}</body></html>'


def ocr_line(*words: str, kind: str = "ocr_line") -> str:
    return f"<span class='{kind}' title='bbox 0 0 9 9'>{' '.join(words)}</span>"


def ocr_word(word: str, box: str, more: str = "") -> str:
    return f"<span class='ocrx_word' title='bbox {box}{more}'>{word}</span>"


A = ocr_word("a", "100 50 110 62")
HOCR: dict[str, tuple[str, list[Place]]] = {
    "a word and how sure it is": (
        hocr(ocr_line(ocr_word("a<b>b</b>", "100 50 120 62", "; x_wconf 40"))),
        [("a", 100, 110, 62, 0.4), ("b", 110, 120, 62, 0.4)],
    ),
    "a word that does not say it": (hocr(ocr_line(A)), [("a", 100, 110, 62, 1)]),
    "a place left of the page": (
        hocr(ocr_line(ocr_word("a", "-10 50.5 0 62.5"))),
        [("a", -10, 0, 62.5, 1)],
    ),
    "an area without paragraphs": (hocr(ocr_line(A), "ocr_carea"), [("a", 100, 110, 62, 1)]),
    "a page of lines alone": (hocr(ocr_line(A), "other"), [("a", 100, 110, 62, 1)]),
    "an element of two classes": (hocr(ocr_line(A), "ocr_par first"), [("a", 100, 110, 62, 1)]),
    "a headline": (hocr(ocr_line(A, kind="ocr_header")), [("a", 100, 110, 62, 1)]),
    "a caption": (hocr(ocr_line(A, kind="ocr_caption")), [("a", 100, 110, 62, 1)]),
    "a float": (hocr(ocr_line(A, kind="ocr_textfloat")), [("a", 100, 110, 62, 1)]),
    "a footer": (hocr(ocr_line(A, kind="ocr_footer")), [("a", 100, 110, 62, 1)]),
    "a line without words": (hocr(ocr_line() + ocr_line(A)), [("a", 100, 110, 62, 1)]),
}


@pytest.mark.parametrize(("page", "glyphs"), HOCR.values(), ids=HOCR.keys())
def test_words_of_hocr_stand_at_their_places(tmp_path: Path, page: str, glyphs: list[Place]) -> None:
    marks = marks_of(tmp_path, "01.hocr", page)
    assert (places(marks), marks.width, marks.height) == (glyphs, 800, 600)


def test_photos_and_images_of_hocr_are_pictures(tmp_path: Path) -> None:
    boxes = "".join(
        f"<div class='{kind}' title='bbox {left} 100 {left + 50} 160'/>"
        for kind, left in (("ocr_photo", 10), ("ocr_image", 70), ("ocr_separator", 130))
    )
    marks = marks_of(tmp_path, "01.hocr", hocr(ocr_line(A)).replace("</div></body>", f"{boxes}</div></body>"))
    assert [one.frame for one in marks.pictures] == [Frame(10, 100, 60, 160), Frame(70, 100, 120, 160)]


def page_xml(line: str) -> str:
    space = "http://schema.primaresearch.org/PAGE/gts/pagecontent/2019-07-15"
    region = f'<TextRegion id="b1">{line}</TextRegion>'
    photos = "".join(f"<{kind}>{coords(10, 60)}</{kind}>" for kind in ("ImageRegion", "GraphicRegion"))
    return f'<PcGts xmlns="{space}"><Page imageWidth="800" imageHeight="600">{region}{photos}</Page></PcGts>'


def coords(left: int, right: int, top: int = 50, bottom: int = 92) -> str:
    return f'<Coords points="{left},{top} {right},{top + 2} {right - 3},{bottom} {left + 1},{bottom - 1}"/>'


def equiv(words: str, more: str = "") -> str:
    return f"<TextEquiv {more}><Unicode>{words}</Unicode></TextEquiv>"


def text_line(*parts: str) -> str:
    return f"<TextLine>{coords(100, 150, bottom=62)}{''.join(parts)}</TextLine>"


PAGE_XML: dict[str, tuple[str, list[Place]]] = {
    "a line whose words have no place": (
        text_line(equiv(" aa b ", "conf='0.5'")),
        [
            ("a", 100, 112.5, 62, 0.5),
            ("a", 112.5, 125, 62, 0.5),
            (" ", 125, 137.5, 62, 1),
            ("b", 137.5, 150, 62, 0.5),
        ],
    ),
    "a word twice": (
        text_line(equiv("a a b")),
        [
            ("a", 100, 110, 62, 1),
            (" ", 110, 120, 62, 1),
            ("a", 120, 130, 62, 1),
            (" ", 130, 140, 62, 1),
            ("b", 140, 150, 62, 1),
        ],
    ),
    "words at their places": (
        text_line("<Word>", coords(100, 120, bottom=62), equiv("ab", "conf=''"), "</Word>", equiv("other")),
        [("a", 100, 110, 62, 1), ("b", 110, 120, 62, 1)],
    ),
    "the first of several readings": (
        text_line(equiv("b", "index='1'"), equiv("a", "index='0'"), equiv("c", "index='2'")),
        [("a", 100, 150, 62, 1)],
    ),
    "a reading without a number": (
        text_line(equiv("b", "index='1'"), equiv("a")),
        [("a", 100, 150, 62, 1)],
    ),
    "a line without text": (
        text_line() + text_line(equiv("  ")) + text_line("<TextEquiv/>") + text_line(equiv("a")),
        [("a", 100, 150, 62, 1)],
    ),
}


@pytest.mark.parametrize(("lines", "glyphs"), PAGE_XML.values(), ids=PAGE_XML.keys())
def test_words_of_page_xml_stand_at_their_places(tmp_path: Path, lines: str, glyphs: list[Place]) -> None:
    marks = marks_of(tmp_path, "01.xml", page_xml(lines))
    assert (places(marks), marks.width, marks.height) == (glyphs, 800, 600)
    assert [one.frame for one in marks.pictures] == [Frame(10, 50, 60, 92)] * 2
