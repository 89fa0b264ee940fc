"""Papers in English and in traditional characters, as the press prints them: what a reader of each would notice."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page

from tests.browser.conftest import serve
from tests.browser.test_reading import overflow_at, style
from tests.browser.test_standards import barriers, heavy_articles
from tests.press.paper.test_languages import CHINESE, CHINESE_WORDS

pytestmark = pytest.mark.browser

LANGUAGES = pytest.mark.parametrize("language", ["en", "zh-Hant"])
ARTICLE = "2024-05-06/01/01/index.html"
KINDS = (
    "index.html",
    "2024-05-06/01/index.html",
    "2024-05-06/all/index.html",
    ARTICLE,
    "sections/index.html",
    "archive/index.html",
    "404.html",
)
"""A page of each kind that has words of its own; a section's is set as the front's blocks are."""


@pytest.fixture
def site_in(language_sites: dict[str, Path], language: str) -> Path:
    return language_sites[language]


@pytest.fixture
def english(language_sites: dict[str, Path], chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    for address in serve(language_sites["en"]):
        page.goto(f"{address}/{ARTICLE}")
        yield page
    page.close()


def pages(site: Path) -> dict[str, BeautifulSoup]:
    return {
        file.relative_to(site).as_posix(): BeautifulSoup(file.read_bytes(), "html.parser")
        for file in site.rglob("*.html")
    }


def test_nothing_chinese_is_left_in_an_english_paper(language_sites: dict[str, Path]) -> None:
    found = {name: CHINESE.findall(str(page)) for name, page in pages(language_sites["en"]).items()}
    assert "404.html" in found
    assert {name: stray for name, stray in found.items() if stray} == {}
    feeds = [
        file.name for file in language_sites["en"].glob("feed.*") if CHINESE.search(file.read_text("utf-8"))
    ]
    assert feeds == []


def test_nothing_simplified_is_left_in_a_traditional_paper(language_sites: dict[str, Path]) -> None:
    """Big5, with its later additions, has the characters of traditional print, and not one that is simplified only."""
    found = {
        name: CHINESE_WORDS.findall(page.get_text())
        for name, page in pages(language_sites["zh-Hant"]).items()
    }
    assert found["404.html"]
    stray = {
        name: {char for char in chars if not char.encode("cp950", "ignore")} for name, chars in found.items()
    }
    assert {name: chars for name, chars in stray.items() if chars} == {}


@LANGUAGES
def test_every_page_says_its_language(site_in: Path, language: str) -> None:
    assert {str(page.html and page.html["lang"]) for page in pages(site_in).values()} == {language}


@LANGUAGES
def test_is_light(site_in: Path) -> None:
    assert heavy_articles(site_in) == {}


@LANGUAGES
def test_is_without_barriers_and_fits_a_narrow_screen(site_in: Path, chromium: Browser) -> None:
    page = chromium.new_page()
    for address in serve(site_in):
        for file in KINDS:
            page.goto(f"{address}/{file}")
            assert barriers(page) == [], file
            assert overflow_at(page, 320) <= 0, file
    page.close()


def test_english_reads_as_english(english: Page) -> None:
    facts = english.locator(".article-facts").inner_text().split("\n")
    assert [fact.strip() for fact in facts if fact.strip()] == ["News", "372 words", "2 min read"]
    citation = "“After eleven winters, the ferry crosses again,” The Riverside Courier, May 6, 2024, page 1"
    assert english.locator(".citation").inner_text() == citation
    assert english.locator(".folio").inner_text().split("\n") == ["May 6, 2024", "Page 1: News"]
    assert english.title() == "After eleven winters, the ferry crosses again - The Riverside Courier"
    assert english.locator("main em").first.evaluate("e => getComputedStyle(e).fontStyle") == "italic"


def test_english_type_is_set_as_english_is(english: Page) -> None:
    assert style(english, ".prose p", "text-indent") == "0px"
    assert style(english, ".prose p", "hyphens") == "auto"
    assert style(english, ".prose p", "text-align") == "start"
    assert style(english, "h1 .phrase", "display") == "inline"
    assert "CJK" not in style(english, ".prose", "font-family")


def test_a_headline_of_the_editor_stands_in_square_brackets(language_sites: dict[str, Path]) -> None:
    page = pages(language_sites["en"])["2024-05-06/01/02/index.html"]
    heading = page.select_one("h1")
    assert heading
    assert heading.get_text() == "[Council keeps the market where it is]"
    assert "editor" in str(page.select_one(".headline-remark"))
