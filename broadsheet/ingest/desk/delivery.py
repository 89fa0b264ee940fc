"""Delivering manuscripts into content/: all of a page or none, and never over a person's changes unasked."""

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
    """What to do about manuscripts that a person changed since ingest wrote them.

    KEEP leaves them where ingest would only write again what it wrote before, and refuses otherwise.
    """

    REFUSE = enum.auto()
    KEEP = enum.auto()
    OVERWRITE = enum.auto()


class Delivery(NamedTuple):
    """The manuscripts that changed, and those among them whose hand edits were given up."""

    changed: tuple[Path, ...]
    given_up: tuple[Path, ...]


def deliver(raw: Path, manuscripts: Mapping[Path, str], edits: HandEdits) -> Delivery:
    """Write `manuscripts`, take away those that an earlier ingest of `raw` wrote and this one did not, keep a receipt.

    Raises HandEditedError, having written nothing, where `edits` says so.
    """
    receipt = read_receipt(raw).manuscripts
    gone = {path: "" for name in receipt if (path := Path(name)) not in manuscripts and path.exists()}
    planned = {**manuscripts, **gone}
    written = {plain_path(Path(name)): mark for name, mark in receipt.items()}
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
    """Return the path of a manuscript without the words that an editor may add to its name: 01 for 01-night-school.md."""
    return path.with_name(path.stem.partition("-")[0])


def _current(path: Path) -> str:
    return read_utf8(path) if path.exists() else ""


def _replace(path: Path, text: str) -> None:
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
