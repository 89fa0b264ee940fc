"""简繁: a reader changes the script of any page and stays in it, whichever way it is read."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import SEARCH, serve
from tests.browser.test_reading import overflow_at
from tests.browser.test_standards import barriers, html_errors
from tests.printed import printed

pytestmark = pytest.mark.browser

BOTH = f'{SEARCH}SCRIPTS = ["zh-Hans", "zh-Hant"]\n'
CONVERTED = (
    "/zh-Hant/",
    "/zh-Hant/2024-05-06/02/02/",
    "/zh-Hant/2024-05-06/04/03/",
    "/zh-Hant/2024-05-06/all/",
    "/zh-Hant/sections/yaowen/",
    "/zh-Hant/archive/",
    "/zh-Hant/search/",
)
"""A page of each kind; the second article is not converted."""


@pytest.fixture(scope="session")
def both(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration in both scripts."""
    return printed(tmp_path_factory, settings=BOTH)


@pytest.fixture(scope="session")
def address(both: Path) -> Iterator[str]:
    yield from serve(both)


@pytest.fixture
def reader(address: str, chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page(base_url=address, viewport={"width": 1280, "height": 900})
    yield page
    page.close()


def test_the_link_leads_to_the_same_page_in_the_other_script_and_back(reader: Page) -> None:
    reader.goto("/2024-05-06/02/02/")
    reader.get_by_role("link", name="繁體", exact=True).click()
    expect(reader).to_have_url("/zh-Hant/2024-05-06/02/02/")
    expect(reader.locator("html")).to_have_attribute("lang", "zh-Hant")
    expect(reader.get_by_role("heading", level=1)).to_contain_text("橫線之間寫稿頭")
    expect(reader.get_by_text("機器轉換", exact=True)).to_be_visible()
    expect(reader.locator(".article pre code").first).to_contain_text("旧校样理成一册")
    reader.get_by_role("link", name="简体", exact=True).click()
    expect(reader).to_have_url("/2024-05-06/02/02/")
    expect(reader.get_by_text("机器转换", exact=True)).to_have_count(0)


def test_a_reader_stays_in_a_script_by_links_and_keys(reader: Page) -> None:
    reader.goto("/zh-Hant/")
    reader.locator(".card a").first.click()
    expect(reader).to_have_url("/zh-Hant/2024-05-06/01/01/")
    expect(reader.locator("a[data-key=ArrowRight]")).to_have_attribute("aria-keyshortcuts", "ArrowRight")
    reader.keyboard.press("ArrowRight")
    expect(reader).to_have_url("/zh-Hant/2024-05-06/01/02/")
    reader.get_by_role("link", name="往期報紙").first.click()
    expect(reader).to_have_url("/zh-Hant/archive/")


def test_what_is_found_opens_in_the_script_of_the_search_page(reader: Page) -> None:
    reader.goto("/zh-Hant/search/")
    reader.get_by_role("searchbox").fill("轉型升級 洛陽")
    reader.keyboard.press("Enter")
    found = reader.locator(".search-result")
    expect(found).to_have_attribute("lang", "zh-Hans")
    expect(found.locator("mark").first).to_have_text("转型升级")
    hrefs = [link.get_attribute("href") for link in found.locator("a").all()]
    assert set(hrefs) == {f"/zh-Hant/2024-04-15/{page}" for page in ("", "01/", "01/01/")}


def test_an_article_that_is_not_converted_says_so(reader: Page) -> None:
    reader.goto("/zh-Hant/2024-05-06/04/03/")
    expect(reader.get_by_text("按原文，未轉換")).to_be_visible()
    expect(reader.get_by_role("heading", level=1)).to_have_text("换行不是分段")


def test_every_page_of_both_scripts_is_valid_html(both: Path) -> None:
    assert html_errors(both) == []


@pytest.mark.parametrize("path", CONVERTED)
def test_a_converted_page_is_without_barriers_and_fits(reader: Page, path: str) -> None:
    reader.goto(path)
    assert barriers(reader) == []
    assert overflow_at(reader, 360) == 0
