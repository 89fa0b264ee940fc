"""Raw pages on disk: which files they are, what text they hold, and which printed page each one is."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from broadsheet.ingest.text.decode import decode
from broadsheet.ingest.text.repairs import repair
from broadsheet.manuscript.place import edition_date
from broadsheet.model.address import Address
from broadsheet.model.errors import SourceError
from broadsheet.model.finding import Finding
from broadsheet.model.source import LINE_END, SourceText

TEXT = ".txt"
WEB_PAGES = (".html", ".htm")
_NUMBER = re.compile(r"0*[1-9][0-9]{0,4}")  # no paper needs a page of six digits
PDF = ".pdf"
EDITION = "edition.pdf"
"""The name of a PDF that holds all pages of an edition."""
RECOGNISED = (".xml", ".hocr")
MHTML = (".mhtml", ".mht")
SCANS = (".png", ".jpg", ".jpeg", ".tif", ".tiff", ".webp")
"""Pictures of a page. Beside another file of the page they show what readers see of it, and are no raw page."""
FACSIMILES = (PDF, *RECOGNISED)
"""What shows how a page was printed. Beside a page's text or web page of the same name it is no raw page."""
_PAPER_PAGE = re.compile(r"(?:node|layout|nbs)[-_.].*")
_PAPER_ARTICLE = re.compile(r"(?:content|article|nw)[-_.].*")
"""What the files of digital papers are called: those of printed pages, and those of articles."""

_REPORT = ".review"  # 01.review.html is the report on 01.txt
_PARTS = ("_files", ".files")  # folders that a browser saves with a page
METS = "mets.xml"  # ends the name of the file that tells the articles of all pages beside it
_COMPANIONS = (".yaml", ".json")  # rulings and receipts
MOST_BYTES = 8 * 1024 * 1024  # of a raw page; the text of a printed page has some ten thousand
MOST_LINES = 5_000
"""The most lines of a printed page: a broadsheet of 1900, in nine columns of small type, has some 2,500."""
MOST_CHARACTERS = 200_000
"""The most printed characters of a page of text; the same broadsheet has some 100,000."""
_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".avif", ".gif", ".svg", ".tif", ".tiff", ".heic")


