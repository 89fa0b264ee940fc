"""检索: what a reader types is found and marked, at any width, by keyboard; and without scripts there is another way."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from playwright.sync_api import Browser, Page, Route, expect

from broadsheet.press.plan.cache.build_cache import BuildCache
from broadsheet.press.search.text import SearchText
from tests.browser.conftest import serve
from tests.browser.test_standards import barriers

pytestmark = pytest.mark.browser


@pytest.fixture
def reader(paper: str, chromium: Browser) -> Iterator[Page]:
    page = chromium.new_page(base_url=paper, viewport={"width": 1280, "height": 900})
    yield page
    page.close()


ARTICLE = re.compile(r"/\d{4}-\d\d-\d\d/\d\d/\d\d/$")
LEAF = re.compile(r"\d\.bin$")
SEGMENTS = re.compile(r"/segments\.json$")

LINES_THAT_MISS = """async (articles) => {
    const [{ readArticle }, { folding }, { readPairs }] = await Promise.all(
        ["reading", "folding", "segment"].map((name) => import(`/theme/js/${name}.js`)),
    );
    const table = await (await fetch("/search/simplified.bin")).arrayBuffer();
    const fold = folding(readPairs(table), false);
    const missed = [];
    for (const [href, lines] of articles) {
        const page = new DOMParser().parseFromString(await (await fetch(href)).text(), "text/html");
        missed.push(...lines.filter((text) => !readArticle(page, [{ text: fold(text).text }], fold)).map((line) => `${href} ${line}`));
    }
    return missed;
}"""


def results(page: Page) -> list[str]:
    return [str(link.get_attribute("href")) for link in page.locator(".search-result h2 a").all()]


@pytest.mark.parametrize("width", [360, 1280])
def test_words_are_found_and_marked_in_their_sentence(reader: Page, width: int) -> None:
    reader.set_viewport_size({"width": width, "height": 900})
    reader.goto("/search/")
    reader.get_by_role("searchbox").fill("轉型升級 洛阳")
    reader.keyboard.press("Enter")
    expect(reader.get_by_role("status")).to_have_text("共1篇")
    assert results(reader) == ["/2024-04-15/01/01/"]
    result = reader.get_by_role("listitem").filter(has=reader.get_by_role("heading"))
    assert set(result.locator("mark").all_inner_texts()) >= {"转型升级"}
    expect(result).to_contain_text("2024年4月15日")
    expect(result).to_contain_text("第01版")
    assert reader.evaluate("document.documentElement.scrollWidth <= innerWidth")
    result.get_by_role("heading").get_by_role("link").click()
    expect(reader.get_by_role("heading", level=1)).to_contain_text("转型升级")


def test_an_address_with_a_query_shows_its_answers_and_the_way_back_restores_them(reader: Page) -> None:
    reader.goto("/search/?q=“新质生产力”&section=要闻&order=oldest")
    expect(reader.get_by_role("status")).to_have_text("共2篇")
    assert results(reader) == ["/2024-04-15/01/01/", "/2024-04-15/01/02/"]
    expect(reader.get_by_role("combobox", name="栏目")).to_have_value("要闻")
    expect(reader.get_by_label("按见报先后")).to_be_checked()
    assert "新质生产力" in reader.title()
    reader.get_by_role("searchbox").fill("查无此语")
    reader.keyboard.press("Enter")
    expect(reader.get_by_role("status")).to_contain_text("没有找到")
    reader.go_back()
    expect(reader.get_by_role("status")).to_have_text("共2篇")


def test_a_slash_leads_to_the_field_from_anywhere(reader: Page) -> None:
    reader.goto("/2024-04-15/01/01/")
    reader.keyboard.press("/")
    reader.wait_for_url("**/search/")
    field = reader.get_by_role("searchbox")
    expect(field).to_be_focused()
    field.fill("韶关/")
    expect(field).to_have_value("韶关/")
    reader.get_by_label("最新在前").focus()
    reader.keyboard.press("/")
    expect(field).to_be_focused()


class Held:
    """Requests that no server answers until they are let go."""

    def __init__(self, page: Page, address: re.Pattern[str]) -> None:
        self.page = page
        self.address = address
        self.routes: list[Route] = []
        page.route(address, lambda route: self.routes.append(route))  # noqa: PLW0108  Playwright marks the handler

    def count(self) -> int:
        """Return how many are held, once Playwright has handed over those that the page made."""
        self.page.evaluate("0")
        return len(self.routes)

    def let_go(self) -> None:
        for route in self.routes:
            route.continue_()


@pytest.mark.parametrize("slowness", [1, 8])
def test_more_answers_come_ten_at_a_time_and_the_keyboard_goes_on_with_them(
    reader: Page, slowness: int
) -> None:
    cpu = reader.context.new_cdp_session(reader)
    cpu.send("Emulation.setCPUThrottlingRate", {"rate": slowness})
    reader.goto("/search/?q=的")
    shown = reader.locator(".search-result")
    expect(shown).to_have_count(10)
    expect(reader.get_by_role("status")).to_contain_text("篇")
    more = reader.get_by_role("button", name="再看一些")
    more.press("Enter")
    expect(shown).to_have_count(20)
    expect(shown.nth(10)).to_be_focused()
    more.press("Enter")
    expect(more).to_be_hidden()
    assert len(set(results(reader))) == shown.count() > 20
    expect(shown.nth(20)).to_be_focused()
    expect(reader.get_by_role("status")).to_have_text(f"共{shown.count()}篇")


def test_a_key_that_is_pressed_again_while_answers_come_opens_none_of_them(reader: Page) -> None:
    reader.goto("/search/?q=的")
    shown = reader.locator(".search-result")
    expect(shown).to_have_count(10)
    held = Held(reader, ARTICLE)
    more = reader.get_by_role("button", name="再看一些")
    with reader.expect_request(ARTICLE):
        more.press("Enter")
    expect(more).to_be_disabled()
    reader.keyboard.press("Enter")
    assert held.count() == 10
    held.let_go()
    expect(shown.nth(10)).to_be_focused()
    reader.keyboard.press("Enter")
    reader.keyboard.press("Tab")
    expect(shown.nth(10).get_by_role("link").first).to_be_focused()
    expect(reader).to_have_url(re.compile("/search/"))
    expect(shown).to_have_count(20)
    expect(more).to_be_enabled()


def test_answers_that_did_not_arrive_come_when_they_are_asked_for_again(reader: Page) -> None:
    reader.goto("/search/?q=的")
    shown = reader.locator(".search-result")
    expect(shown).to_have_count(10)
    more = reader.get_by_role("button", name="再看一些")
    for failing in (LEAF, ARTICLE):
        reader.route(failing, lambda route: route.abort())
        more.press("Enter")
        expect(reader.get_by_role("status")).to_contain_text("没有成功")
        reader.unroute(failing)
    more.press("Enter")
    expect(shown).to_have_count(20)
    more.press("Enter")
    expect(more).to_be_hidden()
    expect(reader.get_by_role("status")).to_have_text(f"共{shown.count()}篇")
    assert len(set(results(reader))) == shown.count() > 20


def test_a_query_that_another_overtakes_changes_nothing_of_its_answers(reader: Page) -> None:
    held = Held(reader, SEGMENTS)
    reader.goto("/search/?q=版")
    field = reader.get_by_role("searchbox")
    field.fill("的")
    field.press("Enter")
    assert held.count() == 1
    for _ in ("from the network", "from the browser's cache"):
        with reader.expect_request(SEGMENTS):
            held.routes.pop().abort()
        assert held.count()
    held.routes.pop().continue_()
    shown = reader.locator(".search-result")
    expect(shown).to_have_count(10)
    held.let_go()
    reader.get_by_role("button", name="再看一些").press("Enter")
    expect(shown).to_have_count(20)
    assert set(shown.locator("mark").all_inner_texts()) == {"的"}


def test_a_list_of_segments_that_is_out_of_date_is_fetched_again(reader: Page) -> None:
    stale = iter([True])

    def answer(route: Route) -> None:
        body = route.fetch().text()
        versions = re.sub(r'","[0-9a-f]{10}"', '","0000000000"', body)
        route.fulfill(body=versions if next(stale, False) else body)

    reader.route("**/segments.json", answer)
    reader.goto("/search/?q=韶关")
    expect(reader.get_by_role("status")).to_have_text(re.compile("共.篇"))
    assert next(stale, None) is None


def test_without_an_answer_from_the_server_the_page_says_so(reader: Page) -> None:
    reader.route("**/*.bin", lambda route: route.abort())
    reader.goto("/search/?q=韶关")
    expect(reader.get_by_role("status")).to_contain_text("没有成功")


def test_every_line_of_the_index_is_on_the_page_of_its_article(
    built: Path, reader: Page, tmp_path: Path
) -> None:
    kept = BuildCache(Path(shutil.copy(built.parent / ".cache/press.sqlite", tmp_path / "kept.sqlite")))
    articles = [
        (
            f"/{date}/{text.page:02d}/{text.order:02d}/",
            [line for line in text.text.split("\n") if line.strip()],
        )
        for date in kept.editions()
        for text in msgspec.msgpack.decode(kept.part(date, "search"), type=tuple[SearchText, ...])
    ]
    kept.close()
    assert len(articles) > 20
    reader.goto("/search/")
    assert reader.evaluate(LINES_THAT_MISS, articles) == []


def test_answers_are_without_barriers(reader: Page) -> None:
    reader.goto("/search/?q=产业&from=2024")
    expect(reader.locator(".search-result").first).to_be_visible()
    assert barriers(reader) == []


def test_without_scripts_archive_and_lists_are_offered(paper: str, chromium: Browser) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{paper}/search/")
    expect(page.get_by_role("searchbox")).to_be_hidden()
    page.get_by_role("main").get_by_role("link", name="栏目").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("栏目")
    page.goto(f"{paper}/search/")
    page.get_by_role("main").get_by_role("link", name="往期").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("往期")
    context.close()


def test_english_words_are_found_by_their_beginning(
    language_sites: dict[str, Path], chromium: Browser
) -> None:
    page = chromium.new_page()
    for address in serve(language_sites["en"]):
        page.goto(f"{address}/search/?q=ferr")
        expect(page.get_by_role("status")).to_have_text(re.compile(r"Articles found: \d"))
        assert "/2024-05-06/01/01/" in results(page)
        assert set(page.locator("mark").all_inner_texts()) <= {"ferr", "Ferr"}
        page.goto(f'{address}/search/?q="MRS. PELL"')
        expect(page.locator("mark").first).to_have_text("Mrs. Pell")
    page.close()
