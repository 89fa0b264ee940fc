"""What a publish changes for readers: addresses of editions, printed pages and articles instead of files."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from html import unescape
from typing import NamedTuple

from broadsheet.publishing.changes import Changes

_DATED = re.compile(r"(\d{4}-\d\d-\d\d/(?:\d+/){0,2})index\.html")
_ARTICLE = re.compile(r"\d{4}-\d\d-\d\d/\d+/\d+/index\.html")
_NOTICE = b'<meta name="robots" content="noindex">'
_TITLE = re.compile(rb"<title>(.*?)</title>", re.DOTALL)


class ReaderChanges(NamedTuple):
    """Addresses by what happens to them, sorted; `moved` holds pairs of old and new. `others` counts all other files."""

    added: tuple[str, ...]
    changed: tuple[str, ...]
    moved: tuple[tuple[str, str], ...]
    withdrawn: tuple[str, ...]
    others: int

    def lines(self, most: int | None = None) -> Iterator[str]:
        """Yield a line for each address, and one for the other files; with `most`, so many addresses of a kind."""
        yield from _listed("added", self.added, most)
        yield from _listed("changed", self.changed, most)
        yield from _listed("moved", [f"{old} → {new}" for old, new in self.moved], most)
        yield from _listed("withdrawn", self.withdrawn, most)
        if self.others:
            yield f"  and {self.others:,} lists, feeds, pictures and other files"


def moves(old: Mapping[str, bytes], new: Mapping[str, bytes]) -> tuple[tuple[str, str], ...]:
    """Return pairs of paths of the same article: the pages `old` and `new` whose title no other of them has."""
    titles_old, titles_new = _by_title(old), _by_title(new)
    return tuple(
        sorted((path, titles_new[title]) for title, path in titles_old.items() if title in titles_new)
    )


def reader_changes(changes: Changes, left: Mapping[str, str]) -> ReaderChanges:
    """Return what `changes` are for readers.

    `left` are the addresses that articles have left since the last publish, each with the one that readers are led to, ""
    where it was withdrawn.
    """
    files = len(changes.sent) + len(changes.withdrawn)
    added, changed = (_addresses(paths) for paths in (changes.added, changes.changed))
    gone = [address_at(path) for path in changes.withdrawn if is_page(path)]
    shown = ReaderChanges(
        added=tuple(address for address in added if address not in {*left, *left.values()}),
        changed=tuple(address for address in changed if address not in left),
        moved=tuple((address, to) for address, to in left.items() if to),
        withdrawn=tuple(sorted((*gone, *(address for address, to in left.items() if not to)))),
        others=0,
    )
    return shown._replace(others=files - sum(map(len, shown[:-1])))


def is_notice(page: bytes) -> bool:
    """Whether a page leads readers on, or says that an article was withdrawn."""
    return _NOTICE in page


def is_page(path: str) -> bool:
    """Whether `path` is that of a page, which has an address."""
    return path == "index.html" or path.endswith("/index.html")


def is_article(path: str) -> bool:
    """Whether `path` is that of an article's page."""
    return bool(_ARTICLE.fullmatch(path))


def address_at(path: str) -> str:
    """Return the address of the page at `path`."""
    return f"/{path.removesuffix('index.html')}"


def articles_in(paths: Iterable[str]) -> tuple[str, ...]:
    """Return those of the paths that are pages of articles."""
    return tuple(filter(_ARTICLE.fullmatch, paths))


def _addresses(paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(sorted(address_at(path) for path in paths if _DATED.fullmatch(path)))


def _by_title(pages: Mapping[str, bytes]) -> dict[str, str]:
    """Return the path of each page by its title, where it has one and no other page has the same."""
    titles = {
        path: unescape(match[1].decode()) for path, data in pages.items() if (match := _TITLE.search(data))
    }
    counts = Counter(titles.values())
    return {title: path for path, title in titles.items() if counts[title] == 1}


def _listed(what: str, addresses: Sequence[str], most: int | None) -> Iterator[str]:
    yield from (f"  {what} {address}" for address in addresses[:most])
    if most is not None and len(addresses) > most:
        yield f"  {what} {len(addresses) - most:,} more"
