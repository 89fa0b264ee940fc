"""The EPUB of an edition: when it is made, what its links, texts and pictures become, and what is said of mistakes."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from broadsheet.manuscript.markdown.dialect import render
from broadsheet.manuscript.markdown.escaping import plain_text
from broadsheet.model.errors import PressError
from broadsheet.press import build_site
from broadsheet.press.epub.files import EpubLinks
from broadsheet.press.epub.xhtml import document, xhtml
from broadsheet.press.paper.links import Links
from broadsheet.press.share_images import face
from broadsheet.press.share_images.face import face_of
from broadsheet.press.site import make_site
from tests.press.epub.epubs import NAMES, Epub, text_of
from tests.press.photos import DRAWING, line_art, opened, photo, pixels, saved
from tests.press.project import Project
from tests.printed import ROOT
from tests.theme.samples import WHOLE

DATE = "2024-04-15"
FILE = f"{DATE}/edition.epub"
SITE = "https://paper.example/repo"
needs_face = pytest.mark.skipif(
    face_of("", "zh-Hans") is None, reason="no Song face; `make test` installs fonts-noto-cjk"
)


@pytest.fixture
def paper(project: Project) -> Iterator[Project]:
    project.use_theme(ROOT / "theme")
    project.set(EDITION_FILES=["epub"])
    project.article(f"{DATE}/01/01", title="头条")
    face_of.cache_clear()
    yield project
    face_of.cache_clear()


def epub_of(paper: Project) -> Epub:
    paper.build()
    return Epub(paper.files()[FILE])


def article(epub: Epub, name: str = "01-01") -> ET.Element:
    return epub.xml(f"EPUB/{name}.xhtml")


def hrefs(epub: Epub, name: str = "01-01") -> list[str]:
    return [link.attrib["href"] for link in article(epub, name).iterfind(".//h:div/h:p/h:a", NAMES)]


def test_off_there_is_no_file_and_no_link_to_one(paper: Project) -> None:
    paper.build()
    paper.set(EDITION_FILES=[])
    paper.build()
    assert [name for name in paper.files() if name.endswith(".epub")] == []
    assert "epub" not in paper.page(f"/{DATE}/") + paper.page(f"/{DATE}/all/")


def test_the_same_edition_gives_the_same_bytes(paper: Project) -> None:
    (paper.folder / f"content/{DATE}/01/hall.jpg").write_bytes(photo(3000, 2000))
    paper.article(f"{DATE}/01/02", photos=[{"file": "hall.jpg", "alt": "大厅"}])
    paper.build()
    before = paper.files()[FILE]
    shutil.rmtree(paper.folder / ".cache")
    make_site("pelicanconf.py", clean=True)
    assert paper.files()[FILE] == before


def test_a_new_edition_leaves_the_older_ones_alone(paper: Project) -> None:
    paper.build()
    old = (paper.output / FILE).stat()
    paper.article("2024-04-16/01/01")
    paper.build()
    assert (paper.output / FILE).stat().st_mtime_ns == old.st_mtime_ns
    assert (paper.output / "2024-04-16/edition.epub").is_file()
    paper.article(f"{DATE}/01/01", body="改过的正文。")
    new = (paper.output / "2024-04-16/edition.epub").stat()
    assert "改过的正文" in text_of(article(epub_of(paper)))
    assert (paper.output / "2024-04-16/edition.epub").stat().st_mtime_ns == new.st_mtime_ns


def test_an_edition_that_goes_takes_its_file_along(paper: Project) -> None:
    paper.article("2024-04-16/01/01")
    paper.build()
    shutil.rmtree(paper.folder / "content" / DATE)
    paper.build()
    assert FILE not in paper.files()


def test_links_lead_inside_where_they_can_and_to_the_site_where_they_must(paper: Project) -> None:
    paper.article(f"{DATE}/02/03")
    inside = ("/{0}/02/03/", "/{0}/02/03", "../../02/03/", "/{0}/02/", "/{0}/", "/{0}/all/#{0}-02-03")
    outside = (
        "/2024-04-14/01/01/",
        "/tags/港口/",
        "https://example.org/a?b=1&c=2",
        "mailto:desk@example.org",
    )
    body = "\n\n".join(f"[链接]({href.format(DATE)})" for href in (*inside, *outside))
    paper.article(f"{DATE}/01/01", body=body)
    paper.set(SITEURL=SITE)
    assert hrefs(epub_of(paper)) == [
        *("02-03.xhtml",) * 3,
        "02-03.xhtml#page-02",
        "front.xhtml",
        "02-03.xhtml",
        f"{SITE}/2024-04-14/01/01/",
        f"{SITE}/tags/%E6%B8%AF%E5%8F%A3/",
        *outside[2:],
    ]


def test_a_link_that_names_the_whole_address_leads_inside_as_well(paper: Project) -> None:
    paper.article(f"{DATE}/01/02")
    paper.article(f"{DATE}/01/01", body=f"[一]({SITE}/{DATE}/01/02/) [二](https://paper.example)")
    paper.set(SITEURL=SITE)
    assert hrefs(epub_of(paper)) == ["01-02.xhtml", "https://paper.example/"]


def test_without_an_address_a_link_to_another_edition_keeps_its_words_alone(paper: Project) -> None:
    paper.article(f"{DATE}/01/01", body="见[昨日](/2024-04-14/)的**头版**。")
    epub = epub_of(paper)
    assert hrefs(epub) == []
    assert "见昨日的头版。" in text_of(article(epub))


def test_a_teaser_leads_to_the_article_that_it_announces(paper: Project) -> None:
    paper.article(f"{DATE}/02/01", title="港口实行新的作业标准")
    paper.article(
        f"{DATE}/01/01", teasers=[{"text": "2版 港口实行新的作业标准", "page": 2}, {"text": "未收录的一篇"}]
    )
    document = article(epub_of(paper))
    links = [link.attrib["href"] for link in document.iterfind(".//h:aside//h:a", NAMES)]
    assert links == ["02-01.xhtml"]
    assert "未收录的一篇" in text_of(document)


def test_pictures_fit_a_tablet_and_are_of_formats_that_all_readers_know(paper: Project) -> None:
    folder = paper.folder / f"content/{DATE}/01"
    clear = saved(pixels(2000, 1000).convert("RGBA"), "PNG")
    files = {
        "a.jpg": photo(2400, 1600),
        "b.webp": photo(800, 600, "WEBP"),
        "c.avif": photo(600, 900, "AVIF"),
        "d.png": line_art(400, 300),
        "e.svg": DRAWING.encode(),
        "f.png": clear,
        "g.jpg": photo(900, 4000),
    }
    for name, data in files.items():
        (folder / name).write_bytes(data)
    paper.article(f"{DATE}/01/01", photos=[{"file": name, "alt": name} for name in files])
    epub = epub_of(paper)
    images = article(epub).findall(".//h:figure/h:img", NAMES)
    shown = {str(image.get("alt")): epub.read(f"EPUB/{image.get('src')}") for image in images}
    assert list(shown) == list(files)
    assert shown.pop("e.svg") == DRAWING.encode()
    found = {name: (opened(data).format, opened(data).size) for name, data in shown.items()}
    assert found == {
        "a.jpg": ("JPEG", (1200, 800)),
        "b.webp": ("JPEG", (800, 600)),
        "c.avif": ("JPEG", (600, 900)),
        "d.png": ("PNG", (400, 300)),
        "f.png": ("PNG", (1200, 600)),
        "g.jpg": ("JPEG", (360, 1600)),
    }
    assert shown["d.png"] == paper.files()[f"{DATE}/01/d.png"]


def test_a_picture_in_the_text_is_shown_and_leads_nowhere(paper: Project) -> None:
    (paper.folder / f"content/{DATE}/01/hall.jpg").write_bytes(photo(2000, 1000))
    paper.article(f"{DATE}/01/01", body="前文。\n\n![大厅 & <门>](hall.jpg)\n\n后文。")
    (image,) = article(epub_of(paper)).iterfind(".//h:div/h:p/h:img", NAMES)
    assert image.attrib == {"src": "pictures/001.jpg", "alt": "大厅 & <门>"}


def test_tables_lists_verse_and_characters_keep_their_form(paper: Project) -> None:
    verse = "床前明月光，  \n疑是地上霜。"
    table = "| 地区 | 数 |\n|---|---:|\n| 洛阳 | 7∶3 |"
    paper.article(
        f"{DATE}/01/01",
        body=f"{verse}\n\n{table}\n\n---\n\n1. 一\n2. 二\n\nA&nbsp;B &copy; &nosuch; xy",
    )
    document = article(epub_of(paper))
    for path in ("h:p/h:br", "h:table", "h:hr", "h:ol/h:li"):
        assert document.find(f".//{path}", NAMES) is not None, path
    assert "A\u00a0B © &nosuch; xy" in "".join(document.itertext())


def test_a_supplied_headline_stands_in_brackets_with_its_remark(paper: Project) -> None:
    paper.article(f"{DATE}/01/01", title="编者拟题", title_supplied=True)
    assert "〔编者拟题〕" in text_of(article(epub_of(paper)))


def test_a_draft_says_so_in_the_preview_and_is_not_published(paper: Project) -> None:
    paper.article(f"{DATE}/01/02", title="草稿", status="draft")
    assert article(epub_of(paper), "01-02").find(".//*[@class='status']") is not None
    paper.build(publish=True, site_url=SITE)
    assert "EPUB/01-02.xhtml" not in Epub(paper.files()[FILE]).archive.namelist()


@needs_face
def test_the_cover_changes_with_the_front_page_and_is_named_as_cover(paper: Project) -> None:
    epub = epub_of(paper)
    cover = epub.read(epub.only("cover-image"))
    assert (opened(cover).format, opened(cover).size) == ("PNG", (1200, 1600))
    assert epub.spine[0] == "EPUB/cover.xhtml"
    paper.article(f"{DATE}/01/01", title="另一条头条")
    epub = epub_of(paper)
    assert epub.read(epub.only("cover-image")) != cover


def test_a_front_page_with_too_many_headlines_still_fits_its_cover(paper: Project) -> None:
    for order in range(2, 30):
        paper.article(f"{DATE}/01/{order:02d}", title=f"第{order}条 " + "长标题" * 20, deck=["副题" * 40])
    paper.article(f"{DATE}/01/01", title="头条" * 60)
    assert len(epub_of(paper).spine) == 32


@needs_face
def test_without_a_face_there_are_no_covers_and_that_is_said_once(
    paper: Project, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    paper.article("2024-04-16/01/01")
    monkeypatch.setattr(face, "_DEBIAN", Path("/nowhere/song.ttc"))
    monkeypatch.setenv("PATH", "/nowhere")
    monkeypatch.setenv("SITEURL", SITE)
    assert build_site(publish=False) == 0
    assert capsys.readouterr().err.count("no-cover-face") == 1
    epub = Epub(paper.files()[FILE])
    assert epub.spine[0] == "EPUB/front.xhtml"
    assert all(target in epub.places() for path in epub.spine for target in epub.links(path))


@needs_face
def test_a_character_that_the_face_has_not_is_said_and_no_box_is_drawn(
    paper: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    paper.article(f"{DATE}/01/01", title="\U0001f600 与 \U00031350")
    assert build_site(publish=False) == 0
    (said,) = [line for line in capsys.readouterr().err.splitlines() if "no-glyph" in line]
    assert said.startswith(f"content/{DATE}: doubt no-glyph")
    assert "\U0001f600\U00031350" in said
    assert "EPUB/cover.png" not in Epub(paper.files()[FILE]).archive.namelist()


def test_a_template_that_gives_no_xml_is_named(paper: Project) -> None:
    paper.set(THEME="theme")
    theme = shutil.copytree(ROOT / "theme", paper.folder / "theme")
    template = theme / "epub/article.xhtml"
    template.write_text(
        template.read_text(encoding="utf-8").replace("<figure>", "<figure><br>"), encoding="utf-8"
    )
    paper.article(f"{DATE}/01/01", photos=[{"caption": "图说"}])
    with pytest.raises(PressError, match=r"theme/epub/article.xhtml.*/2024-04-15/01/01/ is no XML"):
        paper.build()


def test_a_theme_without_templates_for_epubs_is_told(paper: Project) -> None:
    paper.copy_theme()
    with pytest.raises(PressError, match="theme/epub/"):
        paper.build()


@pytest.mark.parametrize(
    ("value", "said"),
    [(["epub", "mobi"], "EDITION_FILES: 'mobi' is none of epub"), ("epub", "EDITION_FILES is no list")],
)
def test_a_form_that_is_not_known_is_told(paper: Project, value: object, said: str) -> None:
    paper.set(EDITION_FILES=value)
    with pytest.raises(PressError, match=re.escape(said)):
        paper.build()


LINKS = EpubLinks(WHOLE, "/2024-04-15/all/", Links("https://paper.example"), {})


def test_a_picture_that_a_plugin_brings_in_is_told_with_its_page() -> None:
    with pytest.raises(PressError, match=r"^/2024-04-15/01/01/: error foreign-picture: .*pixel\.gif"):
        xhtml('<p><img src="https://example.org/pixel.gif"></p>', LINKS, "/2024-04-15/01/01/")


NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
MARKS = st.sampled_from(
    [*"*_`[]()<>&#!|-\\~:;\n\"' ", "&nbsp;", "&#0;", "&#x41;", "](/a/)", "\x0b", "\ufffe", "字", "A"]
)


@given(st.lists(MARKS, max_size=40).map("".join).filter(lambda text: "![" not in text))
def test_whatever_an_editor_writes_becomes_xml_with_the_same_text(markdown: str) -> None:
    html = render(markdown)
    text = xhtml(html, LINKS, "/2024-04-15/01/01/")
    root = ET.fromstring(document(f"<div>{text}</div>", "article.xhtml", "an article"))
    expected = NOT_XML.sub("", plain_text(html))
    assert text_of(root) == "".join(expected.split())
