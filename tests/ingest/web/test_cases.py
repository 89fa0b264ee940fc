"""Saved web pages, each with the article that is to be made of it and the doubts that are to be said."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.golden_files import compare
from tests.ingest.newsroom import DAY, Newsroom

CASES = Path(__file__).parent / "cases"
PAGES = Path(__file__).parent / "pages"
"""A folder for each shape of page: `page.html`, the manuscript `article.md`, and the codes of its `doubts.txt`.

Where a folder has them, `review.txt` holds the doubts in the words of the report, and `explained.txt` the rule and the
markup of each line. pytest tests/ingest/web --rewrite-goldens
"""

TEXT = {
    "①": "本报讯 昨天从市水务局获悉，城东水厂二期工程已经完成主体结构施工，预计年底前通水试运行。",
    "②": "据介绍，水厂二期总投资三亿两千万元，采用臭氧活性炭深度处理工艺，出厂水浊度优于国家标准。",
    "③": "市水务局有关负责人表示，下一步将加快配套管网建设，让城东三十万居民喝上更优质的自来水。",
}
"""What the marks stand for, in a case's page and in its body."""

NOT_THE_PAGES = {"space", "no-end"}  # doubts about characters and ends, which every kind of page has


def cases() -> list[Any]:
    listed = [
        (path.stem, case)
        for path in sorted(CASES.glob("*.json"))
        for case in json.loads(path.read_text("utf-8"))
    ]
    return [pytest.param(case, id=f"{name}: {case['label']}") for name, case in listed]


def in_full(words: str) -> str:
    for mark, text in TEXT.items():
        words = words.replace(mark, text)
    return words


@pytest.mark.parametrize("case", cases())
def test_a_page_becomes_its_article(newsroom: Newsroom, case: dict[str, Any]) -> None:
    newsroom.file(f"raw/{DAY}/01.html", in_full(case["html"]))
    run = newsroom.ingest()
    assert (run.code, run.err) == (0, "")
    article = newsroom.article(1)
    found = {
        "title": article.title,
        "kicker": article.kicker,
        "deck": list(article.deck),
        "byline": article.byline,
        "authors": list(article.authors),
        "source_credit": article.source_credit,
        "photos": [[photo.caption, photo.credit] for photo in article.photos],
        "body": article.body.strip(),
        "status": article.status,
    }
    expected = {"kicker": "", "deck": [], "photos": [], "status": "published", **case["expect"]}
    expected["body"] = in_full(expected["body"])
    assert found == expected
    assert said(run.out) == sorted(case["doubts"])


@pytest.mark.parametrize("name", sorted(folder.name for folder in PAGES.iterdir()))
def test_a_page_of_a_known_shape_becomes_its_manuscript(newsroom: Newsroom, name: str) -> None:
    folder = PAGES / name
    newsroom.file(f"raw/{DAY}/01.html", (folder / "page.html").read_bytes())
    run = newsroom.ingest()
    assert (run.code, run.err) == (0, "")
    assert newsroom.files("content") == {f"{DAY}/01/01.md": (folder / "article.md").read_bytes()}
    assert said(run.out) == (folder / "doubts.txt").read_text("utf-8").split()


@pytest.mark.parametrize("name", sorted(path.parent.name for path in PAGES.glob("*/review.txt")))
def test_the_report_says_the_doubts_of_a_page(newsroom: Newsroom, name: str, *, rewrites: bool) -> None:
    newsroom.file(f"raw/{DAY}/01.html", (PAGES / name / "page.html").read_bytes())
    assert newsroom.ingest().code == 0
    compare(PAGES / name / "review.txt", newsroom.doubts(), rewrites=rewrites)


@pytest.mark.parametrize("name", sorted(path.parent.name for path in PAGES.glob("*/explained.txt")))
def test_each_line_of_a_page_is_explained(newsroom: Newsroom, name: str, *, rewrites: bool) -> None:
    newsroom.file(f"raw/{DAY}/01.html", (PAGES / name / "page.html").read_bytes())
    compare(PAGES / name / "explained.txt", newsroom.explain(f"raw/{DAY}/01.html"), rewrites=rewrites)


def said(out: str) -> list[str]:
    """Return the codes of the doubts that ingest counted in its line, as often as it did."""
    counted = re.findall(r"(\d+) ([a-z]+(?:-[a-z]+)*)(?=,| \(see)", out.partition("doubt")[2])
    return sorted(code for count, code in counted for _ in range(int(count)) if code not in NOT_THE_PAGES)
