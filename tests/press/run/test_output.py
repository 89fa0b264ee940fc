"""The output folder: the same bytes for the same input, only what changed is written, nothing old stays."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from broadsheet.model.errors import BroadsheetError, PressError
from broadsheet.press import build_site
from broadsheet.press.site import make_site
from tests.press.photos import DRAWING, line_art, opened
from tests.press.project import Project

ROOT = Path(__file__).parents[3]
ATOM = {"a": "http://www.w3.org/2005/Atom"}


def a_paper(project: Project) -> None:
    for day in (13, 14, 15):
        project.edition(f"2024-04-{day}", pages={1: {"name": "要闻"}})
        for order in (1, 2):
            project.article(
                f"2024-04-{day}/01/0{order}", authors=["张海莺", "王健生"], tags=["钢铁"], column="共富"
            )


def test_two_builds_are_byte_identical(project: Project) -> None:
    a_paper(project)
    project.build(publish=True, site_url="https://example.org/repo")
    first = project.files()
    project.output.rename(project.folder / "aside")
    project.build(publish=True, site_url="https://example.org/repo")
    assert project.files() == first


def test_a_second_build_writes_nothing(project: Project) -> None:
    a_paper(project)
    assert project.build().changed == len(project.files())
    report = project.build()
    assert (report.changed, report.removed) == (0, 0)


def test_what_vanishes_from_content_vanishes_from_output(project: Project) -> None:
    a_paper(project)
    project.build()
    for file in (project.folder / "content/2024-04-15").rglob("*.*"):
        file.unlink()
    project.build()
    assert not (project.output / "2024-04-15").exists()
    assert not project.has("/2024-04-15/")
    assert b"2024-04-15" not in b"".join(project.files().values())


def test_addresses_that_go_are_named(project: Project) -> None:
    a_paper(project)
    assert "no longer on the site" not in str(project.build())
    (project.folder / "content/2024-04-14/01/02.md").unlink()
    report = project.build()
    assert report.gone == ("/2024-04-14/01/02/",)
    assert "links to them break: /2024-04-14/01/02/" in str(report)
    assert project.build().gone == ()


def test_publishing_without_an_address_is_said(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    a_paper(project)
    project.monkeypatch.setenv("SITEURL", "https://example.org/paper")
    assert build_site(publish=True) == 0
    assert capsys.readouterr().err == ""
    project.monkeypatch.setenv("SITEURL", "")
    assert build_site(publish=True) == 0
    assert "publishconf.py: doubt no-address" in capsys.readouterr().err
    assert build_site(publish=False) == 0
    assert capsys.readouterr().err == ""
    project.write("pelicanconf.py", project.conf.replace('SITEURL = ""\n', ""))
    project.write("publishconf.py", "from pelicanconf import *\nPREVIEW = False\n")
    assert build_site(publish=True) == 0
    assert "publishconf.py: doubt no-address" in capsys.readouterr().err


def test_a_folder_of_somebody_else_is_not_swept(project: Project) -> None:
    a_paper(project)
    letter = project.write("output/letter.txt", "dear")
    with pytest.raises(PressError, match="foreign-output"):
        project.build()
    assert letter.exists()
    letter.unlink()
    project.build()
    stray = project.write("output/2024-04-15/stray.html", "")
    kept = project.write("output/.git/config", "")
    make_site("pelicanconf.py", clean=True)
    assert not stray.exists()
    assert kept.exists()


@pytest.mark.parametrize("data", [b"", b"cut off", b"\xff\0"])
def test_a_journal_that_is_damaged_is_told_with_the_way_out(
    project: Project, capsys: pytest.CaptureFixture[str], data: bytes
) -> None:
    a_paper(project)
    assert build_site(publish=False) == 0
    before = project.files()
    Path("output/.broadsheet/journal").write_bytes(data)
    assert build_site(publish=False) == 1
    error = capsys.readouterr().err
    assert error.startswith("output/.broadsheet/journal: error damaged-journal")
    assert "remove output/.broadsheet, then: inv build --clean" in error
    shutil.rmtree("output/.broadsheet")
    assert build_site(publish=False, clean=True) == 0
    assert project.files() == before


def test_a_name_that_is_not_utf_8_is_told(project: Project) -> None:
    a_paper(project)
    Path(os.fsdecode(b"content/2024-04-15/01/\xff.png")).touch()
    with pytest.raises(
        PressError, match=r"^content/2024-04-15/01/\\xff.png: error bad-name: this name is not UTF-8"
    ):
        project.build()


def test_photos_are_published_beside_their_articles(project: Project) -> None:
    project.article(
        "2024-04-15/01/01",
        photos=[{"file": "图 1.png", "alt": "车间"}, {"file": "/all.svg"}, {"caption": "无图"}],
    )
    project.article("2024-04-15/01/02", "![车间](图%201.png)", photos=[{"file": "/all.svg"}])
    (project.folder / "content/2024-04-15/01/图 1.png").write_bytes(line_art(40, 30))
    project.write("content/all.svg", DRAWING)
    project.build(publish=True, site_url="https://example.org/repo")
    files = project.files()
    assert opened(files["2024-04-15/01/图 1.png"]).size == (40, 30)
    assert files["all.svg"] == DRAWING.encode()
    page = project.page("/2024-04-15/01/01/")
    assert '<img src="/repo/2024-04-15/01/%E5%9B%BE%201.png" alt="车间" width="40" height="30">' in page
    assert '<img src="/repo/all.svg" alt="" width="30" height="20">' in page
    assert "（图略）无图" in page
    assert 'src="/repo/2024-04-15/01/%E5%9B%BE%201.png"' in project.page("/2024-04-15/01/02/")


@pytest.mark.parametrize("file", ["page.pdf", "../../../etc/hosts", "https://example.org/a.jpg"])
def test_only_a_picture_of_the_paper_is_a_photo(project: Project, file: str) -> None:
    project.article("2024-04-15/01/01", photos=[{"file": file}])
    project.write("content/2024-04-15/01/page.pdf", "x")
    with pytest.raises(PressError, match="missing-photo"):
        project.build()


def test_editors_note_of_an_edition_and_of_an_article(project: Project) -> None:
    project.edition("2024-04-15", editors_note="今天起本报改版。")
    project.article("2024-04-15/01/01", editors_note="编者的话：请看*下文*。")
    project.build()
    assert "<aside>编者按|<p>今天起本报改版。</p></aside>" in project.page("/")
    assert "<aside>编者的话|<p>请看<em>下文</em>。</p></aside>" in project.page("/2024-04-15/01/01/")


def test_teasers_link_to_what_is_in_the_archive(project: Project) -> None:
    teasers = [
        {"text": "3版 古树变“摇钱树” 湿地成“聚宝盆”", "page": 3},
        {"text": "3版 春耕", "page": 3},
        {"text": "8版 体育新闻", "page": 8},
        {"text": "湿地成了聚宝盆"},
        {"text": "毫不相干的一条"},
    ]
    project.article("2024-04-15/01/01", teasers=teasers)
    project.article("2024-04-15/03/01", title="另一篇")
    project.article("2024-04-15/03/02", title="湿地成“聚宝盆”", kicker="古树变“摇钱树”")
    project.build()
    found = re.findall(r'class="teaser">.*?\|(.*?)</p>', project.page("/2024-04-15/01/01/"))
    assert found == ["/2024-04-15/03/02/", "/2024-04-15/03/", "未收录", "/2024-04-15/03/02/", "未收录"]


def test_papers_feed_holds_the_newest_editions_whole_with_full_text(project: Project) -> None:
    a_paper(project)
    project.set(FEED_LENGTH=5)
    correction = {"date": "2024-04-20", "text": "改。"}
    project.article(
        "2024-04-15/01/03", "见[上期](/2024-04-14/)。", editors_note="按。", corrections=[correction]
    )
    project.build(publish=True, site_url="https://example.org/repo")
    feed = ET.fromstring(project.page("feed.xml"))
    ids = [
        entry.findtext("a:id", "", ATOM).removeprefix("https://example.org/repo/")
        for entry in feed.findall("a:entry", ATOM)
    ]
    assert ids == [
        "2024-04-15/01/01/",
        "2024-04-15/01/02/",
        "2024-04-15/01/03/",
        "2024-04-14/01/01/",
        "2024-04-14/01/02/",
    ]
    assert feed.findtext("a:updated", "", ATOM) == "2024-04-20T06:00:00+08:00"
    content = feed.findall("a:entry/a:content", ATOM)[2].text or ""
    assert '<a href="https://example.org/repo/2024-04-14/">上期</a>' in content
    assert "<strong>编者按</strong>" in content


def test_sitemap_by_month_names_every_page(project: Project) -> None:
    a_paper(project)
    project.article("2024-05-01/01/01")
    project.build(publish=True, site_url="https://example.org/repo")
    index = re.findall("<loc>(.*?)</loc>", project.page("sitemap.xml"))
    assert index == [
        f"https://example.org/repo/sitemaps/{name}.xml" for name in ("2024-04", "2024-05", "lists", "news")
    ]
    maps = [project.page(url.removeprefix("https://example.org/repo")) for url in index]
    listed = {url for text in maps for url in re.findall("<loc>(.*?)</loc>", text)}
    pages = [name for name in project.files() if name.endswith("index.html") and "/all/" not in name]
    assert len(listed) == len(pages)
    assert "Sitemap: https://example.org/repo/sitemap.xml" in project.page("robots.txt")


def test_news_are_the_articles_of_two_days_counted_from_the_newest_edition(project: Project) -> None:
    a_paper(project)
    project.set(DEFAULT_LANG="zh-Hant")
    project.article("2024-04-15/01/02", title="甲 & 乙")
    project.build(publish=True, site_url="https://example.org/repo")
    news = ET.fromstring(project.page("sitemaps/news.xml"))
    space = {
        "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
        "n": "http://www.google.com/schemas/sitemap-news/0.9",
    }
    places = [place.text for place in news.findall("s:url/s:loc", space)]
    assert places == [
        f"https://example.org/repo/2024-04-{day}/01/0{order}/" for day in (14, 15) for order in (1, 2)
    ]
    newest = news.findall("s:url/n:news", space)[-1]
    said = {tag.tag.partition("}")[2]: tag.text for tag in newest.iter() if (tag.text or "").strip()}
    assert said == {"name": "试刊", "language": "zh-tw", "publication_date": "2024-04-15", "title": "甲 & 乙"}


def test_about_page_is_optional_and_has_only_a_title_and_a_text(project: Project) -> None:
    a_paper(project)
    project.build()
    assert "关于" not in project.page("/")
    project.write("content/about.md", "---\ntitle: 关于\nbyline: 某人\n---\n\n文。\n")
    with pytest.raises(BroadsheetError, match=r"content/about\.md:1: error bad-about"):
        project.build()


def test_about_page_in_other_languages_stands_below_and_each_leads_to_the_others(project: Project) -> None:
    a_paper(project)
    project.write("content/about.md", "---\ntitle: 关于\n---\n\n文。\n")
    english = project.write("content/about.en.md", "---\ntitle: About\n---\n\nWords.\n")
    project.build(publish=True, site_url="https://example.org/repo")
    assert '<a href="/repo/about/en/" hreflang="en">About</a>' in project.page("/about/")
    assert '<a href="/repo/about/" hreflang="zh-Hans">关于</a>' in project.page("/about/en/")
    assert "https://example.org/repo/about/en/" in project.page("/sitemaps/lists.xml")
    english.unlink()
    project.build(publish=True)
    assert "About" not in project.page("/about/")
    assert not project.has("/about/en/")


def test_search_page_is_in_the_sitemap_of_a_paper_that_has_one(project: Project) -> None:
    a_paper(project)
    project.set(SEARCH=True)
    project.build(publish=True, site_url="https://example.org/repo")
    assert "<loc>https://example.org/repo/search/</loc>" in project.page("/sitemaps/lists.xml")
    project.set(SEARCH=False)
    project.build(publish=True, site_url="https://example.org/repo")
    assert "/search/" not in project.page("/sitemaps/lists.xml")


@pytest.mark.parametrize("umask", [0o077, 0o002])
def test_everybody_may_read_the_site_whatever_the_umask(project: Project, umask: int) -> None:
    for day in range(10, 16):
        project.article(f"2024-04-{day}/01/01", photos=[{"file": "photo.png"}])
        (project.folder / f"content/2024-04-{day}/01/photo.png").write_bytes(line_art(40, 30))
    before = os.umask(umask)
    try:
        project.build()
    finally:
        assert os.umask(before) == umask
    for path in (project.output, *project.output.rglob("*")):
        assert path.stat().st_mode & 0o777 == (0o755 if path.is_dir() else 0o644), path


@pytest.mark.parametrize("words", [["build"], ["build", "--publish"], ["status"], ["lint"]])
def test_a_locale_that_knows_ascii_alone_changes_no_byte(project: Project, words: list[str]) -> None:
    a_paper(project)
    project.write("content/2024-04-15/01/汉字.txt", "")
    shutil.copy(ROOT / "tasks.py", project.folder)
    codes, said, files = zip(
        *(run_in_locale(project, words, locale) for locale in ("C.UTF-8", "C")), strict=True
    )
    assert codes[0] == codes[1]
    assert "Traceback" not in said[1]
    assert files[0] == files[1]
    if words == ["lint"]:
        assert "content/2024-04-15/01/汉字.txt: doubt stranger" in said[0]
        assert "content/2024-04-15/01/\\u6c49\\u5b57.txt: doubt stranger" in said[1]


def run_in_locale(project: Project, words: list[str], locale: str) -> tuple[int, str, dict[str, bytes]]:
    """Return the exit code of the command `inv` in `locale`, what it says, and the site that it leaves."""
    shutil.rmtree(project.output, ignore_errors=True)
    run = subprocess.run(
        [Path(sys.executable).with_name("inv"), *words],
        env={**os.environ, "LC_ALL": locale, "PYTHONUTF8": "0"},
        encoding="ascii" if locale == "C" else "utf-8",
        capture_output=True,
        check=False,
    )
    return run.returncode, run.stdout + run.stderr, project.files() if project.output.exists() else {}
