"""`edition.yaml` → Edition."""

from pathlib import Path

from broadsheet.manuscript.files import read_utf8
from broadsheet.manuscript.located_yaml import Located, load_mapping
from broadsheet.manuscript.place import EDITION_FILE, edition_date
from broadsheet.manuscript.schema import convert
from broadsheet.model.address import Address
from broadsheet.model.edition import Edition, EditionFacts
from broadsheet.model.errors import ManuscriptError
from broadsheet.model.finding import Finding


def read_edition(folder: Path) -> Edition:
    """Read the facts of the edition in `folder`, whose name is its date; without an `edition.yaml` there are none.

    Raises ManuscriptError.
    """
    path = folder / EDITION_FILE
    date = edition_date(folder.name)
    if date is None:
        raise ManuscriptError(
            Finding(
                code="bad-path",
                path=str(folder),
                message="an edition's folder must be named by its date",
                hint="name it like 2024-04-15",
            )
        )
    located = load_mapping(read_utf8(path), str(path)) if path.exists() else Located({}, {})
    return Edition(address=Address(date), path=str(path), facts=convert(located, EditionFacts, str(path)))
