"""A new edition: its folder in content/, with an edition.yaml that follows the edition before it."""

import datetime as dt
from pathlib import Path

import msgspec

from broadsheet.manuscript.place import EDITION_FILE, edition_date, edition_folders
from broadsheet.manuscript.records.edition_file import read_edition
from broadsheet.manuscript.writer import write_edition
from broadsheet.model.address import Address
from broadsheet.model.edition import Edition, EditionFacts, PrintPage
from broadsheet.model.errors import ManuscriptError
from broadsheet.model.finding import Finding

_ONE_PAGE = {1: PrintPage()}


def new_edition(content: Path, date: dt.date) -> Edition:
    """Write the edition.yaml of the edition of `date`, and return the edition; its articles may be there already.

    The names and sections of the pages are those of the last edition before `date`, and the running number is the next
    one. Page editors (责编) are left out: who edits a page differs from day to day. Where there is no edition before, or
    a later edition has the number already, there is no number.

    Raises ManuscriptError where the edition exists, and where the one before it cannot be read.
    """
    path = content / date.isoformat() / EDITION_FILE
    if path.exists():
        raise _exists(path)
    dates = [day for path in edition_folders(content) if (day := edition_date(path.name))]
    before = max((day for day in dates if day < date), default=None)
    after = min((day for day in dates if day > date), default=None)
    facts = _following(_facts(content, before), _facts(content, after))
    path.parent.mkdir(exist_ok=True)
    path.write_text(write_edition(facts), encoding="utf-8")
    return Edition(address=Address(date), path=str(path), facts=facts)


def _facts(content: Path, date: dt.date | None) -> EditionFacts:
    return read_edition(content / date.isoformat()).facts if date else EditionFacts()


def _following(before: EditionFacts, after: EditionFacts) -> EditionFacts:
    number = before.number + 1 if before.number else 0
    if after.number and number >= after.number:
        number = 0
    pages = {page: msgspec.structs.replace(printed, page_editor="") for page, printed in before.pages.items()}
    return EditionFacts(number=number, pages=pages or _ONE_PAGE)


def _exists(path: Path) -> ManuscriptError:
    message = "this edition exists already"
    hint = f"add an article to it: inv new article {path.parent.name} 1"
    return ManuscriptError(Finding(code="exists", path=str(path), message=message, hint=hint))
