"""The demonstration as readers get it, at a domain's root and below a path: what machines are told, and every link."""

import itertools
import json
import re
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup

from broadsheet.manuscript import read_article
from broadsheet.manuscript.records.edition_file import read_edition
from broadsheet.proof.site_run import findings_of_site
from tests.printed import ROOT, printed

ARTICLES = sorted(path for path in ROOT.glob("content/2*/*/*.md"))


class Site(NamedTuple):
    """A built site and its address, `path` being what follows the domain."""

    output: Path
    address: str
    path: str

    def page(self, href: str) -> BeautifulSoup:
        file = self.output / unquote(href.removeprefix(self.address)).strip("/") / "index.html"
        return BeautifulSoup(file.read_bytes(), "html.parser")

    def has(self, href: str) -> bool:
        place = self.output / unquote(href.removeprefix(self.address)).strip("/")
        return href.startswith(f"{self.address}/") and (place.is_file() or (place / "index.html").is_file())


@pytest.fixture(scope="module", params=["", "/repo"], ids=["root", "path"])
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    address = f"https://paper.example{request.param}"
    return Site(printed(tmp_path_factory, address=address), address, request.param)


def graph(page: BeautifulSoup) -> dict[str, Any]:
    """Return the things of a page's JSON-LD by their kind."""
    (script,) = page.select("script[type='application/ld+json']")
    document = json.loads(script.get_text())
    assert document["@context"] == "https://schema.org"
    return {thing["@type"]: thing for thing in document["@graph"]}


def addresses(value: object) -> list[str]:
    """Return every address that JSON-LD names."""
    if isinstance(value, dict):
        names = ("@id", "url", "item", "contentUrl", "mainEntityOfPage")
        own = [value[name] for name in names if name in value]
        return own + [found for item in value.values() for found in addresses(item)]
    return [found for item in value for found in addresses(item)] if isinstance(value, list) else []


def meta(page: BeautifulSoup) -> dict[str, str]:
    tags = page.select("meta[property], meta[name^=twitter]")
    return {str(tag.get("property") or tag.get("name")): str(tag["content"]) for tag in tags}


def test_every_link_leads_somewhere(site: Site, tmp_path: Path) -> None:
    assert [str(finding) for finding in findings_of_site(site.output, tmp_path)] == []


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: "/".join(path.parts[-3:]))
def test_article_tells_machines_what_its_manuscript_says(site: Site, path: Path) -> None:
    manuscript, facts = read_article(path), read_edition(path.parents[1]).facts
    article, address = manuscript.article, manuscript.address
    page = site.page(address.href)
    things = graph(page)
    news = things["NewsArticle"]
    title = f"〔{article.title}〕" if article.title_supplied else article.title
    canonical = f"{site.address}{address.href}"
    assert str(page.select("link[rel=canonical]")[0]["href"]) == news["url"] == news["@id"] == canonical
    assert news["headline"] == title
    assert news.get("alternativeHeadline", []) == [line for line in (article.kicker, *article.deck) if line]
    assert [author["name"] for author in news.get("author", [])] == list(article.authors)
    assert news["datePublished"] == address.date.isoformat()
    assert news["printPage"] == f"{address.page:02d}"
    assert news["printSection"] == facts.pages[address.page].name
    assert news.get("dateline", "") == article.dateline
    assert news.get("creditText", "") == article.source_credit
    assert news["inLanguage"] == "zh-Hans"
    assert "wordCount" not in news, "what a word is, Chinese does not say"
    issue, *column = news["isPartOf"]
    assert (issue["@type"], issue["isPartOf"]["@type"]) == ("PublicationIssue", "Newspaper")
    assert issue.get("issueNumber", "") == str(facts.number or "")
    assert [series["name"] for series in column] == ([article.column] if article.column else [])
    photos = [(image.get("caption", ""), image.get("creditText", "")) for image in news.get("image", [])]
    assert photos == [(photo.caption, photo.credit) for photo in article.photos if photo.file]
    corrections = [(one["datePublished"], one["text"]) for one in news.get("correction", [])]
    assert corrections == [(one.date.isoformat(), one.text) for one in article.corrections]
    assert news.get("dateModified", "") == max((date for date, _ in corrections), default="")
    way = things["BreadcrumbList"]["itemListElement"]
    assert [step["position"] for step in way] == [1, 2, 3, 4]
    assert [step["item"] for step in way][-1] == canonical
    lost = {href for href in addresses(list(things.values())) if not site.has(href.partition("#")[0])}
    assert lost == set()


