"""离线: without a connection readers have the newest edition, what they read, and the editions that they kept."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import SEARCH, QuietHandler, serve
from tests.browser.test_standards import barriers
from tests.printed import printed

pytestmark = pytest.mark.browser

ADDRESS = "https://paper.example/repo"
OLD, NEWEST = "2024-04-15", "2024-05-06"
IS_WHOLE = """async (date) => {
    for (const name of await caches.keys()) {
        if (name.endsWith(date) && await (await caches.open(name)).match(`/repo/${date}/files.json`)) return true;
    }
    return false;
}"""
IS_KEPT = "async (href) => Boolean(await caches.match(href))"
IS_SEARCH_KEPT = """async () => {
    const fetched = performance.getEntriesByType("resource").map(({ name }) => name);
    const ours = [location.pathname, ...fetched.filter((name) => /search|\\d{4}-/.test(name))];
    return (await Promise.all(ours.map((name) => caches.match(name)))).every(Boolean);
}"""
IS_LEFT = (
    "async () => (await navigator.serviceWorker.getRegistrations()).length + (await caches.keys()).length > 0"
)


IS_CORRECTED = "async (href) => (await (await caches.match(href))?.text())?.includes('（更正）')"
IS_NEXT = "async () => (await caches.keys()).filter((name) => name.includes(' theme ')).join().endsWith('theme next')"
UNTIL = """async ([condition, value]) => {
    const holds = eval(condition);
    const tooLate = Date.now() + 20_000;
    while (!(await holds(value))) {
        if (Date.now() > tooLate) throw new Error(`never: ${condition} of ${value}`);
        await new Promise((next) => setTimeout(next, 20));
    }
}"""


class PublishedHandler(QuietHandler):
    """Has the browser ask each time whether a file has changed."""

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()


@pytest.fixture
def published_site(tmp_path: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demonstration as readers get it below /repo/, to read offline; a test may change it."""
    site = printed(tmp_path_factory, address=ADDRESS, settings=f'{SEARCH}OFFLINE = "on"\n')
    return Path(shutil.copytree(site, tmp_path / "repo"))


@pytest.fixture
def reader(published_site: Path, chromium: Browser) -> Iterator[Page]:
    for address in serve(published_site.parent, PublishedHandler):
        context = chromium.new_context(base_url=address, viewport={"width": 1280, "height": 900})
        yield context.new_page()
        context.close()


def wait_until(page: Page, condition: str, value: str = "") -> None:
    """Wait until `condition`, an asynchronous function of JavaScript, returns something true for `value`."""
    page.evaluate(UNTIL.replace("eval(condition)", condition), [condition, value])


def visit(page: Page) -> None:
    """Read the front, until the newest edition is kept."""
    page.goto("/repo/")
    wait_until(page, IS_WHOLE, NEWEST)
    wait_until(page, IS_KEPT, "/repo/")


def go_offline(page: Page) -> None:
    page.context.set_offline(True)


def read(page: Page, path: str) -> None:
    page.goto(path)
    wait_until(page, IS_KEPT, path)


def test_after_one_visit_the_newest_edition_is_there_without_a_connection(reader: Page) -> None:
    visit(reader)
    go_offline(reader)
    for path in ("", f"{NEWEST}/", f"{NEWEST}/02/", f"{NEWEST}/02/03/", f"{NEWEST}/all/"):
        reader.goto(f"/repo/{path}")
        expect(reader.locator("h1")).not_to_have_text("离线阅读")
    reader.goto(f"/repo/{NEWEST}/02/03/")
    expect(reader.locator(".photo img").first).to_be_visible()
    reader.locator(".photo img").first.scroll_into_view_if_needed()
    reader.wait_for_function("document.querySelector('.photo img').naturalWidth > 0")
    assert reader.evaluate("getComputedStyle(document.body).fontFamily.includes('Song')")


