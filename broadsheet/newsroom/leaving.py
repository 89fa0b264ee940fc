"""The commands `inv move` and `inv withdraw`: files, references and `addresses.yaml` change together."""

import datetime as dt
import sys
from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePosixPath

from broadsheet.files.page_files import CONTENT, finish_page, replace_page
from broadsheet.files.project_lock import only_command
from broadsheet.manuscript.place import address_of
from broadsheet.manuscript.records.addresses_file import (
    ADDRESSES_FILE,
    read_left_addresses,
)
from broadsheet.manuscript.writer import left_addresses_text
from broadsheet.model.errors import BroadsheetError
from broadsheet.model.left_addresses import LeftAddresses, Withdrawal, with_move, with_withdrawals
from broadsheet.newsroom.moved_files import own_pictures
from broadsheet.newsroom.moving import move, texts_of
from broadsheet.newsroom.page_maps import page_maps_without
from broadsheet.newsroom.places import Place, no_place, place_of


def move_articles(old: str, new: str) -> int:
    """Move the article, the printed page or the edition at `old` to `new`, with its photos and all that names it.

    Both are paths from the project's folder or addresses. Print what changed, and return an exit code.
    """
    return _told(lambda: _move(old, new))


def withdraw_articles(word: str, text: str, date: dt.date) -> int:
    """Withdraw the article, the printed page or the edition `word` on the day `date`; `text` says why to readers.

    Print what changed, and return an exit code.
    """
    return _told(lambda: _withdraw(word, text, date))


def _move(old: str, new: str) -> None:
    made = move(CONTENT, place_of(CONTENT, old), place_of(CONTENT, new))
    left = with_move(read_left_addresses(CONTENT).left, made.addresses)
    _replace({**made.written, **_file_of(left)}, made.removed)
    for path, goes_to in made.files.items():
        print(f"{CONTENT / path} → {CONTENT / goes_to}")
    for path in made.changed:
        print(f"{CONTENT / path}: what it names is led on")
    for address, goes_to in made.addresses.items():
        print(f"readers of {address} are led to {goes_to}")
    for doubt in made.doubts:
        print(doubt, file=sys.stderr)


def _withdraw(word: str, text: str, date: dt.date) -> None:
    place = place_of(CONTENT, word)
    if not text.strip():
        raise no_place(word, "readers are to be told why", 'inv withdraw … --text "应当事人要求撤下。"')
    texts = texts_of(CONTENT)
    removed = _files(place, texts)
    entries = tuple(
        Withdrawal(address=address, date=date, text=text) for address in _addresses(place, removed)
    )
    left = with_withdrawals(read_left_addresses(CONTENT).left, entries)
    maps = dict(page_maps_without(CONTENT, {place.address: None})) if place.is_article else {}
    _replace({**_file_of(left), **maps}, removed)
    for path in removed:
        print(f"{CONTENT / path} was deleted")
    for entry in entries:
        print(f"readers of {entry.address} get a notice of {date}")
    for path, other in texts.items():
        if path not in removed and any(entry.address in other for entry in entries):
            print(f"{CONTENT / path}: a link leads to the notice")


def _files(place: Place, texts: Mapping[str, str]) -> tuple[str, ...]:
    """Return the files to delete: of a folder all but the photos that other texts name, else those of the article."""
    path = CONTENT / place.path
    if place.is_article:
        return (place.path, *own_pictures(CONTENT, place.path, texts)) if path.exists() else ()
    if not path.is_dir():
        raise no_place(str(path), "there is no such folder", "name the articles that were in it, one by one")
    inside = [str(file.relative_to(CONTENT)) for file in sorted(path.rglob("*")) if file.is_file()]
    others = [text for name, text in texts.items() if name not in inside]
    return tuple(file for file in inside if file in texts or not any(file in text for text in others))


def _addresses(place: Place, removed: Iterable[str]) -> list[str]:
    """Return the addresses that get a notice: the place itself, and the articles in it."""
    inside = (address_of(PurePosixPath(path)).href for path in removed if path.endswith(".md"))
    return sorted({place.address.href, *inside})


def _file_of(left: LeftAddresses) -> dict[str, bytes]:
    return {ADDRESSES_FILE: left_addresses_text(left).encode()} if left.all else {}


def _replace(written: Mapping[str, bytes], removed: Iterable[str]) -> None:
    """Write and remove files below content/ as one transaction."""
    files = {CONTENT / path: data for path, data in written.items()}
    replace_page(files, [CONTENT / path for path in removed])


def _told(command: Callable[[], None]) -> int:
    """Run `command` with the project's lock, and return 0, or 1 after printing its error."""
    try:
        with only_command():
            finish_page()
            command()
    except BroadsheetError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{error.filename}: {error.strerror}", file=sys.stderr)
        return 1
    return 0
