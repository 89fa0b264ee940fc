"""Raw pages on disk: which files they are, what their bytes say, and where on the paper they were printed."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from broadsheet.ingest.text.decode import decode
from broadsheet.manuscript.place import edition_date
from broadsheet.model.address import Address
from broadsheet.model.errors import SourceError
from broadsheet.model.finding import Finding
from broadsheet.model.source import SourceText

TEXT = ".txt"
WEB_PAGES = (".html", ".htm")
_REPORT = ".review"  # the report on a page lies beside it
_PARTS = ("_files", ".files")  # what a browser saves beside a page
_COMPANIONS = (".yaml", ".json")  # rulings and receipts
_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".svg", ".tif", ".tiff", ".heic")


def find_raw_pages(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the raw pages among `paths`: files as they are, folders searched. Raises SourceError for no such path."""
    return tuple(dict.fromkeys(page for path in paths for page in _pages_of(path)))


def unread_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield each file in the folders among `paths` that may be a page's text in a form that is not read here.

    Pictures are not, nor is what lies beside a raw page of the same name: its scan, or the file that it was saved from.
    """
    for folder in (path for path in paths if path.is_dir()):
        files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
        read = {path.with_suffix("") for path in files if _is_raw_page(path)}
        yield from (path for path in files if _may_be_text(path) and path.with_suffix("") not in read)


def _may_be_text(path: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.parts)
    known = path.suffix.lower() in (*_COMPANIONS, *_PICTURES) or _is_beside(path) or _is_raw_page(path)
    return not (hidden or known)


def not_read(path: Path) -> SourceError:
    """Return the error for a file that `unread_files` found."""
    return SourceError(
        Finding(
            code="not-read",
            path=str(path),
            message="this file was not read: a raw page is plain text or a saved web page",
            hint=f"save its text as {path.with_suffix(TEXT).name}, or keep the file outside raw/",
        )
    )


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
    return path.suffix.lower() in (TEXT, *WEB_PAGES) and not _is_beside(path)


def _is_beside(path: Path) -> bool:
    return path.stem.endswith(_REPORT) or any(part.endswith(_PARTS) for part in path.parts[:-1])


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
