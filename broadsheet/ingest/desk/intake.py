"""Ingest raw pages and folders of them. A page that cannot be ingested stops no other."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from functools import partial
from itertools import chain
from pathlib import Path

from broadsheet.files.page_files import finish_page
from broadsheet.files.project_lock import only_command
from broadsheet.ingest.desk.delivery import HandEdits, MadePage, deliver
from broadsheet.ingest.desk.editions import cut_editions
from broadsheet.ingest.desk.soundness import unsound_entries, unsound_page
from broadsheet.ingest.desk.up_to_date import is_up_to_date, note_up_to_date
from broadsheet.ingest.desk.workers import Outcome, print_all, spread
from broadsheet.ingest.text.raw_files import (
    editions_in,
    find_raw_pages,
    not_read,
    page_address,
    papers_in,
    unread_files,
)
from broadsheet.model.errors import BroadsheetError, SourceError, told
from broadsheet.model.finding import Finding
from broadsheet.model.numbers import number_of


def ingest_paths(
    paths: Sequence[Path], *, json_dir: Path | None = None, edits: HandEdits = HandEdits.REFUSE
) -> int:
    """Ingest the raw pages in `paths`, files or folders, and return the exit code: 0, or 1 if any page failed.

    Pages that are up to date are skipped. With `json_dir`, only neutral JSON is written there, one file a page. `edits` says
    what to do with manuscripts that a person changed. A file in a format that is not read, among the raw pages of a folder,
    counts as a failed page.
    """
    try:
        whole = [] if json_dir is not None else list(editions_in(paths))
        papers = () if json_dir is not None else papers_in(paths)
        with only_command() if whole or papers else nullcontext():
            uncut = [*cut_editions(whole), *_bound(papers)]
        found = find_raw_pages(paths)
        faults = {raw: tuple(unsound_page(raw)) for raw in found}
        bad = dict.fromkeys((*unsound_entries(paths), *chain.from_iterable(faults.values())))
        pages = [raw for raw in found if not faults[raw]]
        unread = [_unread(path) for path in unread_files(paths)]
        unread += [Outcome(Path(error.findings[0].path), str(error), failed=True) for error in uncut]
        unread += [Outcome(Path(finding.path), str(finding), failed=True) for finding in bad]
        _one_file_a_page(pages, json_dir)
        if json_dir is not None:
            json_dir.mkdir(parents=True, exist_ok=True)
            exported = spread(pages, partial(_export, json_dir=json_dir))
            return _sum_up(pages, print_all(exported, len(pages)), unread)
        with only_command():
            finish_page()
            waiting = [raw for raw in pages if not _is_done(raw, edits)]
            delivered = (_delivered(made, edits) for made in spread(waiting, _made))
            return _sum_up(pages, print_all(delivered, len(waiting)), unread)
    except (BroadsheetError, OSError) as error:
        print(told(error), file=sys.stderr)
        return 1


def _bound(papers: Sequence[Path]) -> Iterator[BroadsheetError]:
    """Write the pages of the digital papers in these folders, and yield the error of each that cannot be read."""
    if papers:
        from broadsheet.ingest.epaper.binding import bind_papers  # noqa: PLC0415  slow to load: lxml

        yield from bind_papers(papers)


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


def _made(raw: Path) -> MadePage | Outcome:
    from broadsheet.ingest.desk.page import make_page  # noqa: PLC0415  slow to load: other processes may do the work

    try:
        return make_page(raw)
    except (BroadsheetError, OSError) as error:
        return Outcome(raw, told(error), failed=True)


def _delivered(made: MadePage | Outcome, edits: HandEdits) -> Outcome:
    """Write what was made of a page, and return what to print. This process alone writes, since it holds the lock."""
    if isinstance(made, Outcome):
        return made
    raw = made.raw
    try:
        delivery = deliver(made, edits)
        note_up_to_date(raw, page_address(raw), made.jumps)
    except (BroadsheetError, OSError) as error:
        return Outcome(raw, told(error), failed=True)
    line = f"{raw}: {made.summary}, {number_of(len(delivery.changed), 'file')} changed"
    given_up = "".join(f"\n    hand edits given up in {path}" for path in delivery.given_up)
    left_out = "".join(f"\n    moved or withdrawn, so not written: {path}" for path in delivery.left_out)
    return Outcome(raw, f"{line}{given_up}{left_out}")


def _export(raw: Path, json_dir: Path) -> Outcome:
    from broadsheet.ingest.desk.page import export  # noqa: PLC0415  slow to load

    try:
        return Outcome(raw, export(raw, json_dir))
    except (BroadsheetError, OSError) as error:
        return Outcome(raw, told(error), failed=True)


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
