"""Checks of the files in content/: those without an address, with the same address, or without use."""

import datetime as dt
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from broadsheet.manuscript.addresses_file import ADDRESSES_FILE
from broadsheet.manuscript.conversions_file import CONVERSIONS_FILE
from broadsheet.manuscript.page_file import PAGE_PDF
from broadsheet.manuscript.pictures import PICTURE_TYPES
from broadsheet.manuscript.place import (
    EDITION_FILE,
    OTHER_TEXTS,
    PAGE_FILE,
    bad_name,
    edition_date,
    edition_folders,
)
from broadsheet.model.about_file import is_about_page
from broadsheet.model.address import Address
from broadsheet.model.finding import Finding, Severity
from broadsheet.proof.archive import Tree, page_map_at
from broadsheet.proof.picture_checks import unsound_picture

TreeCheck = Callable[[Tree], Iterator[Finding]]

_TEXTS = (".md", ".markdown", ".mdown", ".mkd")
_FAR_AHEAD = dt.timedelta(days=31)  # papers are made ready days ahead, not months
_EDITION_FILES = (EDITION_FILE, "edition.yml")
_PAGE_MAPS = (PAGE_FILE, "page.yml")


def bad_path(tree: Tree) -> Iterator[Finding]:
    """A text file at a path where it would not be published: no article's, and not that of its kind of YAML."""
    abouts = set(filter(is_about_page, tree.files))
    for path in sorted(tree.files - {path for _, path in tree.articles} - abouts):
        name = PurePosixPath(path).name.lower()
        if name in _EDITION_FILES and not _is_edition_file(path):
            hint = f"an edition’s facts lie at content/<year-month-day>/{EDITION_FILE}"
        elif name in _PAGE_MAPS and not page_map_at(path):
            hint = f"a page map lies at content/<year-month-day>/<page>/{PAGE_FILE}"
        elif name.endswith(_TEXTS):
            hint = (
                "name it content/<year-month-day>/<page>/<order>.md, for example content/2024-04-15/01/03.md"
            )
        else:
            continue
        yield _remark(tree, path, "bad-path", "this path is not an address", hint)


def same_address(tree: Tree) -> Iterator[Finding]:
    """Two manuscripts with the same address."""
    owners: dict[Address, list[str]] = defaultdict(list)
    for address, path in tree.articles:
        owners[address].append(path)
    for address, paths in owners.items():
        for path in paths[1:]:
            message = f"{tree.content / paths[0]} is already at {address.href}"
            yield _remark(tree, path, "same-address", message, "give one of them another number")


def unsound_link(tree: Tree) -> Iterator[Finding]:
    """A link that leads out of content/ or nowhere, a pipe, a device, and a folder named as a manuscript."""
    yield from tree.unsound
    for path in sorted(tree.content.rglob("*")):
        below = path.relative_to(tree.content).as_posix()
        if not path.is_dir() or any(part.startswith(".") for part in below.split("/")):
            continue
        if path.suffix == ".md":
            yield _no_file(tree, below, "this is a folder, and a manuscript is a file")
        elif path.is_symlink() and (edition_date(path.name) or path.name.isdecimal()):
            yield _no_file(
                tree, below, "this link to a folder is not followed, so what lies there would not be printed"
            )


def unusable_name(tree: Tree) -> Iterator[Finding]:
    """A name that no address and no disk of another system can hold."""
    for path in sorted(tree.files):
        if message := bad_name(path):
            yield _remark(tree, path, "bad-name", message, "give it another name")


def no_manuscript(tree: Tree) -> Iterator[Finding]:
    """A text of another kind: readers would not get it."""
    for path in sorted(tree.files):
        if path.lower().endswith(OTHER_TEXTS):
            message = "this is no manuscript, so readers would not get it"
            hint = "save its text as Markdown, or move it out of content/"
            yield _remark(tree, path, "no-manuscript", message, hint)


def stranger(tree: Tree) -> Iterator[Finding]:
    """A file that is neither a manuscript nor a picture, so that it is not used."""
    known = (*_TEXTS, *OTHER_TEXTS, *PICTURE_TYPES, *_EDITION_FILES, *_PAGE_MAPS)
    named = {f"{folder}/{PAGE_PDF}" for folder in (path.rpartition("/")[0] for path in tree.page_maps)}
    for path in sorted(tree.files - named - {ADDRESSES_FILE, CONVERSIONS_FILE}):
        if not path.lower().endswith(known):
            message, hint = "nothing is made of this file", "move it out of content/"
            yield _remark(tree, path, "stranger", message, hint, severity=Severity.DOUBT)


def empty_page_map(tree: Tree) -> Iterator[Finding]:
    """A page map of a printed page without an article: the site has no such page."""
    printed = {address.on_page() for address, _ in tree.articles}
    for path, address in sorted(tree.page_maps.items()):
        if address not in printed:
            message, hint = "this page has no article, so it is not shown", "add its articles"
            yield _remark(tree, path, "empty-page", message, hint, severity=Severity.DOUBT)


def unused_pictures(tree: Tree, used: frozenset[str], unread: frozenset[str]) -> Iterator[Finding]:
    """Yield a doubt for each picture that no article and no page map names, except in the folders `unread`.

    Not one of TREE_CHECKS, because it must come last: `used` is known when every manuscript has been read.
    """
    for path in sorted(tree.files - used):
        if path.lower().endswith(PICTURE_TYPES) and path.partition("/")[0] not in unread:
            message = "no article shows this picture"
            hint = "name it in an article’s `photos` or in a page.yaml, or delete it"
            yield _remark(tree, path, "unused-picture", message, hint, severity=Severity.DOUBT)


def future_editions(content: Path, today: dt.date) -> Iterator[Finding]:
    """Yield a doubt for each edition in `content` that is dated far ahead of `today`: a year is easily mistyped.

    Not one of TREE_CHECKS, which find the same on any day.
    """
    for folder in edition_folders(content) if content.is_dir() else ():
        ahead = dt.date.fromisoformat(folder.name) - today
        if ahead > _FAR_AHEAD:
            message = f"this edition is dated {ahead.days} days ahead, and is the newest until then"
            hint = "mend its year, or keep it out of content/ until its day comes"
            yield Finding("future-edition", str(folder), message, hint, severity=Severity.DOUBT)


def _no_file(tree: Tree, path: str, message: str) -> Finding:
    return _remark(
        tree, path, "bad-link", message, "put the file or the folder itself there, or take this out"
    )


def _is_edition_file(path: str) -> bool:
    folder, _, name = path.partition("/")
    return name == EDITION_FILE and edition_date(folder) is not None


def _remark(
    tree: Tree, path: str, code: str, message: str, hint: str, *, severity: Severity = Severity.ERROR
) -> Finding:
    return Finding(code=code, path=str(tree.content / path), message=message, hint=hint, severity=severity)


TREE_CHECKS: tuple[TreeCheck, ...] = (
    bad_path,
    same_address,
    unsound_link,
    unusable_name,
    no_manuscript,
    stranger,
    empty_page_map,
    unsound_picture,
)
