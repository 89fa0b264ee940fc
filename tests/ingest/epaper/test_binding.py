"""The saved files of a digital paper are bound into one file for each printed page."""

import re
from collections.abc import Sequence

import pytest

from broadsheet.ingest.epaper.mhtml import unpack
from tests.ingest.epaper.test_epaper import FIRST, FOURTH, SECOND, THIRD, content, jpeg, node
from tests.ingest.newsroom import DAY, Newsroom

WHOLE = "0,0,9,9"


def lay(newsroom: Newsroom, name: str, mark: str, *articles: str, linked: Sequence[str] = ()) -> None:
    """Lay a page of the paper whose areas lead to `articles`, and its list to those in `linked` as well."""
    page = node(mark, "要闻", [(article, WHOLE) for article in articles])
    links = "".join(f'<a href="{article}">稿件</a>' for article in linked)
    newsroom.file(f"raw/{DAY}/{name}", page.replace("</body>", f"{links}</body>"))


def articles(newsroom: Newsroom, *names: str) -> None:
    for n, name in enumerate(names):
        newsroom.file(f"raw/{DAY}/{name}", content(f"渡口新闻{n}", FIRST, SECOND, THIRD, FOURTH))


def bound(newsroom: Newsroom) -> dict[str, list[str]]:
    """Return the files that each bound page holds."""
    run = newsroom.ingest()
    assert run.code == 0, run.err
    files = newsroom.files(f"raw/{DAY}")
    return {name: list(unpack(name, data)) for name, data in files.items() if name.endswith(".mhtml")}


def test_pages_have_the_numbers_that_they_print(newsroom: Newsroom) -> None:
    articles(newsroom, "content_1.htm", "content_2.htm")
    lay(newsroom, "node_2.htm", "05", "content_1.htm")
    lay(newsroom, "node_3.htm", "02", "content_2.htm")
    assert bound(newsroom) == {
        "02.mhtml": ["node_3.htm", "content_2.htm"],
        "05.mhtml": ["node_2.htm", "content_1.htm"],
    }


@pytest.mark.parametrize("marks", [("A01", "B01"), ("01", "00")])
def test_pages_whose_numbers_do_not_tell_them_apart_are_counted(
    newsroom: Newsroom, marks: tuple[str, str]
) -> None:
    articles(newsroom, "content_1.htm", "content_2.htm")
    lay(newsroom, "node_10.htm", marks[1], "content_1.htm")
    lay(newsroom, "node_9.htm", marks[0], "content_2.htm")
    assert bound(newsroom) == {
        "01.mhtml": ["node_9.htm", "content_2.htm"],
        "02.mhtml": ["node_10.htm", "content_1.htm"],
    }


def test_an_article_is_of_the_page_on_whose_map_it_stands(newsroom: Newsroom) -> None:
    names = ("content_1.htm", "content_2.htm", "content_3.htm")
    articles(newsroom, *names)
    lay(newsroom, "node_2.htm", "01", "content_1.htm", linked=names)
    lay(newsroom, "node_3.htm", "02", "content_2.htm")
    assert bound(newsroom) == {
        "01.mhtml": ["node_2.htm", "content_1.htm", "content_3.htm"],
        "02.mhtml": ["node_3.htm", "content_2.htm"],
    }


def test_each_page_holds_the_pictures_that_it_and_its_articles_show_once(newsroom: Newsroom) -> None:
    articles(newsroom, "content_1.htm")
    newsroom.file(f"raw/{DAY}/content_2.htm", content("图书馆晚关", FIRST, SECOND, photo="img/a.jpg"))
    lay(newsroom, "node_2.htm", "01", "content_1.htm", "content_2.htm")
    page = (newsroom.root / f"raw/{DAY}/node_2.htm").read_text("utf-8")
    shown = '<img src="img/a.jpg"><img src="img/b.JPG"><img src="img/missing.jpg">'
    newsroom.file(f"raw/{DAY}/node_2.htm", page.replace("</body>", f"{shown}</body>"))
    for name in ("a.jpg", "b.JPG", "unused.jpg"):
        newsroom.file(f"raw/{DAY}/img/{name}", jpeg(40, 30))
    assert bound(newsroom) == {
        "01.mhtml": ["node_2.htm", "content_1.htm", "content_2.htm", "img/a.jpg", "img/b.JPG"]
    }


def test_a_page_that_is_empty_is_an_error_and_the_other_day_is_read(newsroom: Newsroom) -> None:
    newsroom.file(f"raw/{DAY}/node_2.htm", "")
    newsroom.page("一行字。", day="2031-05-07")
    run = newsroom.ingest()
    assert run.code == 1
    assert f"raw/{DAY}/node_2.htm" in run.err
    assert "this page of the paper is empty" in run.err
    assert "save it anew" in run.err
    assert newsroom.article(1, day="2031-05-07").body == "一行字。"


def test_the_report_says_what_is_missing_and_what_is_no_article(newsroom: Newsroom) -> None:
    articles(newsroom, "content_1.htm")
    newsroom.file(f"raw/{DAY}/content_2.htm", '<html><body><img src="img/a.jpg"></body></html>')
    newsroom.file(f"raw/{DAY}/content_3.htm", content("图书馆晚关", FIRST, SECOND, photo="img/a.jpg"))
    lay(newsroom, "node_2.htm", "01", "content_1.htm", "content_2.htm", "content_3.htm", "content_4.htm")
    assert newsroom.ingest().code == 0
    said = re.findall(r"第 (\d+) 行\n(.*)\n(.*)\n", newsroom.doubts())
    assert [one for one in said if "head names" not in one[1]] == [
        (
            "1",
            "the page leads to content_4.htm, and that is not saved beside it",
            "save the pages of all its articles, and ingest it again",
        ),
        (
            "20",
            "content_2.htm has no sentence of text: a picture or an advertisement",
            "if it is an article, save its page once it shows the text",
        ),
        (
            "1",
            "the paper calls this page 01版 要闻",
            "name it in edition.yaml: `pages: {1: {name: 要闻}}`",
        ),
        (
            "24",
            "a picture stands here that is not saved: img/a.jpg",
            "save it with the page, or lay it beside the manuscript and name it under `photos:`",
        ),
    ]
    assert [line for line, message, _ in said if "head names 张三" in message] == ["15", "26"]
