"""The documents of EPUBs as a reading system shows them: in a narrow and a wide window, by day and by night."""

import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.test_reading import overflow
from tests.browser.test_standards import barriers
from tests.press.epub.epubs import EDITIONS, LANGUAGES, Epub, site_with_epubs

# Rules for a page of a site, which Ace by DAISY leaves out too: a document is a part of a book.
OF_PAGES = ("landmark-one-main", "page-has-heading-one", "region")

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("project", "date"), EDITIONS, ids=lambda case: LANGUAGES.get(case, case))
def test_every_document_fits_and_is_without_barriers(
    project: Path, date: str, chromium: Browser, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    file = site_with_epubs(tmp_path_factory, project) / date / "edition.epub"
    zipfile.ZipFile(file).extractall(tmp_path)
    page = chromium.new_page()
    for path in Epub(file.read_bytes()).spine:
        page.goto(f"file://{tmp_path}/{path}")
        assert [one for one in barriers(page) if not any(f" {rule}:" in one for rule in OF_PAGES)] == [], path
        for width in (320, 360, 768):
            page.set_viewport_size({"width": width, "height": 900})
            assert overflow(page) == 0, f"{path} at {width}"
        unseen = page.evaluate(
            "[...document.images].filter((image) => !image.naturalWidth).map((image) => image.src)"
        )
        assert unseen == [], path
    page.close()
