"""Write the manuscripts of a page into content/, and never overwrite a person's changes unless told to.

A page with a hand edit is refused before any file is written. Then the files are replaced one after the other, each whole,
and the receipt is written last. An interrupted run leaves some manuscripts new and some old; a second run of the same page
writes the rest.
"""

import difflib
import enum
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from broadsheet.ingest.desk.receipt import Receipt, fingerprint, read_receipt, write_receipt
from broadsheet.manuscript.files import read_utf8
from broadsheet.model.errors import HandEditedError, raise_if_any
from broadsheet.model.finding import Finding


class HandEdits(enum.Enum):
    """What to do with manuscripts that a person changed since ingest wrote them.

    REFUSE refuses the page. KEEP leaves such a manuscript as it is if ingest would write the same text as last time, and
    refuses the page otherwise. OVERWRITE gives the changes up.
    """

    REFUSE = enum.auto()
    KEEP = enum.auto()
    OVERWRITE = enum.auto()


class Delivery(NamedTuple):
    """The paths of the manuscripts that changed, and of those whose hand edits were overwritten."""

    changed: tuple[Path, ...]
    given_up: tuple[Path, ...]


def deliver(raw: Path, manuscripts: Mapping[Path, str], edits: HandEdits) -> Delivery:
    """Write `manuscripts`, texts by path, delete those that only an earlier ingest of `raw` wrote, and write the receipt.

    Raises HandEditedError, before any file is written, with a finding for each hand edit that `edits` does not allow.
    """
    receipt = read_receipt(raw).manuscripts
    gone = {path: "" for name in receipt if (path := Path(name)) not in manuscripts and path.exists()}
    planned = {**manuscripts, **gone}
    written = {plain_path(Path(name)): digest for name, digest in receipt.items()}
    if edits is HandEdits.KEEP:
        planned = {
            path: text for path, text in planned.items() if fingerprint(text) != written.get(plain_path(path))
        }
    edited = tuple(path for path, text in planned.items() if _is_hand_edited(path, text, written))
    if edits is not HandEdits.OVERWRITE:
        raise_if_any(HandEditedError, (_hand_edited(raw, path, planned[path]) for path in edited))
    changed = tuple(path for path, text in planned.items() if _current(path) != text)
    for path in changed:
        _replace(path, planned[path])
    write_receipt(
        raw, Receipt(manuscripts={str(path): fingerprint(text) for path, text in manuscripts.items()})
    )
    return Delivery(changed, edited)


def plain_path(path: Path) -> Path:
    """Return the path of a manuscript without suffix and without an editor's words: 01 for 01-night-school.md."""
    return path.with_name(path.stem.partition("-")[0])


def _current(path: Path) -> str:
    """Return the text of the file at `path`, or an empty string where there is none."""
    return read_utf8(path) if path.exists() else ""


def _replace(path: Path, text: str) -> None:
    """Replace the file at `path` in one step, or delete it for an empty text."""
    if not text:
        path.unlink()
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.new")
    draft.write_text(text, encoding="utf-8", newline="\n")
    draft.replace(path)


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


def _diff(now: str, new: str) -> str:
    lines = difflib.unified_diff(
        now.splitlines(), new.splitlines(), "as edited", "as ingested", lineterm="", n=1
    )
    return "\n".join(f"    {line}" for line in lines)
