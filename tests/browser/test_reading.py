"""What a reader sees and can do, in a real browser, on every kind of page."""

from typing import Any

import pytest
from playwright.sync_api import Browser, FloatRect, Page, expect

from tests.browser.conftest import Open
from tests.theme import samples
from tests.theme.component_samples import COMPONENTS

pytestmark = pytest.mark.browser

KINDS = (*samples.FULL, *(f"sparse-{name}" for name in samples.SPARSE))
ALONE = tuple(f"component-{name}" for name in COMPONENTS)
WIDTHS = (360, 768, 1280)

# Words whose colour is too close to what lies behind them (WCAG 2.2, 1.4.3), with their ratio.
TOO_FAINT = """() => {
    const numbers = (colour) => colour.match(/[\\d.]+/g).map(Number);
    const luminance = (rgb) => rgb.slice(0, 3)
        .map((c) => c / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
        .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
    const behind = (element) => {
        for (let at = element; at; at = at.parentElement) {
            const colour = numbers(getComputedStyle(at).backgroundColor);
            if (colour.length === 3 || colour[3] === 1) return colour;
        }
        return [255, 255, 255];
    };
    const faint = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
        const element = walker.currentNode.parentElement;
        if (!walker.currentNode.data.trim() || !element.checkVisibility()) continue;
        const style = getComputedStyle(element);
        const [light, dark] = [luminance(numbers(style.color)), luminance(behind(element))].sort((a, b) => b - a);
        const size = parseFloat(style.fontSize);
        const large = size >= 24 || (size >= 18.66 && style.fontWeight >= 700);
        const ratio = (light + 0.05) / (dark + 0.05);
        if (ratio < (large ? 3 : 4.5)) faint.push([walker.currentNode.data.trim(), ratio]);
    }
    return faint;
}"""


def box(page: Page, selector: str) -> FloatRect:
    found = page.locator(selector).bounding_box()
    assert found, f"{selector} is not to be seen"
    return found


def style(page: Page, selector: str, name: str) -> str:
    value: str = page.locator(selector).first.evaluate(
        "(e, name) => getComputedStyle(e).getPropertyValue(name)", name
    )
    return value


def overflow(page: Page) -> Any:
    return page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")


def overflow_at(page: Page, width: int) -> Any:
    page.set_viewport_size({"width": width, "height": 900})
    return overflow(page)


def test_note_stands_beside_the_text_on_a_wide_screen(read: Open) -> None:
    page = read("article", width=1280)
    note, text = box(page, "aside"), box(page, ".article-text")
    assert note["x"] + note["width"] <= text["x"]
    assert abs(note["y"] - text["y"]) < 1


@pytest.mark.parametrize("width", [360, 768])
def test_note_stands_before_the_text_on_a_narrow_screen(read: Open, width: int) -> None:
    page = read("article", width=width)
    note, text = box(page, "aside"), box(page, ".article-text")
    assert note["y"] + note["height"] <= text["y"]
    assert abs(note["width"] - text["width"]) < 1


@pytest.mark.parametrize("kind", [*KINDS, *ALONE])
def test_nothing_runs_out_of_the_screen(read: Open, kind: str) -> None:
    page = read(kind, width=320)
    assert overflow(page) == 0
    page.evaluate("document.documentElement.style.fontSize = '200%'")
    assert {width: over for width in (320, *WIDTHS) if (over := overflow_at(page, width))} == {}


@pytest.mark.parametrize("kind", KINDS)
def test_no_request_leaves_the_site_and_none_fails_or_is_blocked(
    chromium: Browser, site: str, kind: str
) -> None:
    page = chromium.new_page()
    asked: list[str] = []
    failed: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda request: failed.append(request.url))
    page.on("console", lambda message: failed.append(message.text))
    page.on("pageerror", lambda error: failed.append(str(error)))
    page.on("response", lambda answer: failed.append(answer.url) if answer.status >= 400 else None)
    page.goto(f"{site}/{kind}.html", wait_until="networkidle")
    assert [url for url in asked if not url.startswith(site)] == []
    assert failed == []
    page.close()


