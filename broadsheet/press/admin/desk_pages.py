"""The printed pages whose articles the form edits: those of the newest editions, published or not."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from broadsheet.manuscript import read_edition
from broadsheet.model.edition import EditionFacts
from broadsheet.model.errors import ManuscriptError

_NEWEST = 7  # editions: the form loads all of their articles when it is opened


class DeskPage(NamedTuple):
    """A printed page: the date of its edition, its number, and its name, "" when unknown."""

    date: str
    number: int
    name: str

    @property
    def folder(self) -> str:
        """Its folder of manuscripts, from the project's folder."""
        return f"{self.date}/{self.number:02d}"


def desk_pages(content: Path, dates: Iterable[str]) -> tuple[DeskPage, ...]:
    """Return the pages of the newest of the editions `dates`, the newest edition first.

    A page has a folder, or its edition's facts name it.
    """
    return tuple(page for date in sorted(dates, reverse=True)[:_NEWEST] for page in _pages(content / date))


def _pages(edition: Path) -> Iterator[DeskPage]:
    try:
        named = read_edition(edition).facts.pages
    except ManuscriptError:  # the build tells what is wrong with it
        named = EditionFacts().pages
    with_folder = {int(path.name) for path in edition.iterdir() if path.is_dir() and path.name.isdecimal()}
    for number in sorted(with_folder | named.keys()):
        yield DeskPage(edition.name, number, named[number].name if number in named else "")
