"""The files in content/."""

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import msgspec

from broadsheet.manuscript.page_file import PAGE_FILE
from broadsheet.manuscript.place import address_of
from broadsheet.model.address import Address
from broadsheet.model.errors import ManuscriptError
from broadsheet.model.limits import Limits


class Tree(msgspec.Struct, frozen=True, kw_only=True):
    """The files in content/, as paths below it, without hidden ones; `articles` are those whose path is an address.

    `limits` are the most bytes that a text may have.
    """

    content: Path
    limits: Limits
    files: frozenset[str]
    articles: tuple[tuple[Address, str], ...]

    def shown(self, path: str) -> str:
        """Return the path below content/ as messages show it."""
        return f"{self.content}/{path}"


def tree_of(content: Path, limits: Limits) -> Tree:
    """List the files of `content`."""
    files = frozenset(_files(content))
    articles = ((address, path) for path in files if (address := address_at(path)))
    return Tree(content=content, limits=limits, files=files, articles=tuple(sorted(articles)))


def _files(content: Path) -> Iterator[str]:
    begin = len(str(content)) + 1
    for folder, folders, names in os.walk(content):
        folders[:] = [name for name in folders if not name.startswith(".")]
        below = f"{folder[begin:]}/" if folder[begin:] else ""
        yield from (below + name for name in names if not name.startswith("."))


def is_page_file(path: str) -> bool:
    """Return whether `path` below content/ is a `page.yaml` in the folder of a printed page."""
    folder, _, name = path.rpartition("/")
    return name == PAGE_FILE and address_at(f"{folder}/01.md") is not None


def address_at(path: str) -> Address | None:
    """Return the address of the article at `path` below content/, or None for any other file."""
    try:
        return address_of(PurePosixPath(path)) if path.count("/") == 2 and path.endswith(".md") else None
    except ManuscriptError:
        return None
