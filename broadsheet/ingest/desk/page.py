"""Read one raw page: apply its rulings, check the ledger, make its manuscripts and its report."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from broadsheet.files.page_files import CONTENT
from broadsheet.files.quick_files import write
from broadsheet.ingest.desk.articles import articles_of, in_doubt
from broadsheet.ingest.desk.delivery import MadePage
from broadsheet.ingest.desk.facsimile import facsimile_files, with_pictures
from broadsheet.ingest.desk.neutral import neutral
from broadsheet.ingest.desk.read_back import read_back
from broadsheet.ingest.reading import Reading
from broadsheet.ingest.report.checked_page import CheckedPage
from broadsheet.ingest.report.doubts import by_line, doubts_of, stories_in_doubt
from broadsheet.ingest.report.review import review, review_path
from broadsheet.ingest.report.suggestions import SETTLED_BY_RULING
from broadsheet.ingest.rulings.ruled_page import rule
from broadsheet.ingest.text.decode import decode_html
from broadsheet.ingest.text.divided_words import Division, close_up, divisions
from broadsheet.ingest.text.raw_files import (
    is_mhtml,
    is_pdf,
    is_recognised,
    is_scan,
    is_web_page,
    page_address,
    read_bytes,
    read_source,
)
from broadsheet.ingest.text.wording import word
from broadsheet.lexicon.page_numbers import page_number
from broadsheet.manuscript.place import article_path
from broadsheet.manuscript.records.rulings_file import read_rulings
from broadsheet.manuscript.writer import write_article
from broadsheet.model.address import Address
from broadsheet.model.article import Article
from broadsheet.model.finding import Finding
from broadsheet.model.ledger import balance
from broadsheet.model.numbers import number_of
from broadsheet.model.page_reading import PageReading

if TYPE_CHECKING:
    from broadsheet.ingest.layout.reading import LayoutReading
    from broadsheet.ingest.pipeline import PrintedReading
    from broadsheet.ingest.web.page import WebReading


def read(raw: Path) -> "PrintedReading | WebReading | LayoutReading":
    """Return the reading of a raw page: text, a saved web page, or a page that shows how it was printed. Raises SourceError where it cannot be read."""
    if is_web_page(raw):
        from broadsheet.ingest.web.page import read_html  # noqa: PLC0415  slow to load: lxml

        return read_html(str(raw), decode_html(str(raw), read_bytes(raw)))
    if is_mhtml(raw):
        from broadsheet.ingest.epaper.reading import read_epaper  # noqa: PLC0415  slow to load: lxml

        return read_epaper(raw)
    if is_pdf(raw) or is_scan(raw):
        from broadsheet.ingest.layout.reading import read_marks  # noqa: PLC0415  only pages with places need it
        from broadsheet.ingest.scan.reader import read_page_file  # noqa: PLC0415

        shown = read_page_file(raw)
        return read_marks(str(raw), shown.marks, shown.pictures, shown.page_picture)
    if is_recognised(raw):
        from broadsheet.ingest.alto.reader import read_recognised  # noqa: PLC0415  only recognised pages need it
        from broadsheet.ingest.layout.reading import read_marks  # noqa: PLC0415
        from broadsheet.ingest.scan.reader import picture_beside  # noqa: PLC0415

        files = picture_beside(raw)
        return read_marks(
            str(raw), read_recognised(raw, page_address(raw).page), files, next(iter(files), "")
        )
    from broadsheet.ingest.pipeline import read_page  # noqa: PLC0415  slow to load: numpy, scipy

    return read_page(read_source(raw))


def export(raw: Path, json_dir: Path) -> str:
    """Write the neutral JSON of one page into `json_dir` and return the line to print.

    Raises SourceError where the page cannot be read, and LedgerError where a character is lost or used twice.
    """
    reading = read(raw)
    page = close_up(reading.page, divisions(reading.source, reading.page))
    balance(reading.source, page.passages())
    target = json_dir / f"{raw.stem}.json"
    text = json.dumps(neutral(reading.source, page), ensure_ascii=False, indent=1) + "\n"
    write(str(target), text.encode())
    return f"{raw}: {number_of(len(page.stories), 'article')} → {target}"


def make_page(raw: Path) -> MadePage:
    """Return what is made of one raw page; nothing is written.

    Raises BroadsheetError for a page that cannot be read, a ruling that cannot be applied, and a character that is not
    accounted for.
    """
    address = page_address(raw)
    reading = read(raw)
    source = reading.source
    page, decisions, ruled_lines = rule(source, reading.page, read_rulings(raw))
    divided = divisions(source, page)
    page = close_up(page, divided)
    titles = {story: ruling.title for story, ruling in decisions.items() if ruling.title}
    doubts = [
        doubt
        for doubt in by_line((*doubts_of(_in_hand(reading, page, titles, divided)), *reading.said))
        if doubt.line not in ruled_lines or doubt.code not in SETTLED_BY_RULING
    ]
    articles = in_doubt(
        articles_of(source, page, decisions, reading.lexicon, _source_name(address, raw)),
        stories_in_doubt(source, page, doubts),
    )
    files: dict[Path, bytes] = {}
    if reading.facsimile is not None:
        articles = with_pictures(articles, page, reading.facsimile)
        files = facsimile_files(address, source, page, reading.facsimile, articles)
    manuscripts = _manuscripts(address, articles)
    ledger = read_back(source, page, tuple(manuscripts.values()))
    report = review(
        source, page, titles, doubts=doubts, ledger=ledger, divided=divided, facsimile=reading.facsimile
    )
    summary = (
        f"{number_of(len(articles), 'article')}, {ledger.ink:,} characters all accounted for, "
        f"{_counted(doubts)} (see {review_path(raw)})"
    )
    jumps = frozenset(
        page_number(word(source, passage)) for story in page.stories for passage in story.jump
    ) - {0}
    return MadePage(raw, manuscripts, report, summary, files, jumps)


def _counted(doubts: Sequence[Finding]) -> str:
    """Return the number of doubts, in all and of each kind."""
    kinds = ", ".join(f"{count} {code}" for code, count in Counter(d.code for d in doubts).most_common())
    return f"{number_of(len(doubts), 'doubt')}: {kinds}" if doubts else "no doubts"


def _source_name(address: Address, raw: Path) -> str:
    """Return the path of the raw page from the project's root, however `raw` was spelled."""
    return f"raw/{address.date.isoformat()}/{raw.name}"


def _manuscripts(address: Address, articles: Sequence[Article]) -> dict[Path, str]:
    return {
        _manuscript_path(Address(address.date, address.page, order)): write_article(article)
        for order, article in enumerate(articles, 1)
    }


def _manuscript_path(address: Address) -> Path:
    """Return the path of the manuscript at `address`: the existing file, which may have an editor's words in its name."""
    plain = CONTENT / article_path(address)
    return next(iter(sorted(plain.parent.glob(f"{plain.stem}-*.md"))), plain)


def _in_hand(
    read: Reading, page: PageReading, titles: Mapping[int, str], divided: Sequence[Division]
) -> CheckedPage:
    return CheckedPage(
        source=read.source,
        lines=read.lines,
        reading=page,
        titles=titles,
        divided=divided,
        lexicon=read.lexicon,
    )
