"""Reading the archive: only what changed since the last run, with the findings about each file alone."""

import datetime as dt
from collections.abc import Iterable, Iterator
from itertools import groupby

from broadsheet.manuscript.pictures import PICTURE_TYPES
from broadsheet.manuscript.place import EDITION_FILE, edition_date
from broadsheet.manuscript.reader import read_manuscript
from broadsheet.manuscript.records.addresses_file import read_left_addresses
from broadsheet.manuscript.records.conversions_file import read_conversions
from broadsheet.manuscript.records.edition_file import LocatedEdition, read_located_edition
from broadsheet.manuscript.records.page_file import read_page_map
from broadsheet.model.about_file import is_about_page
from broadsheet.model.errors import ManuscriptError
from broadsheet.model.finding import Finding
from broadsheet.model.page_map import PageMap
from broadsheet.proof.read.archive import Archive, EditionFolder, NotedArticle
from broadsheet.proof.read.exceptions import LintException, exceptions_in
from broadsheet.proof.read.notes import Notes
from broadsheet.proof.read.picture import Picture, read_picture
from broadsheet.proof.read.proofing import ArticleFindings, proofed_manuscripts
from broadsheet.proof.read.store import Proofed, Store, proofed
from broadsheet.proof.read.tree import Tree


def read_archive(tree: Tree, store: Store, check: ArticleFindings, today: dt.date) -> Archive:
    """Read what changed since `store` was filled, check each article by `check`, and bring `store` up to date."""
    findings: list[Finding] = []
    manuscripts = proofed_manuscripts(tree, store, check)
    pictures = {
        path: _picture(tree, path, store)
        for path in sorted(tree.files)
        if path.lower().endswith(PICTURE_TYPES)
    }
    store.manuscripts, store.pictures = manuscripts, pictures
    for each in manuscripts.values():
        findings.extend(each.findings)
    for picture in pictures.values():
        findings.extend(picture.findings)
    findings.extend(_about_findings(tree))
    findings.extend(_conversion_findings(tree))
    left = _left_addresses(tree, findings)
    editions = tuple(_editions(tree, manuscripts, findings))
    page_maps = dict(_page_maps(tree, findings))
    return Archive(
        tree=tree,
        today=today,
        editions=editions,
        page_maps=page_maps,
        left=frozenset(left),
        pictures={path: each.known for path, each in pictures.items() if each.known},
        findings=tuple(findings),
        exceptions=dict([*_exceptions(editions), *_page_exceptions(tree, page_maps)]),
    )


def _picture(tree: Tree, path: str, store: Store) -> Proofed[Picture]:
    file = tree.content / path
    try:
        stat = file.stat()
        digest = (
            f"{stat.st_size} {stat.st_mtime_ns} {stat.st_ino}"  # photos are too many bytes to read each time
        )
    except OSError:
        digest = ""
    known = store.pictures.get(path)
    if known and digest and known.digest == digest:
        return known
    try:
        return proofed(digest, (), read_picture(file))
    except ManuscriptError as error:
        return proofed(digest, error.findings, None)


def _about_findings(tree: Tree) -> Iterator[Finding]:
    """Yield the errors of reading the about pages."""
    for name in sorted(filter(is_about_page, tree.files)):
        try:
            read_manuscript(tree.content / name, tree.limits.manuscript)
        except ManuscriptError as error:
            yield from error.findings


def _conversion_findings(tree: Tree) -> Iterator[Finding]:
    """Yield the errors of reading the names in the other script."""
    try:
        read_conversions(tree.content)
    except ManuscriptError as error:
        yield from error.findings


def _left_addresses(tree: Tree, findings: list[Finding]) -> tuple[str, ...]:
    try:
        return read_left_addresses(tree.content).left.all
    except ManuscriptError as error:
        findings.extend(error.findings)
        return ()


def _editions(
    tree: Tree, manuscripts: dict[str, Proofed[Notes]], findings: list[Finding]
) -> Iterator[EditionFolder]:
    articles = {
        folder: list(group)
        for folder, group in groupby(tree.articles, key=lambda item: item[1].partition("/")[0])
    }
    named = {
        folder for folder, _, name in (path.partition("/") for path in tree.files) if name == EDITION_FILE
    }
    for folder in sorted(articles.keys() | {name for name in named if edition_date(name)}):
        edition = _edition(tree, folder, findings)
        known = [(address, path, manuscripts[path].known) for address, path in articles.get(folder, ())]
        noted = tuple(
            NotedArticle(address=address, path=path, shown=tree.shown(path), notes=notes)
            for address, path, notes in known
            if notes is not None
        )
        yield EditionFolder(
            path=tree.content / folder,
            date=dt.date.fromisoformat(folder),
            edition=edition,
            has_file=folder in named,
            articles=noted,
            is_whole=edition is not None and len(noted) == len(known),
            pages=frozenset(address.page for address, _, _ in known),
            files=tree.files,
        )


def _edition(tree: Tree, folder: str, findings: list[Finding]) -> LocatedEdition | None:
    try:
        return read_located_edition(tree.content / folder, tree.limits.edition)
    except ManuscriptError as error:
        findings.extend(error.findings)
        return None


def _page_maps(tree: Tree, findings: list[Finding]) -> Iterator[tuple[str, PageMap]]:
    for path in tree.page_maps:
        file = tree.content / path
        try:
            beside = {entry.name for entry in file.parent.iterdir()}
            yield path, read_page_map(file, tree.limits.edition, beside=beside)
        except ManuscriptError as error:
            findings.extend(error.findings)


def _exceptions(editions: Iterable[EditionFolder]) -> Iterator[tuple[str, tuple[LintException, ...]]]:
    for edition in editions:
        for article in edition.articles:
            if article.notes.exceptions:
                yield article.shown, article.notes.exceptions
        file = edition.path / EDITION_FILE
        if edition.edition and edition.has_file:
            yield str(file), tuple(exceptions_in(file.read_text("utf-8"), 1))


def _page_exceptions(tree: Tree, paths: Iterable[str]) -> Iterator[tuple[str, tuple[LintException, ...]]]:
    for path in paths:
        yield tree.shown(path), tuple(exceptions_in((tree.content / path).read_text("utf-8"), 1))
