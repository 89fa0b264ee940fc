"""The page as it was printed (原版): by mouse, by keyboard, by finger, and without scripts."""

import io

import pytest
from PIL import Image
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import Open, Scheme
from tests.browser.test_reading import overflow
from tests.theme import samples

pytestmark = pytest.mark.browser

CARDS = samples.EDITION.pages[1].cards
TITLES = [card.headlines.title for card in CARDS]
PHONE = {"width": 360, "has_touch": True, "is_mobile": True}
INVITATION = "点选版面上的一篇，即可阅读"
IN_VIEW = "e => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.top < innerHeight - 60; }"
PLACE = "e => { const { x, y, width, height } = e.getBoundingClientRect(); return [x, y, width, height]; }"


def area(page: Page, number: int) -> Locator:
    return page.locator(f"#area-{number:02d}")


def is_framed(found: Locator) -> bool:
    strokes = found.locator("rect").evaluate_all("all => all.map(e => getComputedStyle(e).stroke)")
    assert strokes
    return "none" not in strokes


def words(page: Page) -> Locator:
    return page.locator(".page-map-words")


def opens(page: Page, number: int) -> bool:
    return page.url.endswith(CARDS[number - 1].href)


@pytest.mark.parametrize("width", [360, 1280])
def test_areas_lie_on_the_picture_where_the_map_says(read: Open, width: int) -> None:
    page = read("mapped-page", width=width)
    x, y, across, down = page.locator(".page-map img").evaluate(PLACE)
    found = page.locator("#area-01 rect").first.evaluate(PLACE)
    expected = [x + 0.05 * across, y + 0.12 * down, 0.9 * across, 0.3 * down]
    assert found == pytest.approx(expected, abs=1)
    assert across / down == pytest.approx(1123 / 1587, abs=0.01)
    assert overflow(page) == 0


def test_keyboard_goes_through_the_stories_in_print_order_and_then_to_the_list(read: Open) -> None:
    page = read("mapped-page")
    links = page.get_by_role("figure").get_by_role("link")
    assert [link.get_attribute("aria-label") for link in links.all()[:-1]] == TITLES
    page.locator(".page-strip a").last.focus()
    for number, title in enumerate(TITLES, 1):
        page.keyboard.press("Tab")
        expect(area(page, number)).to_be_focused()
        assert is_framed(area(page, number))
        assert not is_framed(area(page, number % len(TITLES) + 1))
        expect(words(page)).to_have_text(title)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="看大图")).to_be_focused()
    expect(words(page)).to_have_text(INVITATION)
    page.keyboard.press("Tab")
    expect(page.locator(".page-grid a").first).to_be_focused()
    area(page, 2).focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert opens(page, 2)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_mouse_frames_a_story_and_opens_it_at_once(read: Open, scheme: Scheme) -> None:
    page = read("mapped-page", scheme=scheme)
    area(page, 3).hover()
    assert is_framed(area(page, 3))
    expect(words(page)).to_have_text(TITLES[2])
    page.mouse.move(0, 0)
    assert not is_framed(area(page, 3))
    expect(words(page)).to_have_text(INVITATION)
    with page.expect_navigation():
        area(page, 3).click()
    assert opens(page, 3)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_first_tap_shows_the_headline_and_the_second_opens_the_story(read: Open, scheme: Scheme) -> None:
    page = read("mapped-page", scheme=scheme, **PHONE)
    for number in (1, 2):
        area(page, number).tap()
        expect(words(page)).to_have_text(TITLES[number - 1])
        expect(words(page)).to_be_in_viewport()
        expect(words(page)).to_have_attribute("aria-live", "polite")
        assert is_framed(area(page, number))
        assert page.url.endswith("mapped-page.html")
    assert not is_framed(area(page, 1))
    with page.expect_navigation():
        area(page, 2).tap()
    assert opens(page, 2)


def test_without_scripts_a_tap_opens_the_story(read: Open) -> None:
    page = read("mapped-page", java_script_enabled=False, **PHONE)
    with page.expect_navigation():
        area(page, 2).tap()
    assert opens(page, 2)


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("kind", ["mapped-page", "drawn-page"])
def test_fragment_frames_a_story_and_brings_it_into_view(read: Open, kind: str, width: int) -> None:
    page = read(kind, width=width)
    page.goto(page.url + "#area-04")
    assert area(page, 4).evaluate(IN_VIEW)
    assert is_framed(area(page, 4))
    assert not is_framed(area(page, 3)) or kind == "drawn-page"
    if kind == "mapped-page":
        expect(words(page)).to_have_text(TITLES[3])


def test_tap_elsewhere_takes_the_frame_from_the_story_that_a_link_led_to(read: Open) -> None:
    page = read("mapped-page", **PHONE)
    page.goto(page.url + "#area-04")
    area(page, 1).tap()
    assert is_framed(area(page, 1))
    assert not is_framed(area(page, 4))


@pytest.mark.parametrize(("scheme", "paper"), [("light", 255), ("dark", 199)])
def test_transparent_picture_stands_on_white_paper_that_is_dimmed_at_night(
    read: Open, scheme: Scheme, paper: int
) -> None:
    """A program that sets pages often gives the letters alone, which would be black on black at night."""
    page = read("mapped-page", scheme=scheme)
    shown = Image.open(io.BytesIO(page.locator(".page-map-sheet").screenshot())).convert("RGB")
    assert shown.getpixel((shown.width // 2, shown.height // 20)) == (paper, paper, paper)


def test_drawn_page_has_the_boxes_of_print_and_keeps_out_of_the_keyboards_way(read: Open) -> None:
    page = read("drawn-page")
    x, y, across, down = page.locator(".drawn-areas").evaluate(PLACE)
    assert down / across == pytest.approx(1.4132, abs=0.01)
    found = page.locator("#area-01 rect").first.evaluate(PLACE)
    assert found == pytest.approx([x + 0.05 * across, y + 0.12 * down, 0.9 * across, 0.3 * down], abs=1)
    assert page.locator(".make-up a:not([tabindex='-1'])").count() == 0
    with page.expect_navigation():
        area(page, 2).click()
    assert opens(page, 2)
