"""The review report: one HTML page beside the raw text, for an editor to read instead of the page itself."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from jinja2 import Environment, PackageLoader, StrictUndefined, Template

from broadsheet.ingest.report.parts import ROLE_NAMES, kinds_of, raw_groups, read_stories, seams_of
from broadsheet.ingest.report.suggestions import QuotablePage
from broadsheet.ingest.rulings.entries import rulings_path
from broadsheet.ingest.text.divided_words import Division
from broadsheet.ingest.text.quotes import InkedText
from broadsheet.model.finding import Finding
from broadsheet.model.ledger import Ledger
from broadsheet.model.page_reading import PageReading
from broadsheet.model.source import SourceText


def review_path(raw: Path) -> Path:
    """Return where the report on the page `raw` lies: `01.review.html` beside `01.txt`."""
    return raw.with_suffix(".review.html")


def review(
    source: SourceText,
    reading: PageReading,
    titles: Mapping[int, str],
    *,
    doubts: Sequence[Finding],
    ledger: Ledger,
    divided: Sequence[Division],
) -> str:
    """Return the report as one self-contained HTML page.

    `titles` are the headlines that rulings supplied, by story; `divided` the words that line ends divide.
    """
    desk = QuotablePage(source, InkedText.of(source), reading)
    return _template().render(
        page=source.path,
        rulings=rulings_path(Path(source.path)).name,
        groups=raw_groups(source, reading, doubts),
        stories=read_stories(source, reading, titles, doubts),
        kinds=kinds_of(desk, doubts),
        seams=seams_of(source, divided),
        count=len(doubts),
        ink=ledger.ink,
        by_role=[(ROLE_NAMES[role], count) for role, count in ledger.by_role.items()],
    )


@cache
def _template() -> Template:
    """Return the report's template, which takes as long to compile as a short page to read: once will do."""
    environment = Environment(
        loader=PackageLoader(__package__, "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("review.html")
