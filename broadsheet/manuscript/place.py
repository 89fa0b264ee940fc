"""Path ↔ address: `content/2024-04-15/01/03-words.md` is the third article of page 1 of that day."""

import datetime as dt
import re
from collections.abc import Iterator
from itertools import chain
from pathlib import Path, PurePath

from broadsheet.model.address import Address
from broadsheet.model.characters import LOST, endless_turns, spelled, unseen
from broadsheet.model.errors import ManuscriptError
from broadsheet.model.finding import Finding
from broadsheet.model.message import say

EDITION_FILE = "edition.yaml"
PAGE_FILE = "page.yaml"

# One spelling a number, so that one address has one path: 01, 02 … 99, 100; neither 1 nor 001. No paper needs six digits.
_NUMBER = r"(?:0[1-9]|[1-9][0-9]{1,4})"

# Python's calendar has no week after the last of 9999.
_DATE = re.compile(r"(?!9999)[0-9]{4}-[0-9]{2}-[0-9]{2}")
_ARTICLE = re.compile(rf"(?P<order>{_NUMBER})(?:-[^/]*)?\.md")
_PAGE = re.compile(_NUMBER)

OTHER_TEXTS = (".htm", ".html", ".rst", ".xhtml")
"""How the names of articles end that other programs publish and the press does not."""

# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|\Z)", re.IGNORECASE)


def article_path(address: Address) -> PurePath:
    """Return where the manuscript of `address` lies below content/: `2024-04-15/01/03.md`."""
    date, page, order = address.parts
    return PurePath(date, page, f"{order}.md")


def address_of(path: PurePath) -> Address:
    """Return the address that the last three parts of a manuscript's path give.

    Raises ManuscriptError where they are not `<date>/<page>/<order>[-words].md`.
    """
    day, page, name = path.parts[-3:] if len(path.parts) > 2 else ("", "", "")
    article = _ARTICLE.fullmatch(name)
    date = edition_date(day)
    if article and date and _PAGE.fullmatch(page):
        return Address(date, int(page), int(article["order"]))
    raise ManuscriptError(
        Finding(
            code="bad-path",
            path=str(path),
            message=say("this path is not an address"),
            hint=say(
                "name it content/<year-month-day>/<page>/<order>.md, for example content/2024-04-15/01/03.md"
            ),
        )
    )


def article_number(name: str) -> int:
    """Return the number in the name of a manuscript, `03-words.md`, or 0 for any other file."""
    match = _ARTICLE.fullmatch(name)
    return int(match["order"]) if match else 0


def page_address(path: PurePath) -> Address | None:
    """Return the printed page that the `page.yaml` at `path` is about, `<date>/<page>/page.yaml`, else None."""
    day, page, name = path.parts[-3:] if len(path.parts) > 2 else ("", "", "")
    date = edition_date(day)
    return Address(date, int(page)) if date and _PAGE.fullmatch(page) and name == PAGE_FILE else None


def bad_name(path: str) -> str:
    """Return what keeps the file at `path` below content/ from being published or copied, or nothing."""
    others = ((0, char) for char in (LOST, "\n", "\t") if char in path)
    for _, char in chain(unseen(path), endless_turns(path), others):
        return say("its name holds %(char)s, which nobody can read", char=spelled(char))
    device = next(filter(is_device, path.split("/")), "")
    if not device:
        return ""
    return say("`%(name)s` is the name of a device to Windows, which cannot hold such a file", name=device)


def is_device(name: str) -> bool:
    """Whether `name` is that of a device to Windows, whatever ending it has: `aux`, `con.jpg`."""
    return bool(_DEVICE.match(name))


def edition_date(folder: str) -> dt.date | None:
    """Return the date that names an edition's folder, or None for any other folder."""
    if not _DATE.fullmatch(folder):
        return None
    try:
        return dt.date.fromisoformat(folder)
    except ValueError:
        return None


def edition_folders(content: Path) -> Iterator[Path]:
    """Yield the folders of editions below `content`, oldest first."""
    return (folder for folder in sorted(content.iterdir()) if folder.is_dir() and edition_date(folder.name))


def article_files(edition: Path) -> Iterator[Path]:
    """Yield the Markdown files of an edition's folder, in no order that matters."""
    return edition.glob("*/*.md")
