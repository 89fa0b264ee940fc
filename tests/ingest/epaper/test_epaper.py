"""Digital papers: saved pages of an edition become printed pages, with stories, pictures and the map."""

import io
import re
from collections.abc import Sequence

import pytest
from PIL import Image

from broadsheet.ingest.epaper.mhtml import pack
from broadsheet.manuscript.records.page_file import read_page_map
from broadsheet.model.page_map import Box
from tests.ingest.newsroom import DAY, Newsroom

FIRST = "清早六点半，雾还没有散，渡口的老船工已经把缆绳解了三遍。他说，今年的水位比去年同期低了四十厘米。"
SECOND = "镇里去年修好了新桥，过渡的人少了一大半，但是对岸三个村的老人仍旧习惯坐船，说桥要走五里路。"
THIRD = "县图书馆从下周起把闭馆时间推迟到晚上十点，首批试行的是城南和城北两个分馆，为期三个月。"
FOURTH = "馆方统计，去年晚间入馆的读者比前年多了两成，其中一半是下班后来自习的年轻人。"


def jpeg(width: int, height: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), (200, 190, 180)).save(out, "JPEG")
    return out.getvalue()


def node(
    mark: str, name: str, areas: Sequence[tuple[str, str]], *, picture: str = "", day: str = "2031年05月06日"
) -> str:
    """Return a printed page in tables and an image map, as the papers of the 2000s have it."""
    shapes = "".join(f'<area shape="polygon" coords="{coords}" href="{href}">' for href, coords in areas)
    links = "".join(f'<li><a href="{href}">稿件</a></li>' for href in dict.fromkeys(h for h, _ in areas))
    return f"""<html><head><meta charset="utf-8"><title>云溪日报数字报</title></head><body>
    <table><tr><td>{day} 星期二</td><td><a href="node_3.htm">下一版</a></td></tr></table>
    <table><tr><td>第{mark}版：{name}</td></tr></table>
    <img src="{picture}" width="400" usemap="#PagePicMap" height="600"><map name="pagepicmap">{shapes}</map>
    <ul>{links}</ul><ul><li><a href="node_2.htm">第01版：要闻</a></li><li><a href="node_3.htm">第02版：文化</a></li></ul>
    </body></html>"""


def content(
    title: str, *paragraphs: str, kicker: str = "", deck: str = "", byline: str = "", photo: str = ""
) -> str:
    """Return an article's page, which names its parts in a comment."""
    picture = (
        f'<table><tr><td><img src="{photo}"></td></tr><tr><td>渡口的清晨。张三 摄</td></tr></table>'
        if photo
        else ""
    )
    text = "".join(f"<P>　　{words}</P>" for words in paragraphs)
    return f"""<html><head><meta charset="utf-8"><title>{title}-云溪日报</title></head><body>
    <!--enpproperty <founder-title>{title}</founder-title><founder-introtitle>{kicker}</founder-introtitle>
    <founder-subtitle>{deck}</founder-subtitle><founder-author>张三</founder-author> /enpproperty-->
    <table><tr><td>2031年05月06日 星期二</td><td><a href="node_2.htm">返回目录</a></td></tr></table>
    <table><tr><td><table><tr><td>{kicker}</td></tr><tr><td><strong>{title}</strong></td></tr><tr><td>{deck}</td></tr>
    <tr><td>{byline}</td></tr></table></td></tr><tr><td>{picture}<div id="ozoom"><founder-content>{text}</founder-content></div></td></tr></table>
    <p>云溪日报社 版权所有</p></body></html>"""


@pytest.fixture
def paper(newsroom: Newsroom) -> Newsroom:
    """Two pages of a paper, in one folder, with a picture of the first page and a photo."""
    page_one = [
        ("content_1.htm", "20,30,200,30,200,300,380,300,380,580,20,580"),
        ("content_2.htm", "210,30,380,30,380,290,210,290"),
    ]
    newsroom.file(f"raw/{DAY}/node_2.htm", node("01", "要闻", page_one, picture="img/b_01.jpg"))
    newsroom.file(
        f"raw/{DAY}/node_3.htm", node("02", "文化", [("content_3.htm", "5%,5%,95%,5%,95%,95%,5%,95%")])
    )
    newsroom.file(
        f"raw/{DAY}/content_1.htm",
        content(
            "老渡口再留三年",
            FIRST,
            SECOND,
            kicker="山里的路",
            deck="——云溪县保留最后一条渡船",
            byline="本报记者 张三",
            photo="img/pier.jpg",
        ),
    )
    newsroom.file(f"raw/{DAY}/content_2.htm", content("图书馆晚关两小时", THIRD, FOURTH))
    newsroom.file(f"raw/{DAY}/content_3.htm", content("码头小展厅开放", FOURTH, THIRD))
    newsroom.file(f"raw/{DAY}/img/b_01.jpg", jpeg(400, 600))
    newsroom.file(f"raw/{DAY}/img/pier.jpg", jpeg(64, 48))
    return newsroom


