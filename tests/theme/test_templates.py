"""What holds of every page that the templates make, and what each says of print's own facts."""

import re
from collections.abc import Iterable
from typing import Any

import pytest
from bs4 import BeautifulSoup, Tag
from msgspec.structs import replace

from broadsheet.press.theme.static_files import theme_files
from tests.theme import samples
from tests.theme.rendering import THEME, render

KINDS = [pytest.param(*page, False, id=name) for name, page in samples.FULL.items()]
KINDS += [pytest.param(*page, True, id=f"sparse {name}") for name, page in samples.SPARSE.items()]
every_kind = pytest.mark.parametrize(("template", "context", "sparse"), KINDS)
ARTICLE_BUDGET = 45_000
SCRIPT_BUDGET = 15_000
SENT = {sent.file.removeprefix("theme/"): len(sent.data) for sent in theme_files(THEME)}
"""The files of the theme that readers get, and their bytes."""


def soup(template: str, context: dict[str, Any], *, sparse: bool = False) -> BeautifulSoup:
    return BeautifulSoup(render(template, context, sparse=sparse), "html.parser")


def article(**fields: Any) -> BeautifulSoup:
    return soup("article.html", {"article": replace(samples.ARTICLE, **fields)})


def one(page: BeautifulSoup, selector: str) -> Tag:
    found = page.select(selector)
    assert len(found) == 1, f"{selector}: {len(found)} found"
    return found[0]


def words(tag: Tag) -> str:
    return " ".join(tag.get_text().split())


def stylesheets(page: BeautifulSoup) -> list[str]:
    return [
        str(link["href"]).removeprefix(samples.PAPER.theme_href)
        for link in page.select("link[rel=stylesheet]")
    ]


def weight(files: Iterable[str]) -> int:
    return sum(SENT[file] for file in files)


@every_kind
def test_has_one_first_heading_a_language_and_a_way_past_the_navigation(
    template: str, context: dict[str, Any], sparse: bool
) -> None:
    page = soup(template, context, sparse=sparse)
    assert words(one(page, "h1"))
    assert one(page, "html")["lang"] == "zh-Hans"
    assert one(page, "title").get_text()
    assert page.select("body > *")[0]["href"] == "#" + str(one(page, "main")["id"])
    ids = [str(tag["id"]) for tag in page.select("[id]")]
    assert len(ids) == len(set(ids))


@every_kind
def test_keeps_to_a_strict_content_security_policy(
    template: str, context: dict[str, Any], sparse: bool
) -> None:
    html = render(template, context, sparse=sparse)
    runs = re.sub(r'<script type="application/ld\+json">.*?</script>', "", html)
    assert not re.search(r"<style|<script(?![^>]*\ssrc=)|\s(style|on\w+)\s*=|javascript:", runs)
    first, second = BeautifulSoup(html, "html.parser").select("head > *")[:2]
    assert first["charset"] == "utf-8"
    assert second["http-equiv"] == "Content-Security-Policy"
    assert "default-src 'none'" in second["content"]
    assert "unsafe" not in second["content"]


@every_kind
def test_asks_nothing_of_another_site(template: str, context: dict[str, Any], sparse: bool) -> None:
    page = soup(template, context, sparse=sparse)
    addresses = [
        str(tag[name])
        for name in ("src", "srcset", "href", "poster", "data", "action")
        for tag in page.select(f"[{name}]")
        if tag.get("rel") != ["canonical"]
    ]
    assert [address for address in addresses if not re.match(r"/(?!/)|#", address)] == []


@every_kind
def test_links_only_style_sheets_that_exist(template: str, context: dict[str, Any], sparse: bool) -> None:
    sheets = stylesheets(soup(template, context, sparse=sparse))
    assert sheets[0] == "css/paper.css", "it says the order of the layers, so it comes first"
    assert [sheet for sheet in sheets if sheet not in SENT] == []


@every_kind
def test_escapes_what_editors_write(template: str, context: dict[str, Any], sparse: bool) -> None:
    evil = "a<b>&\"'"
    paper = replace(samples.PAPER, name=evil, tagline=evil)
    html = render(template, context, paper=paper, head=replace(samples.HEAD, title=evil))
    assert "<b>" not in html
    assert "a&lt;b&gt;&amp;&#34;&#39;" in html
    assert sparse or samples.PAPER.name


def test_escapes_a_headline() -> None:
    evil = samples.headlines("<i>斜</i>", kicker="<i>", deck=("<i>",))
    for page in (
        render("article.html", {"article": replace(samples.ARTICLE, headlines=evil)}),
        render("section.html", {"listing": samples.LISTING, "listed": (samples.card(1, 1, headlines=evil),)}),
    ):
        assert "<i>" not in page
        assert "&lt;i&gt;斜&lt;/i&gt;" in page