def find_raw_pages(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return the raw pages in `paths`, without repeats: each file, and every raw page below each folder, sorted.

    Raises SourceError for a path that does not exist.
    """
    return tuple(dict.fromkeys(page for path in paths for page in _pages_of(path)))


def editions_in(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield each PDF in `paths` that holds a whole edition: the files, and those below the folders."""
    for path in paths:
        yield from sorted(path.rglob(EDITION)) if path.is_dir() else [path] * (path.name == EDITION)


def papers_in(paths: Iterable[Path]) -> tuple[Path, ...]:
    """Return each folder of a day, in `paths` or below, that holds pages of a digital paper."""
    nodes = [path for folder in paths if folder.is_dir() for path in folder.rglob("*") if is_paper_page(path)]
    days = (next((one for one in path.parents if edition_date(one.name)), None) for path in nodes)
    return tuple(sorted({day for day in days if day is not None}))


def is_paper_page(path: Path) -> bool:
    """Return whether `path` is named as the page of a digital paper that leads to its articles."""
    return is_web_page(path) and bool(_PAPER_PAGE.fullmatch(path.name.lower()))


def unread_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Yield each file below the folders in `paths` that may hold a page's text in a format that ingest does not read.

    Hidden files, pictures, rulings and receipts are left out, and so is any file with the name of a raw page beside it,
    such as its scan.
    """
    for folder in (path for path in paths if path.is_dir()):
        files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
        read = {path.with_suffix("") for path in files if _is_raw_page(path)}
        bound = papers_in([folder])
        yield from (
            path
            for path in files
            if _may_be_text(path)
            and path.with_suffix("") not in read
            and not (_is_of_paper(path) and any(day in path.parents for day in bound))
        )


def _may_be_text(path: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.parts)
    known = (
        path.name.endswith((METS, EDITION))
        or path.suffix.lower() in (*_COMPANIONS, *_PICTURES)
        or _is_beside(path)
        or any(part.endswith(_PARTS) for part in path.parts[:-1])
    )
    return not (hidden or known)


def not_read(path: Path) -> SourceError:
    """Return the error to report for `path`, a file that `unread_files` yielded."""
    return SourceError(
        Finding(
            code="not-read",
            path=str(path),
            message="this file was not read: a raw page is plain text, a saved web page, a PDF, ALTO or a scan",
            hint=f"save its text as {path.with_suffix(TEXT).name}, or keep the file outside raw/",
        )
    )


def _pages_of(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from sorted(page for page in path.rglob("*") if _is_raw_page(page) and page.is_file())
    elif path.name == EDITION:
        yield from _pages_of(path.parent)
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
    if _is_beside(path) or path.name.endswith((METS, EDITION)) or _is_of_paper(path):
        return False
    if path.suffix.lower() in FACSIMILES:
        return not any(path.with_suffix(suffix).exists() for suffix in (TEXT, *WEB_PAGES))
    return path.suffix.lower() in (TEXT, *WEB_PAGES, *MHTML) or _is_scan(path)


def _is_of_paper(path: Path) -> bool:
    return is_web_page(path) and bool(is_paper_page(path) or _PAPER_ARTICLE.fullmatch(path.name.lower()))


def _is_scan(path: Path) -> bool:
    """Return whether `path` is the picture of a page of which there is nothing else to read, and of no digital paper."""
    named = path.suffix.lower() in SCANS and _NUMBER.fullmatch(path.stem) and edition_date(path.parent.name)
    if not named or any(map(is_paper_page, path.parent.iterdir())):
        return False
    return not any(path.with_suffix(suffix).exists() for suffix in (TEXT, *WEB_PAGES, *MHTML, *FACSIMILES))


def _is_beside(path: Path) -> bool:
    return path.stem.endswith(_REPORT) or any(part.endswith(_PARTS) for part in path.parts[:-1])


def is_web_page(path: Path) -> bool:
    """Return whether `path` is named as a saved web page and not as plain text."""
    return path.suffix.lower() in WEB_PAGES


def is_mhtml(path: Path) -> bool:
    """Return whether `path` is named as a web page saved with all its parts in one file."""
    return path.suffix.lower() in MHTML


def is_scan(path: Path) -> bool:
    """Return whether `path` is named as a picture."""
    return path.suffix.lower() in SCANS


def is_pdf(path: Path) -> bool:
    """Return whether `path` is named as a PDF."""
    return path.suffix.lower() == PDF


def is_recognised(path: Path) -> bool:
    """Return whether `path` is named as a page of recognised text: ALTO, PAGE-XML or hOCR."""
    return path.suffix.lower() in RECOGNISED


def files_beside(path: Path) -> list[Path]:
    """Return the files beside the raw page at `path` that are read with it: METS and the scan of a page of recognised text."""
    if not is_recognised(path):
        return []
    scans = (path.with_suffix(suffix) for suffix in SCANS)
    return [*mets_beside(path), *(scan for scan in scans if scan.is_file())]


def mets_beside(path: Path) -> list[Path]:
    """Return the METS files beside the page at `path`; an edition has one."""
    return sorted(path.parent.glob(f"*{METS}"))


def read_bytes(path: Path) -> bytes:
    """Return the bytes of the raw page at `path`. Raises SourceError for a file of more than MOST_BYTES, unread."""
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise SourceError(
            Finding(
                code="too-large",
                path=str(path),
                message=f"this file has {size:,} bytes, and a raw page at most {MOST_BYTES:,}",
                hint="keep one page a file, and pictures in files of their own",
            )
        )
    return path.read_bytes()


def read_source(path: Path) -> SourceText:
    """Return the raw page at `path`, decoded and repaired.

    Raises SourceError for a file that is too large, for bytes that cannot be decoded, for more text than a printed page
    has, and for a page without a printed character.
    """
    decoded = decode(str(path), read_bytes(path))
    _refuse_more_than_a_page(path, decoded)
    text, repairs = repair(decoded)
    source = SourceText.of(str(path), text, repairs)
    if not source.lines:
        raise SourceError(
            Finding(code="no-text", path=str(path), message="the page has no text", hint="remove it")
        )
    return source


def _refuse_more_than_a_page(path: Path, text: str) -> None:
    """Raise SourceError for more lines or characters than print has on a page; the place is the first one too many."""
    lines = [at for at, line in enumerate(LINE_END.split(text), 1) if line and not line.isspace()]
    characters = sum(map(len, text.split()))
    if len(lines) <= MOST_LINES and characters <= MOST_CHARACTERS:
        return
    many = f"{characters:,} characters, and a printed page at most {MOST_CHARACTERS:,}"
    if len(lines) > MOST_LINES:
        many = f"{len(lines):,} lines, and a printed page at most {MOST_LINES:,}"
    raise SourceError(
        Finding(
            code="too-large",
            path=str(path),
            line=lines[MOST_LINES] if len(lines) > MOST_LINES else lines[-1],
            message=f"this text has {many}",
            hint="keep one printed page a file, and take out what is no text of the page",
        )
    )


def page_address(path: Path) -> Address:
    """Return the date and page number in the path of a raw page, such as `raw/2024-04-15/01.txt`.

    Raises SourceError for a path of another form.
    """
    date = edition_date(path.parent.name)
    if date is None or not _NUMBER.fullmatch(path.stem):
        raise SourceError(
            Finding(
                code="bad-path",
                path=str(path),
                message="this path does not say which printed page it is",
                hint="name it raw/<year-month-day>/<page>.txt, for example raw/2024-04-15/01.txt",
            )
        )
    return Address(date, int(path.stem))
