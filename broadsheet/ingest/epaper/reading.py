"""A page of a digital paper → the reading of a printed page: its stories in order, its picture, and where each stands."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from broadsheet.ingest.epaper.doubts import article_doubts, page_doubts
from broadsheet.ingest.epaper.files_read import PlacedFile, ReadFile, judged_in
from broadsheet.ingest.epaper.mhtml import HTML, Part, unpack
from broadsheet.ingest.epaper.paper_page import PaperPage, paper_page
from broadsheet.ingest.epaper.pictures import facsimile_of
from broadsheet.ingest.text.decode import decode_html
from broadsheet.ingest.text.raw_files import read_bytes
from broadsheet.ingest.web.markup.builder import read_runs
from broadsheet.ingest.web.markup.walk import parse
from broadsheet.ingest.web.page import WebReading, read_html
from broadsheet.lexicon.patterns import OF_SCRIPT, load_lexicon
from broadsheet.model.errors import SourceError
from broadsheet.model.finding import Finding
from broadsheet.model.page_reading import PageReading, Passage, Role, Story
from broadsheet.model.source import SourceText, Span


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
    own = ReadFile(location, read_runs(str(raw), root).source, None)
    placed = list(
        _one_below_the_other([own, *(_article(str(raw), one, parts[one]) for one in page.articles)])
    )
    return _paper_reading(raw, page, placed, parts)


def _article(path: str, location: str, part: Part) -> ReadFile:
    html = decode_html(path, part.data)
    try:
        reading = read_html(path, html, is_alone=False)
    except SourceError:
        root = parse(path, html)
        text = read_runs(path, root).source if root is not None else SourceText.of(path, "")
        return ReadFile(location, text, None)
    return ReadFile(location, reading.source, reading)


def _one_below_the_other(files: Sequence[ReadFile]) -> Iterator[PlacedFile]:
    start, line = 0, 0
    for one in files:
        yield PlacedFile(one, start, line)
        start += len(one.source.text) + 1
        line += one.source.text.count("\n") + 1


def _paper_reading(
    raw: Path, page: PaperPage, placed: Sequence[PlacedFile], parts: Mapping[str, Part]
) -> WebReading:
    text = "\n".join(one.read.source.text for one in placed)
    articles = [one for one in placed if one.read.reading is not None]
    if not articles:
        message = "none of the articles' pages has a sentence of text"
        raise SourceError(Finding(code="no-text", path=str(raw), message=message, hint="save them anew"))
    source = msgspec.structs.replace(SourceText.of(str(raw), text), script=articles[0].read.source.script)
    stories = tuple(_stories(articles))
    facsimile = facsimile_of(source, page, articles, stories, parts)
    return WebReading(
        source=source,
        lexicon=load_lexicon(OF_SCRIPT[source.script]),
        lines=(),
        page=PageReading(stories=stories, furniture=tuple(_furniture(placed))),
        said=(
            *page_doubts(raw, page),
            *article_doubts(placed, parts),
        ),
        judged=tuple(judged_in(articles)),
        facsimile=facsimile,
    )


def _moved(passage: Passage, by: int) -> Passage:
    return Passage(passage.role, tuple(Span(span.start + by, span.end + by) for span in passage.spans))


def _stories(articles: Sequence[PlacedFile]) -> Iterator[Story]:
    for one in articles:
        for story in one.read.reading.page.stories if one.read.reading else ():
            names = story.__struct_fields__
            yield Story(**{name: tuple(_moved(p, one.start) for p in getattr(story, name)) for name in names})


def _furniture(placed: Sequence[PlacedFile]) -> Iterator[Passage]:
    """Yield what belongs to no story: the text of the paper's own page, of pages without an article, and around articles."""
    for one in placed:
        if one.read.reading is None:
            lines = one.read.source.lines
            yield from (_moved(Passage(Role.FURNITURE, (line.span,)), one.start) for line in lines)
        else:
            yield from (_moved(passage, one.start) for passage in one.read.reading.page.furniture)
