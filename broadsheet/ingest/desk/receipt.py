"""The receipt of an ingest: the digests of the manuscripts that it wrote, by which hand edits are recognised."""

import hashlib
from pathlib import Path

import msgspec

from broadsheet.files.page_files import CONTENT
from broadsheet.ingest.text.raw_files import page_address
from broadsheet.manuscript.place import bad_name
from broadsheet.model.errors import SourceError
from broadsheet.model.finding import Finding
from broadsheet.model.limits import LIMITS


class Receipt(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """The SHA-256 digests, in hexadecimal, of the manuscripts and other files that ingest wrote for a page, by path."""

    manuscripts: dict[str, str] = {}
    files: dict[str, str] = {}


def receipt_path(raw: Path) -> Path:
    """Return the path of the receipt for the page `raw`: `01.receipt.json` beside `01.txt`."""
    return raw.with_suffix(".receipt.json")


def read_receipt(raw: Path) -> Receipt:
    """Return the receipt of the last ingest of `raw`, an empty one without a file.

    Raises SourceError for a file that is not a receipt, and for one that names a file of another page: ingest may
    delete what a receipt names.
    """
    path = receipt_path(raw)
    if path.exists() and not path.is_file():
        raise _bad_receipt(path, "no file stands in the place of the receipt")
    if path.exists() and path.stat().st_size > LIMITS.manuscript:
        raise _bad_receipt(path, f"the receipt has {path.stat().st_size:,} bytes, and is no receipt")
    try:
        receipt = msgspec.json.decode(path.read_bytes(), type=Receipt) if path.exists() else Receipt()
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise _bad_receipt(path, f"the receipt cannot be read: {error}") from error
    folder = CONTENT.joinpath(*page_address(raw).parts)
    for name in receipt.manuscripts:
        if Path(name).parent != folder or Path(name).suffix != ".md" or bad_name(name):
            raise _bad_receipt(path, f"the receipt names {name}, which is no manuscript in {folder}")
    for name in receipt.files:
        if Path(name).parent != folder or Path(name).suffix == ".md":
            raise _bad_receipt(path, f"the receipt names {name}, which is no picture or map in {folder}")
    return receipt


def _bad_receipt(path: Path, message: str) -> SourceError:
    hint = "restore it from git, or delete it: manuscripts that differ are then taken as edited by hand"
    return SourceError(Finding(code="bad-receipt", path=str(path), message=message, hint=hint))


def receipt_bytes(receipt: Receipt) -> bytes:
    """Return `receipt` as its file holds it."""
    return msgspec.json.format(msgspec.json.encode(receipt), indent=2) + b"\n"


def fingerprint(text: str) -> str:
    """Return the SHA-256 of `text` in UTF-8, in hexadecimal."""
    return digest_of(text.encode())


def digest_of(data: bytes) -> str:
    """Return the SHA-256 of `data`, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()
