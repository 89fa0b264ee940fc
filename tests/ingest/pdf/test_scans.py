"""Scans in PDF: what a program has recognised stands behind the picture, or above it unseen, word by word."""

from itertools import chain

from tests.ingest.newsroom import DAY, Newsroom
from tests.ingest.pdf.hand_made import of_stream

IMAGE = "<</Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 1>>\nstream\n\x80\nendstream"
SHOW = "q 400 0 0 400 0 0 cm /I Do Q"
LEFT = ["The bridge over the river", "was opened this morning by", "the eldest of the ferrymen."]
RIGHT = ["Nobody had asked him how", "he would live without his", "boat, and he did not say."]


def word(size: float, x: float, y: float, text: str, *, mode: int) -> str:
    return f"BT {mode} Tr /F {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET"


def words(lines: list[str], x: float, *, mode: int) -> list[str]:
    """Set lines word by word; each has a size and a baseline of its own, as recognition finds them."""
    found = []
    for row, line in enumerate(lines):
        at = x
        for n, text in enumerate(line.split()):
            size = (9.6, 10.0, 10.6)[(n + row) % 3]
            found.append(word(size, at, 300 - 13 * row + (0.0, 1.8, -1.4)[n % 3], text, mode=mode))
            at += 4.9 * len(text) + 4
    return found


def scanned(*, behind: bool) -> bytes:
    mode = 0 if behind else 3
    columns = chain(words(LEFT, 40, mode=mode), words(RIGHT, 185, mode=mode))
    text = [word(24, 40, 340, "A bridge at last", mode=mode), *columns]
    code = "\n".join([*text, SHOW] if behind else [SHOW, *text])
    return of_stream(code, IMAGE, resources="/XObject <</I 6 0 R>>")


def test_words_above_a_scan_that_print_does_not_show_are_its_text(newsroom: Newsroom) -> None:
    for number, behind in enumerate((False, True), 1):
        newsroom.file(f"raw/{DAY}/{number:02d}.pdf", scanned(behind=behind))
    run = newsroom.ingest()
    assert run.code == 0, run.err
    assert run.out.count("1 scan") == 2
    for number in (1, 2):
        assert newsroom.article(1, page=number).title == "A bridge at last"
        assert newsroom.article(1, page=number).body == " ".join([*LEFT, *RIGHT])
    assert f"content/{DAY}/01/page.webp" in newsroom.files()


def test_words_printed_on_a_picture_of_the_whole_page_are_no_scan(newsroom: Newsroom) -> None:
    shown = [
        word(24, 40, 340, "A bridge at last", mode=0),
        *(word(10, 40, 300 - 13 * n, line, mode=0) for n, line in enumerate(LEFT)),
    ]
    code = "\n".join([SHOW, *shown, "q 60 0 0 60 200 100 cm /I Do Q"])
    newsroom.file(f"raw/{DAY}/01.pdf", of_stream(code, IMAGE, resources="/XObject <</I 6 0 R>>"))
    run = newsroom.ingest()
    assert run.code == 0, run.err
    assert "scan" not in run.out
    assert newsroom.article(1).body == " ".join(LEFT)


def test_words_hidden_on_a_page_that_is_no_scan_are_left_out(newsroom: Newsroom) -> None:
    shown = [
        word(24, 40, 340, "A bridge at last", mode=0),
        *(word(10, 40, 300 - 13 * n, line, mode=0) for n, line in enumerate(LEFT)),
    ]
    newsroom.file(f"raw/{DAY}/01.pdf", of_stream("\n".join([*shown, *words(RIGHT, 210, mode=3)])))
    run = newsroom.ingest()
    assert run.code == 0, run.err
    assert "1 unprinted" in run.out
    assert newsroom.article(1).body == " ".join(LEFT)
