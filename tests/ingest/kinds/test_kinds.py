"""Kinds of lines that papers print, in pages of our own: `<kind>/<name>.txt` with what is right beside it, `<name>.json`.

`articles` holds the articles in print order: the `stack` of kicker, headline and deck as printed, and where they matter the
`byline`, the number of `paragraphs`, the `lines` of verse or rows, and the words that it `has` anywhere. `review` says that it may wait for review with
another stack. `elsewhere` are words that no headline has. White space between words does not count.

`<name>.explained` holds the doubts about a page and what `inv ingest --explain` says of it, for one page of a kind at
least: the widths, the margins of what was decided, and the role of each line. pytest tests/ingest/kinds --rewrite-goldens
"""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from broadsheet.model.article import Article, Status
from tests.ingest.golden_files import compare
from tests.ingest.newsroom import DAY, Newsroom

HERE = Path(__file__).parent
CASES = sorted(path.relative_to(HERE).with_suffix("").as_posix() for path in HERE.glob("*/*.txt"))
EXPLAINED = sorted(path.relative_to(HERE).with_suffix("").as_posix() for path in HERE.glob("*/*.explained"))


def bare(*texts: str) -> str:
    return re.sub(r"[\s\\|]+", "", "".join(texts))


def stack(article: Article) -> str:
    return bare(article.kicker, article.title, *article.deck)


def everything(article: Article) -> str:
    photos = (words for photo in article.photos for words in (photo.caption, photo.credit))
    fields = (article.byline, article.body, article.source_credit, article.jump, article.editors_note)
    return bare(*fields, *photos)


@pytest.mark.parametrize("name", CASES)
def test_a_page_of_this_kind_is_read_right(name: str, newsroom: Newsroom) -> None:
    expect = json.loads((HERE / f"{name}.json").read_text(encoding="utf-8"))
    newsroom.page((HERE / f"{name}.txt").read_bytes())
    run = newsroom.ingest()
    assert run.code == 0, run.err
    articles = newsroom.articles()
    for article in articles:
        found = [words for words in expect.get("elsewhere", []) if bare(words) in stack(article)]
        assert not found or article.status is Status.REVIEW
    for one in expect["articles"]:
        check(one, articles)


@pytest.mark.parametrize("name", EXPLAINED)
def test_each_doubt_and_each_line_of_a_page_is_explained(
    name: str, newsroom: Newsroom, *, rewrites: bool
) -> None:
    golden = HERE / f"{name}.explained"
    newsroom.page((HERE / f"{name}.txt").read_bytes())
    assert newsroom.ingest().code == 0
    made = newsroom.doubts() + newsroom.explain(f"raw/{DAY}/01.txt")
    compare(golden, made, rewrites=rewrites)


def check(one: dict[str, Any], articles: list[Article]) -> None:
    """Check that one of `articles` is as `one` says."""
    has = [bare(words) for words in (*one.get("has", []), *one.get("lines", []))]
    own = [article for article in articles if all(words in everything(article) for words in has)]
    titled = [article for article in own if stack(article) == bare(one["stack"])]
    assert titled or (one.get("review") and all(article.status is Status.REVIEW for article in own) and own)
    for article in titled:
        blocks = article.body.split("\n\n") if article.body else []
        assert len(blocks) == one.get("paragraphs", len(blocks))
        assert bare(one.get("byline", "")) in bare(article.byline)
        kept = [bare(line) for line in article.body.split("\n")]
        assert [bare(line) for line in one.get("lines", []) if bare(line) not in kept] == []
