"""Proofing manuscripts, each alone: those whose bytes are known are not read again, many others are shared out among all cores."""

import os
from collections.abc import Callable, Iterable
from functools import partial
from hashlib import blake2b
from pathlib import Path
from stat import S_ISREG
from typing import NamedTuple

from broadsheet.manuscript.reader import read_manuscript
from broadsheet.model.address import Address
from broadsheet.model.errors import ManuscriptError
from broadsheet.model.finding import Finding
from broadsheet.proof.read.cores import on_all_cores
from broadsheet.proof.read.located_article import LocatedArticle
from broadsheet.proof.read.notes import Notes, notes_of
from broadsheet.proof.read.prose import prose_of
from broadsheet.proof.read.store import Proofed, Store, proofed
from broadsheet.proof.read.tree import Tree

ArticleFindings = Callable[[LocatedArticle, str], Iterable[Finding]]
"""Checks an article; the second argument is its path in messages."""


class _Task(NamedTuple):
    """A manuscript to proof: its address, its path below content/, and the digest of its bytes."""

    address: Address
    path: str
    digest: str


def proofed_manuscripts(tree: Tree, store: Store, check: ArticleFindings) -> dict[str, Proofed[Notes]]:
    """Return each manuscript of `tree` as it was proofed by `check`, by its path; what `store` knows is taken from there."""
    most = tree.limits.manuscript
    tasks = [_Task(address, path, _digest(tree.shown(path), most)) for address, path in tree.articles]
    known = {task.path: kept for task in tasks if (kept := _known(task, store))}
    fresh = [task for task in tasks if task.path not in known]
    found = known | dict(
        zip(
            (task.path for task in fresh),
            on_all_cores(partial(_proofed, tree=tree, check=check), fresh),
            strict=True,
        )
    )
    return {task.path: found[task.path] for task in tasks}


def _known(task: _Task, store: Store) -> Proofed[Notes] | None:
    kept = store.manuscripts.get(task.path)
    return kept if kept and task.digest and kept.digest == task.digest else None


def _digest(path: str, most_bytes: int) -> str:
    """Return the digest of a file that may be read, or "" for one that a reader refuses."""
    try:
        stat = os.stat(path)  # noqa: PTH116  ten thousand files a run
        if not S_ISREG(stat.st_mode) or stat.st_size > most_bytes:
            return ""
        with open(path, "rb", buffering=0) as file:  # noqa: PTH123  the same
            return blake2b(file.readall(), digest_size=16).hexdigest()
    except OSError:
        return ""


def _proofed(task: _Task, tree: Tree, check: ArticleFindings) -> Proofed[Notes]:
    shown = tree.shown(task.path)
    try:
        parsed = read_manuscript(Path(shown), tree.limits.manuscript)
    except ManuscriptError as error:
        return proofed(task.digest, error.findings, None)
    located = LocatedArticle(task.address, task.path, parsed, prose_of(parsed.article))
    return proofed(task.digest, tuple(check(located, shown)), notes_of(located))
