"""A printed page whose page.yaml says where its articles stand: what readers get of it, and what it leaves as it was."""

import re
import shutil
from pathlib import Path

import pytest
from bs4 import BeautifulSoup, Tag

from broadsheet.manuscript.writer import page_map_text
from broadsheet.model.errors import PressError
from broadsheet.model.page_map import Area, Box, PageMap
from broadsheet.press import site_status
from tests.press.photos import opened, photo
from tests.press.project import Project
from tests.printed import ROOT

FOLDER = "content/2024-04-15/01"
PAGE = "/2024-04-15/01/"
PDF = b"%PDF-1.7\n%%EOF\n"
AREAS = (
    Area(article=2, boxes=(Box(0.1, 0.2, 0.5, 0.9), Box(0.5, 0.6, 0.9, 0.9))),
    Area(article=1, boxes=(Box(0.5, 0.2, 0.9, 0.6),)),
)
MAP = PageMap(width=1123, height=1587, picture="page.webp", areas=AREAS)
DRAWN = PageMap(width=1123, height=1587, areas=AREAS)


@pytest.fixture
def paper(project: Project) -> Project:
    project.use_theme(ROOT / "theme")
    for page in ("01", "02"):
        for order in ("01", "02", "03"):
            project.article(f"2024-04-15/{page}/{order}", title=f"题{page}{order}")
    project.article("2024-04-16/01/01")
    return project


def give(project: Project, page_map: PageMap) -> None:
    """Put the map, and the files that it names, beside the manuscripts of page 1."""
    folder = project.folder / FOLDER
    project.write(f"{FOLDER}/page.yaml", page_map_text(page_map))
    if page_map.picture:
        (folder / page_map.picture).write_bytes(photo(500, 707, "WEBP"))
    if page_map.pdf:
        (folder / page_map.pdf).write_bytes(PDF)


def soup(project: Project, path: str = PAGE) -> BeautifulSoup:
    return BeautifulSoup(project.page(path), "html.parser")


def one(page: BeautifulSoup, selector: str) -> Tag:
    (found,) = page.select(selector)
    return found


def test_page_is_shown_as_it_was_printed_with_its_stories_as_links_in_print_order(paper: Project) -> None:
    give(paper, MAP)
    paper.build()
    page = soup(paper)
    picture = one(page, ".page-map img")
    assert (picture["width"], picture["height"], picture["loading"]) == ("500", "707", "lazy")
    assert [source["type"] for source in page.select(".page-map source")] == ["image/avif", "image/webp"]
    for file in re.findall(r"/(\S+) \d+w", str(one(page, ".page-map picture"))):
        assert opened(paper.files()[file]).width <= 500
    areas = page.select("svg a")
    assert [area["href"] for area in areas] == ["/2024-04-15/01/02/", "/2024-04-15/01/01/"]
    assert [area["aria-label"] for area in areas] == ["题0102", "题0101"]
    assert [len(area.select("rect")) for area in areas] == [2, 1]
    first = areas[0].select("rect")[0]
    assert [first[name] for name in ("x", "y", "width", "height")] == ["10%", "20%", "40%", "70%"]
    listed = [str(link["href"]) for link in page.select(".page-grid .headline a")]
    assert listed == [f"/2024-04-15/01/0{number}/" for number in (1, 2, 3)]


def test_article_leads_to_its_place_on_the_page_below_the_path_of_the_site(paper: Project) -> None:
    give(paper, MAP)
    paper.build(publish=True, site_url="https://example.org/paper")
    (link,) = (a for a in soup(paper, "/2024-04-15/01/02/").select(".folio a") if a.get_text() == "原版")
    path, _, place = str(link["href"]).partition("#")
    assert path == f"/paper{PAGE}"
    assert one(soup(paper), f"svg #{place}")["href"] == "/paper/2024-04-15/01/02/"
    assert str(one(soup(paper), ".page-map img")["src"]).startswith(f"/paper{PAGE}")
    assert "原版" not in paper.page("/2024-04-15/01/03/"), "it has no area"
    assert "原版" not in paper.page("/2024-04-15/02/01/"), "its page has no map"


