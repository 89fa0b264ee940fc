"""`edition.yaml` → Edition."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from broadsheet.manuscript.fields import load_mapping
from broadsheet.manuscript.files import read_utf8
from broadsheet.manuscript.located import Located, Place, Route
from broadsheet.manuscript.names import with_names
from broadsheet.manuscript.place import EDITION_FILE, edition_date
from broadsheet.manuscript.schema import convert
from broadsheet.manuscript.unseen import check_characters, check_fields, is_plain
from broadsheet.model.address import Address
from broadsheet.model.edition import Edition, EditionFacts
from broadsheet.model.errors import ManuscriptError
from broadsheet.model.finding import Finding
from broadsheet.model.limits import MOST_BYTES
from broadsheet.model.message import say


class LocatedEdition(NamedTuple):
    """An edition and its fields in `edition.yaml`; without that file there are none."""

    edition: Edition
    fields: Located

    @property
    def places(self) -> Mapping[Route, Place]:
        """The places of the facts."""
        return self.fields.places


def read_edition(folder: Path) -> Edition:
    """Read the facts of the edition in `folder`, whose name is its date; without an `edition.yaml` there are none.

    Raises ManuscriptError.
    """
    edition, _ = _read(folder, MOST_BYTES)
    return edition


def read_located_edition(folder: Path, most_bytes: int = MOST_BYTES) -> LocatedEdition:
    """Read the facts of the edition in `folder` with their places.

    Its file may have no more than `most_bytes`. Raises ManuscriptError.
    """
    return LocatedEdition(*_read(folder, most_bytes))


def _read(folder: Path, most_bytes: int) -> tuple[Edition, Located]:
    path = folder / EDITION_FILE
    date = edition_date(folder.name)
    if date is None:
        raise ManuscriptError(
            Finding(
                code="bad-path",
                path=str(folder),
                message=say("an edition's folder must be named by its date"),
                hint=say("name it like 2024-04-15"),
            )
        )
    located, facts = _read_facts(path, most_bytes) if path.exists() else (Located({}), EditionFacts())
    return Edition(address=Address(date), path=str(path), facts=facts), located


def _read_facts(path: Path, most_bytes: int) -> tuple[Located, EditionFacts]:
    text, shown = read_utf8(path, most_bytes), str(path)
    has_odd = not is_plain(text)
    if has_odd:
        check_characters(text, shown)
    located = load_mapping(text, shown)
    if has_odd:
        check_fields(located, shown)
    facts = with_names(located, shown, lambda: convert(located, EditionFacts, shown))
    return located, facts
