"""The demonstration's real page against the truth that people made of it, line range by line range."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.ingest.newsroom import Newsroom, neutral

ROOT = Path(__file__).parents[2]
RAW = ROOT / "raw/2024-04-15/01.txt"
RULINGS = ROOT / "raw/2024-04-15/01.rulings.yaml"
TRUTH = json.loads((Path(__file__).parent / "seed/truth.json").read_text(encoding="utf-8"))

ONE_TEXT = ("kicker", "title", "deck", "byline", "note", "credit", "title_missing")


@pytest.fixture(scope="module")
def page() -> dict[str, Any]:
    return neutral(RAW.read_bytes())


def test_three_articles(page: dict[str, Any]) -> None:
    assert len(page["articles"]) == len(TRUTH["articles"]) == 3


@pytest.mark.parametrize("number", range(3))
@pytest.mark.parametrize("field", ONE_TEXT)
def test_each_element_is_what_print_has(page: dict[str, Any], number: int, field: str) -> None:
    assert page["articles"][number][field] == TRUTH["articles"][number][field]


@pytest.mark.parametrize("number", range(3))
def test_paragraphs_and_subheads_stand_in_print_order(page: dict[str, Any], number: int) -> None:
    assert page["articles"][number]["body"] == TRUTH["articles"][number]["body"]


@pytest.mark.parametrize("number", range(3))
def test_captions_keep_their_credits(page: dict[str, Any], number: int) -> None:
    assert page["articles"][number]["captions"] == TRUTH["articles"][number]["captions"]


@pytest.mark.parametrize("field", ["teasers", "furniture", "unplaced"])
def test_what_belongs_to_the_page_is_in_no_article(page: dict[str, Any], field: str) -> None:
    assert page[field] == TRUTH[field]


def test_all_that_was_promised_is_there(page: dict[str, Any]) -> None:
    kinds = [block["type"] for article in page["articles"] for block in article["body"]]
    assert (kinds.count("p"), kinds.count("subhead")) == (31, 5)
    assert [article["title_missing"] for article in page["articles"]] == [False, True, False]
    assert page["articles"][2]["note"].count("\n") == 1
    assert page["articles"][2]["credit"] == "（国家发展改革委就业收入分配和消费司供稿）"


def test_the_ledger_counts_every_character(newsroom: Newsroom) -> None:
    newsroom.page(RAW.read_bytes(), day="2024-04-15", rulings=RULINGS.read_text(encoding="utf-8"))
    run = newsroom.ingest()
    assert run.code == 0, run.err
    assert "5,344" in run.out
    assert sum(not char.isspace() for char in RAW.read_text(encoding="utf-8")) == 5344


def test_the_second_headline_is_the_editors_and_says_so(newsroom: Newsroom) -> None:
    newsroom.page(RAW.read_bytes(), day="2024-04-15", rulings=RULINGS.read_text(encoding="utf-8"))
    newsroom.ingest()
    article = newsroom.article(2, day="2024-04-15")
    assert article.title_supplied
    assert article.title in article.body.split("\n\n")[0]
    assert article.status == "published"


def test_without_the_ruling_nothing_is_invented(newsroom: Newsroom) -> None:
    newsroom.page(RAW.read_bytes(), day="2024-04-15")
    newsroom.ingest()
    article = newsroom.article(2, day="2024-04-15")
    assert (article.title, article.title_supplied, article.status) == ("", False, "review")
    report = (newsroom.root / "raw/2024-04-15/01.review.html").read_text(encoding="utf-8")
    assert "no printed headline" in report


def test_the_misprint_stays_and_is_pointed_out(newsroom: Newsroom) -> None:
    newsroom.page(RAW.read_bytes(), day="2024-04-15")
    newsroom.ingest()
    assert "为了为各地加快推进" in newsroom.article(3, day="2024-04-15").editors_note
    report = (newsroom.root / "raw/2024-04-15/01.review.html").read_text(encoding="utf-8")
    assert "may be misprinted" in report
