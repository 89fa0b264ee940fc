"""An editor's rulings: decisions about a raw page, kept beside it and keyed by words of the page itself.

    - at: 推动新质生产力加快发展
      title: 一个补上的标题
    - at: 教室由旧粮仓改成
      do: break

Because a ruling quotes the page, it holds however the rules of ingest change; one that no longer matches is an error.
"""

from pathlib import Path
from typing import NamedTuple

import msgspec

from broadsheet.manuscript.fields import load_mapping
from broadsheet.manuscript.files import read_utf8
from broadsheet.manuscript.located import Place
from broadsheet.manuscript.schema import convert
from broadsheet.model.page_reading import Role


class Ruling(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A decision about the words `at`, or the story that holds them; docs/stylebook.md says what each key decides.

    `why` is for people.
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
    """A ruling and where it stands in its file."""

    ruling: Ruling
    path: str
    place: Place


def rulings_path(raw: Path) -> Path:
    """Return where the rulings on the page `raw` lie: `01.rulings.yaml` beside `01.txt`."""
    return raw.with_suffix(".rulings.yaml")


def read_rulings(raw: Path) -> tuple[Entry, ...]:
    """Read the rulings on the page `raw`; without a file there are none. Raises ManuscriptError for a bad form."""
    path = rulings_path(raw)
    if not path.exists():
        return ()
    located = load_mapping(read_utf8(path), str(path))
    rulings = convert(located, Rulings, str(path)).rulings
    return tuple(Entry(r, str(path), located.places[("rulings", n, "at")]) for n, r in enumerate(rulings))
