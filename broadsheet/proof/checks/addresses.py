"""Checks of the files in content/: those without an address, with the same address, or without use."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import PurePosixPath

from broadsheet.manuscript.page_file import PAGE_FILE, PAGE_PDF
from broadsheet.manuscript.pictures import PICTURE_TYPES
from broadsheet.manuscript.place import EDITION_FILE, OTHER_TEXTS, bad_name, edition_date
from broadsheet.model.about_file import is_about_page
from broadsheet.model.address import Address
from broadsheet.model.finding import Severity
from broadsheet.model.message import say
from broadsheet.proof.check import Check, Remark
from broadsheet.proof.read.archive import Archive
from broadsheet.proof.read.tree import Tree, is_page_file

_TEXTS = (".md", ".markdown", ".mdown", ".mkd")
_EDITION_FILES = (EDITION_FILE, "edition.yml")
_ADDRESS = say("name it content/<year-month-day>/<page>/<order>.md, for example content/2024-04-15/01/03.md")
_EDITION = say("an edition’s facts lie at content/<year-month-day>/edition.yaml")


def bad_path(archive: Archive) -> Iterator[Remark]:
    """A text file whose path is neither an article's nor that of edition.yaml, so that it would not be published."""
    tree = archive.tree
    abouts = set(filter(is_about_page, tree.files))
    for path in sorted(tree.files - {path for _, path in tree.articles} - abouts):
        name = PurePosixPath(path).name.lower()
        if name in _EDITION_FILES and not _is_edition_file(path):
            yield _remark(tree, path, say("this path is not an address"), _EDITION)
        elif name.endswith(_TEXTS):
            yield _remark(tree, path, say("this path is not an address"), _ADDRESS)


def same_address(archive: Archive) -> Iterator[Remark]:
    """Two manuscripts with the same address."""
    owners: dict[Address, list[str]] = defaultdict(list)
    for address, path in archive.tree.articles:
        owners[address].append(path)
    for address, paths in owners.items():
        for path in paths[1:]:
            first = archive.tree.shown(paths[0])
            message = say("%(file)s is already at %(address)s", file=first, address=address.href)
            yield _remark(archive.tree, path, message, say("give one of them another number"))


def unusable_name(archive: Archive) -> Iterator[Remark]:
    """A name with a character that nobody can read, or one that Windows keeps for a device."""
    for path in sorted(archive.tree.files):
        if problem := bad_name(path):
            yield _remark(archive.tree, path, problem, say("give it another name"))


def no_manuscript(archive: Archive) -> Iterator[Remark]:
    """An article in a form that the press does not read: `.rst`, `.html`."""
    for path in sorted(archive.tree.files):
        if path.lower().endswith(OTHER_TEXTS):
            message = say("this is no manuscript, so readers would not get it")
            hint = say("save its text as Markdown, or move it out of content/")
            yield _remark(archive.tree, path, message, hint)


def stranger(archive: Archive) -> Iterator[Remark]:
    """A file that is neither a text nor a picture, so that nothing is made of it."""
    maps = {file for file in archive.tree.files if is_page_file(file)}
    pdfs = {f"{file.removesuffix(PAGE_FILE)}{PAGE_PDF}" for file in maps}
    for path in sorted(archive.tree.files - maps - pdfs):
        if not path.lower().endswith((*_TEXTS, *OTHER_TEXTS, *PICTURE_TYPES, *_EDITION_FILES)):
            message = say("nothing is made of this file")
            yield _remark(archive.tree, path, message, say("move it out of content/"))


def _is_edition_file(path: str) -> bool:
    folder, _, name = path.partition("/")
    return name == EDITION_FILE and edition_date(folder) is not None


def _remark(tree: Tree, path: str, message: str, hint: str) -> Remark:
    return Remark(message, hint, path=tree.shown(path))


ARCHIVE = (
    Check("bad-path", Severity.ERROR, bad_path),
    Check("same-address", Severity.ERROR, same_address),
    Check("bad-name", Severity.ERROR, unusable_name),
    Check("no-manuscript", Severity.ERROR, no_manuscript),
    Check("stranger", Severity.DOUBT, stranger),
)
