"""Other people's measures of a page: the Nu HTML checker's, axe-core's, and a budget of bytes.

The samples show every kind of page with every field set; the demonstration shows what the press makes of them.
"""

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from bs4 import BeautifulSoup
from playwright.sync_api import Browser, Page

from tests.browser.conftest import PAGE_KINDS, Open
from tests.browser.test_reading import KINDS
from tests.printed import ROOT
from tests.theme import samples

pytestmark = pytest.mark.browser

NODE_MODULES = ROOT / "tests/node/node_modules"
ARTICLE_BUDGET = 45_000
ARTICLES = "2*/*/*/index.html"

# Rules that hold for a reader of any page, beyond what the law asks (WCAG A and AA).
AXE = """async () => {
    const { violations } = await axe.run(document, { resultTypes: ["violations"] });
    return violations.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html).join(" ")}`);
}"""


def html_errors(*folders: Path) -> list[str]:
    checker = NODE_MODULES / "vnu-jar/build/dist/vnu.jar"
    command = [
        "java",
        "-Xss4m",
        "-jar",
        str(checker),
        "--errors-only",
        "--skip-non-html",
        "--format",
        "json",
        *map(str, folders),
    ]
    answer = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    said: list[dict[str, Any]] = json.loads(answer.stderr)["messages"]
    return [
        f"{one.get('url', '')}:{one.get('lastLine', 0)}: {one['message']}"
        for one in said
        if one["type"] != "info"
    ]


def barriers(page: Page) -> list[str]:
    """What axe-core finds in both schemes at both widths; it is evaluated, for the page's own policy would refuse it."""
    page.evaluate((NODE_MODULES / "axe-core/axe.min.js").read_text(encoding="utf-8"))
    found = []
    for width in (360, 1280):
        page.set_viewport_size({"width": width, "height": 900})
        for scheme in ("light", "dark"):
            page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
            found += [f"{width} {scheme}: {one}" for one in page.evaluate(AXE)]
    return found


def test_every_page_is_valid_html(sample_folder: Path, built: Path, language_sites: dict[str, Path]) -> None:
    assert html_errors(sample_folder, built, *language_sites.values()) == []


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_is_without_barriers(read: Open, kind: str) -> None:
    assert barriers(read(kind)) == []


@pytest.mark.parametrize("kind", PAGE_KINDS)
def test_demonstration_is_without_barriers(paper: str, chromium: Browser, kind: str) -> None:
    page = chromium.new_page()
    page.goto(paper + kind)
    assert barriers(page) == []
    page.close()


@pytest.mark.parametrize("opener", ["阅读", "?"])
def test_what_unfolds_is_without_barriers(read: Open, opener: str) -> None:
    page = read("article")
    if opener == "?":
        page.keyboard.press("?")
    else:
        page.get_by_text(opener, exact=True).click()
    assert barriers(page) == []


def heavy_articles(site: Path) -> dict[str, int]:
    """The articles that weigh more than they may, with their style sheets, in bytes."""
    heavy = {}
    for file in site.glob(ARTICLES):
        page = BeautifulSoup(file.read_bytes(), "html.parser")
        sheets = [str(link["href"]).lstrip("/") for link in page.select("link[rel=stylesheet]")]
        weight = file.stat().st_size + sum((site / sheet).stat().st_size for sheet in sheets)
        if weight > ARTICLE_BUDGET:
            heavy[file.relative_to(site).as_posix()] = weight
    assert list(site.glob(ARTICLES))
    return heavy


def test_articles_of_the_demonstration_are_light(built: Path) -> None:
    assert heavy_articles(built) == {}


@pytest.mark.parametrize("kind", samples.FULL)
def test_every_kind_has_its_words_without_style_sheets_and_scripts(read: Open, kind: str) -> None:
    page = read(kind, java_script_enabled=False)
    plain = BeautifulSoup(page.content(), "html.parser").select_one("main")
    assert plain
    for tag in plain.select("[hidden]"):  # what only a script can use
        tag.decompose()
    shown = "".join(page.locator("main").inner_text().split())
    assert len(shown) >= 0.9 * len("".join(plain.get_text().split()))