def test_boxes_without_a_picture_make_the_drawn_page(paper: Project) -> None:
    give(paper, DRAWN)
    paper.build()
    page = soup(paper)
    assert not page.select(".page-map")
    assert [area["href"] for area in page.select(".make-up svg a")] == [
        "/2024-04-15/01/02/",
        "/2024-04-15/01/01/",
    ]
    assert one(page, ".make-up")["aria-hidden"] == "true"
    assert "0 0 100 141.32" in str(one(page, ".drawn-areas .area-strut"))
    assert not soup(paper, "/2024-04-15/02/").select(".drawn-areas")


def test_page_map_without_an_area_leaves_the_list_and_todays_drawing(paper: Project) -> None:
    paper.set(PAGE_FILES="pdf")
    paper.build()
    before = soup(paper).select(".front")
    give(paper, PageMap(width=1, height=2, pdf="page.pdf"))
    paper.build()
    assert soup(paper).select(".front") == before
    assert soup(paper).select(".folio-page a[download]")
    give(paper, PageMap(width=1, height=2, picture="page.webp"))
    paper.build()
    page = soup(paper)
    assert page.select(".page-map img")
    assert not page.select(".page-map-words, script[src$='areas.js']"), "there is nothing to choose"


@pytest.mark.parametrize(("language", "words"), [("zh-Hant", "原版"), ("en", "As printed")])
def test_article_leads_to_its_place_in_the_paper_s_language(
    paper: Project, language: str, words: str
) -> None:
    paper.set(DEFAULT_LANG=language)
    give(paper, DRAWN)
    paper.build()
    link = soup(paper, "/2024-04-15/01/01/").select(".folio a")[-1]
    assert (link.get_text(), link["href"]) == (words, f"{PAGE}#area-01")


@pytest.mark.parametrize(
    ("setting", "given"), [("none", set()), ("picture", {"webp"}), ("pdf", {"webp", "pdf"})]
)
def test_setting_decides_what_readers_get_of_the_page_itself(
    paper: Project, setting: str, given: set[str]
) -> None:
    paper.set(PAGE_FILES=setting)
    give(paper, PageMap(width=1, height=2, picture="page.webp", pdf="page.pdf", areas=AREAS))
    paper.build()
    assert {file.rpartition(".")[2] for file in paper.files() if "/page." in file} - {"avif"} == given
    page = soup(paper)
    assert bool(page.select(".page-map")) == ("webp" in given)
    assert bool(page.select(".drawn-areas")) == ("webp" not in given)
    links = page.select(".folio-page a[download]")
    assert [link["href"] for link in links] == ([f"{PAGE}page.pdf"] if "pdf" in given else [])
    if "pdf" in given:
        assert paper.files()["2024-04-15/01/page.pdf"] == PDF
        assert links[0].get_text() == "保存本版：PDF，1 KB"


def test_unknown_setting_is_told(paper: Project) -> None:
    paper.set(PAGE_FILES="all")
    with pytest.raises(PressError, match="PAGE_FILES: 'all' is none of none, picture, pdf"):
        paper.build()


def test_page_maps_change_nothing_but_their_own_page_and_its_articles(paper: Project) -> None:
    paper.set(EDITION_FILES=["epub"])
    paper.build()
    before = paper.files()
    give(paper, MAP)
    report = paper.build()
    after = paper.files()
    changed = {file for file in before if before[file] != after[file]}
    assert changed == {f"2024-04-15/01/{place}index.html" for place in ("", "01/", "02/")} | {
        "2024-04-15/index.html"
    }
    assert all(file.startswith("2024-04-15/01/page.webp") for file in after.keys() - before.keys())
    assert report.editions == 2


