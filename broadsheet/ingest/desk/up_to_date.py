"""Skip pages that are up to date: their inputs and outputs have not changed since this machine ingested them.

The notes are a cache in .cache/ingest and are never committed. They hold the digest of ingest's own code, which the
receipt does not: a commit to that code would change the receipts of the whole archive. A page without a note is read.
"""

import hashlib
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from pathlib import Path

import msgspec

import broadsheet
from broadsheet.files.quick_files import write
from broadsheet.ingest.desk.delivery import HandEdits, left_by_articles, plain_path
from broadsheet.ingest.desk.receipt import fingerprint, read_receipt, receipt_path
from broadsheet.ingest.report.review import review_path
from broadsheet.ingest.text.jumps import page_beside
from broadsheet.ingest.text.raw_files import files_beside
from broadsheet.manuscript.files import read_utf8
from broadsheet.manuscript.records.rulings_file import rulings_path
from broadsheet.model.address import Address

NOTES = Path(".cache/ingest")
_CODE = ("ingest", "lexicon", "manuscript", "model")
_CODE_FILES = (".py", ".toml", ".html")
_LIBRARIES = ("charset-normalizer", "lxml", "Markdown", "Pillow", "PyYAML", "pypdfium2", "scipy")
_EXTRAS = ("onnxruntime", "opencv-python-headless", "rapidocr")


class Note(msgspec.Struct, frozen=True, kw_only=True):
    """The digests of a page's inputs, of its report and of its receipt.

    `jumps` holds the digests of the pages that it jumps to, by number, because the report says whether they jump back.
    """

    inputs: str
    report: str
    receipt: str
    jumps: dict[int, str]


def is_up_to_date(raw: Path, address: Address, edits: HandEdits) -> bool:
    """Return whether ingesting `raw` again would change nothing and refuse nothing."""
    path = _note_path(raw, address)
    try:
        note = msgspec.json.decode(path.read_bytes(), type=Note) if path.exists() else None
    except msgspec.MsgspecError:
        return False
    return (
        note is not None and note == _note(raw, note.jumps) and (edits is HandEdits.KEEP or _as_written(raw))
    )


def note_up_to_date(raw: Path, address: Address, jumps: Iterable[int]) -> None:
    """Write the note that `raw`, whose stories jump to the pages `jumps`, is up to date."""
    write(str(_note_path(raw, address)), msgspec.json.encode(_note(raw, jumps)))


def _note_path(raw: Path, address: Address) -> Path:
    return NOTES / address.date.isoformat() / f"{raw.name}.json"


def _note(raw: Path, jumps: Iterable[int]) -> Note:
    read = (raw, rulings_path(raw), *files_beside(raw))
    inputs = "".join(map(_of_file, read)) + _of_code() + str(raw.resolve())
    return Note(
        inputs=fingerprint(inputs),
        report=_of_file(review_path(raw)),
        receipt=_of_file(receipt_path(raw)),
        jumps={number: _of_file(page_beside(raw, number)) for number in sorted(jumps)},
    )


def _as_written(raw: Path) -> bool:
    """Return whether every manuscript on the receipt exists unchanged, under its name or one with words, or has left its address."""
    written = {plain_path(Path(name)): digest for name, digest in read_receipt(raw).manuscripts.items()}
    folders = {path.parent for path in written}
    now = {
        plain_path(path): fingerprint(read_utf8(path)) for folder in folders for path in folder.glob("*.md")
    }
    left = left_by_articles(path.with_suffix(".md") for path in written.keys() - now.keys())
    as_written = all(
        now.get(path) == digest or path.with_suffix(".md") in left for path, digest in written.items()
    )
    return as_written and all(
        _of_file(Path(name)) == digest for name, digest in read_receipt(raw).files.items()
    )


def _of_file(path: Path) -> str:
    """Return the digest of the file at `path`, or `-` where there is none."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else "-"


@cache
def _of_code() -> str:
    """Return the digest of the code and data that a reading depends on: ours, Python and the libraries."""
    package = Path(str(files(broadsheet)))
    sources = sorted(
        path for name in _CODE for path in (package / name).rglob("*") if path.suffix in _CODE_FILES
    )
    libraries = [sys.version, *map(version, _LIBRARIES), *_extras()]
    return fingerprint("".join([*map(_of_file, sources), *libraries]))


def _extras() -> Iterator[str]:
    """Yield the version of each library for scans that is installed."""
    for name in _EXTRAS:
        with suppress(PackageNotFoundError):
            yield version(name)