def test_an_article_that_was_read_stays_and_for_another_the_kept_editions_are_shown(reader: Page) -> None:
    visit(reader)
    read(reader, f"/repo/{OLD}/01/01/")
    go_offline(reader)
    reader.goto(f"/repo/{OLD}/01/01/")
    expect(reader.get_by_role("heading", level=1)).to_contain_text("转型升级")
    reader.goto(f"/repo/{OLD}/01/02/")
    expect(reader.get_by_role("heading", level=1)).to_have_text("离线阅读")
    kept = reader.get_by_role("main").get_by_role("listitem")
    expect(kept).to_have_text([re.compile("2024年5月6日.*kB")])
    assert barriers(reader) == []
    kept.get_by_role("link").click()
    expect(reader).to_have_url(re.compile(f"/repo/{NEWEST}/$"))


def test_a_reader_keeps_an_edition_and_removes_it(reader: Page) -> None:
    visit(reader)
    reader.goto(f"/repo/{OLD}/")
    reader.get_by_role("button", name="保存本期").click()
    expect(reader.get_by_text("已存在这台设备上")).to_be_visible()
    button = reader.get_by_role("button", name="删除保存的本期")
    expect(button).to_have_text(re.compile(r"（\d+\s?kB）"))
    assert barriers(reader) == []
    go_offline(reader)
    reader.goto(f"/repo/{OLD}/01/03/")
    expect(reader.get_by_role("heading", level=1)).to_contain_text("为民办实事")
    reader.goto(f"/repo/{OLD}/")
    reader.get_by_role("button", name="删除保存的本期").click()
    expect(reader.get_by_role("button", name="保存本期")).to_be_visible()
    reader.goto(f"/repo/{OLD}/01/03/")
    expect(reader.get_by_role("heading", level=1)).to_have_text("离线阅读")


def test_while_there_is_a_connection_fronts_are_new_and_a_corrected_article_follows(
    reader: Page, published_site: Path
) -> None:
    visit(reader)
    read(reader, f"/repo/{OLD}/01/01/")
    front, article = published_site / "index.html", published_site / OLD / "01/01/index.html"
    for file in (front, article):
        text = file.read_text(encoding="utf-8")
        file.write_text(text.replace("</h1>", "（更正）</h1>"), encoding="utf-8")
    reader.goto("/repo/")
    expect(reader.get_by_role("heading", level=1)).to_contain_text("更正")
    reader.goto(f"/repo/{OLD}/01/01/")
    wait_until(reader, IS_CORRECTED, f"/repo/{OLD}/01/01/")
    reader.goto(f"/repo/{OLD}/01/01/")
    expect(reader.get_by_role("heading", level=1)).to_contain_text("更正")


def test_a_withdrawn_article_leaves_the_device(reader: Page, published_site: Path) -> None:
    visit(reader)
    shutil.rmtree(published_site / NEWEST / "02/03")
    article = f"/repo/{NEWEST}/02/03/"
    reader.goto(article)
    wait_until(reader, f"async (href) => !(await ({IS_KEPT})(href))", article)
    go_offline(reader)
    reader.goto(article)
    expect(reader.get_by_role("heading", level=1)).to_have_text("离线阅读")


def test_a_corrected_edition_is_kept_anew_and_the_old_one_stays_until_all_of_it_is_there(
    reader: Page, published_site: Path
) -> None:
    visit(reader)
    listed, article = published_site / NEWEST / "files.json", published_site / NEWEST / "02/03/index.html"
    listed.write_text(
        re.sub(r'"version":"\w+"', '"version":"next"', listed.read_text("utf-8")), encoding="utf-8"
    )
    whole = article.read_text(encoding="utf-8")
    article.unlink()
    look_again(reader)
    with reader.expect_console_message(lambda message: "offline:" in message.text):
        reader.goto("/repo/archive/")
    assert reader.evaluate(IS_KEPT, f"/repo/{NEWEST}/02/03/")
    article.write_text(whole.replace("</h1>", "（更正）</h1>"), encoding="utf-8")
    reader.goto("/repo/archive/")
    wait_until(reader, IS_CORRECTED, f"/repo/{NEWEST}/02/03/")


