"""An edition in one PDF is cut into its pages, which have the numbers that `edition.yaml` names."""

import io

import pypdfium2 as pdfium
import pytest

from tests.ingest.newsroom import DAY, Newsroom
from tests.ingest.pdf.hand_made import of_stream

WORDS = "BT /F 10 Tf 50 {y} Td (Some words of a page, and no more.) Tj ET"


def edition(pages: int) -> bytes:
    whole = pdfium.PdfDocument.new()
    for n in range(pages):
        whole.import_pages(pdfium.PdfDocument(of_stream(WORDS.format(y=300 - 50 * n))))
    out = io.BytesIO()
    whole.save(out)
    return out.getvalue()


def pages(newsroom: Newsroom) -> list[str]:
    return [name for name in newsroom.files(f"raw/{DAY}") if name.endswith(".pdf") and name != "edition.pdf"]


@pytest.mark.parametrize(
    ("named", "numbers"),
    [("", ["01.pdf", "02.pdf"]), ("pages:\n  7: {name: 副刊}\n  2: {name: 要闻}\n", ["02.pdf", "07.pdf"])],
    ids=["without names", "with names"],
)
def test_pages_are_numbered_as_they_are_named(newsroom: Newsroom, named: str, numbers: list[str]) -> None:
    newsroom.file(f"raw/{DAY}/edition.pdf", edition(2))
    if named:
        newsroom.file(f"content/{DAY}/edition.yaml", named)
    assert newsroom.ingest().code == 0
    assert pages(newsroom) == numbers


def test_a_page_that_is_there_is_left_as_it_is(newsroom: Newsroom) -> None:
    own = of_stream(WORDS.format(y=100))
    newsroom.file(f"raw/{DAY}/edition.pdf", edition(2))
    newsroom.file(f"raw/{DAY}/02.pdf", own)
    assert newsroom.ingest().code == 0
    assert pages(newsroom) == ["01.pdf", "02.pdf"]
    assert newsroom.files(f"raw/{DAY}")["02.pdf"] == own


def test_an_edition_of_other_pages_than_are_named_is_refused(newsroom: Newsroom) -> None:
    newsroom.file(f"raw/{DAY}/edition.pdf", edition(2))
    newsroom.file(f"content/{DAY}/edition.yaml", "pages:\n  2: {name: 要闻}\n")
    run = newsroom.ingest()
    assert run.code == 1
    assert f"raw/{DAY}/edition.pdf: error other-pages" in run.err
    assert f"this file has 2 pages, and content/{DAY}/edition.yaml names 1" in run.err
    assert "name all printed pages there, or none" in run.err
    assert pages(newsroom) == []