def test_templates_never_switch_escaping_off() -> None:
    sources = {path.name: path.read_text(encoding="utf-8") for path in THEME.rglob("*.html")}
    assert [name for name, text in sources.items() if re.search(r"\|\s*safe|autoescape", text)] == []


def test_article_without_photos_is_light() -> None:
    html = render("article.html", {"article": samples.PLAIN_ARTICLE})
    css = weight(stylesheets(BeautifulSoup(html, "html.parser")))
    assert css + len(html.encode()) <= ARTICLE_BUDGET


@every_kind
def test_scripts_are_light(template: str, context: dict[str, Any], sparse: bool) -> None:
    scripts = soup(template, context, sparse=sparse).select("script[src]")
    files = [str(script["src"]).removeprefix(samples.PAPER.theme_href) for script in scripts]
    assert files
    assert weight(files) <= SCRIPT_BUDGET


def test_headline_keeps_its_space_and_breaks_there() -> None:
    page = article(headlines=samples.HEADLINES)
    assert words(one(page, "h1")) == "转型升级 看老工业基地如何蝶变"
    assert [words(tag) for tag in page.select("h1 .phrase")] == ["转型升级", "看老工业基地如何蝶变"]


def test_headline_keeps_the_lines_that_an_editor_broke_it_into() -> None:
    lines = ("转型升级", "看老工业基地 如何蝶变")
    page = article(headlines=samples.headlines(" ".join(lines), lines=lines, supplied=True))
    assert [words(tag) for tag in page.select("h1 .headline-line")] == [
        "〔转型升级",
        "看老工业基地 如何蝶变〕",
    ]
    assert words(one(page, "h1")) == "〔转型升级 看老工业基地 如何蝶变〕"


def test_headline_keeps_a_wide_space() -> None:
    assert one(article(headlines=samples.headlines("春\u3000夏")), "h1").get_text() == "春\u3000夏"


def test_headline_stack_is_complete_and_in_order() -> None:
    assert [tag.name for tag in one(article(), "hgroup").find_all(True, recursive=False)] == ["p", "h1", "p"]


def test_supplied_headline_stands_in_brackets_and_says_so() -> None:
    page = article(headlines=samples.headlines("聚焦新质生产力 深化市场化改革", supplied=True))
    assert words(one(page, "h1")) == "〔聚焦新质生产力 深化市场化改革〕"
    assert "编者拟题" in words(one(page, "header.article-head"))
    assert "〔" not in one(article(), "h1").get_text()


def test_missing_headline_is_told_from_a_printed_one() -> None:
    assert "untitled" in one(article(headlines=samples.headlines("无题", untitled=True)), "h1")["class"]
    assert "untitled" not in one(article(), "h1")["class"]


def test_correction_comes_first_then_the_note_then_the_text() -> None:
    page = article()
    places = [page.select_one(f"main {part}") for part in ("h1", ".corrections", "aside", ".prose")]
    lines = [(tag.sourceline, tag.sourcepos) for tag in places if tag]
    assert len(lines) == 4
    assert lines == sorted(lines, key=lambda line: (line[0] or 0, line[1] or 0))


def test_photo_that_did_not_come_keeps_its_place_and_words() -> None:
    figure = one(article(photos=(samples.MISSING_PHOTO,), first_picture=""), "figure")
    assert not figure.select("img")
    assert "（图略）" in words(figure)
    assert words(figure.select(".caption")[0]) == samples.MISSING_PHOTO.caption
    assert words(figure.select(".credit")[0]) == samples.MISSING_PHOTO.credit


def test_photo_has_its_measures_where_known() -> None:
    assert (
        one(article(photos=(samples.PHOTO,)), "img").attrs.items()
        >= {"width": "1200", "height": "800"}.items()
    )
    assert "width" not in one(article(photos=(samples.BARE_PHOTO,)), "img").attrs
    assert not article(photos=(samples.BARE_PHOTO,)).select("figcaption")


def test_photo_offers_its_formats_and_the_viewer_comes_with_a_picture_alone() -> None:
    figure = one(article(photos=(samples.PHOTO,)), "figure.photo")
    (source,) = figure.select("picture > source")
    assert source["srcset"] == samples.PHOTO.sources[0].srcset
    assert source["sizes"]
    assert figure.select("a")[0]["href"] == samples.PHOTO.src
    for first_picture, number in ((samples.PHOTO.src, 1), ("", 0)):
        page = article(first_picture=first_picture)
        assert len(page.select("dialog.viewer")) == len(page.select("script[src$='viewer.js']")) == number


