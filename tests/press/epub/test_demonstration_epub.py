"""The EPUBs of the demonstration and of the papers in other languages, against their manuscripts."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup

from broadsheet.lexicon.editors_notes import split_label
from broadsheet.manuscript import read_article
from broadsheet.manuscript.markdown.dialect import render
from broadsheet.manuscript.markdown.escaping import plain_text
from broadsheet.manuscript.records.edition_file import read_edition
from broadsheet.model.article import Manuscript
from tests.press.epub.epubs import (
    ADDRESS,
    EDITIONS,
    LANGUAGE,
    LANGUAGES,
    NAMES,
    TYPE,
    Epub,
    site_with_epubs,
    text_of,
)
from tests.printed import ROOT


class Case(NamedTuple):
    project: Path
    date: str
    site: Path
    epub: Epub

    def manuscripts(self) -> list[Manuscript]:
        files = self.project.glob(f"content/{self.date}/*/*.md")
        return sorted((read_article(path) for path in files), key=lambda one: one.address)


@pytest.fixture(scope="module", params=EDITIONS, ids=lambda case: f"{LANGUAGES[case[0]]}-{case[1]}")
def case(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Case:
    project, date = request.param
    site = site_with_epubs(tmp_path_factory, project)
    return Case(project, date, site, Epub((site / date / "edition.epub").read_bytes()))


def squeezed(text: str) -> str:
    return "".join(text.split())


def printed_texts(manuscript: Manuscript) -> Iterator[str]:
    """All that print says in an article, each text whole."""
    article = manuscript.article
    label, note = split_label(article.editors_note)
    fields = (article.kicker, article.title, *article.deck, article.byline, article.dateline)
    photos = (text for photo in article.photos for text in (photo.caption, photo.credit))
    corrections = (correction.text for correction in article.corrections)
    teasers = (teaser.text for teaser in article.teasers)
    texts = (*fields, article.column, *photos, *teasers, *corrections, article.source_credit, article.jump)
    yield from (*texts, label, plain_text(render(note)), plain_text(render(article.body)))


def test_container_begins_as_every_reading_system_needs_it(case: Case) -> None:
    first, *others = case.epub.archive.infolist()
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", 0, b"")
    assert case.epub.read("mimetype") == b"application/epub+zip"
    assert {info.date_time for info in (first, *others)} == {(1980, 1, 1, 0, 0, 0)}
    named = {"mimetype", "META-INF/container.xml", case.epub.package_path}
    assert {info.filename for info in (first, *others)} - named == {
        item.path for item in case.epub.items.values()
    }


def test_every_character_of_every_article_is_there_in_print_order(case: Case) -> None:
    spine = iter(case.epub.spine)
    for manuscript in case.manuscripts():
        page, order = manuscript.address.parts[1:]
        path = next(path for path in spine if path.endswith(f"/{page}-{order}.xhtml"))
        text = text_of(case.epub.xml(path))
        assert [one for one in printed_texts(manuscript) if squeezed(one) not in text] == []
    assert list(spine) == []


def test_page_list_leads_to_where_each_printed_page_begins(case: Case) -> None:
    facts = read_edition(case.project / "content" / case.date).facts
    numbers = sorted({manuscript.address.page for manuscript in case.manuscripts()})
    contents = case.epub.only("nav")
    targets = [
        case.epub.target(contents, link.attrib["href"])
        for link in case.epub.nav("page-list").iterfind(".//h:a", NAMES)
    ]
    assert len(targets) == len(numbers)
    for number, target in zip(numbers, targets, strict=True):
        path, _, anchor = target.partition("#")
        assert path.endswith(f"/{number:02d}-01.xhtml")
        (place,) = case.epub.xml(path).iterfind(f".//*[@id='{anchor}']")
        assert (place.get(TYPE), place.get("role")) == ("pagebreak", "doc-pagebreak")
        assert str(number) in place.attrib["title"]
        assert facts.pages[number].name in text_of(case.epub.xml(path))
    breaks = [
        element
        for path in case.epub.spine
        for element in case.epub.xml(path).iter()
        if element.get(TYPE) == "pagebreak"
    ]
    assert len(breaks) == len(numbers)


def test_contents_list_pages_with_their_articles_and_sections_with_theirs(case: Case) -> None:
    facts = read_edition(case.project / "content" / case.date).facts
    manuscripts = case.manuscripts()
    titles = [squeezed(one.article.title) for one in manuscripts]
    nested = case.epub.nav("toc").findall("h:ol/h:li/h:ol/h:li/h:a", NAMES)
    assert [text_of(link) for link in nested] == titles
    targets = [link.attrib["href"] for link in nested]
    assert targets == [f"{'-'.join(one.address.parts[1:])}.xhtml" for one in manuscripts]
    page_of = {one.article.title: facts.pages[one.address.page] for one in manuscripts}
    expected = {
        one.article.section or page_of[one.article.title].section or page_of[one.article.title].name
        for one in manuscripts
    }
    (by_section,) = (
        nav for nav in case.epub.xml(case.epub.only("nav")).iterfind(".//h:nav", NAMES) if not nav.get(TYPE)
    )
    assert {text_of(name) for name in by_section.iterfind("h:ol/h:li/h:span", NAMES)} == expected
    assert sorted(link.attrib["href"] for link in by_section.iterfind(".//h:a", NAMES)) == sorted(targets)


def test_every_link_leads_into_the_epub_or_to_a_page_of_the_site(case: Case) -> None:
    places = case.epub.places()
    for path in case.epub.spine:
        for target in case.epub.links(path):
            if target.startswith(f"{ADDRESS}/"):
                page = case.site / unquote(target.removeprefix(f"{ADDRESS}/"))
                assert page.is_file() or (page / "index.html").is_file(), f"{path} → {target}"
            elif "://" not in target:
                assert target in places, f"{path} → {target}"


def test_metadata_says_what_the_edition_is(case: Case) -> None:
    language = LANGUAGES[case.project]
    conf = (case.project / "pelicanconf.py").read_text(encoding="utf-8")
    name, publisher = (
        re.findall(rf'^{key} = "(.*)"', conf, re.MULTILINE)[0] for key in ("SITENAME", "PUBLISHER")
    )
    (identifier,) = case.epub.meta("dc:identifier")
    assert identifier.startswith("urn:uuid:")
    assert case.epub.meta("dc:title")[0].startswith(f"{name} ")
    assert case.epub.meta("dc:language") == [language]
    assert case.epub.meta("dc:publisher") == [publisher]
    assert case.epub.meta("dc:date") == [case.date]
    corrected = [one.date.isoformat() for text in case.manuscripts() for one in text.article.corrections]
    assert case.epub.meta("dcterms:modified") == [f"{max((case.date, *corrected))}T00:00:00Z"]
    assert case.epub.meta("belongs-to-collection") == [name]
    assert "pageNavigation" in case.epub.meta("schema:accessibilityFeature")
    assert case.epub.meta("schema:accessibilityHazard") == ["none"]
    assert case.epub.meta("pageBreakSource") == case.epub.meta("dc:title")
    for path in case.epub.spine:
        root = case.epub.xml(path)
        assert (root.get("lang"), root.get(LANGUAGE)) == (language, language)


def test_no_font_is_embedded_and_every_file_is_a_core_media_type(case: Case) -> None:
    assert {item.media_type for item in case.epub.items.values()} <= {
        "application/xhtml+xml",
        "text/css",
        "image/jpeg",
        "image/png",
        "image/svg+xml",
    }


def test_notes_are_asides_and_pictures_figures(case: Case) -> None:
    for manuscript in case.manuscripts():
        article = manuscript.article
        document = case.epub.xml(f"EPUB/{'-'.join(manuscript.address.parts[1:])}.xhtml")
        notes = [aside for aside in document.iterfind(".//h:aside", NAMES) if aside.get("role") == "note"]
        assert len(notes) == bool(article.editors_note)
        errata = [one for one in document.iterfind(".//h:section", NAMES) if one.get(TYPE) == "errata"]
        assert len(errata) == bool(article.corrections)
        captions = [text_of(one) for one in document.iterfind(".//h:figure/h:figcaption", NAMES)]
        assert captions == [squeezed(photo.caption + photo.credit) for photo in article.photos]
        alts = [image.get("alt") for image in document.iterfind(".//h:figure/h:img", NAMES)]
        assert alts == [photo.alt for photo in article.photos if photo.file]


def test_readers_find_it_on_the_edition_and_on_the_whole_edition(case: Case) -> None:
    prefix = "/repo" if case.project == ROOT else ""
    for page in (case.date, f"{case.date}/all"):
        html = BeautifulSoup((case.site / page / "index.html").read_bytes(), "html.parser")
        (link,) = html.select('a[type="application/epub+zip"][download]')
        assert link["href"] == f"{prefix}/{case.date}/edition.epub"
        assert re.search(r"EPUB.*\d KB$", link.get_text())
