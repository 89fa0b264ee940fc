"""Checks of the editor's rulings in raw/: their form, and that their page is there. Their words are ingest's to check."""

from collections.abc import Iterator
from pathlib import Path

from broadsheet.manuscript.records.rulings_file import read_rulings_file
from broadsheet.model.errors import ManuscriptError
from broadsheet.model.finding import Finding, Severity
from broadsheet.model.message import say
from broadsheet.proof.findings import without_excepted
from broadsheet.proof.read.exceptions import exceptions_in

_ENDING = ".rulings.yaml"
_PAGES = (".txt", ".html", ".htm", ".pdf")


def rulings_findings(raw: Path) -> Iterator[Finding]:
    """Yield the findings about all rulings below the folder `raw`, without those that editors excepted."""
    for path in sorted(raw.rglob(f"*{_ENDING}")):
        try:
            read_rulings_file(path)
        except ManuscriptError as error:
            yield from error.findings
            continue
        exceptions = tuple(exceptions_in(path.read_text("utf-8"), 1))
        yield from without_excepted(_without_page(path), {str(path): exceptions})


def _without_page(path: Path) -> Iterator[Finding]:
    page = path.name.removesuffix(_ENDING)
    if not any(path.with_name(page + ending).exists() for ending in _PAGES):
        message = say("these rulings have no page beside them")
        hint = say("give the file the name of its page: 01.rulings.yaml for 01.txt")
        yield Finding("rulings-without-page", str(path), message, hint, severity=Severity.WARNING)
