"""A paper offered in both scripts: the same site below /zh-Hant/, made with each page and never instead of it."""

import re
import shutil
from pathlib import Path
from urllib.parse import quote

import pytest
from bs4 import BeautifulSoup

from broadsheet.model.errors import BroadsheetError
from broadsheet.press import check_site
from broadsheet.press.site import make_site
from broadsheet.proof.site_run import findings_of_site
from tests.press.project import Project
from tests.proof.newsroom import findings
from tests.theme.rendering import THEME

SITE = "https://example.org/paper"
BOTH = ["zh-Hans", "zh-Hant"]
DAYS = ("2024-04-13", "2024-04-14", "2024-04-15")


def an_edition(project: Project, date: str) -> None:
    project.edition(date, number=8, pages={1: {"name": "要闻"}})
    for order in (1, 2):
        project.article(
            f"{date}/01/{order:02d}",
            "皇后在后面，见[上期](/2024-04-13/01/01/)。\n\n```\n后\n```",
            title=f"发展与头发{order}",
            section="要闻",
            authors=["张发"],
            tags=["农业"],
        )


@pytest.fixture
def paper(project: Project) -> Project:
    project.use_theme(THEME)
    project.set(SCRIPTS=BOTH, SECTION_NAV=["要闻"], SEARCH=True)
    project.write("content/about.md", "---\ntitle: 关于\n---\n\n后台。\n")
    project.write("content/about.en.md", "---\ntitle: About\n---\n\nAn English text.\n")
    for date in DAYS:
        an_edition(project, date)
    return project


def pages(project: Project) -> dict[str, BeautifulSoup]:
    return {
        file: BeautifulSoup(data, "html.parser")
        for file, data in project.files().items()
        if file.endswith("index.html")
    }


def alternates(page: BeautifulSoup) -> dict[str, str]:
    return {str(link["hreflang"]): str(link["href"]) for link in page.select("head link[hreflang]")}


def test_without_the_setting_there_is_nothing_of_it(project: Project) -> None:
    project.use_theme(THEME)
    an_edition(project, DAYS[0])
    project.article(f"{DAYS[0]}/01/01", convert="off")
    project.build(publish=True, site_url=SITE)
    files = project.files()
    assert [file for file in files if "zh-Hant" in file or "scripts" in file] == []
    said = [file for file, data in files.items() if b"hreflang" in data or b"script-switch" in data]
    assert said == []


def test_every_page_has_both_versions_that_name_each_other(paper: Project) -> None:
    paper.build(publish=True, site_url=SITE)
    found = pages(paper)
    own = {file for file in found if not file.startswith("zh-Hant/")}
    assert {file for file in found if file not in own} == {f"zh-Hant/{file}" for file in own}
    for file in own:
        address = file.removesuffix("index.html")
        before, after = found[file], found[f"zh-Hant/{file}"]
        expected = {"zh-Hans": f"{SITE}/{quote(address)}", "zh-Hant": f"{SITE}/zh-Hant/{quote(address)}"}
        assert [alternates(page) for page in (before, after)] == [expected, expected]
        assert after.html
        assert after.html["lang"] == "zh-Hant"
        assert after.select_one(".script-mark")
        assert not before.select(".script-mark")
        assert [link["lang"] for link in after.select(".script-switch a")] == ["zh-Hans"]
        assert [link["lang"] for link in before.select(".script-switch a")] == ["zh-Hant"]
    own_words, other_words = (
        paper.page(f"theme/controls/{script}.html") for script in ("zh-Hans", "zh-Hant")
    )
    assert ("阅读设置" in own_words, "閱讀設定" in other_words) == (True, True)


def test_links_lead_to_converted_pages_and_none_is_dead(paper: Project) -> None:
    paper.build(publish=True, site_url=SITE)
    assert [str(finding) for finding in findings_of_site(paper.output, paper.folder / ".cache")] == []
    article = pages(paper)["zh-Hant/2024-04-14/01/01/index.html"]
    hrefs = [str(link["href"]) for link in article.select("main a[href], header a[href]")]
    assert len(hrefs) > 8
    assert [href for href in hrefs if href.endswith("/") and not href.startswith("/paper/zh-Hant/")] == []
    assert article.select_one("link[rel=canonical]")["href"] == f"{SITE}/zh-Hant/2024-04-14/01/01/"  # type: ignore[index]  # one that is there
    assert article.select_one("link[type='application/atom+xml']")["href"] == "/paper/feed.xml"  # type: ignore[index]  # the same


