"""A section's pages are counted from the oldest article, and a full one is sealed (three articles fill one here)."""

import re
from urllib.parse import unquote

import pytest

from broadsheet.model.errors import PressError
from broadsheet.press import check_site
from broadsheet.press.lists import name_pages
from tests.press.project import Project

KINDS = ("sections", "columns", "authors", "tags")


def publish(project: Project, day: int, count: int) -> None:
    project.edition(f"2024-04-{day:02d}", pages={1: {"section": "要闻"}})
    for order in range(1, count + 1):
        project.article(f"2024-04-{day:02d}/01/{order:02d}", authors=["张海莺"])
    project.build()


def numbered(project: Project) -> dict[str, bytes]:
    return {
        name: data
        for name, data in project.files().items()
        if name.startswith("sections/要闻/") and name.count("/") == 3
    }


def test_a_short_section_has_no_numbered_page(project: Project) -> None:
    publish(project, 1, 2)
    assert numbered(project) == {}
    assert 'class="older"' not in project.page("/sections/要闻/")


def test_articles_stay_on_their_page_for_ever(project: Project) -> None:
    publish(project, 1, 2)
    publish(project, 2, 2)
    assert project.cards("/sections/要闻/1/") == [
        "/2024-04-02/01/01/",
        "/2024-04-01/01/01/",
        "/2024-04-01/01/02/",
    ]
    assert project.cards("/sections/要闻/2/") == ["/2024-04-02/01/02/"]
    publish(project, 3, 3)
    assert project.cards("/sections/要闻/1/") == [
        "/2024-04-02/01/01/",
        "/2024-04-01/01/01/",
        "/2024-04-01/01/02/",
    ]
    assert project.cards("/sections/要闻/2/") == [
        "/2024-04-03/01/01/",
        "/2024-04-03/01/02/",
        "/2024-04-02/01/02/",
    ]
    assert project.cards("/sections/要闻/3/") == ["/2024-04-03/01/03/"]


