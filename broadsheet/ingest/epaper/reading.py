"""A page of a digital paper → the reading of a printed page: its stories in order, its picture, and where each stands."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import msgspec

from broadsheet.ingest.epaper.mhtml import HTML, Part, unpack
from broadsheet.ingest.epaper.paper_page import PaperPage, linked_to, paper_page
from broadsheet.ingest.reading import Facsimile, PlacedPicture
from broadsheet.ingest.text.decode import decode_html
from broadsheet.ingest.text.raw_files import page_address, read_bytes
from broadsheet.ingest.web.markup.builder import read_runs
from broadsheet.ingest.web.markup.walk import parse
from broadsheet.ingest.web.page import WebReading, read_html
from broadsheet.ingest.web.story import Judged
from broadsheet.lexicon.patterns import OF_SCRIPT, load_lexicon
from broadsheet.manuscript.pictures import PHOTO_FORMATS
from broadsheet.model.errors import SourceError
from broadsheet.model.finding import Finding, Severity
from broadsheet.model.marks import Frame, Picture
from broadsheet.model.page_reading import PageReading, Passage, Role, Story
from broadsheet.model.source import SourceText, Span

_KNOWN = frozenset({"day-unprinted", "day-outside", "publisher-unprinted"})
"""Doubts about single pages that a paper's own page settles: it has its day and its paper."""
_NOWHERE = Frame(0, 0, 0, 0)


class _Read(NamedTuple):
    """A file of the page, read: its text, and, where it holds an article, the reading."""

    location: str
    source: SourceText
    reading: WebReading | None


class _Placed(NamedTuple):
    """A file whose text begins at the offset `start` of the page's text, and at its line `line`."""

    read: _Read
    start: int
    line: int


def read_epaper(raw: Path) -> WebReading:
    """Return the reading of the saved page `raw`, an MHTML file.

    It is a page of a digital paper where it holds the pages of its articles, else a web page of one article. Raises
    SourceError for a file that holds no web page, or no article.
    """
    parts = unpack(str(raw), read_bytes(raw))
    location = next(place for place, part in parts.items() if part.media_type == HTML)
    html = decode_html(str(raw), parts[location].data)
    root = parse(str(raw), html)
    page = paper_page(root, location, parts) if root is not None else None
    if root is None or page is None or not page.articles:
        return read_html(str(raw), html)
    own = _Read(location, read_runs(str(raw), root).source, None)
    placed = list(
        _one_below_the_other([own, *(_article(str(raw), one, parts[one]) for one in page.articles)])
    )
    return _paper_reading(raw, page, placed, parts)


def _article(path: str, location: str, part: Part) -> _Read:
    html = decode_html(path, part.data)
    try:
        reading = read_html(path, html)
    except SourceError:
        root = parse(path, html)
        text = read_runs(path, root).source if root is not None else SourceText.of(path, "")
        return _Read(location, text, None)
    return _Read(location, reading.source, reading)


def _one_below_the_other(files: Sequence[_Read]) -> Iterator[_Placed]:
    start, line = 0, 0
    for one in files:
        yield _Placed(one, start, line)
        start += len(one.source.text) + 1
        line += one.source.text.count("\n") + 1


def _paper_reading(
    raw: Path, page: PaperPage, placed: Sequence[_Placed], parts: Mapping[str, Part]
) -> WebReading:
    text = "\n".join(one.read.source.text for one in placed)
    articles = [one for one in placed if one.read.reading is not None]
    if not articles:
        message = "none of the articles' pages has a sentence of text"
        raise SourceError(Finding(code="no-text", path=str(raw), message=message, hint="save them anew"))
    source = msgspec.structs.replace(SourceText.of(str(raw), text), script=articles[0].read.source.script)
    stories = tuple(_stories(articles))
    pictures, files = _pictures(page, articles, stories, parts)
    name = f"page{Path(page.picture).suffix.lower()}" if _is_photo(page.picture) else ""
    return WebReading(
        source=source,
        lexicon=load_lexicon(OF_SCRIPT[source.script]),
        lines=(),
        page=PageReading(stories=stories, furniture=tuple(_furniture(placed))),
        said=(*_about_page(raw, page), *_said(placed, files=frozenset(p.at for p in pictures))),
        judged=tuple(_judged(articles)),
        facsimile=Facsimile(
            width=page.width,
            height=page.height,
            frames=_frames(source, page, articles, stories),
            pictures=pictures,
            files={**files, **({name: parts[page.picture].data} if name else {})},
            picture=name,
        ),
    )


