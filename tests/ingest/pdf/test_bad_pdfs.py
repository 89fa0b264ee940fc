"""PDFs that are no printed page are refused by name and reason, and nothing is written."""

import io
from collections.abc import Callable

import pypdfium2 as pdfium
import pytest
import typst
from PIL import Image

from broadsheet.ingest.scan import reader
from tests.ingest.newsroom import DAY, Newsroom
from tests.ingest.pdf.hand_made import CATALOG, PAGES, font_without_map, of_objects, of_stream


def of_typst(code: str) -> bytes:
    return typst.compile(code.encode())


PAGE = "<</Type /Page /Parent 2 0 R /MediaBox [0 0 300 300]>>"


def scan() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (60, 80), "grey").save(out, "PDF")
    return out.getvalue()


def encrypted() -> bytes:
    keys = f"<</Filter /Standard /V 2 /R 3 /Length 128 /P -4 /O <{'41' * 32}> /U <{'42' * 32}>>>"
    return of_objects(
        CATALOG,
        PAGES,
        PAGE,
        keys,
        trailer=f"/Encrypt 4 0 R /ID [<{'43' * 16}> <{'43' * 16}>]",
    )


def many_pages() -> bytes:
    document = pdfium.PdfDocument.new()
    for _ in range(500):
        document.new_page(100, 100)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_javascript() -> bytes:
    return of_objects(
        "<</Type /Catalog /Pages 2 0 R /Names <</JavaScript <</Names [(a) 4 0 R]>>>>>>",
        PAGES,
        PAGE,
        "<</S /JavaScript /JS (app.alert\\(1\\))>>",
    )


def with_another_file() -> bytes:
    document = pdfium.PdfDocument.new()
    document.new_page(100, 100)
    document.new_attachment("program.exe").set_data(b"MZ")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def pages_within_themselves() -> bytes:
    return of_objects(CATALOG, "<</Type /Pages /Kids [2 0 R 2 0 R] /Count 2>>")


def glyphs_without_a_map() -> bytes:
    stream = "<</Length 43>>\nstream\nBT /F 20 Tf 50 200 Td <000100020003> Tj ET  \nendstream"
    page = "<</Type /Page /Parent 2 0 R /MediaBox [0 0 300 300] /Contents 4 0 R /Resources <</Font <</F 5 0 R>>>>>>"
    return of_objects(CATALOG, PAGES, page, stream, *font_without_map(5))


def cropped_away() -> bytes:
    return of_stream("BT /F 20 Tf 40 300 Td (Some words) Tj ET", keys="/CropBox [500 50 600 450]")


BAD: dict[str, tuple[Callable[[], bytes], str]] = {
    "cut off": (lambda: of_typst("Some words on a page.")[:600], "damaged"),
    "no PDF": (lambda: b"not a PDF at all", "damaged"),
    "empty": (lambda: b"", "damaged"),
    "encrypted": (encrypted, "encrypted"),
    "500 pages": (many_pages, "500 pages"),
    "JavaScript": (with_javascript, "JavaScript"),
    "another file": (with_another_file, "other files"),
    "pages within themselves": (pages_within_themselves, "error"),
    "cropped away": (cropped_away, "its crop box lies outside of its media box"),
    "a scan": (scan, "no text layer"),
    "glyphs without a map": (glyphs_without_a_map, "3 glyphs cannot be read"),
}


@pytest.mark.parametrize(("made", "reason"), BAD.values(), ids=BAD.keys())
def test_what_is_no_printed_page_is_refused(
    newsroom: Newsroom, made: Callable[[], bytes], reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reader, "find_spec", lambda _: None)  # recognition might read what has no text
    newsroom.file(f"raw/{DAY}/01.pdf", made())
    newsroom.page("一行字。", number=2)
    run = newsroom.ingest()
    assert run.code == 1
    assert f"raw/{DAY}/01.pdf: error" in run.err
    assert reason in run.err
    assert not [
        path for path in newsroom.files() if path.startswith((f"content/{DAY}/01/", f"raw/{DAY}/01."))
    ][1:]
    assert newsroom.article(1, page=2).body == "一行字。"