@every_kind
def test_no_page_repeats_the_controls_that_need_a_script(
    template: str, context: dict[str, Any], sparse: bool
) -> None:
    controls = soup("controls.html", {}, sparse=sparse)
    for selector in (".comfort-panel", "dialog.help", ".listen-start", ".listen-bar", ".cite"):
        one(controls, selector)
        assert not soup(template, context, sparse=sparse).select(selector)


def test_teaser_without_an_address_says_that_it_is_not_here() -> None:
    absent, present = one(article(teasers=samples.TEASERS), ".teasers").select("li")
    assert "未收录" in words(absent)
    assert not absent.select("a")
    assert "未收录" not in words(present)
    assert one(BeautifulSoup(str(present), "html.parser"), "a")["href"] == samples.TEASERS[1].href


def test_row_ends_in_words_instead_of_a_link() -> None:
    pager = one(article(), "nav.pager")
    assert [link["rel"] for link in pager.select("a")] == [["next"]]
    assert "已是本期第一篇" in words(pager)


def test_banner_stands_only_over_what_is_not_published() -> None:
    assert "待校" in words(one(article(status_label="待校"), ".status"))
    assert not article(status_label="").select(".status")


def test_banner_says_when_an_article_or_an_edition_will_be_published() -> None:
    held = article(status_label="待发", release=samples.RELEASE)
    assert samples.RELEASE in words(one(held, ".status"))
    masthead = replace(samples.MASTHEAD, release=samples.RELEASE)
    edition = replace(samples.EDITION, masthead=masthead)
    whole = replace(samples.WHOLE, masthead=masthead)
    page = {**samples.print_page_of(samples.EDITION.pages[1]), "masthead": masthead}
    for template, views in (
        ("edition.html", {"edition": edition}),
        ("whole.html", {"whole": whole}),
        ("print_page.html", page),
    ):
        assert samples.RELEASE in words(one(soup(template, views), ".status"))


def test_masthead_leaves_out_an_unknown_number() -> None:
    known = soup("index.html", {"edition": samples.EDITION})
    unknown = soup("index.html", {"edition": samples.DEMO_EDITION})
    assert "总第8012期" in words(one(known, ".masthead"))
    assert "总第" not in words(one(unknown, ".masthead"))


def test_edition_shows_every_article_of_every_page() -> None:
    hrefs = {
        str(link["href"]) for link in soup("edition.html", {"edition": samples.EDITION}).select("main a")
    }
    assert {card.href for page in samples.EDITION.pages for card in page.cards} <= hrefs
    assert {page.href for page in samples.EDITION.pages} <= hrefs


def test_page_one_is_on_is_marked() -> None:
    page = soup(*samples.FULL["print-page"])
    assert words(one(page, ".page-strip [aria-current=page]")) == "02 时政"
    assert words(one(article(), ".page-mates [aria-current=page]")) == samples.ARTICLE.page_mates[0].text
    assert (
        words(one(soup("section.html", {"listing": samples.LISTING}), ".sections [aria-current]")) == "要闻"
    )


def test_calendar_links_days_with_a_paper_and_no_others() -> None:
    month = soup("archive.html", {"archive": samples.ARCHIVE}).select("table")[0]
    assert len(month.select("td a")) == 24
    assert [words(cell) for cell in month.select("td") if not cell.select("a") and words(cell)] == [
        "7",
        "14",
        "21",
        "28",
    ]


def test_the_description_is_said_once_for_search_engines_and_shared_links() -> None:
    (said,) = soup("404.html", {}).select("[content*='各地交流']")
    assert (said["name"], said["property"]) == ("description", "og:description")
    assert said["content"] == samples.HEAD.description


def test_head_leaves_out_what_is_unknown() -> None:
    full, sparse = soup("404.html", {}), soup("404.html", {}, sparse=True)
    known = (
        "meta[property='og:url']",
        "meta[property='article:modified_time']",
        "script[type='application/ld+json']",
    )
    links = ("link[rel=canonical]", "meta[name=description]")
    for selector in (*known, *links):
        assert len(full.select(selector)) == 1
        assert not sparse.select(selector)


@every_kind
def test_head_names_the_first_feed_and_the_colophon_links_to_all(
    template: str, context: dict[str, Any], sparse: bool
) -> None:
    page = soup(template, context, sparse=sparse)
    first, *_ = feeds = [feed.href for feed in samples.PAPER.feeds]
    named = [str(link["href"]) for link in page.select("head link[type*=atom]")]
    assert first in named
    assert {str(link["href"]) for link in page.select(".colophon a")} >= set(feeds)


def test_a_paper_without_an_about_page_links_to_none() -> None:
    html = render("404.html", {}, paper=replace(samples.PAPER, about_href=""))
    assert not BeautifulSoup(html, "html.parser").select("a[href='']")