@pytest.mark.parametrize("sizes", [(3, 1), (3, 3), (2, 2, 2, 1), (6, 5), (1, 1, 1, 1, 1, 1, 1), (4, 9)])
def test_a_full_page_changes_only_when_the_page_after_it_begins(
    project: Project, sizes: tuple[int, ...]
) -> None:
    sealed: dict[str, bytes] = {}
    total = 0
    for day, count in enumerate(sizes, 1):
        publish(project, day, count)
        now = numbered(project)
        assert {name: now[name] for name in sealed} == sealed
        total += count
        sealed = {
            f"sections/要闻/{n}/index.html": now[f"sections/要闻/{n}/index.html"]
            for n in range(1, (total - 1) // 3 + 1)
        }
    assert len(sealed) == (total - 1) // 3


@pytest.mark.parametrize(("count", "pages"), [(29, 0), (30, 0), (31, 2), (60, 2), (61, 3)])
def test_no_page_is_empty(project: Project, count: int, pages: int) -> None:
    project.set(LIST_LENGTH=30)
    publish(project, 1, count)
    assert len(numbered(project)) == pages
    on_pages = [project.cards(f"/sections/要闻/{n}/") for n in range(1, pages + 1)]
    assert all(on_pages)
    assert sum(map(len, on_pages)) == (count if pages else 0)


@pytest.mark.parametrize("sizes", [(3, 1), (3, 3, 1), (2, 1, 3), (4, 2), (7, 2)])
def test_lists_grow_and_shrink_as_a_build_from_nothing_makes_them(
    project: Project, sizes: tuple[int, ...]
) -> None:
    for day, count in enumerate(sizes, 1):
        publish(project, day, count)
        assert check_site(publish=False) == 0
    for order in range(sizes[-1], 0, -1):
        (project.folder / f"content/2024-04-{len(sizes):02d}/01/{order:02d}.md").unlink()
        project.build()
        assert check_site(publish=False) == 0


def test_older_leads_to_the_article_before_those_shown(project: Project) -> None:
    publish(project, 1, 6)
    assert project.cards("/sections/要闻/") == [f"/2024-04-01/01/0{n}/" for n in (4, 5, 6)]
    assert project.link("/sections/要闻/", "older")[1] == "/sections/%E8%A6%81%E9%97%BB/1/"
    assert project.link("/sections/要闻/2/", "newer")[1] == "/sections/%E8%A6%81%E9%97%BB/"


def test_newest_list_leads_to_the_newest_sealed_page(project: Project) -> None:
    publish(project, 1, 3)
    publish(project, 2, 2)
    assert project.cards("/sections/要闻/") == [
        "/2024-04-02/01/01/",
        "/2024-04-02/01/02/",
        "/2024-04-01/01/03/",
    ]
    assert project.link("/sections/要闻/", "older")[1] == "/sections/%E8%A6%81%E9%97%BB/1/"
    assert project.link("/sections/要闻/1/", "older") == ("没有更早的文章", "")
    assert project.link("/sections/要闻/1/", "newer")[1] == "/sections/%E8%A6%81%E9%97%BB/2/"
    assert project.link("/sections/要闻/2/", "newer")[1] == "/sections/%E8%A6%81%E9%97%BB/"


def test_authors_are_counted_alike(project: Project) -> None:
    publish(project, 1, 4)
    assert project.cards("/authors/张海莺/1/") == [f"/2024-04-01/01/0{n}/" for n in (1, 2, 3)]


def test_tags_are_counted_alike_and_linked_from_their_articles(project: Project) -> None:
    for order in range(1, 5):
        project.article(f"2024-04-01/01/{order:02d}", tags=["春 耕", "春 耕"])
    project.set(TAGS={"春 耕": "chungeng"})
    project.build()
    assert project.cards("/tags/chungeng/1/") == [f"/2024-04-01/01/0{n}/" for n in (1, 2, 3)]
    assert project.page("/2024-04-01/01/01/").count("春 耕|/tags/chungeng/") == 1


def test_names_stand_together_those_with_most_articles_first(project: Project) -> None:
    project.set(SECTION_NAV=["副刊"])
    project.edition("2024-04-01", pages={1: {"section": "要闻"}})
    project.article("2024-04-01/01/01", authors=["甲", "乙"])
    project.article("2024-04-01/01/02", authors=["乙"], column="共富")
    project.build()
    names = {kind: re.findall(r'"name">(.*?)\|', project.page(f"/{kind}/")) for kind in KINDS}
    assert names == {"sections": ["副刊", "要闻"], "columns": ["共富"], "authors": ["乙", "甲"], "tags": []}
    before = project.files()
    project.article("2024-04-02/01/01", authors=["乙"], section="要闻", tags=["新"])
    project.build()
    after = project.files()
    assert {kind for kind in KINDS if before[f"{kind}/index.html"] != after[f"{kind}/index.html"]} == {"tags"}


def test_more_names_than_a_page_holds_are_counted_and_said(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(name_pages, "MOST_NAMES", 2)
    project.article("2024-04-01/01/01", authors=["甲", "乙", "丙"])
    project.build()
    page = project.page("/authors/")
    assert re.findall(r'"name">(.*?)\|', page) == ["甲", "乙"]
    assert '"total">3<' in page


def test_a_section_of_the_navigation_has_a_page_before_its_first_article(project: Project) -> None:
    project.set(SECTION_NAV=["副刊"])
    publish(project, 1, 1)
    assert project.cards("/sections/副刊/") == []


@pytest.mark.parametrize(("one", "other"), [("人物 书", "人物-书"), ("AI", "ai")])
def test_two_sections_at_one_address_are_an_error_that_names_both(
    project: Project, one: str, other: str
) -> None:
    project.article("2024-04-15/01/01", section=one)
    project.article("2024-04-15/01/02", section=other)
    with pytest.raises(PressError) as caught:
        project.build()
    (finding,) = caught.value.findings
    assert f"“{one}”" in finding.message
    assert f"“{other}”" in finding.message
    assert finding.place == "content/2024-04-15/01/02.md:3:1"
    project.set(SECTIONS={one: "one"})
    project.build()
    assert project.has("/sections/one/")


def test_a_name_from_the_edition_s_file_is_told_there(project: Project) -> None:
    project.edition("2024-04-15", pages={1: {"name": "人物 书"}, 2: {"name": "书评", "section": "人物-书"}})
    project.article("2024-04-15/01/01")
    project.article("2024-04-15/02/01")
    with pytest.raises(PressError, match=r"^content/2024-04-15/edition\.yaml:6:5: error address-collision"):
        project.build()


def test_names_that_differ_in_signs_have_addresses_of_their_own(project: Project) -> None:
    names = ["C", "C++", "C#", "A/B", "A:B", "A-B", "B", ".B", "con", "问答？", "50%"]
    project.article("2024-04-15/01/01", tags=names)
    project.build()
    page = project.page("/2024-04-15/01/01/")
    links = [unquote(link) for link in re.findall(r'class="tag">[^|]*\|([^<]+)<', page)]
    assert len({link.casefold() for link in links}) == len(names)
    assert [link for link in links if not project.has(link)] == []
    assert {"/tags/C/", "/tags/C++/", "/tags/C~23/"} <= set(links)


def test_a_name_that_is_no_address_needs_one(project: Project) -> None:
    name = "?" * 80
    project.article("2024-04-15/01/01", column=name)
    with pytest.raises(PressError, match=r"01/01\.md:3:1: error no-address"):
        project.build()
    project.set(COLUMNS={name: "questions"})
    project.build()
    assert project.has("/columns/questions/")


def test_one_name_typed_in_two_ways_is_one_author(project: Project) -> None:
    project.set(FEED_LENGTH=1)
    project.article("2024-04-15/01/01", authors=["Rene\u0301  Dupont"])
    project.article("2024-04-15/01/02", authors=["Ren\u00e9 Dupont", "Rene\u0301 Dupont"])
    project.build()
    assert len(project.cards("/authors/Ren\u00e9-Dupont/")) == 2
    assert project.page("/2024-04-15/01/02/").count("Ren\u00e9 Dupont") == 1
    assert "Rene\u0301" not in "".join(data.decode() for data in project.files().values())
