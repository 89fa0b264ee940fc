"""Feeds as other people's readers take them: Atom, RSS and JSON Feed of the paper and of its lists."""

import datetime as dt
import json
import re
from email.utils import format_datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from zoneinfo import ZoneInfo

import feedparser
import jsonschema
import pytest

from broadsheet.press.feeds.rss import rfc_822
from tests.press.project import Project

ADDRESS = "https://example.org/repo"
SCHEMA = json.loads(Path(__file__).with_name("schemas").joinpath("json-feed-1.1.json").read_text("utf-8"))
PLACES = ("", "sections/要闻/", "columns/共富/", "authors/张海莺/")


@pytest.fixture
def paper(project: Project) -> Project:
    project.set(FEED_LENGTH=4, PUBLISHER="试刊社", COPYRIGHT="© 试刊社")
    for day in (13, 14, 15):
        project.edition(f"2024-04-{day}", pages={1: {"name": "要闻"}})
        for order in (1, 2, 3):
            project.article(
                f"2024-04-{day}/01/0{order}",
                f"第{day}日第{order}篇：甲<乙>&丙，见[上期](/2024-04-14/)。",
                title=f"题 <{day}> & “{order}”",
                authors=["张海莺", "Smith & <Sons>"],
                column="共富" if order == 2 else "",
                tags=["钢铁 & <铁矿>"],
            )
    correction = {"date": "2024-04-20", "text": "八点<应为>九点。"}
    project.article("2024-04-15/01/01", "正文。", editors_note="按。", corrections=[correction])
    build(project)
    return project


def build(project: Project) -> None:
    project.build(publish=True, site_url=ADDRESS)


def json_feed(project: Project, place: str) -> dict[str, Any]:
    feed: dict[str, Any] = json.loads(project.page(f"{place}feed.json"))
    jsonschema.validate(feed, SCHEMA)
    return feed


def parsed(project: Project, file: str) -> Any:
    feed = feedparser.parse(project.page(file).encode(), sanitize_html=False, resolve_relative_uris=False)
    assert not feed.bozo, feed.get("bozo_exception")
    return feed


@pytest.mark.parametrize("place", PLACES)
def test_three_forms_of_a_feed_are_valid_and_say_the_same(paper: Project, place: str) -> None:
    feed = json_feed(paper, place)
    atom, rss = parsed(paper, f"{place}feed.xml"), parsed(paper, f"{place}rss.xml")
    assert (atom.version, rss.version) == ("atom10", "rss20")
    assert atom.feed.title == rss.feed.title == feed["title"]
    assert atom.feed.link == rss.feed.link == feed["home_page_url"]
    assert len(feed["items"]) >= 3
    for item, from_atom, from_rss in zip(feed["items"], atom.entries, rss.entries, strict=True):
        assert from_atom.link == from_atom.id == from_rss.link == from_rss.id == item["url"]
        assert from_atom.title == from_rss.title == item["title"]
        words = item["content_html"]
        assert from_atom.content[0].value == from_rss.content[0].value == words
        assert from_atom.published_parsed == from_rss.published_parsed
        assert (
            [tag.term for tag in from_atom.tags]
            == [tag.term for tag in from_rss.tags]
            == item.get("tags", [])
        )
        names = [author.name for author in from_atom.get("authors", [])]
        assert names == [author.name for author in from_rss.get("authors", [])]
        assert names == [author["name"] for author in item.get("authors", [])]


@pytest.mark.parametrize("place", PLACES)
def test_feed_leads_out_of_itself_by_whole_addresses(paper: Project, place: str) -> None:
    feed = json_feed(paper, place)
    assert paper.has(unquote(feed["home_page_url"].removeprefix(ADDRESS)))
    for name in ("feed.xml", "rss.xml", "feed.json"):
        assert f"{feed['home_page_url']}{name}" in paper.page(f"{place}{name}")
    assert "/2024-04-14/" in str(feed["items"])
    assert 'href=\\"/' not in json.dumps(feed)


def test_list_holds_its_newest_articles_the_newest_day_first(paper: Project) -> None:
    urls = [item["url"].removeprefix(ADDRESS) for item in json_feed(paper, "authors/张海莺/")["items"]]
    assert urls == ["/2024-04-15/01/02/", "/2024-04-15/01/03/", "/2024-04-14/01/01/", "/2024-04-14/01/02/"]
    columns = [item["url"].removeprefix(ADDRESS) for item in json_feed(paper, "columns/共富/")["items"]]
    assert columns == ["/2024-04-15/01/02/", "/2024-04-14/01/02/", "/2024-04-13/01/02/"]


def test_correction_stands_first_and_makes_an_entry_newer(paper: Project) -> None:
    first = json_feed(paper, "")["items"][0]
    assert first["date_modified"] == "2024-04-20T06:00:00+08:00"
    text = first["content_html"]
    assert text.startswith("<p><strong>更正</strong> 2024年4月20日 八点")
    assert text.index("八点&lt;应为&gt;九点。") < text.index("按。") < text.index("正文。")
    assert parsed(paper, "feed.xml").feed.updated == "2024-04-20T06:00:00+08:00"


def test_page_names_its_own_feeds_and_the_papers(paper: Project) -> None:
    section, article = paper.page("/sections/要闻/"), paper.page("/2024-04-15/01/01/")
    paper_feed = '<link rel="alternate" type="application/atom+xml" title="试刊" href="/repo/feed.xml">'
    assert paper_feed in section
    assert paper_feed in article
    for file in ("feed.xml", "rss.xml", "feed.json"):
        assert f'title="试刊 要闻" href="/repo/sections/%E8%A6%81%E9%97%BB/{file}"' in section


def test_a_section_without_an_article_has_no_feed(project: Project) -> None:
    project.set(SECTION_NAV=["副刊"])
    project.article("2024-04-15/01/01")
    build(project)
    assert project.has("/sections/副刊/")
    assert not (project.output / "sections/副刊/feed.xml").exists()
    assert "副刊/feed" not in project.page("/sections/副刊/")


def test_dates_of_rss_are_those_of_mail() -> None:
    moments = (
        dt.datetime(2024, 1, 1, 6, tzinfo=ZoneInfo(zone)) + dt.timedelta(days=day)
        for zone in ("Asia/Shanghai", "UTC", "America/St_Johns")
        for day in range(366)
    )
    assert [moment for moment in moments if rfc_822(moment) != format_datetime(moment)] == []


def test_a_line_s_end_between_hanzi_is_nothing_wherever_a_text_goes(project: Project) -> None:
    project.edition("2024-04-15", pages={1: {"name": "要闻"}})
    project.article(
        "2024-04-15/01/01", "合龙仪式在\n江边举行。\n\n- 两岸\n  都来", editors_note="编者按 两\n岸在看。"
    )
    fields = "title: 题\nsummary: 大桥\n  合龙了\n"
    project.write("content/2024-04-15/01/02.md", f"---\n{fields}---\n\n昨天上\n午。\n")
    project.build(publish=True, site_url=ADDRESS)
    texts = "".join(data.decode(errors="replace") for data in project.files().values())
    for words in ("合龙仪式在江边举行", "两岸都来", "两岸在看", "大桥合龙了", "昨天上午"):
        assert words in texts
        assert [
            cut for cut in range(1, len(words)) if re.search(rf"{words[:cut]}(?:\s|\\n)+{words[cut:]}", texts)
        ] == []