def test_who_signs_is_a_person_or_a_desk(site: Site) -> None:
    kinds = {
        author["name"]: author["@type"]
        for path in ARTICLES
        for author in graph(site.page(read_article(path).address.href))["NewsArticle"].get("author", [])
    }
    assert kinds["张海莺"] == kinds["王健生"] == "Person"
    assert kinds["本报编辑部"] == kinds["校对组"] == kinds["排字房"] == "Organization"


def test_edition_front_and_printed_page_say_what_they_are(site: Site) -> None:
    edition, front = graph(site.page("/2024-05-06/")), graph(site.page("/"))
    issue = edition["PublicationIssue"]
    assert issue == front["PublicationIssue"]
    assert issue["issueNumber"] == "2"
    assert len(issue["hasPart"]) == sum("2024-05-06" in str(path) for path in ARTICLES)
    assert front["Newspaper"]["name"] == front["WebSite"]["name"] == "对开新报"
    assert [
        step["name"] for step in graph(site.page("/2024-05-06/03/"))["BreadcrumbList"]["itemListElement"]
    ] == [
        "对开新报",
        "2024年5月6日",
        "第03版 出版部",
    ]


def test_page_says_what_it_is_where_it_is_shared(site: Site) -> None:
    address = "/2024-05-06/02/05/"
    said = meta(site.page(address))
    assert said["og:type"] == "article"
    assert said["og:site_name"] == "对开新报"
    assert said["og:locale"] == "zh_CN"
    assert said["og:url"] == f"{site.address}{address}"
    assert said["article:published_time"] == "2024-05-06"
    assert said["article:modified_time"] == "2024-05-07"
    assert meta(site.page("/"))["og:type"] == "website"


def test_neighbours_are_named_for_machines_as_for_readers(site: Site) -> None:
    page = site.page("/2024-05-06/02/02/")
    hrefs = [str(link["href"]) for rel in ("prev", "next") for link in page.select(f"nav a[rel={rel}]")]
    assert hrefs == [f"{site.path}/2024-05-06/02/{order}/" for order in ("01", "03")]


def test_whole_edition_has_every_article_in_print_order_and_ranks_its_headings(site: Site) -> None:
    page = site.page("/2024-05-06/all/")
    printed = [read_article(path) for path in ARTICLES if "2024-05-06" in str(path)]
    anchors = ["-".join(one.address.parts) for one in printed]
    assert [str(tag["id"]) for tag in page.select("main article")] == anchors
    assert [link["href"] for link in page.select(".contents ol ol a")] == [f"#{anchor}" for anchor in anchors]
    for one, shown in zip(printed, page.select("main article"), strict=True):
        own = site.page(one.address.href).select_one(".prose")
        whole = shown.select_one(".prose")
        assert own
        assert whole
        assert whole.get_text() == own.get_text()
    levels = [int(tag.name[1]) for tag in page.select("h1, h2, h3, h4, h5, h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    assert page.select("link[rel=canonical]")[0]["href"] == f"{site.address}/2024-05-06/all/"
    assert {image.get("loading") for image in page.select("main img")} == {"lazy"}
    for front in ("/2024-05-06/", "/"):
        assert site.page(front).select(f"main a[href='{site.path}/2024-05-06/all/']")


def test_article_leads_to_its_place_in_its_column(site: Site) -> None:
    page = site.page("/2024-04-15/01/03/")
    (link,) = page.select(".article-foot a[href*='#']")
    href, _, place = str(link["href"]).partition("#")
    assert site.page(href.removeprefix(site.path)).find(id=place)


def test_without_an_address_nothing_is_said_that_needs_one(project: Any) -> None:
    project.use_theme(ROOT / "theme")
    project.article("2024-04-15/01/01", authors=["张海莺"])
    project.build()
    page = project.page("/2024-04-15/01/01/")
    assert not re.search(r"og:|twitter:|rel=\"canonical\"|https://(?!schema\.org)", page)
