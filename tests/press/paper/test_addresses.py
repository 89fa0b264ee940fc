"""The path is the address, and every link of the site leads somewhere."""

import re
from urllib.parse import unquote, urlsplit

import pytest

from broadsheet.manuscript import parse_article, read_article
from broadsheet.manuscript.writer import write_article
from tests.press.project import Project


@pytest.fixture
def paper(project: Project) -> Project:
    project.set(SECTIONS={"要闻": "yaowen"}, SECTION_NAV=["要闻", "副刊"])
    project.edition("2024-04-14", number=7, pages={1: {"name": "要闻", "section": "要闻"}})
    project.edition(
        "2024-04-15", number=8, pages={1: {"name": "要闻"}, 4: {"name": "综合", "section": "副刊"}}
    )
    project.article("2024-04-14/01/01", authors=["张海莺"], column="共富看浙江")
    project.article("2024-04-15/01/01", authors=["张海莺", "C/D?"], column="共富看浙江")
    project.article("2024-04-15/01/02-words")
    project.article("2024-04-15/04/01", section="人物 & 书")
    project.write("content/about.md", "---\ntitle: 关于\n---\n\n见[往期](/archive/)。\n")
    return project


def test_every_kind_of_page_has_its_address(paper: Project) -> None:
    paper.build()
    pages = (
        "/ /2024-04-14/ /2024-04-15/ /2024-04-15/01/ /2024-04-15/04/ /2024-04-15/01/01/ /2024-04-15/01/02/"
        " /2024-04-15/04/01/ /sections/yaowen/ /sections/副刊/ /sections/人物-&-书/ /columns/共富看浙江/ /authors/张海莺/"
        " /authors/C~2FD~3F/ /archive/ /archive/2024/ /about/"
    )
    assert [page for page in pages.split() if not paper.has(page)] == []
    files = set(paper.files())
    assert {"404.html", "feed.xml", "sitemap.xml", "robots.txt", "theme/site.css"} <= files
    assert "2024-04-15/02/index.html" not in files


@pytest.mark.parametrize("site_url", ["", "https://example.org", "https://example.org/repo"])
def test_no_link_is_broken_and_all_carry_the_path_of_the_site(paper: Project, site_url: str) -> None:
    paper.build(publish=True, site_url=site_url)
    prefix = urlsplit(site_url).path
    files = paper.files()
    pages = [text.decode() for name, text in files.items() if name.endswith(".html")]
    links = {link for page in pages for link in re.findall(r'(?:href|src)="(/[^"]*)"', page)}
    assert len(links) > 15
    assert [link for link in links if not link.startswith(f"{prefix}/")] == []
    targets = {unquote(link.removeprefix(prefix)).lstrip("/") for link in links}
    missing = [t for t in targets if t not in files and f"{t}index.html" not in files and t != "theme/"]
    assert missing == []


def test_addresses_are_percent_encoded(paper: Project) -> None:
    paper.build()
    assert 'href="/sections/%E5%89%AF%E5%88%8A/"' in paper.page("/")
    assert paper.link("/2024-04-15/01/01/", "column")[1].isascii()


def test_canonical_address_needs_a_site_address(paper: Project) -> None:
    paper.build(publish=True, site_url="https://example.org/repo")
    canonical = '<link rel="canonical" href="https://example.org/repo/2024-04-15/01/02/">'
    assert canonical in paper.page("/2024-04-15/01/02/")
    assert "canonical" not in paper.page("404.html")
    paper.build(publish=True)
    assert "canonical" not in paper.page("/2024-04-15/01/02/")


def test_section_comes_from_the_printed_page_or_its_name(paper: Project) -> None:
    paper.build()
    assert paper.link("/2024-04-15/01/01/", "section") == ("要闻", "/sections/yaowen/")
    assert paper.link("/2024-04-15/04/01/", "section")[0] == "人物 &amp; 书"
    assert paper.cards("/sections/yaowen/") == [
        "/2024-04-15/01/01/",
        "/2024-04-15/01/02/",
        "/2024-04-14/01/01/",
    ]


def test_columns_read_from_the_oldest_and_authors_from_the_newest(paper: Project) -> None:
    paper.build()
    assert paper.cards("/columns/共富看浙江/") == ["/2024-04-14/01/01/", "/2024-04-15/01/01/"]
    assert paper.cards("/authors/张海莺/") == ["/2024-04-15/01/01/", "/2024-04-14/01/01/"]


def test_archive_links_only_days_with_an_edition(paper: Project) -> None:
    paper.article("2023-11-30/01/01")
    paper.build()
    assert re.findall(r'class="day" href="([^"]*)"', paper.page("/archive/")) == [
        "/2024-04-14/",
        "/2024-04-15/",
    ]
    assert re.findall(r'class="day" href="([^"]*)"', paper.page("/archive/2023/")) == ["/2023-11-30/"]
    assert paper.page("/archive/").count("<h2>") == 1


def test_masthead_and_folio(paper: Project) -> None:
    paper.build()
    assert "2024年4月15日 星期一 农历甲辰年三月初七 总第8期 今日2版" in paper.page("/")
    assert "《试刊》2024年04月15日 第04版" in paper.page("/2024-04-15/04/01/")


def test_headline_of_two_lines_is_one_line_wherever_lines_are_not_kept(project: Project) -> None:
    path = project.write(
        "content/2024-04-15/01/01.md", "---\ntitle: |\n  转型升级\n  看老工业基地\n---\n\n正文。\n"
    )
    assert read_article(path).article.title_lines == ("转型升级", "看老工业基地")
    again = write_article(read_article(path).article)
    assert parse_article(again, path) == read_article(path).article
    project.build()
    assert "<h1>转型升级 看老工业基地</h1>" in project.page("/2024-04-15/01/01/")
    assert "转型升级 看老工业基地" in project.page("/2024-04-15/01/01/").partition("</title>")[0]
    assert "<title>转型升级 看老工业基地</title>" in project.page("feed.xml")