def test_a_folder_of_saved_pages_becomes_an_edition(paper: Newsroom) -> None:
    run = paper.ingest()
    assert (run.code, run.err) == (0, "")
    first, second = paper.article(1), paper.article(2)
    assert (first.kicker, first.title, first.deck) == (
        "山里的路",
        "老渡口再留三年",
        ("——云溪县保留最后一条渡船",),
    )
    assert (first.byline, first.authors) == ("本报记者 张三", ("张三",))
    assert first.body.split("\n\n") == [FIRST, f"{SECOND}\n"] or first.body.strip().split("\n\n") == [
        FIRST,
        SECOND,
    ]
    assert [(photo.caption, photo.credit, photo.file) for photo in first.photos] == [
        ("渡口的清晨。", "张三 摄", "01-1.jpg")
    ]
    assert (second.title, second.body.strip()) == ("图书馆晚关两小时", f"{THIRD}\n\n{FOURTH}")
    assert paper.article(1, page=2).title == "码头小展厅开放"


def test_the_map_of_a_saved_page_is_kept_in_fractions(paper: Newsroom) -> None:
    paper.ingest()
    found = read_page_map(paper.root / f"content/{DAY}/01/page.yaml")
    assert (found.width, found.height, found.picture) == (400.0, 600.0, "page.jpg")
    assert [(area.article, area.boxes) for area in found.areas] == [
        (1, (Box(0.05, 0.05, 0.5, 0.5), Box(0.05, 0.5, 0.95, 0.96667))),
        (2, (Box(0.525, 0.05, 0.95, 0.48333),)),
    ]
    files = paper.files(f"content/{DAY}/01")
    assert files["page.jpg"] == jpeg(400, 600)
    assert files["01-1.jpg"] == jpeg(64, 48)
    per_cent = read_page_map(paper.root / f"content/{DAY}/02/page.yaml")
    assert [area.boxes for area in per_cent.areas] == [(Box(0.05, 0.05, 0.95, 0.95),)]


def test_a_second_ingest_of_a_saved_paper_changes_nothing(paper: Newsroom) -> None:
    paper.ingest()
    before = paper.files()
    assert "2 of 2 pages unchanged" in paper.ingest().out
    assert paper.files() == before


def test_an_article_that_is_saved_later_is_taken_in(paper: Newsroom) -> None:
    late = paper.root / f"raw/{DAY}/content_2.htm"
    text = late.read_bytes()
    late.unlink()
    assert "1 article-missing" in paper.ingest().out
    assert [article.title for article in paper.articles()] == ["老渡口再留三年", "码头小展厅开放"]
    late.write_bytes(text)
    assert paper.ingest().code == 0
    assert [article.title for article in paper.articles()] == [
        "老渡口再留三年",
        "图书馆晚关两小时",
        "码头小展厅开放",
    ]


def test_the_page_s_name_and_a_day_of_another_edition_are_said(paper: Newsroom) -> None:
    paper.file(
        f"raw/{DAY}/node_3.htm", node("02", "文化", [("content_3.htm", "0,0,9,9")], day="2031年05月07日")
    )
    run = paper.ingest()
    report = paper.files(f"raw/{DAY}")["02.review.html"].decode()
    assert "1 page-name" in run.out
    assert "1 other-day" in run.out
    assert "the paper calls this page 02版 文化" in report
    assert "2031年05月07日" in report


def test_pages_that_number_themselves_by_parts_are_counted(paper: Newsroom) -> None:
    paper.file(f"raw/{DAY}/node_2.htm", node("A01", "要闻", [("content_1.htm", "0,0,9,9")]))
    paper.file(f"raw/{DAY}/node_3.htm", node("B01", "文化", [("content_3.htm", "0,0,9,9")]))
    paper.ingest()
    assert [paper.article(1, page=page).title for page in (1, 2)] == ["老渡口再留三年", "码头小展厅开放"]


def test_an_article_of_a_picture_alone_is_said(paper: Newsroom) -> None:
    paper.file(f"raw/{DAY}/content_2.htm", '<html><body><img src="img/pier.jpg"></body></html>')
    run = paper.ingest()
    assert (run.code, run.err) == (0, "")
    assert "1 no-article" in run.out
    assert [article.title for article in paper.articles()] == ["老渡口再留三年", "码头小展厅开放"]