def test_the_next_edition_takes_the_place_of_the_one_before(reader: Page, published_site: Path) -> None:
    (published_site / "newest.json").write_text(f'{{"newest":"{OLD}"}}', encoding="utf-8")
    reader.goto("/repo/archive/")
    wait_until(reader, IS_WHOLE, OLD)
    (published_site / "newest.json").write_text(f'{{"newest":"{NEWEST}"}}', encoding="utf-8")
    look_again(reader)
    visit(reader)
    wait_until(reader, f"async (date) => !(await ({IS_WHOLE})(date))", OLD)


def look_again(page: Page) -> None:
    """Stop the worker, which has looked for the newest edition a moment ago; the browser starts it when it is needed."""
    cdp = page.context.new_cdp_session(page)
    cdp.send("ServiceWorker.enable")
    cdp.send("ServiceWorker.stopAllWorkers")


def test_a_new_theme_replaces_the_old_one(reader: Page, published_site: Path) -> None:
    visit(reader)
    sheet, worker = published_site / "theme/css/paper.css", published_site / "service-worker.js"
    sheet.write_text(f"{sheet.read_text(encoding='utf-8')}body{{outline:3px solid}}", encoding="utf-8")
    text = worker.read_text(encoding="utf-8")
    worker.write_text(re.sub(r'"version":"\w+"', '"version":"next"', text), encoding="utf-8")
    reader.goto("/repo/archive/")
    wait_until(reader, IS_NEXT)
    go_offline(reader)
    reader.goto("/repo/")
    assert reader.evaluate("getComputedStyle(document.body).outlineWidth") == "3px"


def test_a_full_device_keeps_nothing_of_an_edition_and_says_so(reader: Page) -> None:
    visit(reader)
    reader.goto(f"/repo/{OLD}/")
    button = reader.get_by_role("button", name="保存本期")
    expect(button).to_be_visible()
    origin = reader.evaluate("origin")
    cdp = reader.context.new_cdp_session(reader)
    cdp.send("Storage.overrideQuotaForOrigin", {"origin": origin, "quotaSize": 1})
    button.click()
    expect(reader.locator(".keep-status")).to_have_text("这台设备上没有地方了，没有保存。")
    assert not reader.evaluate(IS_WHOLE, OLD)
    assert reader.evaluate(f"async () => !(await caches.keys()).some((name) => name.endsWith('{OLD}'))")
    reader.goto(f"/repo/{OLD}/01/02/")
    expect(reader.get_by_role("heading", level=1)).to_contain_text("三个方面")
    cdp.send("Storage.overrideQuotaForOrigin", {"origin": origin})


def test_search_finds_without_a_connection_what_it_fetched_before(reader: Page) -> None:
    visit(reader)
    reader.goto("/repo/search/?q=韶关")
    expect(reader.get_by_role("status")).to_have_text(re.compile("共.篇"))
    found = reader.locator(".search-result h2").all_inner_texts()
    reader.goto("/repo/search/?q=韶关")  # the first visit fetched before the worker was there
    expect(reader.locator(".search-result h2")).to_have_text(found)
    wait_until(reader, IS_SEARCH_KEPT)
    go_offline(reader)
    reader.goto("/repo/search/?q=韶关")
    expect(reader.locator(".search-result h2")).to_have_text(found)


def test_a_paper_that_withdrew_reading_offline_leaves_nothing_behind(
    reader: Page, published_site: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    visit(reader)
    withdrawn = printed(tmp_path_factory, address=ADDRESS, settings=f'{SEARCH}OFFLINE = "withdrawn"\n')
    shutil.rmtree(published_site)
    shutil.copytree(withdrawn, published_site)
    reader.goto("/repo/archive/")
    wait_until(reader, f"async () => !(await ({IS_LEFT})())")
    reader.goto("/repo/")
    assert not reader.evaluate(IS_LEFT)
    expect(reader.locator("link[rel=manifest], .keep")).to_have_count(0)


def test_an_article_loads_little_script(reader: Page) -> None:
    scripts = {}
    reader.on(
        "response",
        lambda answer: scripts.update({answer.url: answer}) if answer.url.endswith(".js") else None,
    )
    reader.goto(f"/repo/{NEWEST}/02/03/", wait_until="networkidle")
    assert any("offline.js" in url for url in scripts)
    assert sum(len(answer.body()) for answer in scripts.values()) <= 15_000
