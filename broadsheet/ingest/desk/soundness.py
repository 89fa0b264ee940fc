"""What is no raw page although it stands in the place of one: links that must not be followed, pipes, folders."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from broadsheet.files.links import unsound
from broadsheet.ingest.desk.receipt import receipt_path
from broadsheet.ingest.report.review import review_path
from broadsheet.ingest.text.raw_files import FACSIMILES, TEXT, WEB_PAGES
from broadsheet.manuscript.records.rulings_file import rulings_path
from broadsheet.model.finding import Finding


def unsound_entries(paths: Iterable[Path]) -> Iterator[Finding]:
    """Yield a finding for each entry below the folders in `paths` that cannot be read, and for a folder named as a page."""
    for folder in (path for path in paths if path.is_dir()):
        for path in sorted(folder.rglob("*")):
            if any(part.startswith(".") for part in path.parts):
                continue
            if finding := unsound(path, _root(path)):
                yield finding
            elif path.is_dir() and path.suffix.lower() in (TEXT, *WEB_PAGES, *FACSIMILES):
                yield _no_page(path, "this is a folder, and a raw page is a file")
            elif path.is_dir() and path.is_symlink():
                yield _no_page(
                    path, "this link to a folder is not followed, so what lies there is not ingested"
                )


def unsound_page(raw: Path) -> Iterator[Finding]:
    """Yield a finding for each file of the page `raw` that ingest would read or replace, and must not."""
    for path in (raw.parent, raw, rulings_path(raw), receipt_path(raw), review_path(raw)):
        if finding := unsound(path, _root(raw)):
            yield finding


def _root(path: Path) -> Path:
    """Return the folder that a link at `path` may lead to: raw/ for raw/2024-04-15/01.txt."""
    return path.parent.parent


def _no_page(path: Path, message: str) -> Finding:
    hint = "put the file or the folder itself there, or take this out"
    return Finding(code="bad-link", path=str(path), message=message, hint=hint)
