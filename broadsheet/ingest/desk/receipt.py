"""The receipt of an ingest: what it was made from and what it wrote, so that hand edits are seen and kept."""

import hashlib
from pathlib import Path

import msgspec

from broadsheet.model.errors import SourceError
from broadsheet.model.finding import Finding


class Receipt(msgspec.Struct, frozen=True, kw_only=True):
    """Fingerprints (SHA-256, hex) of the manuscripts that ingest wrote for a page, by path."""

    manuscripts: dict[str, str] = {}


def receipt_path(raw: Path) -> Path:
    """Return where the receipt for the page `raw` lies: `01.receipt.json` beside `01.txt`."""
    return raw.with_suffix(".receipt.json")


def read_receipt(raw: Path) -> Receipt:
    """Read the receipt of the last ingest of `raw`; without one, nothing was written. Raises SourceError."""
    path = receipt_path(raw)
    try:
        return msgspec.json.decode(path.read_bytes(), type=Receipt) if path.exists() else Receipt()
    except msgspec.MsgspecError as error:
        raise SourceError(
            Finding(
                code="bad-receipt",
                path=str(path),
                message=f"the receipt cannot be read: {error}",
                hint="restore it from git, or delete it: manuscripts that differ are then taken as edited by hand",
            )
        ) from error


def write_receipt(raw: Path, receipt: Receipt) -> None:
    """Keep `receipt` beside `raw`."""
    receipt_path(raw).write_bytes(msgspec.json.format(msgspec.json.encode(receipt), indent=2) + b"\n")


def fingerprint(text: str) -> str:
    """Return the SHA-256 of `text` in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()
