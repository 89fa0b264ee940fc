"""A receipt names the files of its own page alone: ingest may delete what it names."""

from pathlib import Path

import pytest

from broadsheet.ingest.desk.receipt import Receipt, digest_of, fingerprint, read_receipt, receipt_bytes
from broadsheet.model.errors import SourceError
from broadsheet.model.limits import LIMITS
from tests.ingest.newsroom import DAY, Newsroom

HERE = f"content/{DAY}/01"
HINT = "restore it from git, or delete it: manuscripts that differ are then taken as edited by hand"


def receipt_of(newsroom: Newsroom, data: bytes) -> Receipt:
    newsroom.file(f"raw/{DAY}/01.receipt.json", data)
    with newsroom.open():
        return read_receipt(Path(f"raw/{DAY}/01.txt"))


def test_a_receipt_is_read_as_it_was_written(newsroom: Newsroom) -> None:
    written = Receipt(
        manuscripts={f"{HERE}/01.md": fingerprint("字")}, files={f"{HERE}/page.yaml": digest_of(b"a")}
    )
    assert receipt_of(newsroom, receipt_bytes(written)) == written
    assert receipt_bytes(written).endswith(b"}\n")


def test_a_page_without_a_receipt_has_an_empty_one(newsroom: Newsroom) -> None:
    with newsroom.open():
        assert read_receipt(Path(f"raw/{DAY}/01.txt")) == Receipt()


BAD: dict[str, tuple[Receipt, str]] = {
    "another page's manuscript": (
        Receipt(manuscripts={f"content/{DAY}/02/01.md": ""}),
        f"the receipt names content/{DAY}/02/01.md, which is no manuscript in {HERE}",
    ),
    "a manuscript in a folder below": (
        Receipt(manuscripts={f"{HERE}/a/01.md": ""}),
        f"the receipt names {HERE}/a/01.md, which is no manuscript in {HERE}",
    ),
    "a picture among manuscripts": (
        Receipt(manuscripts={f"{HERE}/01-1.jpg": ""}),
        f"the receipt names {HERE}/01-1.jpg, which is no manuscript in {HERE}",
    ),
    "a manuscript of another name": (
        Receipt(manuscripts={f"{HERE}/notes\u202e.md": ""}),
        f"the receipt names {HERE}/notes\u202e.md, which is no manuscript in {HERE}",
    ),
    "another page's picture": (
        Receipt(files={f"content/{DAY}/02/page.webp": ""}),
        f"the receipt names content/{DAY}/02/page.webp, which is no picture or map in {HERE}",
    ),
    "a manuscript among pictures": (
        Receipt(files={f"{HERE}/01.md": ""}),
        f"the receipt names {HERE}/01.md, which is no picture or map in {HERE}",
    ),
}


@pytest.mark.parametrize(("receipt", "message"), BAD.values(), ids=BAD.keys())
def test_a_receipt_that_names_other_files_is_refused(
    newsroom: Newsroom, receipt: Receipt, message: str
) -> None:
    with pytest.raises(SourceError) as raised:
        receipt_of(newsroom, receipt_bytes(receipt))
    (found,) = raised.value.findings
    assert (found.code, found.path) == ("bad-receipt", f"raw/{DAY}/01.receipt.json")
    assert (found.message, found.hint) == (message, HINT)


def test_a_receipt_that_is_too_large_is_refused(newsroom: Newsroom) -> None:
    data = receipt_bytes(Receipt())
    most = LIMITS.manuscript
    assert receipt_of(newsroom, data.ljust(most)) == Receipt()
    with pytest.raises(SourceError, match=f"the receipt has {most + 1:,} bytes, and is no receipt"):
        receipt_of(newsroom, data.ljust(most + 1))
