"""Checks of the files in content/: those without an address, with the same address, or without use."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import PurePosixPath

from broadsheet.manuscript.pictures import PICTURE_TYPES
from broadsheet.manuscript.place import EDITION_FILE, OTHER_TEXTS, PAGE_FILE, bad_name, edition_date
from broadsheet.manuscript.records.addresses_file import ADDRESSES_FILE
from broadsheet.manuscript.records.page_file import PAGE_PDF
from broadsheet.model.about_file import is_about_page
from broadsheet.model.address import Address
from broadsheet.model.conversions_file import CONVERSIONS_FILE
from broadsheet.model.finding import Severity
from broadsheet.model.message import say
from broadsheet.proof.check import Check, Remark
from broadsheet.proof.read.archive import Archive
from broadsheet.proof.read.tree import Tree, page_map_at

_TEXTS = (".md", ".markdown", ".mdown", ".mkd")
_EDITION_FILES = (EDITION_FILE, "edition.yml")
_PAGE_MAPS = (PAGE_FILE, "page.yml")
_PAGE_MAP = say("a page map lies at content/<year-month-day>/<page>/page.yaml")
_ADDRESS = say("name it content/<year-month-day>/<page>/<order>.md, for example content/2024-04-15/01/03.md")
_EDITION = say("an edition’s facts lie at content/<year-month-day>/edition.yaml")


def bad_path(archive: Archive) -> Iterator[Remark]:
    """A text file at a path where it would not be published: no article's, and not that of its kind of YAML."""
    tree = archive.tree
    abouts = set(filter(is_about_page, tree.files))
    for path in sorted(tree.files - {path for _, path in tree.articles} - abouts):
        name = PurePosixPath(path).name.lower()
        if name in _EDITION_FILES and not _is_edition_file(path):
            yield _remark(tree, path, say("this path is not an address"), _EDITION)
        elif name in _PAGE_MAPS and not page_map_at(path):
            yield _remark(tree, path, say("this path is not an address"), _PAGE_MAP)
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


def unsound_entry(archive: Archive) -> Iterator[Remark]:
    """A link that leads out of content/ or nowhere, a pipe, a device, and a folder in the place of a manuscript."""
    tree = archive.tree
    hint = say("put the file or the folder itself there, or take this out")
    for finding in tree.unsound:
        yield Remark(finding.message, finding.hint, path=finding.path)
    for path in tree.folders:
        name = path.rpartition("/")[2]
        if name.endswith((".md", ".yaml")):
            yield _remark(tree, path, say("this is a folder, and a file belongs here"), hint)
        elif (edition_date(name) or name.isdecimal()) and (tree.content / path).is_symlink():
            message = say("this link to a folder is not followed, so what lies there would not be printed")
            yield _remark(tree, path, message, hint)


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
    pdfs = {f"{path.removesuffix(PAGE_FILE)}{PAGE_PDF}" for path in archive.tree.page_maps}
    for path in sorted(archive.tree.files - pdfs - {ADDRESSES_FILE, CONVERSIONS_FILE}):
        if not path.lower().endswith((*_TEXTS, *OTHER_TEXTS, *PICTURE_TYPES, *_EDITION_FILES, *_PAGE_MAPS)):
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
    Check("bad-link", Severity.ERROR, unsound_entry),
    Check("bad-name", Severity.ERROR, unusable_name),
    Check("no-manuscript", Severity.ERROR, no_manuscript),
    Check("stranger", Severity.DOUBT, stranger),
)
