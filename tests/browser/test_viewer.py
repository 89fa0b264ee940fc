"""Pictures on a page and in the viewer: by keyboard, by finger, and by neither script nor style."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.test_reading import TOO_FAINT, overflow
from tests.browser.test_standards import barriers
from tests.theme import samples

pytestmark = pytest.mark.browser

PICTURES = [photo for photo in samples.ARTICLE.photos if photo.src]


def opened(page: Page, number: int = 0) -> Page:
    page.locator(".photo-open").nth(number).focus()
    page.keyboard.press("Enter")
    return page


def test_viewer_is_walked_by_keyboard_and_gives_the_focus_back(read: Open) -> None:
    page = opened(read("article"))
    viewer = page.get_by_role("dialog", name="大图")
    expect(viewer).to_be_visible()
    expect(viewer.get_by_text(f"1 / {len(PICTURES)}")).to_be_visible()
    expect(viewer.get_by_role("img", name=PICTURES[0].alt)).to_be_visible()
    expect(viewer.get_by_text(PICTURES[0].caption)).to_be_visible()
    expect(viewer.get_by_role("button", name="关闭")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(viewer.get_by_text(f"1 / {len(PICTURES)}")).to_be_visible()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    expect(viewer.get_by_text(f"3 / {len(PICTURES)}")).to_be_visible()
    assert page.url.endswith("article.html"), "an arrow turned to another article"
    page.keyboard.press("Escape")
    expect(viewer).to_be_hidden()
    expect(page.locator(".photo-open").nth(2)).to_be_focused()


def test_viewer_shows_the_whole_picture_in_the_window(read: Open) -> None:
    for width in (320, 1280):
        page = opened(read("article", width=width))
        picture = page.locator(".viewer img").bounding_box()
        assert picture
        assert picture["x"] >= 0
        assert picture["x"] + picture["width"] <= width
        assert picture["y"] + picture["height"] <= 900
        assert max(picture["width"] / width, picture["height"] / 900) > 0.7
        assert overflow(page) == 0


def test_viewer_is_without_barriers_and_its_words_can_be_read(read: Open) -> None:
    page = opened(read("article"))
    assert barriers(page) == []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        assert page.evaluate(TOO_FAINT) == []


def test_buttons_turn_and_a_click_beside_the_picture_closes(read: Open) -> None:
    page = read("article")
    page.locator(".photo-open").first.click()
    viewer = page.get_by_role("dialog", name="大图")
    viewer.get_by_role("button", name="下一张").click()
    expect(viewer.get_by_text(f"2 / {len(PICTURES)}")).to_be_visible()
    expect(viewer.get_by_role("link", name="原图")).to_have_attribute(
        "href", f"{page.url.rpartition('/')[0]}{PICTURES[1].src}"
    )
    viewer.get_by_role("button", name="上一张").click()
    viewer.get_by_role("button", name="关闭").click()
    expect(viewer).to_be_hidden()


def test_without_scripts_a_picture_leads_to_its_large_file(read: Open) -> None:
    page = read("article", java_script_enabled=False)
    links = page.locator("figure.photo > a")
    assert [link.get_attribute("href") for link in links.all()] == [photo.src for photo in PICTURES]
    links.first.click()
    assert page.url.endswith(PICTURES[0].src)


def test_first_picture_is_fetched_at_once_and_the_others_when_they_are_near(read: Open) -> None:
    images = read("article").locator("figure.photo img")
    first, *others = images.all()
    assert (first.get_attribute("fetchpriority"), first.get_attribute("loading")) == ("high", None)
    assert {image.get_attribute("loading") for image in others} == {"lazy"}