def _moved(passage: Passage, by: int) -> Passage:
    return Passage(passage.role, tuple(Span(span.start + by, span.end + by) for span in passage.spans))


def _stories(articles: Sequence[_Placed]) -> Iterator[Story]:
    for one in articles:
        for story in one.read.reading.page.stories if one.read.reading else ():
            names = story.__struct_fields__
            yield Story(**{name: tuple(_moved(p, one.start) for p in getattr(story, name)) for name in names})


def _furniture(placed: Sequence[_Placed]) -> Iterator[Passage]:
    """Yield what belongs to no story: the text of the paper's own page, of pages without an article, and around articles."""
    for one in placed:
        if one.read.reading is None:
            lines = one.read.source.lines
            yield from (_moved(Passage(Role.FURNITURE, (line.span,)), one.start) for line in lines)
        else:
            yield from (_moved(passage, one.start) for passage in one.read.reading.page.furniture)


def _judged(articles: Sequence[_Placed]) -> Iterator[Judged]:
    for one in articles:
        for judged in one.read.reading.judged if one.read.reading else ():
            run = judged.run
            span = Span(run.span.start + one.start, run.span.end + one.start)
            moved = msgspec.structs.replace(run, span=span, line=run.line + one.line)
            yield msgspec.structs.replace(judged, run=moved)


def _is_photo(location: str) -> bool:
    return Path(location).suffix.lower() in PHOTO_FORMATS


def _pictures(
    page: PaperPage, articles: Sequence[_Placed], stories: Sequence[Story], parts: Mapping[str, Part]
) -> tuple[tuple[PlacedPicture, ...], dict[str, bytes]]:
    """Return the pictures among the articles' text at their captions, or at their stories, and their files by name."""
    placed: list[PlacedPicture] = []
    files: dict[str, bytes] = {}
    for number, (one, story) in enumerate(zip(articles, stories, strict=True), 1):
        runs = [judged.run for judged in _judged([one]) if judged.run.picture and judged.within]
        ends = [run.span.start for run in runs[1:]] + [len(one.read.source.text) + one.start]
        for order, (run, end) in enumerate(zip(runs, ends, strict=False), 1):
            location = linked_to(one.read.location, run.picture, parts)
            if location not in parts or not _is_photo(location):
                continue
            captions = (p.start for p in story.captions if p.role is Role.CAPTION)
            caption = next((start for start in captions if run.span.start <= start < end), None)
            name = f"{number:02d}-{order}{Path(location).suffix.lower()}"
            at = story.body[0].start if caption is None else caption
            frame = next(iter(page.areas.get(one.read.location, ())), _NOWHERE)
            placed.append(PlacedPicture(Picture(frame, name), at, captioned=caption is not None))
            files[name] = parts[location].data
    return tuple(placed), files


def _frames(
    source: SourceText, page: PaperPage, articles: Sequence[_Placed], stories: Sequence[Story]
) -> dict[int, Frame]:
    """Return a frame for each line of a story whose area the page maps: the lines are dealt out to the area's boxes."""
    frames: dict[int, Frame] = {}
    for one, story in zip(articles, stories, strict=True):
        area = page.areas.get(one.read.location, ())
        lines = (
            sorted({source.line_at(s.start).number for p in story.passages() for s in p.spans})
            if area
            else []
        )
        for order, line in enumerate(lines):
            frames[line] = area[order * len(area) // len(lines)] if len(lines) >= len(area) else area[0]
    return frames


def _about_page(raw: Path, page: PaperPage) -> Iterator[Finding]:
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


def _said(placed: Sequence[_Placed], files: frozenset[int]) -> Iterator[Finding]:
    """Yield the doubts about each article; a picture whose file is there is none."""
    for one in placed[1:]:
        path = Path(one.read.source.path)
        if one.read.reading is None:
            message = f"{one.read.location} has no sentence of text: a picture or an advertisement"
            hint = "if it is an article, save its page once it shows the text"
            yield _doubt(path, one.line + 1, "no-article", message, hint)
            continue
        for finding in one.read.reading.said:
            kept = finding.code != "picture" or not files
            if finding.code not in _KNOWN and kept:
                yield finding._replace(line=finding.line + one.line)


def _doubt(path: Path, line: int, code: str, message: str, hint: str) -> Finding:
    return Finding(code=code, path=str(path), line=line, message=message, hint=hint, severity=Severity.DOUBT)
