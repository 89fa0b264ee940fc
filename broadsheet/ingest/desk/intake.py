"""Ingest raw pages and folders of them. A page that cannot be ingested stops no other."""

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from broadsheet.ingest.desk.delivery import HandEdits
from broadsheet.ingest.desk.up_to_date import is_up_to_date, note_up_to_date
from broadsheet.ingest.desk.workers import Outcome, run_all
from broadsheet.ingest.text.raw_files import find_raw_pages, not_read, page_address, unread_files
from broadsheet.model.errors import BroadsheetError, SourceError
from broadsheet.model.finding import Finding


def ingest_paths(
    paths: Sequence[Path], *, json_dir: Path | None = None, edits: HandEdits = HandEdits.REFUSE
) -> int:
    """Ingest the raw pages in `paths`, files or folders, and return the exit code: 0, or 1 if any page failed.

    Pages that are up to date are skipped. With `json_dir`, only neutral JSON is written there, one file a page. `edits` says
    what to do with manuscripts that a person changed. A file in a format that is not read, among the raw pages of a folder,
    counts as a failed page.
    """
    try:
        pages = find_raw_pages(paths)
        unread = [_unread(path) for path in unread_files(paths)]
        _one_file_a_page(pages, json_dir)
        if json_dir is not None:
            json_dir.mkdir(parents=True, exist_ok=True)
            return _sum_up(pages, run_all(pages, partial(_export, json_dir=json_dir)), unread)
        waiting = [raw for raw in pages if not _is_done(raw, edits)]
    except (BroadsheetError, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return _sum_up(pages, run_all(waiting, partial(_take_in, edits=edits)), unread)


def _one_file_a_page(pages: Sequence[Path], json_dir: Path | None) -> None:
    """Raise SourceError where two raw pages would be written to one file or folder."""
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


def _is_done(raw: Path, edits: HandEdits) -> bool:
    """Return whether the page can be skipped. One that raises an error is not skipped, so that the error is reported."""
    try:
        return is_up_to_date(raw, page_address(raw), edits)
    except (BroadsheetError, OSError):
        return False


def _take_in(raw: Path, edits: HandEdits) -> Outcome:
    from broadsheet.ingest.desk.page import take_in  # noqa: PLC0415  slow to load: other processes may do the work

    try:
        line = take_in(raw, edits)
        note_up_to_date(raw, page_address(raw))
        return Outcome(raw, line)
    except (BroadsheetError, OSError) as error:
        return Outcome(raw, str(error), failed=True)


def _export(raw: Path, json_dir: Path) -> Outcome:
    from broadsheet.ingest.desk.page import export  # noqa: PLC0415  slow to load

    try:
        return Outcome(raw, export(raw, json_dir))
    except (BroadsheetError, OSError) as error:
        return Outcome(raw, str(error), failed=True)


def _unread(path: Path) -> Outcome:
    return Outcome(path, str(not_read(path)), failed=True)


def _sum_up(pages: Sequence[Path], outcomes: Sequence[Outcome], unread: Sequence[Outcome]) -> int:
    """Print how many pages were skipped, which files were not read and which pages failed; return the exit code."""
    unchanged = len(pages) - len(outcomes)
    if unchanged:
        print(f"ingest: {unchanged} of {len(pages)} pages unchanged")
    for outcome in unread:
        print(outcome.line, file=sys.stderr)
    failed = [str(outcome.page) for outcome in (*outcomes, *unread) if outcome.failed]
    if failed:
        count = f"{len(failed)} of {len(pages) + len(unread)} pages"
        print(f"ingest: {count} could not be taken in: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0
