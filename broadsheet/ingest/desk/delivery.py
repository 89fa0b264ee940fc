"""Write the manuscripts of a page into content/, and never overwrite a person's changes unless told to.

A page with a hand edit is refused before any file is written. Then manuscripts, review report and receipt are replaced as
one transaction: an interrupted run leaves all of them old, or all new once the next command has run.
"""

import difflib
import enum
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from broadsheet.files.links import linked_folder, unsound
from broadsheet.files.page_files import CONTENT, replace_page
from broadsheet.files.quick_files import holds
from broadsheet.ingest.desk.receipt import (
    Receipt,
    digest_of,
    fingerprint,
    read_receipt,
    receipt_bytes,
    receipt_path,
)
from broadsheet.ingest.report.review import review_path
from broadsheet.manuscript.files import read_utf8
from broadsheet.manuscript.place import address_of
from broadsheet.manuscript.records.addresses_file import read_left_addresses
from broadsheet.model.errors import HandEditedError, ProjectError, raise_if_any
from broadsheet.model.finding import Finding


class HandEdits(enum.Enum):
    """What to do with manuscripts that a person changed since ingest wrote them.

    REFUSE refuses the page. KEEP leaves such a manuscript as it is if ingest would write the same text as last time, and
    refuses the page otherwise. OVERWRITE gives the changes up.
    """

    REFUSE = enum.auto()
    KEEP = enum.auto()
    OVERWRITE = enum.auto()


class MadePage(NamedTuple):
    """What ingest made of the raw page `raw`: texts of manuscripts by path, and its review report.

    `summary` says what was counted and doubted. `files` holds the page's map and pictures by path, `jumps` the numbers of
    the pages that its stories jump to.
    """

    raw: Path
    manuscripts: Mapping[Path, str]
    report: str
    summary: str
    files: Mapping[Path, bytes]
    jumps: frozenset[int]


class Delivery(NamedTuple):
    """The paths of the manuscripts that changed, of those whose hand edits were overwritten, and of those left out.

    Left out is an article that was moved or withdrawn: see `content/addresses.yaml`.
    """

    changed: tuple[Path, ...]
    given_up: tuple[Path, ...]
    left_out: tuple[Path, ...]


def deliver(page: MadePage, edits: HandEdits) -> Delivery:
    """Write the files of `page`, and remove the manuscripts that only an earlier ingest of it wrote.

    The caller holds the project's lock. Raises, before any file is written, HandEditedError with a finding for each hand
    edit that `edits` does not allow, and ProjectError where a path cannot be written.
    """
    raise_if_any(ProjectError, _out_of_content((*page.manuscripts, *page.files)))
    had = read_receipt(page.raw)
    receipt = had.manuscripts
    gone = {path: "" for name in receipt if (path := Path(name)) not in page.manuscripts and path.exists()}
    planned = {**page.manuscripts, **gone}
    written = {plain_path(Path(name)): digest for name, digest in receipt.items()}
    if edits is HandEdits.KEEP:
        planned = {
            path: text for path, text in planned.items() if fingerprint(text) != written.get(plain_path(path))
        }
    left = left_by_articles(page.manuscripts)
    planned = {
        path: text
        for path, text in planned.items()
        if path not in left or fingerprint(text) != written.get(plain_path(path))
    }
    edited = tuple(path for path, text in planned.items() if _is_hand_edited(path, text, written))
    files = _planned_files(page, had)
    replaced = tuple(path for path, data in files.items() if _is_replaced(path, data, had))
    if edits is HandEdits.KEEP:
        files = {path: data for path, data in files.items() if path not in replaced}
        replaced = ()
    if edits is not HandEdits.OVERWRITE:
        found = [_hand_edited(page.raw, path, planned[path]) for path in edited]
        raise_if_any(HandEditedError, (*found, *(_hand_replaced(page.raw, path) for path in replaced)))
        raise_if_any(HandEditedError, (_left(page.raw, path) for path in planned if path in left))
    changed = tuple(path for path, text in planned.items() if _current(path) != text)
    new_files = {
        path: data for path, data in files.items() if not holds(str(path), data) and (data or path.exists())
    }
    _replace(page, {path: planned[path] for path in changed}, new_files)
    return Delivery(
        (*changed, *new_files), (*edited, *replaced), tuple(path for path in left if path not in planned)
    )


