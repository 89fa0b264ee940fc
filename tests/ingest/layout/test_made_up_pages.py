"""Pages that the compositor makes up are read back: every character in its place, and every story in its area."""

from functools import cache
from typing import Any, NamedTuple

import pytest

from broadsheet.manuscript.records.page_file import read_page_map
from tests.ingest.layout.compositor import Page, make_page
from tests.ingest.newsroom import DAY, Newsroom, new_newsroom

SEEDS = range(20)


class Read(NamedTuple):
    """A page as it was made up, and as ingest read it."""

    page: Page
    articles: list[Any]
    page_map: Any
    err: str


@cache
def read(seed: int) -> Read:
    page = make_page(seed)
    with new_newsroom() as newsroom:
        newsroom.file(f"raw/{DAY}/01.pdf", page.pdf())
        run = newsroom.ingest()
        assert run.code == 0, run.err
        articles = newsroom.articles()
        return Read(page, articles, read_page_map(newsroom.root / f"content/{DAY}/01/page.yaml"), run.err)


def squeezed(text: str) -> str:
    return "".join(text.split())


def as_read(article: Any) -> dict[str, Any]:
    """Return an article as the compositor's truth has it, white space aside."""
    blocks = [squeezed(block) for block in article.body.split("\n\n")]
    return {
        "kicker": squeezed(article.kicker),
        "title": squeezed(article.title),
        "deck": squeezed("".join(article.deck)),
        "byline": squeezed(article.byline),
        "body": blocks,
        "captions": [squeezed(photo.caption + photo.credit) for photo in article.photos],
    }


def as_made(article: dict[str, Any]) -> dict[str, Any]:
    marks = {"p": "", "subhead": "##"}
    return {
        "kicker": squeezed(article["kicker"]),
        "title": squeezed(article["title"]),
        "deck": squeezed(article["deck"]),
        "byline": squeezed(article["byline"]),
        "body": [marks[part["type"]] + squeezed(part["text"]) for part in article["body"]],
        "captions": [squeezed(caption["text"] + caption["credit"]) for caption in article["captions"]],
    }


@pytest.mark.parametrize("seed", SEEDS)
def test_each_story_is_read_as_it_was_set(seed: int) -> None:
    found = read(seed)
    made = sorted(map(as_made, found.page.truth["articles"]), key=lambda one: one["title"])
    assert sorted(map(as_read, found.articles), key=lambda one: one["title"]) == made


@pytest.mark.parametrize("seed", SEEDS)
def test_each_area_holds_its_story_and_nothing_of_another(seed: int) -> None:
    found = read(seed)
    titles = {squeezed(article.title): n for n, article in enumerate(found.articles, 1)}
    areas = {area.article: area.boxes for area in found.page_map.areas}
    assert sorted(areas) == list(range(1, len(found.articles) + 1))
    for article, (left, top, right, bottom) in zip(
        found.page.truth["articles"], found.page.areas, strict=True
    ):
        for box in areas[titles[squeezed(article["title"])]]:
            assert left <= box.left * found.page.width
            assert box.right * found.page.width <= right + 5
            assert top <= box.top * found.page.height
            assert box.bottom * found.page.height <= bottom


def test_pictures_are_taken_out_whole_with_caption_and_credit(newsroom: Newsroom) -> None:
    page = next(page for page in map(make_page, range(100)) if page.pictures)
    newsroom.file(f"raw/{DAY}/01.pdf", page.pdf())
    assert newsroom.ingest().code == 0
    photos = [photo for article in newsroom.articles() for photo in article.photos]
    assert len(photos) == len(page.pictures)
    stored = {(newsroom.root / f"content/{DAY}/01/{photo.file}").read_bytes() for photo in photos}
    assert stored == set(page.pictures.values())
