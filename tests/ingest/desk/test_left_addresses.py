"""An article that was moved or withdrawn does not come back with the next ingest of its page."""

import datetime as dt

import pytest

from broadsheet.ingest.desk.delivery import HandEdits
from broadsheet.newsroom import move_articles, withdraw_articles
from tests.ingest.desk.test_desk import FERRY, FIRST, SCHOOL, SECOND
from tests.ingest.newsroom import DAY, Newsroom

MOVED = f"content/{DAY}/02/01.md"


@pytest.fixture
def moved(newsroom: Newsroom) -> Newsroom:
    newsroom.page(SCHOOL + FERRY)
    newsroom.ingest()
    with newsroom.open():
        assert move_articles(SECOND, MOVED) == 0
    return newsroom


@pytest.mark.parametrize("edits", HandEdits)
def test_a_moved_article_stays_where_it_is(moved: Newsroom, edits: HandEdits) -> None:
    (moved.root / f"raw/{DAY}/01.review.html").unlink()
    run = moved.ingest(edits=edits)
    assert (run.code, run.err) == (0, "")
    assert f"moved or withdrawn, so not written: {SECOND}" in run.out
    assert not (moved.root / SECOND).exists()
    assert (moved.root / MOVED).is_file()
    assert "1 of 1 pages unchanged" in moved.ingest(edits=edits).out


def test_a_withdrawn_article_stays_away(newsroom: Newsroom) -> None:
    newsroom.page(SCHOOL + FERRY)
    newsroom.ingest()
    with newsroom.open():
        assert withdraw_articles(FIRST, "误刊。", dt.date(2031, 6, 1)) == 0
    assert newsroom.ingest().code == 0
    assert not (newsroom.root / FIRST).exists()
    assert (newsroom.root / SECOND).is_file()


def test_another_text_for_the_old_address_is_refused_until_it_is_meant(moved: Newsroom) -> None:
    moved.page(SCHOOL + FERRY.replace("昨日", "前日"))
    run = moved.ingest()
    assert run.code == 1
    assert f"{SECOND}: error left-address" in run.err
    assert not (moved.root / SECOND).exists()
    assert moved.ingest(edits=HandEdits.OVERWRITE).code == 0
    assert "前日" in (moved.root / SECOND).read_text(encoding="utf-8")