def left_by_articles(paths: Iterable[Path]) -> frozenset[Path]:
    """Return those of `paths`, where no manuscript is, that an article has left: it was moved or withdrawn.

    Raises ManuscriptError for a mistake in `content/addresses.yaml`.
    """
    left = set(read_left_addresses(CONTENT).left.all)
    return frozenset(path for path in paths if not path.exists() and address_of(path).href in left)


def _planned_files(page: MadePage, had: Receipt) -> dict[Path, bytes]:
    """Return the bytes of the page's pictures and map by path; empty ones for a file that only an earlier ingest wrote."""
    gone = {path: b"" for name in had.files if (path := Path(name)) not in page.files and path.exists()}
    return {**page.files, **gone}


def _is_replaced(path: Path, data: bytes, had: Receipt) -> bool:
    """Return whether a person put another file at `path` since ingest wrote one there."""
    now = path.read_bytes() if path.is_file() else b""
    return bool(now) and now != data and digest_of(now) != had.files.get(str(path))


def _hand_replaced(raw: Path, path: Path) -> Finding:
    return Finding(
        code="hand-edited",
        path=str(path),
        message="this file is not the one that ingest wrote, and is kept",
        hint=f"keep it under another name, or give it up: inv ingest {raw} --force",
    )


def _replace(page: MadePage, changed: Mapping[Path, str], new_files: Mapping[Path, bytes]) -> None:
    """Write the texts `changed` and `new_files`, empty ones removing their files, with report and receipt where they differ."""
    receipt = Receipt(
        manuscripts={str(path): fingerprint(text) for path, text in page.manuscripts.items()},
        files={str(path): digest_of(data) for path, data in page.files.items()},
    )
    beside = {review_path(page.raw): page.report.encode(), receipt_path(page.raw): receipt_bytes(receipt)}
    files = {path: text.encode() for path, text in changed.items() if text}
    files |= {path: data for path, data in new_files.items() if data}
    files |= {path: data for path, data in beside.items() if not holds(str(path), data)}
    removed = [path for path, new in (*changed.items(), *new_files.items()) if not new]
    if files or removed:
        replace_page(files, removed)


def _out_of_content(paths: Iterable[Path]) -> Iterator[Finding]:
    """Yield a finding for each of `paths` that is a link out of content/, and for each of its folders that is a link."""
    folders = dict.fromkeys(path.parent for path in paths)
    for folder in (*dict.fromkeys(folder.parent for folder in folders), *folders):
        if finding := unsound(folder, CONTENT) or linked_folder(folder):
            yield finding
    yield from filter(None, (unsound(path, CONTENT) for path in paths))


def plain_path(path: Path) -> Path:
    """Return the path of a manuscript without suffix and without an editor's words: 01 for 01-night-school.md."""
    return path.with_name(path.stem.partition("-")[0])


def _current(path: Path) -> str:
    """Return the text of the file at `path`, or an empty string where there is none."""
    return read_utf8(path) if path.exists() else ""


def _is_hand_edited(path: Path, text: str, written: Mapping[Path, str]) -> bool:
    now = _current(path)
    return path.exists() and now != text and fingerprint(now) != written.get(plain_path(path))


def _hand_edited(raw: Path, path: Path, text: str) -> Finding:
    return Finding(
        code="hand-edited",
        path=str(path),
        message="this file was edited by hand and is kept; ingest would change\n"
        + _diff(_current(path), text),
        hint=f"keep the edit and add a ruling, or give it up: inv ingest {raw} --force",
    )


def _left(raw: Path, path: Path) -> Finding:
    message = "the article from here was moved or withdrawn, and ingest would now write another text"
    hint = f"bring the change in by hand where the article is now, or put it here as well: inv ingest {raw} --force"
    return Finding(code="left-address", path=str(path), message=message, hint=hint)


def _diff(now: str, new: str) -> str:
    lines = difflib.unified_diff(
        now.splitlines(), new.splitlines(), "as edited", "as ingested", lineterm="", n=1
    )
    return "\n".join(f"    {line}" for line in lines)