def test_texts_are_converted_and_code_and_addresses_are_not(paper: Project) -> None:
    paper.build()
    article = pages(paper)["zh-Hant/2024-04-14/01/01/index.html"]
    text = article.select_one(".article-text")
    assert text
    assert "皇后在後面" in text.get_text()
    assert [code.get_text() for code in text.select("code")] == ["后\n"]
    assert article.title
    assert article.title.get_text() == "發展與頭髮1 - 試刊"
    assert article.select_one("a[href='/zh-Hant/tags/%E5%86%9C%E4%B8%9A/']").get_text() == "農業"  # type: ignore[union-attr]  # one that is there


def test_manuscripts_never_change(paper: Project) -> None:
    content = paper.folder / "content"
    before = {path: path.read_bytes() for path in content.rglob("*") if path.is_file()}
    paper.build()
    assert {path: path.read_bytes() for path in content.rglob("*") if path.is_file()} == before


def test_the_original_pages_differ_only_by_their_links_to_the_other_script(paper: Project) -> None:
    paper.build()
    page = pages(paper)["2024-04-14/01/01/index.html"]
    for part in page.select("link[hreflang], .script-switch, link[href$='scripts.css']"):
        part.decompose()
    paper.set(SCRIPTS=[])
    paper.build()
    plain = pages(paper)["2024-04-14/01/01/index.html"]
    assert page.get_text("", strip=True) == plain.get_text("", strip=True)
    assert len(page.find_all(True)) == len(plain.find_all(True))
    assert [file for file in paper.files() if "zh-Hant" in file] == []


@pytest.mark.parametrize(
    "change", ["an edit", "a new edition", "a removed edition", "a move", "a name", "a link that is dead"]
)
def test_an_incremental_build_is_what_a_build_from_nothing_makes(
    paper: Project, change: str, capsys: pytest.CaptureFixture[str]
) -> None:
    paper.build()
    if change == "an edit":
        paper.article("2024-04-13/01/01", "又改，在后。", title="改发", section="副刊")
    elif change == "a new edition":
        an_edition(paper, "2024-04-16")
    elif change == "a removed edition":
        shutil.rmtree(Path("content", DAYS[-1]))
    elif change == "a move":
        paper.write(
            "content/addresses.yaml", "moved:\n- {address: /2024-04-15/01/09/, to: /2024-04-15/01/01/}\n"
        )
    elif change == "a name":
        paper.write("content/conversions.yaml", "张发: 張发\n")
    else:
        Path("content/2024-04-13/01/01.md").unlink()
    paper.build()
    made = paper.files()
    if change == "a name":
        assert "張发" in paper.page("/zh-Hant/2024-04-14/01/01/")
    make_site("pelicanconf.py", clean=True)
    assert paper.files() == made
    assert check_site(publish=False) == 0, capsys.readouterr().err


def test_an_edition_costs_its_own_two_versions(paper: Project) -> None:
    paper.set(SCRIPTS=[])
    paper.build()
    an_edition(paper, "2024-04-16")
    alone = paper.build().pages
    shutil.rmtree(Path("content/2024-04-16"))
    paper.set(SCRIPTS=BOTH)
    paper.build()
    before = paper.files()
    an_edition(paper, "2024-04-16")
    assert paper.build().pages == 2 * alone
    changed = {file for file, data in paper.files().items() if before.get(file) != data}
    old = [file for file in changed if re.match(r"(zh-Hant/)?2024-04-1[34]/", file)]
    assert old == []


def test_a_device_keeps_an_edition_as_printed(paper: Project) -> None:
    paper.set(OFFLINE="on")
    paper.build(publish=True, site_url=SITE)
    listed = paper.files()["2024-04-15/files.json"]
    assert b"2024-04-15/01/02/" in listed
    assert b"zh-Hant" not in listed
    an_edition(paper, "2024-04-16")
    paper.build(publish=True, site_url=SITE)
    assert paper.files()["2024-04-15/files.json"] == listed


