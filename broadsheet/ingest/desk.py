"""The copy desk: takes raw pages in, one by one, and delivers manuscripts, a review report and a receipt for each."""

import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from broadsheet.ingest.articles import articles_of
from broadsheet.ingest.decode import decode_html
from broadsheet.ingest.delivery import HandEdits, deliver
from broadsheet.ingest.doubts import PageInHand, by_line, doubts_of
from broadsheet.ingest.html_page import read_html
from broadsheet.ingest.neutral import neutral
from broadsheet.ingest.pipeline import Reading, read_page
from broadsheet.ingest.proof_reading import check
from broadsheet.ingest.raw_files import find_raw_pages, is_web_page, page_address, read_source
from broadsheet.ingest.review import review, review_path
from broadsheet.ingest.rulings import decide, read_rulings
from broadsheet.manuscript.place import article_path
from broadsheet.manuscript.writer import write_article
from broadsheet.model.address import Address
from broadsheet.model.article import Article
from broadsheet.model.errors import BroadsheetError, SourceError
from broadsheet.model.finding import Finding

CONTENT = Path("content")


def ingest_paths(
    paths: Sequence[Path], *, json_dir: Path | None = None, edits: HandEdits = HandEdits.REFUSE
) -> int:
    """Ingest the raw pages among `paths` and return the exit code: 0, or 1 when a page could not be taken in.

    One bad page does not stop the others. With `json_dir` only neutral JSON is written, one file a page.
    """
    try:
        pages = find_raw_pages(paths)
        _one_file_a_page(pages, json_dir)
        if json_dir is not None:
            json_dir.mkdir(parents=True, exist_ok=True)
    except (BroadsheetError, OSError) as error:
        return _say(error)
    failed = 0
    for raw in pages:
        try:
            print(_export(raw, json_dir) if json_dir is not None else _take_in(raw, edits))
        except (BroadsheetError, OSError) as error:
            failed += _say(error)
    if failed:
        print(f"ingest: {failed} of {len(pages)} pages could not be taken in", file=sys.stderr)
    return 1 if failed else 0


def _say(error: BroadsheetError | OSError) -> int:
    """Print what went wrong and return 1. An OSError names its file and what the system said."""
    print(error, file=sys.stderr)
    return 1


def _one_file_a_page(pages: Sequence[Path], json_dir: Path | None) -> None:
    """Raise SourceError where two raw pages would be written to one place."""
    taken: dict[object, Path] = {}
    for raw in pages:
        target = (
            raw.stem if json_dir is not None else (raw.parent, int(raw.stem) if raw.stem.isdecimal() else raw)
        )
        if target in taken:
            raise SourceError(
                Finding(
                    code="same-page",
                    path=str(raw),
                    message=f"this page and {taken[target]} would be written to one place",
                    hint="keep one of them, or ingest them apart",
                )
            )
        taken[target] = raw


def _read(raw: Path) -> Reading:
    if is_web_page(raw):
        return read_html(str(raw), decode_html(str(raw), raw.read_bytes()))
    return read_page(read_source(raw))


def _export(raw: Path, json_dir: Path) -> str:
    read = _read(raw)
    target = json_dir / f"{raw.stem}.json"
    target.write_text(
        json.dumps(neutral(read.source, read.page), ensure_ascii=False, indent=1) + "\n", encoding="utf-8"
    )
    return f"{raw}: {len(read.page.stories)} articles → {target}"


def _take_in(raw: Path, edits: HandEdits) -> str:
    """Take one page in and return the line that says so. Raises BroadsheetError, having written nothing of it."""
    address = page_address(raw)
    read = _read(raw)
    source = read.source
    decisions = decide(source, read.page, read_rulings(raw))
    titles = {story: ruling.title for story, ruling in decisions.items() if ruling.title}
    articles = articles_of(source, read.page, decisions, read.lexicon, _source_name(address, raw))
    manuscripts = _manuscripts(address, articles)
    ledger = check(source, read.page, tuple(manuscripts.values()))
    doubts = by_line((*doubts_of(_in_hand(read, titles)), *read.said))
    report = review(source, read.page, titles, doubts, ledger)
    changed = deliver(raw, manuscripts, edits)
    review_path(raw).write_text(report, encoding="utf-8")
    return (
        f"{raw}: {len(articles)} articles, {ledger.ink:,} characters all accounted for, "
        f"{len(doubts)} doubts (see {review_path(raw)}), {len(changed)} files changed"
    )


def _source_name(address: Address, raw: Path) -> str:
    """Name the raw page as it lies in the project, however its path was spelled."""
    return f"raw/{address.date.isoformat()}/{raw.name}"


def _manuscripts(address: Address, articles: Sequence[Article]) -> dict[Path, str]:
    return {
        _manuscript_path(Address(address.date, address.page, order)): write_article(article)
        for order, article in enumerate(articles, 1)
    }


def _manuscript_path(address: Address) -> Path:
    """Return the file of the manuscript at `address`: the one that is there, whatever words an editor gave its name."""
    plain = CONTENT / article_path(address)
    return next(iter(sorted(plain.parent.glob(f"{plain.stem}-*.md"))), plain)


def _in_hand(read: Reading, titles: Mapping[int, str]) -> PageInHand:
    return PageInHand(
        source=read.source, lines=read.lines, reading=read.page, titles=titles, lexicon=read.lexicon
    )