def test_a_paper_without_its_articles_is_an_error(newsroom: Newsroom) -> None:
    newsroom.file(f"raw/{DAY}/node_2.htm", node("01", "要闻", [("content_1.htm", "0,0,9,9")]))
    run = newsroom.ingest()
    assert run.code == 1
    assert "this page of the paper leads to no article that is saved beside it" in run.err
    assert not newsroom.files("content")


def test_an_article_s_page_without_the_paper_s_is_an_error(newsroom: Newsroom) -> None:
    newsroom.file(f"raw/{DAY}/content_1.htm", content("老渡口再留三年", FIRST, SECOND))
    run = newsroom.ingest()
    assert run.code == 1
    assert f"raw/{DAY}/content_1.htm" in run.err


def test_a_web_page_saved_in_one_file_is_read(newsroom: Newsroom) -> None:
    newsroom.file(
        f"raw/{DAY}/01.mhtml",
        pack({"https://paper.example/a.htm": content("老渡口再留三年", FIRST, SECOND).encode()}),
    )
    run = newsroom.ingest()
    assert (run.code, run.err) == (0, "")
    assert newsroom.article(1).title == "老渡口再留三年"


def test_a_saved_file_without_a_page_is_an_error(newsroom: Newsroom) -> None:
    newsroom.file(f"raw/{DAY}/01.mhtml", pack({"a.jpg": jpeg(4, 4)}))
    run = newsroom.ingest()
    assert run.code == 1
    assert "it holds no web page" in run.err


def test_pages_in_folders_of_their_own_and_links_made_absolute(newsroom: Newsroom) -> None:
    site = "https://paper.example/html/2031-05/06"
    layout = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>云溪日报 A01版 要闻</title></head><body>
    <div class="nav"><a href="{site}/../layout/node_A02.html">下一版</a></div><div class="info">2031-05-06 A01版 要闻</div>
    <div class="ban"><img src="node_A01_files/page.jpg" usemap="#map"><map name="map">
    <area shape="rect" coords="10,10,110,90" href="{site}/content_9.html"></map></div></body></html>"""
    article = f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>老渡口再留三年</title></head><body><div class="main">
    <h3 class="yinti">山里的路</h3><h1>老渡口再留三年</h1><h2 class="futi">云溪县保留最后一条渡船</h2><p class="author">□张三</p>
    <div class="content"><p>{FIRST}</p><p>{SECOND}</p></div></div></body></html>"""
    newsroom.file(f"raw/{DAY}/layout/node_A01.html", layout)
    newsroom.file(f"raw/{DAY}/layout/node_A01_files/page.jpg", jpeg(200, 100))
    newsroom.file(f"raw/{DAY}/content/content_9.html", article)
    run = newsroom.ingest()
    assert (run.code, run.err) == (0, "")
    found = newsroom.article(1)
    assert (found.kicker, found.title, found.deck) == (
        "山里的路",
        "老渡口再留三年",
        ("云溪县保留最后一条渡船",),
    )
    page_map = read_page_map(newsroom.root / f"content/{DAY}/01/page.yaml")
    assert (page_map.width, page_map.height) == (200.0, 100.0)
    assert [area.boxes for area in page_map.areas] == [(Box(0.05, 0.1, 0.55, 0.9),)]


def test_a_picture_that_was_not_saved_is_said(paper: Newsroom) -> None:
    (paper.root / f"raw/{DAY}/img/pier.jpg").unlink()
    run = paper.ingest()
    assert "1 picture" in run.out
    assert [(photo.caption, photo.file) for photo in paper.article(1).photos] == [("渡口的清晨。", "")]


def test_each_line_of_a_saved_paper_is_explained(paper: Newsroom) -> None:
    paper.ingest()
    said = paper.explain(f"raw/{DAY}/01.mhtml")
    assert re.search(
        r": 老渡口再留三年\n    rule    headline\n    markup  .*\n    role    headline; story 1, 老渡口再留三年\n",
        said,
    )
    assert re.search(r": 下一版\n    role    furniture; story none: the page's own\n", said)


def test_a_picture_that_was_changed_by_hand_is_not_replaced(paper: Newsroom) -> None:
    assert paper.ingest().code == 0
    own = jpeg(32, 24)
    picture = paper.file(f"content/{DAY}/01/01-1.jpg", own)
    paper.file(f"raw/{DAY}/img/pier.jpg", jpeg(80, 60))
    run = paper.ingest()
    assert run.code == 1
    assert f"content/{DAY}/01/01-1.jpg: error hand-edited" in run.err
    assert picture.read_bytes() == own
