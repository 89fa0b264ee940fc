"""A site compared with an earlier one that readers have: which files differ, and what that means for readers."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from broadsheet.publishing.changes import Changes, compare, site_files
from broadsheet.publishing.reader_changes import (
    address_at,
    articles_in,
    is_notice,
    moves,
    reader_changes,
)
from broadsheet.publishing.target import PublishedSite
from broadsheet.publishing.vanished import vanished_pages


class Comparison(NamedTuple):
    """The files of the earlier and of the new site, digests by path, and how they differ.

    `left` are the addresses that articles have left since, each with the one that readers are led to, "" where it was
    withdrawn. `same_titles` says of articles that are gone at which new page one with the same title is.
    """

    published: Mapping[str, str]
    made: Mapping[str, str]
    changes: Changes
    left: Mapping[str, str]
    same_titles: Mapping[str, str]

    def lines(self, most: int | None = None) -> Iterator[str]:
        """Yield a line for each address that changes for readers; with `most`, so many of a kind."""
        return reader_changes(self.changes, self.left).lines(most)

    @property
    def vanished(self) -> list[str]:
        """The pages, as paths, that the new site has not."""
        return vanished_pages(self.published, self.made)

    @property
    def withdrawn(self) -> tuple[str, ...]:
        """The articles, as paths of their pages, that are withdrawn now."""
        return articles_in(f"{address[1:]}index.html" for address, to in self.left.items() if not to)


def compared(site: PublishedSite, output: Path, left: Mapping[str, str]) -> Comparison:
    """Compare the site in `output` with the published `site`; `left` are all addresses that articles have left."""
    published, made = site.published(), site_files(output)
    changes = compare(published, made)
    return Comparison(
        published, made, changes, _now_left(site, changes, left), _same_titles(site, output, changes)
    )


class EarlierSite:
    """A site in the folder `folder`, as an earlier build has left it."""

    def __init__(self, folder: Path) -> None:
        self.name = str(folder)
        self._folder = folder

    def published(self) -> Mapping[str, str]:
        """Return the digests of its files, by path."""
        return site_files(self._folder)

    def read(self, paths: Sequence[str]) -> Mapping[str, bytes]:
        """Return the bytes of its files."""
        return {path: (self._folder / path).read_bytes() for path in paths}


def _now_left(site: PublishedSite, changes: Changes, left: Mapping[str, str]) -> dict[str, str]:
    """Return those of `left` where readers have something else so far."""
    changed = [path for path in changes.changed if address_at(path) in left]
    known = site.read(changed) if changed else {}
    now = {address_at(path) for path, page in known.items() if not is_notice(page)}
    now.update(map(address_at, changes.added))
    return {address: to for address, to in left.items() if address in now}


def _same_titles(site: PublishedSite, output: Path, changes: Changes) -> dict[str, str]:
    """Return where the articles that are gone may be now: at new pages with the same title."""
    gone = articles_in(changes.withdrawn)
    new = {path: (output / path).read_bytes() for path in articles_in(changes.added)} if gone else {}
    return dict(moves(site.read(gone), new)) if new else {}
