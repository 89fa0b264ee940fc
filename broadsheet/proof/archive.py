"""The archive as the proofreader sees it: every manuscript and edition.yaml that can be read, and why others can't."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import msgspec

from broadsheet.manuscript import read_article, read_edition
from broadsheet.manuscript.place import article_files, edition_folders
from broadsheet.model.article import Manuscript
from broadsheet.model.edition import Edition
from broadsheet.model.errors import ManuscriptError
from broadsheet.model.finding import Finding

T = TypeVar("T")


class Bundle(msgspec.Struct, frozen=True, kw_only=True):
    """An edition's folder, its facts, its manuscripts in print order, and what could not be read of them."""

    folder: Path
    edition: Edition | None
    manuscripts: tuple[Manuscript, ...]
    unreadable: tuple[Finding, ...]


def bundles(content: Path) -> Iterator[Bundle]:
    """Yield the editions of `content`, oldest first, one at a time."""
    return (_bundle(folder) for folder in edition_folders(content)) if content.is_dir() else iter(())


def _bundle(folder: Path) -> Bundle:
    findings: list[Finding] = []
    edition = _try(read_edition, folder, findings)
    read = (_try(read_article, path, findings) for path in sorted(article_files(folder)))
    manuscripts = sorted((m for m in read if m is not None), key=lambda manuscript: manuscript.address)
    return Bundle(folder=folder, edition=edition, manuscripts=tuple(manuscripts), unreadable=tuple(findings))


def _try(read: Callable[[Path], T], path: Path, findings: list[Finding]) -> T | None:
    try:
        return read(path)
    except ManuscriptError as error:
        findings.extend(error.findings)
        return None
