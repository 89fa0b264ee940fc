"""What a page of a digital paper says of itself, in its text and its image map."""

import io
from collections.abc import Mapping
from typing import Any

import pytest
from PIL import Image

from broadsheet.ingest.epaper.mhtml import HTML, Part
from broadsheet.ingest.epaper.paper_page import PaperPage, linked_to, paper_page
from broadsheet.ingest.web.markup.walk import parse
from broadsheet.model.marks import Frame


def jpeg(width: int, height: int) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height)).save(out, "JPEG")
    return out.getvalue()


PAGES = ("p/node_2.htm", "p/node_3.htm", "p/a.htm", "p/b.htm")
PARTS = {place: Part(HTML, b"") for place in PAGES} | {"p/i/1.jpg": Part("image/jpeg", jpeg(40, 60))}


def read(body: str, head: str = "", parts: Mapping[str, Part] = PARTS) -> PaperPage:
    root = parse("01.mhtml", f"<html><head>{head}</head><body>{body}</body></html>")
    assert root is not None
    return paper_page(root, "p/node_2.htm", parts)


MARKS: dict[str, tuple[str, str, tuple[str, int, str]]] = {
    "in the text": ("<p>第A03版：要闻</p>", "", ("A03", 3, "要闻")),
    "in the title": ("<p>今天</p>", "<title>第04版：文化</title>", ("04", 4, "文化")),
    "in the text before the title": ("<p>第03版：要闻</p>", "<title>第04版：文化</title>", ("03", 3, "要闻")),
    "in a link to another page": ('<a href="node_3.htm">第03版：要闻</a>', "", ("", 0, "")),
    "in a list to choose from": ("<select><option>第03版：要闻</option></select>", "", ("", 0, "")),
    "without a name": ("<p>第03版</p>", "", ("03", 3, "")),
    "nowhere": ("<p>今天</p>", "", ("", 0, "")),
}


@pytest.mark.parametrize(("body", "head", "mark"), MARKS.values(), ids=MARKS.keys())
def test_a_page_has_a_number_and_a_name(body: str, head: str, mark: tuple[str, int, str]) -> None:
    page = read(body, head)
    assert (page.mark, page.number, page.name) == mark


def test_each_day_that_a_page_prints_counts_once() -> None:
    body = "<p>2031年05月06日</p><p>2031年5月7日 星期三</p><p>2031年05月06日</p>"
    assert read(body).days == ("2031年05月06日", "2031年5月7日")


def mapped(*areas: str, image: str = 'src="i/1.jpg"') -> str:
    shapes = "".join(f'<area coords="{coords}" href="a.htm">' for coords in areas)
    return f'<img {image} usemap="#m"><map name="m">{shapes}</map>'


SIZES: dict[str, tuple[str, tuple[float, float]]] = {
    "as the style says": (
        mapped("0,0,9,9", image='src="i/1.jpg" style="width: 400px;height:600.5px" width="1" height="2"'),
        (400, 600.5),
    ),
    "as the attributes say": (
        mapped("0,0,9,9", image='src="i/1.jpg" width="400" height="600px"'),
        (400, 600),
    ),
    "as one of each says": (
        mapped("0,0,9,9", image='src="i/1.jpg" style="top:1px; width:400px" height="600"'),
        (400, 600),
    ),
    "as the picture is, where one of them is in per cent": (
        mapped("0,0,9,9", image='src="i/1.jpg" width="100%" height="600"'),
        (40, 60),
    ),
    "as the picture is": (mapped("0,0,40,60"), (40, 60)),
    "as far as areas reach beyond its side": (mapped("0,0,41,9", "0,0,9,50"), (41, 50)),
    "as far as areas reach below it": (mapped("0,0,9,61", "0,0,30,9"), (30, 61)),
    "as far as areas reach, without a picture": (mapped("0,0,20,9", "0,0,9,30", image=""), (20, 30)),
    "without anything": ("<p>今天</p>", (1, 1)),
}


