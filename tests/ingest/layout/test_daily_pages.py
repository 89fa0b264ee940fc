"""A daily's two pages: stories that go on, one without a headline, a vertical one, a photo with its own, one that is signed."""

import io

import pypdfium2 as pdfium
import pytest

from tests.ingest.layout.compositor.jumps import Plan, make_daily
from tests.ingest.layout.compositor.sheet import pdf_of
from tests.ingest.layout.compositor.trial import trials
from tests.ingest.newsroom import DAY, Newsroom

SEEDS = range(4)
PLANS = {
    "usual": Plan(),
    "no kicker": Plan(kickers=False),
    "a piece without a headline at the head of the page": Plan(bare_first=True),
    "the folio line inside a column": Plan(folio_inside=True),
    "all of it": Plan(bare_first=True, folio_inside=True, kickers=False),
}


@pytest.mark.parametrize("plan", PLANS.values(), ids=PLANS)
@pytest.mark.parametrize("seed", SEEDS)
def test_every_piece_is_read_as_it_was_set(seed: int, plan: Plan) -> None:
    for one in trials(make_daily(seed, plan)):
        counts = (one.score.elements_read, one.score.elements_exact)
        assert counts == (one.score.elements, one.score.elements), one.page.name
        assert one.coverage.own >= 0.99
        assert one.coverage.others <= 0.01


def test_a_story_that_goes_on_is_tied_to_its_rest_on_another_page_of_the_file(newsroom: Newsroom) -> None:
    pages = make_daily(0)
    newsroom.file(f"raw/{DAY}/edition.pdf", pdf_of(pages))
    run = newsroom.ingest()
    assert run.code == 0, run.err
    begun = [article for article in newsroom.articles() if article.jump == "（下转第2版）"]
    rests = [article for article in newsroom.articles() if article.jump == "（上接第1版）"]
    assert len(begun) == len(rests) == 3
    assert [one.title.split()[0][:8] for one in begun] == [one.title for one in rests]
    assert "lost-jump" not in run.out


def test_a_jump_to_a_page_that_the_file_has_not_is_a_doubt(newsroom: Newsroom) -> None:
    document = pdfium.PdfDocument(pdf_of(make_daily(0)))
    document.del_page(1)
    out = io.BytesIO()
    document.save(out)
    newsroom.file(f"raw/{DAY}/01.pdf", out.getvalue())
    assert "3 lost-jump" in newsroom.ingest().out
