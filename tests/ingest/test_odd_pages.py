"""Pages that are hardly pages: each ends with the right exit code, and whatever ink it has is in the ledger."""

import re

import pytest

from broadsheet.model.source import is_ink
from tests.ingest.newsroom import Newsroom

SENTENCE = "小镇的夜校昨晚开课，首批学员三十人走进教室。"
ODD = {
    "only punctuation": "，。！？——\n……\n",
    "only digits": "123456789\n2031 05 06\n",
    "one character": "字",
    "one dash": "-\n",
    "one very long line": SENTENCE * 800,
    "one very long line of letters": "the school opened last night and " * 600,
    "one very long number": "1" * 4000,
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD.keys())
def test_an_odd_page_is_taken_in_whole(newsroom: Newsroom, text: str) -> None:
    newsroom.page(text)
    run = newsroom.ingest()
    assert (run.code, run.err) == (0, "")
    ink = sum(map(is_ink, text))
    assert f" {ink:,} characters all accounted for" in run.out
    assert newsroom.article(1).status == "review"
    assert re.search(r"no-headline|unplaced", run.out)


@pytest.mark.parametrize("text", ["", "\n\n \n\u3000\n", "\ufeff", "\f\f\n"])
def test_a_page_without_ink_is_refused_and_nothing_is_written(newsroom: Newsroom, text: str) -> None:
    newsroom.page(text)
    run = newsroom.ingest()
    assert (run.code, run.out) == (1, "")
    assert "error no-text: the page has no text" in run.err
    assert "Traceback" not in run.err
    assert newsroom.files("content") == {}
