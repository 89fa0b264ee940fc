"""What an editor should know of a digital paper's page that was read."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from broadsheet.ingest.epaper.files_read import PlacedFile, judged_in
from broadsheet.ingest.epaper.mhtml import Part
from broadsheet.ingest.epaper.paper_page import PaperPage
from broadsheet.ingest.epaper.pictures import photo_of
from broadsheet.ingest.text.raw_files import page_address
from broadsheet.model.finding import Finding, Severity

_KNOWN = frozenset({"day-unprinted", "day-outside", "publisher-unprinted", "picture"})
"""Doubts about single pages that a paper's own page settles: it has its day, its paper, and most pictures."""


def page_doubts(raw: Path, page: PaperPage) -> Iterator[Finding]:
    """Yield what the page says of itself and the edition has to be told: its name, and a day that is not the folder's."""
    address = page_address(raw)
    if page.name:
        message = f"the paper calls this page {page.mark}版 {page.name}"
        hint = f"name it in edition.yaml: `pages: {{{address.page}: {{name: {page.name}}}}}`"
        yield _doubt(raw, 1, "page-name", message, hint)
    if page.missing:
        message = f"the page leads to {', '.join(page.missing)}, and that is not saved beside it"
        yield _doubt(
            raw, 1, "article-missing", message, "save the pages of all its articles, and ingest it again"
        )
    if page.days and not any(_is_day(day, address.date.timetuple()[:3]) for day in page.days):
        message = f"the page prints {', '.join(page.days)}, and its folder is {address.date.isoformat()}"
        yield _doubt(raw, 1, "other-day", message, "move the page to the folder of its day")


def _is_day(printed: str, day: tuple[int, ...]) -> bool:
    figures = "".join(char if char.isdigit() else " " for char in printed).split()
    return [int(figure) for figure in figures] == list(day)


def article_doubts(placed: Sequence[PlacedFile], parts: Mapping[str, Part]) -> Iterator[Finding]:
    """Yield the doubts about each article, and one for each picture whose file is not among `parts`."""
    for one in placed[1:]:
        path = Path(one.read.source.path)
        if one.read.reading is None:
            message = f"{one.read.location} has no sentence of text: a picture or an advertisement"
            hint = "if it is an article, save its page once it shows the text"
            yield _doubt(path, one.line + 1, "no-article", message, hint)
            continue
        for finding in one.read.reading.said:
            if finding.code not in _KNOWN:
                yield finding._replace(line=finding.line + one.line)
        for judged in judged_in([one]):
            if judged.within and judged.run.picture and photo_of(one, judged.run.picture, parts) is None:
                message = f"a picture stands here that is not saved: {judged.run.picture}"
                hint = "save it with the page, or lay it beside the manuscript and name it under `photos:`"
                yield _doubt(path, judged.run.line, "picture", message, hint)


def _doubt(path: Path, line: int, code: str, message: str, hint: str) -> Finding:
    return Finding(code=code, path=str(path), line=line, message=message, hint=hint, severity=Severity.DOUBT)
