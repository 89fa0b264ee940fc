"""Read an editor's rulings on a raw page. They lie in a file beside it, and each quotes words of the page.

    - at: 推动新质生产力加快发展
      title: 一个补上的标题
    - at: 教室由旧粮仓改成
      do: break

A ruling that quotes the page stays valid when the rules of ingest change. One whose words no longer match is an error.
"""

from pathlib import Path
from typing import NamedTuple

import msgspec

from broadsheet.manuscript.fields import load_mapping
from broadsheet.manuscript.files import read_utf8
from broadsheet.manuscript.located import Place
from broadsheet.manuscript.names import with_names
from broadsheet.manuscript.schema import convert
from broadsheet.model.limits import LIMITS
from broadsheet.model.page_reading import Role


class Ruling(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A decision about the words `at`, or about the story that holds them.

    docs/stylebook.md explains each key. `why` is a comment for people.
    """

    at: str
    do: str = ""
    to: str = ""
    role: Role = Role.UNPLACED
    title: str = ""
    kicker: str = ""
    deck: str = ""
    column: str = ""
    why: str = ""


class Rulings(msgspec.Struct, frozen=True, kw_only=True):
    """The rulings on one page, in the order of their file."""

    rulings: tuple[Ruling, ...] = ()


class Entry(NamedTuple):
    """A ruling with the path of its file and its position there."""

    ruling: Ruling
    path: str
    place: Place


def rulings_path(raw: Path) -> Path:
    """Return the path of the rulings on the page `raw`: `01.rulings.yaml` beside `01.txt`."""
    return raw.with_suffix(".rulings.yaml")


def read_rulings(raw: Path) -> tuple[Entry, ...]:
    """Return the rulings on the page `raw`, in the order of their file; an empty tuple without a file.

    Raises ManuscriptError for a file that does not follow the schema.
    """
    path = rulings_path(raw)
    return read_rulings_file(path) if path.exists() else ()


def read_rulings_file(path: Path) -> tuple[Entry, ...]:
    """Return the rulings in the file `path`, in their order. Raises ManuscriptError."""
    located = load_mapping(read_utf8(path, LIMITS.manuscript), str(path))
    rulings = with_names(located, str(path), lambda: convert(located, Rulings, str(path))).rulings
    return tuple(Entry(r, str(path), located.places[("rulings", n, "at")]) for n, r in enumerate(rulings))
