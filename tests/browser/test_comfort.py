"""What a reader may choose, and what the keys and the voice do; and that without scripts nothing is missed."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open
from tests.browser.test_reading import TOO_FAINT, overflow, style
from tests.theme import samples

pytestmark = pytest.mark.browser

SCHEMES = ("浅", "深", "米黄", "墨水")
VOICE = """() => {
    const said = window.said = [];
    const voices = ["zh-HK", "en-GB", "zh-CN", "en-US", "zh_TW"].map((lang) => ({ lang, localService: true }));
    voices.unshift({ lang: "zh-CN", localService: false });
    let current = null;
    window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
    Object.defineProperty(window, "speechSynthesis", { value: {
        getVoices: () => voices,
        addEventListener() {},
        cancel() { current = null; },
        speak(words) { current = words; said.push(words.text); window.heard = words.lang; },
    } });
    window.endSentence = () => current.onend();
}"""


def choose(page: Page, row: str, name: str) -> None:
    if not page.get_by_role("form", name="阅读设置").is_visible():
        page.get_by_text("阅读", exact=True).click()
    page.get_by_role("group", name=row).get_by_text(name, exact=True).click()


def pixels(page: Page, selector: str, name: str) -> float:
    return float(style(page, selector, name).removesuffix("px"))


def test_choices_are_remembered_on_the_device_and_without_cookies(read: Open) -> None:
    page = read("article")
    before = pixels(page, ".prose", "font-size"), pixels(page, ".prose", "line-height")
    choose(page, "字号", "特大")
    choose(page, "行距", "宽")
    choose(page, "纸色", "米黄")
    paper = style(page, "body", "background-color")
    for name in ("article", "index"):
        page.goto(re.sub(r"\w+\.html$", f"{name}.html", page.url))
        assert style(page, "body", "background-color") == paper
    page.go_back()
    assert pixels(page, ".prose", "font-size") > 1.4 * before[0]
    assert pixels(page, ".prose", "line-height") > 1.6 * before[1]
    assert page.context.cookies() == []
    choose(page, "纸色", "自动")
    assert style(page, "body", "background-color") != paper


def test_a_choice_holds_before_the_first_stroke_is_painted(read: Open) -> None:
    page = read("article")
    choose(page, "纸色", "深")
    page.route("**/comfort.js", lambda route: route.abort())
    page.reload()
    assert style(page, "html", "color-scheme") == "dark"


def test_dark_by_choice_is_dark_by_the_device(read: Open) -> None:
    device, chosen = read("article", scheme="dark"), read("article", scheme="light")
    choose(chosen, "纸色", "深")
    for name in (
        "--paper",
        "--tint",
        "--ink",
        "--ink-soft",
        "--rule",
        "--rule-strong",
        "--accent",
        "--spoken",
    ):
        assert style(device, "html", name) == style(chosen, "html", name)


@pytest.mark.parametrize("kind", ["article", "index", "archive"])
def test_words_stand_out_from_every_paper(read: Open, kind: str) -> None:
    page = read(kind)
    for name in SCHEMES:
        choose(page, "纸色", name)
        assert page.evaluate(TOO_FAINT) == [], name


@pytest.mark.parametrize("kind", samples.FULL)
def test_the_largest_type_and_the_open_panel_fit_a_small_telephone(read: Open, kind: str) -> None:
    page = read(kind, width=320)
    choose(page, "字号", "特大")
    assert overflow(page) == 0


@pytest.mark.parametrize("leading", ["标准", "宽", "特宽"])
def test_lines_stand_well_apart(read: Open, leading: str) -> None:
    page = read("article")
    choose(page, "行距", leading)
    for text in (".prose", ".note", ".page-mates", "figcaption"):
        assert pixels(page, text, "line-height") >= 1.5 * pixels(page, text, "font-size"), text


def test_panel_is_used_by_keyboard_alone(read: Open) -> None:
    page = read("article")
    summary = page.locator("summary")
    while not summary.evaluate("e => e === document.activeElement"):
        page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("radio", name="大", exact=True)).to_be_checked()
    assert style(page, "html", "font-size") == "19px"
    page.keyboard.press("Escape")
    expect(page.get_by_role("form", name="阅读设置")).to_be_hidden()
    expect(summary).to_be_focused()


@pytest.mark.parametrize("kind", samples.FULL)
def test_without_scripts_no_dead_control_shows(read: Open, kind: str) -> None:
    page = read(kind, java_script_enabled=False)
    assert page.locator("button:visible, input:visible, select:visible, summary:visible").count() == 0


def pressed(page: Page, key: str) -> str:
    """Press a key, which a keyboard here may lack, and return the path that it led to."""
    with page.expect_navigation():
        page.locator("body").dispatch_event("keydown", {"key": key, "bubbles": True})
    return re.sub(r"^https?://[^/]+", "", page.url)


def test_arrows_turn_to_articles_and_brackets_to_pages(read: Open) -> None:
    assert pressed(read("article"), "ArrowRight") == samples.ARTICLE.next.href
    assert pressed(read("print-page"), "[") == "/2024-04-15/01/"
    assert pressed(read("print-page"), "】") == "/2024-04-15/03/"


def test_brackets_on_an_article_turn_to_the_page_beside_its_own(read: Open) -> None:
    page = read("article")
    beside = '<a data-key="]" href="/2024-04-15/02/">第02版</a>'
    page.route("**/2024-04-15/01/", lambda route: route.fulfill(body=beside, content_type="text/html"))
    assert pressed(page, "]") == "/2024-04-15/02/"


def test_keys_can_be_switched_off(read: Open) -> None:
    page = read("article")
    choose(page, "单键", "关")
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog")).to_be_hidden()
    choose(page, "单键", "开")
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    expect(page.get_by_role("dialog", name="快捷键")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()


def with_voice(read: Open, name: str) -> Page:
    page = read(name)
    page.add_init_script(f"({VOICE})()")
    page.reload()
    return page


def marked(page: Page) -> str:
    words = page.evaluate(
        "[...(CSS.highlights.get('spoken') ?? [])].map(range => range.toString()).join('|')"
    )
    return str(words).strip()


def test_voice_reads_sentence_by_sentence_and_marks_it(read: Open) -> None:
    page = with_voice(read, "article")
    page.get_by_role("button", name="听全文").click()
    expect(page.get_by_role("button", name="暂停")).to_be_focused()
    assert marked(page) == samples.HEADLINES.kicker
    page.evaluate("endSentence()")
    assert marked(page) == samples.HEADLINES.title
    page.get_by_role("button", name="下一句").click()
    page.get_by_role("button", name="上一句").click()
    assert marked(page) == samples.HEADLINES.title
    page.get_by_role("button", name="暂停").click()
    page.get_by_role("button", name="继续").click()
    assert page.evaluate("said.at(-1)") == samples.HEADLINES.title
    page.get_by_role("button", name="结束").click()
    assert marked(page) == ""
    expect(page.get_by_role("button", name="听全文")).to_be_focused()


def test_voice_reads_each_sentence_once_to_the_end(read: Open) -> None:
    page = with_voice(read, "article-plain")
    page.get_by_role("button", name="听全文").click()
    page.evaluate("while (!document.querySelector('.listen-bar').hidden && said.length < 1000) endSentence()")
    expect(page.locator(".listen-bar")).to_be_hidden()
    said = page.evaluate("said")
    prose = "".join(page.locator(".prose :is(p, h2, h3, li, tr)").all_inner_texts())
    assert (
        len("".join("".join(said).split())) >= len("".join(prose.split())) - 250
    )  # a quoted paragraph counts twice
    assert all(re.search(r"[。？！…”]$|^[^。]*$", sentence) for sentence in said)


@pytest.mark.parametrize(
    ("language", "chosen"),
    [
        ("zh-Hans", "zh-CN"),
        ("zh-Hant", "zh_TW"),
        ("zh-HK", "zh-HK"),
        ("zh-TW", "zh_TW"),
        ("en", "en-US"),
        ("en-GB", "en-GB"),
        ("fr", None),
    ],
)
def test_voice_is_of_the_paper_s_own_tongue(read: Open, language: str, chosen: str | None) -> None:
    page = read("article")
    html = page.request.get(page.url).text().replace('lang="zh-Hans"', f'lang="{language}"')
    page.route("**/article.html", lambda route: route.fulfill(body=html, content_type="text/html"))
    controls = page.request.get(page.url.replace("article", "theme/controls/zh-Hans")).text()
    page.route("**/controls/*.html", lambda route: route.fulfill(body=controls, content_type="text/html"))
    page.add_init_script(f"({VOICE})()")
    page.reload()
    start = page.locator(".listen-start")
    if chosen:
        start.click()
        assert page.evaluate("heard") == chosen
    else:
        expect(start).to_be_hidden()


def test_listening_is_not_offered_without_a_voice(read: Open) -> None:
    expect(read("article").locator(".listen-start")).to_be_hidden()
