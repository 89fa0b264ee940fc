"""Prominence: what print made large is large, on the front, in the page in small (版面图) and beside a text."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.test_reading import box, style
from tests.theme import samples

pytestmark = pytest.mark.browser

AREAS = "all => all.map(e => { const r = e.getBoundingClientRect(); return r.width * r.height; })"


def ink(page: Page) -> list[float]:
    areas: list[float] = page.locator(".make-up .area").evaluate_all(AREAS)
    return areas


@pytest.mark.parametrize("width", [360, 1280])
def test_areas_of_the_page_in_small_follow_the_length_of_its_articles(read: Open, width: int) -> None:
    areas = ink(read("print-page", width=width))
    assert len(areas) == len(samples.EDITION.pages[1].cards)
    assert areas == sorted(areas, reverse=True)
    assert areas[0] > 2 * areas[-1]


def test_page_in_small_has_the_articles_of_the_list_and_keeps_out_of_the_keyboards_way(read: Open) -> None:
    page = read("print-page")
    in_small = page.locator(".make-up a").evaluate_all("all => all.map(a => a.pathname)")
    listed = page.locator(".page-grid .headline a").evaluate_all("all => all.map(a => a.pathname)")
    assert in_small == listed
    expect(page.get_by_role("main").get_by_role("link", name=samples.STACKS[5].title)).to_have_count(1)
    assert page.locator(".make-up a:not([tabindex='-1'])").count() == 0


def test_area_leads_to_its_article(read: Open) -> None:
    page = read("print-page")
    with page.expect_navigation():
        page.locator(".area").nth(1).click()
    assert page.url.endswith(samples.EDITION.pages[1].cards[1].href)


def test_front_without_a_photo_has_the_page_in_small_beside_its_lead(read: Open) -> None:
    page = read("index-demo")
    lead, small = box(page, ".card-banner"), box(page, ".make-up")
    assert lead["x"] + lead["width"] <= small["x"]
    assert abs(lead["y"] - small["y"]) < 48
    expect(read("index-demo", width=360).locator(".make-up")).to_be_hidden()
    expect(read("index").locator(".make-up")).to_have_count(0)


def test_long_story_has_a_larger_headline_than_a_short_one(read: Open) -> None:
    page = read("index-demo")
    sizes = [
        float(style(page, f".card-{rank} .headline", "font-size")[:-2])
        for rank in ("banner", "major", "story")
    ]
    assert sizes[0] > sizes[1] > sizes[2]


def test_further_photos_stand_beside_the_text_and_below_it_on_a_phone(read: Open) -> None:
    wide, narrow = read("article"), read("article", width=360)
    photos, text = box(wide, ".article-photos"), box(wide, ".article-text")
    assert photos["x"] + photos["width"] <= text["x"]
    photos, text = box(narrow, ".article-photos"), box(narrow, ".article-text")
    assert photos["y"] >= text["y"] + text["height"]


def test_text_with_nothing_beside_it_stands_in_the_middle(read: Open) -> None:
    page = read("article-plain")
    text = box(page, ".article-text")
    assert abs(2 * text["x"] + text["width"] - 1280) < 1
    assert box(page, ".page-mates")["y"] >= text["y"] + text["height"]
