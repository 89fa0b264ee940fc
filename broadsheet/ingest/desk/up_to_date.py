"""Pages that this machine has taken in already: a page whose inputs and outputs are as they were is left alone.

The notes lie in .cache/ and are never committed, unlike the receipt: they also hold the fingerprint of ingest's own
code, so every commit to it would change the receipt of every page of the archive. Without a note a page is read again.
"""

import hashlib
import sys
from collections.abc import Iterable
from functools import cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

import msgspec

import broadsheet
from broadsheet.ingest.desk.delivery import HandEdits, plain_path
from broadsheet.ingest.desk.receipt import fingerprint, read_receipt, receipt_path
from broadsheet.ingest.report.review import review_path
from broadsheet.ingest.rulings.entries import rulings_path
from broadsheet.ingest.text.jumps import page_beside, pages_named
from broadsheet.manuscript.files import read_utf8
from broadsheet.model.address import Address

NOTES = Path(".cache/ingest")
_CODE = ("ingest", "lexicon", "manuscript", "model")
_CODE_FILES = (".py", ".toml", ".html")
_LIBRARIES = ("beautifulsoup4", "charset-normalizer", "Markdown", "PyYAML", "scipy")


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """Fingerprints of what a page was made from, and of its report and receipt as they were left.

    `jumps` holds those of the pages that its jumps lead to, by number, for its report says whether they answer.
    """

    inputs: str
    report: str
    receipt: str
    jumps: dict[int, str]


def is_up_to_date(raw: Path, address: Address, edits: HandEdits) -> bool:
    """Say whether ingesting `raw` again would change nothing and refuse nothing."""
    path = _note_path(raw, address)
    try:
        note = msgspec.json.decode(path.read_bytes(), type=Note) if path.exists() else None
    except msgspec.MsgspecError:
        return False
    return (
        note is not None and note == _note(raw, note.jumps) and (edits is HandEdits.KEEP or _as_written(raw))
    )


def note_up_to_date(raw: Path, address: Address) -> None:
    """Note that `raw` was just taken in."""
    path = _note_path(raw, address)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(msgspec.json.encode(_note(raw, pages_named(raw))))


def _note_path(raw: Path, address: Address) -> Path:
    return NOTES / address.date.isoformat() / f"{raw.name}.json"


def _note(raw: Path, jumps: Iterable[int]) -> Note:
    inputs = "".join(map(_of_file, (raw, rulings_path(raw)))) + _of_code() + str(raw.resolve())
    return Note(
        inputs=fingerprint(inputs),
        report=_of_file(review_path(raw)),
        receipt=_of_file(receipt_path(raw)),
        jumps={number: _of_file(page_beside(raw, number)) for number in sorted(jumps)},
    )


def _as_written(raw: Path) -> bool:
    """Say whether every manuscript that the receipt names is there, whatever words its name has, and unedited."""
    written = {plain_path(Path(name)): mark for name, mark in read_receipt(raw).manuscripts.items()}
    folders = {place.parent for place in written}
    now = {
        plain_path(path): fingerprint(read_utf8(path)) for folder in folders for path in folder.glob("*.md")
    }
    return all(now.get(place) == mark for place, mark in written.items())


def _of_file(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "-"


@cache
def _of_code() -> str:
    package = Path(str(files(broadsheet)))
    sources = sorted(
        path for name in _CODE for path in (package / name).rglob("*") if path.suffix in _CODE_FILES
    )
    libraries = [sys.version, *map(version, _LIBRARIES)]
    return fingerprint("".join([*map(_of_file, sources), *libraries]))
