"""Raw pages on disk: which files they are, what their bytes say, and where on the paper they were printed."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from broadsheet.ingest.decode import decode
from broadsheet.manuscript.place import edition_date
from broadsheet.model.address import Address
from broadsheet.model.errors import SourceError
from broadsheet.model.finding import Finding
from broadsheet.model.source import SourceText

TEXT = ".txt"
WEB_PAGES = (".html", ".htm")
_REPORT = ".review"  # the report on a page lies beside it
_PARTS = ("_files", ".files")  # what a browser saves beside a page


def find_raw_pages(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the raw pages among `paths`: files as they are, folders searched. Raises SourceError for no such path."""
    return tuple(dict.fromkeys(page for path in paths for page in _pages_of(path)))


def _pages_of(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from sorted(page for page in path.rglob("*") if _is_raw_page(page) and page.is_file())
    elif path.is_file():
        yield path
    else:
        raise SourceError(
            Finding(
                code="no-raw-page",
                path=str(path),
                message="there is no such file or folder",
                hint="check the path",
            )
        )


def _is_raw_page(path: Path) -> bool:
    part = path.stem.endswith(_REPORT) or path.parent.name.endswith(_PARTS)
    return path.suffix in (TEXT, *WEB_PAGES) and not part


def is_web_page(path: Path) -> bool:
    """Say whether `path` is a saved web page rather than plain text."""
    return path.suffix.lower() in WEB_PAGES


def read_source(path: Path) -> SourceText:
    """Decode the raw page at `path`. Raises SourceError for bytes that are no text, and for a page without any."""
    text = decode(str(path), path.read_bytes())
    source = SourceText.of(str(path), text)
    if not source.lines:
        raise SourceError(
            Finding(code="no-text", path=str(path), message="the page has no text", hint="remove it")
        )
    return source


def page_address(path: Path) -> Address:
    """Return the printed page that `raw/2024-04-15/01.txt`, or `01.html`, is the text of. Raises SourceError for other names."""
    date = edition_date(path.parent.name)
    if date is None or not (path.stem.isdecimal() and int(path.stem)):
        raise SourceError(
            Finding(
                code="bad-path",
                path=str(path),
                message="this path does not say which printed page it is",
                hint="name it raw/<year-month-day>/<page>.txt, for example raw/2024-04-15/01.txt",
            )
        )
    return Address(date, int(path.stem))