def test_changed_map_makes_its_edition_anew_and_a_map_taken_out_leaves_no_trace(
    paper: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    paper.build()
    before = paper.files()
    give(paper, MAP)
    paper.build()
    give(paper, PageMap(width=1123, height=1587, picture="page.webp", areas=AREAS[:1]))
    site_status(publish=False)
    assert "2024-04-15: 2024-04-15/01/page.yaml changed" in capsys.readouterr().out
    paper.build()
    assert [area["href"] for area in soup(paper).select("svg a")] == ["/2024-04-15/01/02/"]
    incremental = paper.files()
    (paper.folder / ".cache/press.sqlite").unlink()
    paper.build()
    assert paper.files() == incremental
    for name in ("page.yaml", "page.webp"):
        (paper.folder / FOLDER / name).unlink()
    paper.build()
    assert paper.files() == before


def test_status_counts_what_printed_pages_take_of_the_limit(
    paper: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    paper.set(PAGE_FILES="pdf")
    paper.build()
    assert site_status(publish=False) == 0
    assert "PAGE_FILES" not in capsys.readouterr().out
    give(paper, PageMap(width=1, height=2, picture="page.webp", pdf="page.pdf", areas=AREAS))
    paper.build()
    assert site_status(publish=False) == 0
    size = sum(len(data) for file, data in paper.files().items() if "/page." in file)
    assert f"{size:,} of them" in capsys.readouterr().out


def test_area_of_a_draft_is_for_the_desk(paper: Project) -> None:
    give(paper, MAP)
    paper.article("2024-04-15/01/02", title="秘密稿", status="draft")
    paper.build()
    assert len(soup(paper).select("svg a")) == 2
    paper.build(publish=True)
    assert "秘密" not in paper.page(PAGE)
    assert [area["href"] for area in soup(paper).select("svg a")] == ["/2024-04-15/01/01/"]


def test_page_of_drafts_stays_at_home_with_its_picture_and_pdf(paper: Project) -> None:
    paper.set(PAGE_FILES="pdf")
    give(paper, PageMap(width=1, height=2, picture="page.webp", pdf="page.pdf", areas=AREAS))
    for order in (1, 2, 3):
        paper.article(f"2024-04-15/01/0{order}", status="draft")
    paper.build(publish=True)
    assert [file for file in paper.files() if file.startswith("2024-04-15/01")] == []


def test_pelican_makes_the_same_page(paper: Project) -> None:
    give(paper, MAP)
    paper.build()
    ours = paper.files()
    for folder in ("output", ".cache"):
        shutil.rmtree(folder)
    done = paper.pelican()
    assert done.returncode == 0, done.stderr
    assert paper.files() == ours


@pytest.mark.parametrize(
    ("path", "text", "message"),
    [
        (f"{FOLDER}/page.yaml", page_map_text(MAP), r"page\.yaml:3:1: .*page\.webp, which is not there"),
        (
            f"{FOLDER}/page.yaml",
            page_map_text(PageMap(width=1, height=2, areas=(Area(article=7, boxes=AREAS[0].boxes),))),
            r"page\.yaml:4:3: .*is 7, and there is no such manuscript",
        ),
        ("content/2024-04-15/page.yaml", "width: 1\n", r"2024-04-15/page\.yaml: .*no printed page"),
        (f"{FOLDER}/page.yml", "width: 1\n", r"page\.yml: .*no printed page"),
        (f"{FOLDER}/page.yaml", "# x\n" * 100_000, r"page\.yaml:1:1: .*400,000 bytes"),
    ],
)
def test_mistakes_stop_the_build_and_name_their_place(
    paper: Project, path: str, text: str, message: str
) -> None:
    paper.write(path, text)
    with pytest.raises(PressError, match=message):
        paper.build()


def test_pdf_that_is_none_stops_the_build(paper: Project) -> None:
    paper.set(PAGE_FILES="pdf")
    give(paper, PageMap(width=1, height=2, pdf="page.pdf"))
    Path(FOLDER, "page.pdf").write_bytes(b"<html>")
    with pytest.raises(PressError, match=r"01/page\.pdf: .*no PDF"):
        paper.build()