@pytest.mark.parametrize("kind", [*samples.FULL, *ALONE])
def test_words_stand_out_from_the_paper(read: Open, kind: str) -> None:
    page = read(kind)
    assert page.evaluate(TOO_FAINT) == []
    page.emulate_media(color_scheme="dark")
    assert page.evaluate(TOO_FAINT) == []


def test_dark_scheme_is_dark(read: Open) -> None:
    light, dark = read("article"), read("article", scheme="dark")
    for name in ("background-color", "color"):
        assert style(light, "body", name) != style(dark, "body", name)
    assert style(dark, "html", "color-scheme") == "light dark"


def test_paragraphs_are_indented_by_two_characters(read: Open) -> None:
    page = read("article")
    paragraph = ".prose > p:not(.dateline, .dateline + p)"
    assert (
        style(page, paragraph, "text-indent") == f"{2 * float(style(page, paragraph, 'font-size')[:-2]):g}px"
    )
    assert style(page, ".prose li", "text-indent") == "0px"


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_of_text_is_longer_than_forty_characters(read: Open, width: int) -> None:
    page = read("article", width=width)
    assert box(page, ".prose")["width"] <= 40 * float(style(page, ".prose", "font-size")[:-2])


def test_characters_are_never_slanted_and_the_note_is_in_kai(read: Open) -> None:
    page = read("article")
    assert style(page, ".prose em", "font-style") == "normal"
    assert style(page, ".prose em", "text-emphasis-style") != "none"
    assert "Kai" in style(page, "aside", "font-family")
    assert "Song" in style(page, "h1", "font-family")


def test_dateline_runs_into_the_first_paragraph(read: Open) -> None:
    page = read("article")
    assert box(page, ".dateline")["y"] == box(page, ".dateline + p")["y"]


def test_keyboard_passes_the_navigation_in_one_step(read: Open) -> None:
    page = read("article")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="跳到正文")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()


def test_focus_is_seen(read: Open) -> None:
    page = read("index")
    for _ in range(4):
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


@pytest.mark.parametrize("kind", samples.FULL)
def test_fingers_find_the_navigation(read: Open, kind: str) -> None:
    links = read(kind, width=360).locator("nav a[href]:visible, table a")
    heights = links.evaluate_all("all => all.map(a => [a.innerText, a.getBoundingClientRect().height])")
    assert [link for link in heights if link[1] < 43.9] == []


# What a script offers beside the words: a citation to copy, a day to turn to.
NO_CONTROLS = "document.querySelectorAll('main :is(button, form)').forEach(one => one.remove())"


@pytest.mark.parametrize("kind", ["article", "index", "archive"])
def test_everything_reads_without_javascript(read: Open, kind: str) -> None:
    with_it, without = read(kind), read(kind, java_script_enabled=False)
    with_it.evaluate(NO_CONTROLS)
    for part in ("main", ".sections", ".colophon"):
        assert without.locator(part).all_inner_texts() == with_it.locator(part).all_inner_texts()


def test_article_prints_its_words_and_no_furniture(read: Open) -> None:
    page = read("article")
    assert page.pdf(format="A4").startswith(b"%PDF")
    page.emulate_media(media="print")
    for shown in ("h1", ".prose", "aside", ".strapline-name", ".folio"):
        expect(page.locator(shown).first).to_be_visible()
    for hidden in (".pager", ".sections", ".page-mates", ".skip-link", ".colophon"):
        expect(page.locator(hidden)).to_be_hidden()
    assert style(page, ".prose a", "content") == "normal"


def test_lead_is_the_largest_headline_of_the_front(read: Open) -> None:
    page = read("index-demo")
    sizes = [
        float(size[:-2])
        for size in page.locator("main h3").evaluate_all("all => all.map(h => getComputedStyle(h).fontSize)")
    ]
    assert sizes[0] > max(sizes[1:])


def test_columns_of_the_front_are_ruled(read: Open) -> None:
    page = read("index-demo")
    second, third = (page.locator(".page-grid > .card").nth(at).bounding_box() for at in (1, 2))
    assert second
    assert third
    assert second["y"] == third["y"]
    assert second["x"] + second["width"] < third["x"]
    assert (
        page.locator(".page-grid > .card")
        .nth(2)
        .evaluate("e => getComputedStyle(e, '::before').borderLeftWidth")
        == "1px"
    )
