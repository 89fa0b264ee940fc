"""Pages that the compositor makes up are read back: every character in its place, and every story in its area."""

import pytest

from tests.ingest.layout.compositor.page import make_page
from tests.ingest.layout.compositor.score import total
from tests.ingest.layout.compositor.trial import trials
from tests.ingest.newsroom import DAY, Newsroom

SEEDS = range(60)
BATCHES = 6


@pytest.mark.parametrize("batch", range(BATCHES))
def test_stories_are_read_as_they_were_set_and_their_boxes_hold_them(batch: int) -> None:
    read = list(trials([make_page(seed) for seed in SEEDS[batch::BATCHES]]))
    found = total(one.score for one in read)
    assert (found.lost, found.invented) == (0, 0)
    assert found.segmentation >= 0.999
    assert found.exact_articles >= 0.99
    assert found.exact_stacks >= 0.98
    assert found.exact_elements >= 0.98
    for one in read:
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
