"""Make the review report: one HTML page beside the raw page, which shows how it was read and what is in doubt."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from broadsheet.ingest.reading import Facsimile
from broadsheet.ingest.report.facsimile import shown_page
from broadsheet.ingest.report.names import ROLE_NAMES
from broadsheet.ingest.report.parts import divided_words, doubts_by_kind, raw_groups, read_stories
from broadsheet.ingest.report.suggestions import QuotablePage
from broadsheet.ingest.text.divided_words import Division
from broadsheet.manuscript.records.rulings_file import rulings_path
from broadsheet.model.finding import Finding
from broadsheet.model.ledger import Ledger
from broadsheet.model.page_reading import PageReading
from broadsheet.model.source import SourceText


def review_path(raw: Path) -> Path:
    """Return the path of the report on the page `raw`: `01.review.html` beside `01.txt`."""
    return raw.with_suffix(".review.html")


def review(
    source: SourceText,
    reading: PageReading,
    titles: Mapping[int, str],
    *,
    doubts: Sequence[Finding],
    ledger: Ledger,
    divided: Sequence[Division],
    facsimile: Facsimile | None = None,
) -> str:
    """Return the report on the page `reading` as one HTML page that needs no other file.

    `titles` holds the headlines that rulings supplied, by the index of the story; `doubts` are in the order of raw lines;
    `ledger` counts the characters; `divided` holds the words that are divided at line ends; `facsimile` is the printed page,
    where its file shows it.
    """
    page = QuotablePage.of(source, reading)
    return _template().render(
        page=source.path,
        rulings=rulings_path(Path(source.path)).name,
        shown=shown_page(facsimile, source, reading, doubts) if facsimile else None,
        groups=raw_groups(source, reading, doubts),
        stories=read_stories(source, reading, titles, doubts),
        kinds=doubts_by_kind(page, doubts),
        divided=divided_words(source, divided),
        count=len(doubts),
        ink=ledger.ink,
        repaired=sum(ledger.repaired.values()),
        by_role=[(ROLE_NAMES[role], count) for role, count in ledger.by_role.items()],
    )


@cache
def _template() -> Template:
    """Return the compiled template, cached: compiling takes as long as reading a short page."""
    environment = Environment(
        loader=PackageLoader(__package__, "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("review.html")
