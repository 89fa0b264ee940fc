"""The files in content/."""

import os
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import msgspec

from broadsheet.files.links import unsound_below
from broadsheet.manuscript.place import address_of, page_address
from broadsheet.model.address import Address
from broadsheet.model.errors import ManuscriptError
from broadsheet.model.finding import Finding
from broadsheet.model.limits import Limits


class Tree(msgspec.Struct, frozen=True, kw_only=True):
    """The files and folders in content/, as paths below it, without hidden ones.

    `articles` are the files whose path is an article's address, `page_maps` those that are page maps, with the addresses
    of their pages. `unsound` are the findings about entries that must not be read; they are not among the files.
    `limits` are the most bytes that a text may have.
    """

    content: Path
    limits: Limits
    files: frozenset[str]
    folders: tuple[str, ...]
    articles: tuple[tuple[Address, str], ...]
    page_maps: dict[str, Address]
    unsound: tuple[Finding, ...]

    def shown(self, path: str) -> str:
        """Return the path below content/ as messages show it."""
        return f"{self.content}/{path}"


def tree_of(content: Path, limits: Limits) -> Tree:
    """List the files of `content`."""
    unsound = tuple(unsound_below(content, content)) if content.is_dir() else ()
    folders: list[str] = []
    files = frozenset(_files(content, folders)) - {
        Path(found.path).relative_to(content).as_posix() for found in unsound
    }
    articles = ((address, path) for path in files if (address := address_at(path)))
    return Tree(
        content=content,
        limits=limits,
        files=files,
        folders=tuple(sorted(folders)),
        articles=tuple(sorted(articles)),
        page_maps={path: page for path in sorted(files) if (page := page_map_at(path))},
        unsound=unsound,
    )


def _files(content: Path, all_folders: list[str]) -> Iterator[str]:
    """Yield the files below `content`, and add the folders to `all_folders`."""
    begin = len(str(content)) + 1
    for folder, folders, names in os.walk(content):
        folders[:] = [name for name in folders if not name.startswith(".")]
        below = f"{folder[begin:]}/" if folder[begin:] else ""
        all_folders.extend(below + name for name in folders)
        yield from (below + name for name in names if not name.startswith("."))


def address_at(path: str) -> Address | None:
    """Return the address of the article at `path` below content/, or None for any other file."""
    try:
        return address_of(PurePosixPath(path)) if path.count("/") == 2 and path.endswith(".md") else None
    except ManuscriptError:
        return None


def page_map_at(path: str) -> Address | None:
    """Return the printed page whose map is at `path` below content/, or None for any other file."""
    return page_address(PurePosixPath(path)) if path.endswith(".yaml") and path.count("/") == 2 else None
