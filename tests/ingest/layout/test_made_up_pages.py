"""Pages that the compositor makes up are read back: every character in its place, and every story in its area."""

from functools import cache

import pytest

from tests.ingest.layout.compositor.page import make_page
from tests.ingest.layout.compositor.score import total
from tests.ingest.layout.compositor.trial import Trial, trials
from tests.ingest.newsroom import DAY, Newsroom

SEEDS = range(60)
BATCHES = 6


@cache
def read(batch: int) -> list[Trial]:
    """Print and read the pages of one batch of seeds: each sixth."""
    return list(trials([make_page(seed) for seed in SEEDS[batch::BATCHES]]))


@pytest.mark.parametrize("batch", range(BATCHES))
def test_no_character_is_lost_and_stories_are_read_as_they_were_set(batch: int) -> None:
    found = total(one.score for one in read(batch))
    assert (found.lost, found.invented) == (0, 0)
    assert found.segmentation >= 0.999
    assert found.exact_articles >= 0.99
    assert found.exact_stacks >= 0.98
    assert found.exact_elements >= 0.98


@pytest.mark.parametrize("batch", range(BATCHES))
def test_the_boxes_of_a_story_hold_its_characters_and_no_others(batch: int) -> None:
    for one in read(batch):
        assert one.coverage.own >= 0.99, one.page.name
        assert one.coverage.others <= 0.01, one.page.name


def test_pictures_are_taken_out_whole_with_caption_and_credit(newsroom: Newsroom) -> None:
    page = next(page for page in map(make_page, range(100)) if len(page.pictures) > 1)
    newsroom.file(f"raw/{DAY}/01.pdf", page.pdf())
    assert newsroom.ingest().code == 0
    photos = [photo for article in newsroom.articles() for photo in article.photos]
    assert len(photos) == len(page.pictures)
    stored = {(newsroom.root / f"content/{DAY}/01/{photo.file}").read_bytes() for photo in photos}
    assert stored == set(page.pictures.values())
