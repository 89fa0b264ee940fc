"""Where an article was printed, to be copied."""

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import Open
from tests.theme import samples

pytestmark = pytest.mark.browser


def test_citation_is_copied_with_the_articles_address(read: Open) -> None:
    page = read("article", permissions=["clipboard-read", "clipboard-write"])
    page.get_by_role("button", name="复制").click()
    expect(page.get_by_role("button", name="已复制")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == f"{samples.ARTICLE.citation} {samples.HEAD.canonical}"


def test_without_javascript_there_is_no_button_that_does_nothing(read: Open) -> None:
    page = read("article", java_script_enabled=False)
    expect(page.locator(".citation")).to_be_visible()
    expect(page.locator(".cite")).to_have_count(0)
