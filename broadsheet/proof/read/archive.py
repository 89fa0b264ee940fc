"""The archive as its checks see it: the files in content/, and each edition with notes on its manuscripts."""

import datetime as dt
from pathlib import Path

import msgspec

from broadsheet.manuscript.records.edition_file import LocatedEdition
from broadsheet.model.address import Address
from broadsheet.model.finding import Finding
from broadsheet.model.page_map import PageMap
from broadsheet.proof.read.exceptions import LintException
from broadsheet.proof.read.notes import Notes
from broadsheet.proof.read.picture import Picture
from broadsheet.proof.read.tree import Tree


class NotedArticle(msgspec.Struct, frozen=True, kw_only=True):
    """A manuscript that can be read: its address, its paths below content/ and in messages, and the notes on it."""

    address: Address
    path: str
    shown: str
    notes: Notes


class EditionFolder(msgspec.Struct, frozen=True, kw_only=True):
    """The folder of an edition: the facts of edition.yaml, and the articles in print order.

    `edition` is None where edition.yaml cannot be read; `is_whole` says that all files can be. `pages` are the
    numbers of the pages that have articles, `files` all files of content/, as paths below it.
    """

    path: Path
    date: dt.date
    edition: LocatedEdition | None
    has_file: bool
    articles: tuple[NotedArticle, ...]
    is_whole: bool
    pages: frozenset[int]
    files: frozenset[str]


class Archive(msgspec.Struct, frozen=True, kw_only=True):
    """All of content/ on the day `today`: its files, its editions from the oldest on, its page maps and pictures by their paths. `left` are the addresses that articles have left, where readers find a notice.

    `findings` are those about single files. `exceptions` are what editors excepted, by the path of the file in messages.
    """

    tree: Tree
    today: dt.date
    editions: tuple[EditionFolder, ...]
    page_maps: dict[str, PageMap]
    left: frozenset[str]
    pictures: dict[str, Picture]
    findings: tuple[Finding, ...]
    exceptions: dict[str, tuple[LintException, ...]]