def test_a_text_that_is_not_to_be_converted_stays_as_printed_and_says_so(paper: Project) -> None:
    paper.article("2024-04-14/01/01", "皇后在后面。", title="头发", section="要闻", convert="off")
    paper.build()
    found = pages(paper)
    own = found["zh-Hant/2024-04-14/01/01/index.html"]
    assert own.title
    assert own.title.get_text() == "头发 - 试刊"
    article = own.select_one("article.article[lang=zh-Hans]")
    assert article
    assert "皇后在后面" in article.get_text()
    assert own.select_one(".script-mark").get_text() == "按原文，未轉換"  # type: ignore[union-attr]  # one that is there
    whole = found["zh-Hant/2024-04-14/all/index.html"]
    assert [mark.get_text() for mark in whole.select("main .script-mark")] == ["按原文，未轉換"]
    assert "皇后在后面" in whole.get_text()
    assert "皇后在後面" in whole.get_text()  # the other article
    for file in ("zh-Hant/2024-04-14/01/index.html", "zh-Hant/sections/要闻/1/index.html"):
        printed = found[file].select(".card[lang=zh-Hans] h2, .card-lines [lang=zh-Hans] a:last-of-type")
        assert [headline.get_text(strip=True) for headline in printed] == ["头发"]


def test_redirects_and_notices_lead_on_in_the_same_script(paper: Project) -> None:
    paper.write(
        "content/addresses.yaml",
        "moved:\n- {address: /2024-04-15/01/07/, to: /2024-04-15/01/02/}\n"
        "withdrawn:\n- {address: /2024-04-15/01/08/, date: 2024-05-01, text: 应当事人要求撤下。}\n",
    )
    paper.build(publish=True, site_url=SITE)
    page = paper.page("/zh-Hant/2024-04-15/01/07/")
    assert 'content="0; url=/paper/zh-Hant/2024-04-15/01/02/"' in page
    assert "應當事人要求撤下。" in paper.page("/zh-Hant/2024-04-15/01/08/")


def test_a_paper_in_traditional_characters_is_offered_in_simplified_ones(project: Project) -> None:
    project.use_theme(THEME)
    project.set(DEFAULT_LANG="zh-Hant-TW", SCRIPTS=["zh-Hant-TW", "zh-Hans"])
    project.article("2024-04-15/01/01", "軟體與“軟體世界”。", title="頭髮")
    project.build()
    page = pages(project)["zh-Hans/2024-04-15/01/01/index.html"]
    assert page.html
    assert page.html["lang"] == "zh-Hans"
    assert "软件与“软体世界”。" in page.get_text()
    assert page.select_one("link[href$='paper.css']")


@pytest.mark.parametrize(
    "scripts",
    [["zh-Hans"], ["zh-Hant", "zh-Hant-TW"], ["zh-Hans", "en"], ["zh-Hans", "zh-Hant", "zh-Hant-HK"]],
)
def test_scripts_are_the_papers_own_and_another(project: Project, scripts: list[str]) -> None:
    project.article("2024-04-15/01/01")
    project.set(SCRIPTS=scripts)
    with pytest.raises(BroadsheetError, match="SCRIPTS: it names zh-Hans"):
        project.build()


def test_an_english_paper_has_no_scripts(project: Project) -> None:
    project.article("2024-04-15/01/01")
    project.set(DEFAULT_LANG="en", SCRIPTS=BOTH)
    with pytest.raises(BroadsheetError, match="DEFAULT_LANG"):
        project.build()


@pytest.mark.parametrize("text", ["张发:\n", "张发: [a, b]\n", "? ''\n: 张\n"])
def test_a_name_without_its_other_form_is_told_with_its_place(paper: Project, text: str) -> None:
    paper.write("content/conversions.yaml", f"云: 雲\n{text}")
    with pytest.raises(BroadsheetError, match=r"conversions\.yaml:[23]:\d+"):
        paper.build()


def test_lint_reads_the_names_and_finds_a_mistake_in_them(paper: Project) -> None:
    def codes() -> set[str]:
        return {found.code for found in findings(paper.folder / "content") if "conversions" in found.path}

    paper.write("content/conversions.yaml", "张发: 張发\n")
    assert codes() == set()
    paper.write("content/conversions.yaml", "张发: [张]\n")
    assert codes() == {"bad-value"}
