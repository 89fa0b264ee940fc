"""Places that an editor names on the command line: an edition, a printed page or an article in content/."""

from pathlib import Path, PurePosixPath
from typing import NamedTuple

from broadsheet.manuscript.place import address_of, article_path, edition_date
from broadsheet.model.address import Address
from broadsheet.model.errors import ManuscriptError
from broadsheet.model.finding import Finding

_LIKE = "content/2024-04-15/01/03.md, content/2024-04-15/01 or content/2024-04-15"


class Place(NamedTuple):
    """The path, below content/, of a manuscript or of the folder of a printed page or an edition, and its address."""

    path: str
    address: Address

    @property
    def is_article(self) -> bool:
        """Whether it is a manuscript."""
        return bool(self.address.order)

    @property
    def kind(self) -> int:
        """1 for an edition, 2 for a page, 3 for an article: the number of parts of its address."""
        return len(self.address.parts)


def place_of(content: Path, word: str) -> Place:
    """Return the place that `word` names: a path from the project's folder, or an address of the site.

    Raises ManuscriptError for a word that names none.
    """
    path = PurePosixPath(word.strip("/"))
    if path.parts[:1] == (content.name,):
        path = path.relative_to(content.name)
    try:
        address = _address(path)
    except (ManuscriptError, ValueError) as error:
        raise no_place(word, "this names no edition, page or article", f"write {_LIKE}") from error
    if address.order and path.suffix != ".md":
        return Place(_manuscript(content, address), address)
    return Place(str(path), address)


def no_place(path: str, message: str, hint: str) -> ManuscriptError:
    """Return the error about a place that cannot be used."""
    return ManuscriptError(Finding(code="no-place", path=path, message=message, hint=hint))


def _address(path: PurePosixPath) -> Address:
    """Return the address of `path`, whose last part may lack `.md`. Raises ManuscriptError or ValueError."""
    depth = len(path.parts)
    if not 0 < depth <= 3 or not edition_date(path.parts[0]):
        raise ValueError(path)
    file = PurePosixPath(path.parts[0], *(path.parts[1:2] or ("01",)), *(path.parts[2:] or ("01",)))
    address = address_of(file if file.suffix == ".md" else file.with_name(f"{file.name}.md"))
    return Address(address.date, address.page if depth > 1 else 0, address.order if depth > 2 else 0)


def _manuscript(content: Path, address: Address) -> str:
    """Return the path below `content` of the manuscript of `address`, whatever words its name has."""
    plain = article_path(address)
    named = sorted((content / plain.parent).glob(f"{plain.stem}-*.md"))
    return str(named[0].relative_to(content) if named else plain)
