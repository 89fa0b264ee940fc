"""What content/ holds, as tables: all editions, or the articles of one."""

from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple, TypeVar

from broadsheet.manuscript import read_article, read_edition
from broadsheet.manuscript.markdown.dialect import render
from broadsheet.manuscript.markdown.escaping import plain_text
from broadsheet.manuscript.place import article_files, edition_folders
from broadsheet.model.article import Manuscript, Status
from broadsheet.model.edition import EditionFacts, section_of
from broadsheet.model.errors import ManuscriptError
from broadsheet.model.finding import Finding
from broadsheet.model.numbers import number_of
from broadsheet.model.schedule import Clock
from broadsheet.model.script import Script, script_of

T = TypeVar("T")

_HELD = "held"  # in place of the status of an article that is finished and whose time has not come
_STATES = (Status.PUBLISHED, _HELD, Status.DRAFT, Status.REVIEW)


class Table(NamedTuple):
    """A table: the names of its columns, its rows, and the errors of the files that are in no row."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    errors: tuple[Finding, ...]


class _Folder(NamedTuple):
    """The folder of an edition: what can be read of it, in print order, and the errors of what cannot."""

    name: str
    facts: EditionFacts
    manuscripts: tuple[Manuscript, ...]
    errors: tuple[Finding, ...]


def editions_table(content: Path, clock: Clock) -> Table:
    """Return a row for each edition, oldest first: date, number, pages, and how many articles are of each status."""
    folders = [_read_folder(path) for path in edition_folders(content)]
    return Table(
        columns=("edition", "number", "pages", *_STATES),
        rows=tuple(_edition_row(folder, clock) for folder in folders),
        errors=tuple(error for folder in folders for error in folder.errors),
    )


def articles_table(edition: Path, clock: Clock) -> Table:
    """Return a row for each article in the folder of an edition, in print order.

    The length is in characters, or in words where spaces part them. The review report is that on the
    raw page which the article was taken from, where it has been made.
    """
    folder = _read_folder(edition)
    return Table(
        columns=("address", "section", "headline", "status", "length", "review report"),
        rows=tuple(_article_row(manuscript, folder.facts, clock) for manuscript in folder.manuscripts),
        errors=folder.errors,
    )


def _read_folder(path: Path) -> _Folder:
    errors: list[Finding] = []
    edition = _try(partial(read_edition, path), errors)
    read = [_try(partial(read_article, file), errors) for file in sorted(article_files(path))]
    manuscripts = sorted(filter(None, read), key=lambda manuscript: manuscript.address)
    return _Folder(path.name, edition.facts if edition else EditionFacts(), tuple(manuscripts), tuple(errors))


def _try(read: Callable[[], T], errors: list[Finding]) -> T | None:
    try:
        return read()
    except ManuscriptError as error:
        errors.extend(error.findings)
        return None


def _edition_row(folder: _Folder, clock: Clock) -> tuple[str, ...]:
    counts = Counter(_state(manuscript, clock) for manuscript in folder.manuscripts)
    pages = folder.facts.pages.keys() | {manuscript.address.page for manuscript in folder.manuscripts}
    numbers = (folder.facts.number, len(pages), *(counts[state] for state in _STATES))
    return (folder.name, *(f"{number:,}" if number else "" for number in numbers))


def _state(manuscript: Manuscript, clock: Clock) -> str:
    """Return the status of an article, or that it is held."""
    article, date = manuscript.article, manuscript.address.date
    is_held = article.status is Status.PUBLISHED and clock.is_held(date, article.publish_at)
    return _HELD if is_held else article.status


def _article_row(manuscript: Manuscript, facts: EditionFacts, clock: Clock) -> tuple[str, ...]:
    address, article = manuscript.address, manuscript.article
    headline, state = " ".join(article.title_lines), _state(manuscript, clock)
    if state == _HELD:
        state = f"{_HELD} until {clock.told(clock.release(address.date, article.publish_at))}"
    return (
        address.href,
        section_of(article, facts, address.page),
        f"〔{headline}〕" if article.title_supplied else headline,
        state,
        _length(article.body),
        _report(article.source),
    )


def _length(body: str) -> str:
    """Return the length of a text in Markdown as readers are told it: `620字`, `620 words`."""
    text = plain_text(render(body))
    if script_of(text) is Script.LETTERS:
        return number_of(len(text.split()), "word")
    return f"{sum(not char.isspace() for char in text):,}字"


def _report(source: str) -> str:
    report = Path(source).with_suffix(".review.html") if source else None
    return str(report) if report and report.is_file() else ""