@pytest.mark.parametrize(("body", "size"), SIZES.values(), ids=SIZES.keys())
def test_the_map_has_a_size(body: str, size: tuple[float, float]) -> None:
    page = read(body)
    assert (page.width, page.height) == size


def test_a_picture_that_cannot_be_opened_has_no_size() -> None:
    parts = {**PARTS, "p/i/1.jpg": Part("image/jpeg", b"no picture")}
    page = read(mapped("0,0,20,30"), parts=parts)
    assert (page.width, page.height, page.picture) == (20, 30, "p/i/1.jpg")


def test_a_picture_that_was_not_saved_is_none() -> None:
    assert read(mapped("0,0,9,9", image='src="i/2.jpg"')).picture == ""
    assert read('<img src="i/1.jpg">').picture == ""


def area(href: str, coords: str) -> str:
    return f'<area href="{href}" coords="{coords}">'


def link(href: str, words: str = "稿件") -> str:
    return f'<a href="{href}"> {words} </a>'


ARTICLES: dict[str, tuple[str, dict[str, Any]]] = {
    "in the order of the areas": (
        area("b.htm", "0,0,1,2") + area("a.htm#top", "0,0,3,4") + area("b.htm", "0,2,1,9"),
        {
            "articles": ("p/b.htm", "p/a.htm"),
            "areas": {"p/b.htm": (Frame(0, 0, 1, 2), Frame(0, 2, 1, 9)), "p/a.htm": (Frame(0, 0, 3, 4),)},
        },
    ),
    "areas before links": (
        link("b.htm") + area("a.htm", "0,0,1,2"),
        {"articles": ("p/a.htm", "p/b.htm"), "areas": {"p/a.htm": (Frame(0, 0, 1, 2),)}},
    ),
    "an area without a shape": (area("a.htm", ""), {"articles": ("p/a.htm",)}),
    "an area that leads nowhere": (
        area("c.htm", "0,0,1,2"),
        {"areas": {"p/c.htm": (Frame(0, 0, 1, 2),)}, "missing": ("p/c.htm",)},
    ),
    "a link that leads nowhere": (link("c.htm"), {}),
    "an area to the page itself": (
        area("node_2.htm", "0,0,1,2"),
        {"areas": {"p/node_2.htm": (Frame(0, 0, 1, 2),)}},
    ),
    "an area to another page": (
        area("node_3.htm", "0,0,1,2") + link("node_3.htm", "下一版"),
        {"areas": {"p/node_3.htm": (Frame(0, 0, 1, 2),)}},
    ),
    "an area to another page that is not saved": (
        area("node_4.htm", "0,0,1,2") + link("node_4.htm", "第04版：文化"),
        {"areas": {"p/node_4.htm": (Frame(0, 0, 1, 2),)}},
    ),
    "a link to a picture": (link("i/1.jpg"), {}),
}


@pytest.mark.parametrize(("body", "found"), ARTICLES.values(), ids=ARTICLES.keys())
def test_a_page_leads_to_its_articles(body: str, found: dict[str, Any]) -> None:
    page = read(body)
    expected = {"articles": (), "areas": {}, "missing": (), **found}
    assert {name: getattr(page, name) for name in expected} == expected


FILES = ("p/a.htm", "p/稿.htm", "q/b.htm", "q/c.htm", "r/c.htm")
LINKED = {
    "a.htm": "p/a.htm",
    " a.htm#part ": "p/a.htm",
    "../q/b.htm": "q/b.htm",
    "%E7%A8%BF.htm": "p/稿.htm",
    "https://paper.example/html/b.htm?from=1": "q/b.htm",
    "https://paper.example/html/c.htm": "https://paper.example/html/c.htm",
    "https://paper.example/": "https://paper.example/",
    "d.htm": "p/d.htm",
}


@pytest.mark.parametrize(("address", "file"), LINKED.items(), ids=LINKED.keys())
def test_a_link_leads_to_the_saved_file(address: str, file: str) -> None:
    assert linked_to("p/node.htm", address, FILES) == file
