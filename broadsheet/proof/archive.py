"""The archive, read for checks: the files in content/, each edition's articles, and the errors of unreadable files."""

import os
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import TypeVar

import msgspec

from broadsheet.files.links import unsound_below
from broadsheet.manuscript.edition_file import LocatedEdition, read_located_edition
from broadsheet.manuscript.located import Place, Route
from broadsheet.manuscript.page_file import read_page_map
from broadsheet.manuscript.place import EDITION_FILE, address_of, edition_date, page_address
from broadsheet.manuscript.reader import read_manuscript
from broadsheet.model.address import Address
from broadsheet.model.article import Article
from broadsheet.model.errors import ManuscriptError
from broadsheet.model.finding import Finding, Severity
from broadsheet.model.limits import Limits
from broadsheet.model.page_map import PageMap

T = TypeVar("T")


class Tree(msgspec.Struct, frozen=True, kw_only=True):
    """The files in content/, as paths below it, without hidden ones; `articles` are those whose path is an address.

    `page_maps` are the paths of page maps with the addresses of their pages.
    `unsound` are the findings about entries that must not be read; they are not among the files. `limits` are the most bytes that a text may have.
    """

    content: Path
    limits: Limits
    files: frozenset[str]
    articles: tuple[tuple[Address, str], ...]
    page_maps: dict[str, Address]
    unsound: tuple[Finding, ...] = ()


class LocatedArticle(msgspec.Struct, frozen=True, kw_only=True):
    """An article, with the line and column of each part of its file.

    `path` is below content/, `shown` is the path in messages; `places` are the places of fields, by their route in the
    front matter. `body_line` is the line on which the body begins, counted from 1.
    """

    address: Address
    path: str
    shown: str
    article: Article
    places: Mapping[Route, Place]
    body_line: int

    def remark(
        self, code: str, message: str, hint: str, at: Route | Place = (), severity: Severity = Severity.ERROR
    ) -> Finding:
        """Return a finding about the field or the place `at`, or about the whole file."""
        place = at if isinstance(at, Place) else self.places.get(at) if at else None
        line, column = place or (0, 0)
        return Finding(
            code=code,
            path=self.shown,
            line=line,
            column=column,
            message=message,
            hint=hint,
            severity=severity,
        )


class EditionFolder(msgspec.Struct, frozen=True, kw_only=True):
    """The folder of an edition: the facts of edition.yaml, the articles in print order, and the errors of reading them.

    `edition` is None where edition.yaml cannot be read. `page_maps` are by the paths of their files below content/.
    """

    path: Path
    tree: Tree
    edition: LocatedEdition | None
    articles: tuple[LocatedArticle, ...]
    page_maps: dict[str, PageMap]
    unreadable: tuple[Finding, ...]


def tree_of(content: Path, limits: Limits) -> Tree:
    """List the files of `content`."""
    unsound = tuple(unsound_below(content, content)) if content.is_dir() else ()
    files = frozenset(_files(content)) - {
        Path(found.path).relative_to(content).as_posix() for found in unsound
    }
    articles = ((address, path) for path in files if (address := address_at(path)))
    return Tree(
        content=content,
        limits=limits,
        files=files,
        articles=tuple(sorted(articles)),
        page_maps={path: address for path in files if (address := page_map_at(path))},
        unsound=unsound,
    )


def _files(content: Path) -> Iterator[str]:
    for folder, folders, names in os.walk(content):
        folders[:] = [name for name in folders if not name.startswith(".")]
        below = Path(folder).relative_to(content)
        yield from ((below / name).as_posix() for name in names if not name.startswith("."))


def address_at(path: str) -> Address | None:
    """Return the address of the article at `path` below content/, or None for any other file."""
    try:
        return address_of(PurePosixPath(path)) if path.count("/") == 2 and path.endswith(".md") else None
    except ManuscriptError:
        return None


def page_map_at(path: str) -> Address | None:
    """Return the printed page whose map is at `path` below content/, or None for any other file."""
    return page_address(PurePosixPath(path)) if path.count("/") == 2 else None


def edition_folders(tree: Tree) -> Iterator[EditionFolder]:
    """Yield the folders of the editions in `tree`, oldest first; each is read when it is needed."""
    articles = {
        date: list(group) for date, group in groupby(tree.articles, key=lambda item: item[0].date.isoformat())
    }
    facts = {
        folder for folder, _, name in (path.partition("/") for path in tree.files) if name == EDITION_FILE
    }
    page_maps: dict[str, list[str]] = defaultdict(list)
    for path in sorted(tree.page_maps):
        page_maps[path.partition("/")[0]].append(path)
    for folder in sorted(articles.keys() | {name for name in facts if edition_date(name)}):
        yield _edition_folder(tree, folder, articles.get(folder, []), page_maps[folder])


def _edition_folder(
    tree: Tree, name: str, articles: list[tuple[Address, str]], page_maps: list[str]
) -> EditionFolder:
    findings: list[Finding] = []
    folder = tree.content / name
    edition = _try(partial(read_located_edition, folder, tree.limits.edition), findings)
    read = [_try(partial(_located, tree, address, path), findings) for address, path in articles]
    maps = {path: _try(partial(_page_map, tree, path), findings) for path in page_maps}
    return EditionFolder(
        path=folder,
        tree=tree,
        edition=edition,
        articles=tuple(located for located in read if located is not None),
        page_maps={path: page_map for path, page_map in maps.items() if page_map is not None},
        unreadable=tuple(findings),
    )


def _located(tree: Tree, address: Address, path: str) -> LocatedArticle:
    file = tree.content / path
    parsed = read_manuscript(file, tree.limits.manuscript)
    return LocatedArticle(
        address=address,
        path=path,
        shown=str(file),
        article=parsed.article,
        places=parsed.places,
        body_line=parsed.body_line,
    )


def _page_map(tree: Tree, path: str) -> PageMap:
    file = tree.content / path
    beside = {entry.name for entry in file.parent.iterdir()}
    return read_page_map(file, tree.limits.edition, beside=beside)


def _try(read: Callable[[], T], findings: list[Finding]) -> T | None:
    try:
        return read()
    except ManuscriptError as error:
        findings.extend(error.findings)
        return None
