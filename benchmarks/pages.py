"""How well made-up pages in PDF are read, beside the targets, and what one of 10,000 characters costs."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.cost import cost_of
from tests.ingest.layout.compositor.page import make_page
from tests.ingest.layout.compositor.score import elements, total
from tests.ingest.layout.compositor.sheet import Page, pdf_of
from tests.ingest.layout.compositor.trial import Trial, trials

SEEDS = range(1000, 1200)  # those of the tests are below 100
_AT_ONCE = 20
_CHARACTERS = 10_000
_EDITION = 8  # pages
_INGEST = "import sys; from pathlib import Path; from broadsheet.ingest.desk.intake import ingest_paths; sys.exit(ingest_paths([Path('raw')]))"


def measure_pages() -> None:
    """Print how well the pages of 200 seeds were read, beside the targets, and the cost of a full page."""
    _measure_cost(make_page(min(SEEDS, key=lambda seed: abs(_characters(make_page(seed)) - _CHARACTERS))))
    found = [trial for seeds in _batches() for trial in trials([make_page(seed) for seed in seeds])]
    for name, reached, target in _table(found):
        print(f"pages: {name:42} {reached:>9}  target {target}", flush=True)


def _characters(page: Page) -> int:
    return sum(len(text) for _, _, text in elements(page.truth))


def _batches() -> Iterator[range]:
    return (SEEDS[start : start + _AT_ONCE] for start in range(0, len(SEEDS), _AT_ONCE))


def _table(found: list[Trial]) -> Iterator[tuple[str, str, str]]:
    """Yield the name of each measure, what was reached, and the target."""
    whole = total(one.score for one in found)
    yield "pages, articles, characters", f"{len(found)}, {whole.articles}, {whole.characters:,}", "-"
    yield "characters lost, invented", f"{whole.lost}, {whole.invented}", "0, 0"
    yield "segmentation", f"{whole.segmentation:.4f}", "≥ 0.999"
    yield "articles exact", f"{whole.exact_articles:.4f}", "≥ 0.99"
    yield "headline stacks exact", f"{whole.exact_stacks:.4f}", "≥ 0.98"
    yield "elements exact", f"{whole.exact_elements:.4f}", "≥ 0.98"
    own = sum(one.coverage.own >= 0.99 for one in found)
    others = sum(one.coverage.others <= 0.01 for one in found)
    yield "pages whose boxes hold ≥ 99 % of each story", f"{own}", f"{len(found)}"
    yield "pages whose boxes hold ≤ 1 % of others", f"{others}", f"{len(found)}"


def _measure_cost(page: Page) -> None:
    """Print what the ingest of a page costs, alone and in an edition, with the start of all processes and the pages' pictures.

    It comes first, for a process that is started begins with the memory of the one that starts it.
    """
    for count in (1, _EDITION):
        with tempfile.TemporaryDirectory() as folder:
            for number in range(1, count + 1):
                raw = Path(folder, f"raw/2001-01-01/{number:02}.pdf")
                raw.parent.mkdir(parents=True, exist_ok=True)
                raw.write_bytes(pdf_of([page]))
            cost = cost_of([sys.executable, "-c", _INGEST], Path(folder))
        print(
            f"pages: {count} of {_characters(page):,} characters: {cost.cpu / count:.2f} CPU s a page, "
            f"{cost.peak / 1e6:.0f} MB; target ≤ 1 s, ≤ 300 MB"
        )
