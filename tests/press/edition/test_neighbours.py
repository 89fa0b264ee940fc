"""Previous and next, in print order; the ends say so instead of leading round."""

import pytest

from tests.press.project import Project


@pytest.fixture
def paper(project: Project) -> Project:
    for address in (
        "2024-04-14/01/01",
        "2024-04-15/01/02",
        "2024-04-15/01/10",
        "2024-04-15/03/01",
        "2024-04-17/01/01",
    ):
        project.article(address)
    project.edition("2024-04-15", pages={3: {"name": "文化"}})
    project.build()
    return project


def test_articles_follow_each_other_across_pages(paper: Project) -> None:
    assert paper.link("/2024-04-15/01/10/", "previous") == ("题2024-04-15/01/02", "/2024-04-15/01/02/")
    assert paper.link("/2024-04-15/01/10/", "next") == ("题2024-04-15/03/01", "/2024-04-15/03/01/")


def test_articles_end_with_their_edition(paper: Project) -> None:
    assert paper.link("/2024-04-15/01/02/", "previous") == ("已是本期第一篇", "")
    assert paper.link("/2024-04-15/03/01/", "next") == ("已是本期最后一篇", "")


def test_printed_pages_skip_those_without_articles(paper: Project) -> None:
    assert paper.link("/2024-04-15/01/", "previous") == ("已是第一版", "")
    assert paper.link("/2024-04-15/01/", "next") == ("第03版 文化", "/2024-04-15/03/")
    assert paper.link("/2024-04-15/03/", "next") == ("已是最后一版", "")


def test_editions_follow_each_other(paper: Project) -> None:
    assert paper.link("/2024-04-14/", "previous") == ("已是最早一期", "")
    assert paper.link("/2024-04-15/", "next") == ("2024年4月17日", "/2024-04-17/")
    assert paper.link("/", "next") == ("已是最新一期", "")
    assert paper.link("/", "previous") == ("2024年4月15日", "/2024-04-15/")


def test_publishing_an_edition_touches_only_its_neighbour(paper: Project) -> None:
    before = paper.files()
    paper.article("2024-04-18/01/01")
    paper.build()
    after = paper.files()
    dated = [name for name in before if name[0].isdigit()]
    assert [name for name in dated if before[name] != after[name]] == ["2024-04-17/index.html"]


def test_a_supplied_headline_is_marked_wherever_it_is_named(paper: Project) -> None:
    paper.article("2024-04-15/01/10", title="代拟", title_supplied=True)
    paper.build()
    assert "<title>〔代拟〕 - 试刊</title>" in paper.page("/2024-04-15/01/10/")
    assert paper.link("/2024-04-15/01/02/", "next")[0] == "〔代拟〕"
    assert "<title>〔代拟〕</title>" in paper.page("feed.xml")


def test_an_article_without_a_headline_is_called_by_its_first_words(paper: Project) -> None:
    paper.article("2024-04-15/01/10", "昨日上午，本市召开工作会议，研究部署春季农业生产。", title="")
    paper.build()
    assert paper.link("/2024-04-15/01/02/", "next")[0] == "昨日上午，本市召开工作会议……"
