"""The demonstration paper as the press prints it, read in a browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page, expect

from broadsheet.press.theme.static_files import theme_files
from tests.browser.conftest import PAGE_KINDS, SOURCES
from tests.browser.test_reading import TOO_FAINT, box, overflow, overflow_at
from tests.theme.rendering import THEME

pytestmark = pytest.mark.browser

WITH_NOTE = "/2024-04-15/01/03/"
RULES = """async sheet => {
    const link = Object.assign(document.createElement("link"), { rel: "stylesheet", href: sheet });
    const loaded = new Promise((done, lost) => Object.assign(link, { onload: done, onerror: lost }));
    document.head.append(link);
    await loaded;
    const rules = (sheet) => [...sheet.cssRules].flatMap((rule) => (rule.styleSheet ? rules(rule.styleSheet) : [rule]));
    return rules(link.sheet).map((rule) => rule.cssText.replace(/\\s+/g, " "));
}"""


LINES = """() => [...document.querySelectorAll(".page-grid > .card:has(.opening):not(.card-banner)")].map((card) => {
    const opening = card.querySelector(".opening");
    const line = parseFloat(getComputedStyle(opening).lineHeight);
    const bottom = (element) => element.getBoundingClientRect().bottom;
    const text = opening.firstElementChild;
    const below = [bottom(opening) - bottom(text), bottom(card) - bottom(card.querySelector(".card-text"))];
    return { shown: text.getBoundingClientRect().height / line, below: Math.max(...below) / line };
})"""


COLUMNS = """selector => {
    const range = document.createRange();
    range.selectNodeContents(document.querySelector(selector));
    const lefts = [...range.getClientRects()].map((line) => line.x);
    const indent = 40;
    return lefts.sort((a, b) => a - b).filter((left, n) => !n || left - lefts[n - 1] > indent).length;
}"""


@pytest.fixture
def reader(chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    yield page
    page.close()


def telling(site: Path) -> Iterator[str]:
    """The pages that have something which none before them has: an element, a class, a thing of another kind."""
    seen: set[tuple[str, ...]] = set()
    for file in sorted(site.rglob("*.html")):
        tags = BeautifulSoup(file.read_bytes(), "html.parser").find_all(True)
        things = {(tag.name, *tag.get_attribute_list("class")) for tag in tags}
        if things - seen:
            seen |= things
            yield f"/{file.relative_to(site).as_posix().removesuffix('index.html')}"


def test_every_kind_of_page_is_whole_fits_and_can_be_read(built: Path, paper: str, reader: Page) -> None:
    failed: list[str] = []
    reader.on("console", lambda message: failed.append(f"{reader.url}: {message.text}"))
    reader.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
    reader.on(
        "request", lambda request: None if request.url.startswith(paper) else failed.append(request.url)
    )
    for kind in sorted({*PAGE_KINDS, *telling(built)}):
        reader.set_viewport_size({"width": 320, "height": 900})
        reader.goto(paper + kind, wait_until="networkidle")
        assert overflow(reader) == 0, kind
        reader.evaluate("document.documentElement.style.fontSize = '200%'")
        assert {width: over for width in (320, 1280) if (over := overflow_at(reader, width))} == {}, kind
        for scheme in ("light", "dark"):
            reader.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            assert reader.evaluate(TOO_FAINT) == [], f"{kind}, {scheme}"
    assert failed == []


def test_note_of_the_real_page_is_beside_its_text_and_before_it_on_a_phone(paper: str, reader: Page) -> None:
    reader.goto(paper + WITH_NOTE)
    note, text = box(reader, "aside"), box(reader, ".article-text")
    assert note["x"] + note["width"] <= text["x"]
    reader.set_viewport_size({"width": 360, "height": 900})
    note, text = box(reader, "aside"), box(reader, ".article-text")
    assert note["y"] + note["height"] <= text["y"]


def test_style_sheets_say_to_a_browser_what_they_say_to_their_editors(
    built: Path, paper: str, site: str, reader: Page
) -> None:
    sheets = [sent for sent in theme_files(THEME, ("offline", "scripts")) if sent.source.suffix == ".css"]
    assert [sent.file for sent in sheets if "@import" in (built / sent.file).read_text("utf-8")] == []
    reader.goto(f"{paper}/404.html")
    rules = {sent.source: reader.evaluate(RULES, f"/{sent.file}") for sent in sheets}
    reader.goto(f"{site}/404.html")
    for source, sent_rules in rules.items():
        address = f"/{SOURCES}/{source.relative_to(THEME).as_posix()}"
        assert reader.evaluate(RULES, address) == sent_rules, source


def test_an_article_lists_the_parts_around_it_in_its_column(paper: str, reader: Page) -> None:
    reader.goto(f"{paper}/2024-05-06/02/06/")
    reader.locator(".column-way").scroll_into_view_if_needed()
    parts = reader.locator(".article-foot ol li")
    expect(parts).to_have_text(
        [
            "2024年5月6日 一字不丢 账要算平",
            "2024年5月6日 正文怎样写 一张样张看全",
            "2024年5月6日 换行不是分段",
        ]
    )
    expect(parts.nth(1).locator("[aria-current]")).to_have_count(1)
    parts.nth(2).get_by_role("link").click()
    assert reader.url == f"{paper}/2024-05-06/04/03/"


def test_a_picture_in_the_text_opens_in_the_viewer(paper: str, reader: Page) -> None:
    reader.goto(f"{paper}/2024-05-06/02/06/")
    reader.locator(".prose a:has(img)").click()
    viewer = reader.get_by_role("dialog", name="大图")
    expect(viewer.get_by_role("img")).to_have_attribute("src", "/2024-05-06/01/sorts.svg")
    reader.keyboard.press("Escape")
    expect(viewer).to_be_hidden()


@pytest.mark.parametrize("width", [768, 1280])
def test_photo_leaves_no_hole_beside_it(paper: str, reader: Page, width: int) -> None:
    reader.set_viewport_size({"width": width, "height": 900})
    reader.goto(paper + "/2024-05-06/02/")
    row, words = box(reader, ".card:has(+ .has-photo)"), box(reader, ".card:has(+ .has-photo) .card-words")
    photo = box(reader, ".page-grid .card-photo")
    assert row["x"] + row["width"] <= photo["x"]
    assert words["height"] >= 0.9 * row["height"]


@pytest.mark.parametrize("width", [360, 768, 1280])
@pytest.mark.parametrize("page", ["/", "/2024-05-06/02/", "/2024-05-06/01/"])
def test_text_fills_the_height_of_a_story_in_whole_lines(
    paper: str, reader: Page, page: str, width: int
) -> None:
    reader.set_viewport_size({"width": width, "height": 900})
    reader.goto(paper + page)
    stories = reader.evaluate(LINES)
    assert len(stories) >= 3
    for story in stories:
        assert round(story["shown"]) >= 4
        assert abs(story["shown"] - round(story["shown"])) < 0.05
        assert story["below"] < 1.1


def test_the_lead_runs_on_in_columns(paper: str, reader: Page) -> None:
    reader.goto(paper + "/2024-05-06/02/")
    lead = reader.locator(".card-banner .opening p")
    expect(lead).to_contain_text("程序不拟标题。该不该补，补成什么，由人裁定。")
    assert reader.evaluate(COLUMNS, ".card-banner .opening p") == 3
    reader.set_viewport_size({"width": 360, "height": 900})
    assert reader.evaluate(COLUMNS, ".card-banner .opening p") == 1
