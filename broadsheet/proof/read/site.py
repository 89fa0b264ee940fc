"""The built site, as its checks read it: its files, its pages and their ids."""

import os
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import NamedTuple

import msgspec

from broadsheet.proof.read.cores import on_all_cores
from broadsheet.proof.read.site_page import SitePage, read_page

_KEPT_ASIDE = ".broadsheet"  # the folder of pages that a build has made and not moved in


class KnownPage(NamedTuple):
    """A page as it was read, and the stamp of its file then."""

    stamp: str
    page: SitePage


class Site(msgspec.Struct, frozen=True, kw_only=True):
    """A built site: its folder, the path that its links begin with (`/` or `/paper/`), its files, pages and their ids.

    Paths are below the folder; `ids` is by page.
    """

    output: Path
    prefix: str
    files: frozenset[str]
    pages: tuple[SitePage, ...]
    ids: dict[str, frozenset[str]]


class PageOfSite(NamedTuple):
    """A page together with its site."""

    page: SitePage
    site: Site


def site_stamps(output: Path) -> dict[str, str]:
    """Return what changes with each file of the site below `output`: its size, the time of its writing and its place."""
    stamps: dict[str, str] = {}
    begin = len(str(output)) + 1
    for folder, folders, names in os.walk(output):
        folders[:] = [name for name in folders if f"{folder}/{name}"[begin:] != _KEPT_ASIDE]
        for name in names:
            path = f"{folder}/{name}"
            stat = os.stat(path)  # noqa: PTH116  a site has ten thousands of files
            stamps[path[begin:]] = f"{stat.st_size} {stat.st_mtime_ns} {stat.st_ino}"
    return stamps


def read_site(output: Path, prefix: str, stamps: Mapping[str, str], known: dict[str, KnownPage]) -> Site:
    """Read the site below `output`, whose links begin with `prefix` and whose files have `stamps`.

    A page of `known` with the same stamp is not read again; `known` is brought up to date.
    """
    stale = [
        file for file, stamp in stamps.items() if file.endswith(".html") and not _is_known(file, stamp, known)
    ]
    read = dict(zip(stale, on_all_cores(partial(_page, output), stale), strict=True))
    pages = {
        file: KnownPage(stamp, read[file]) if file in read else known[file]
        for file, stamp in stamps.items()
        if file.endswith(".html")
    }
    known.clear()
    known.update(pages)
    ids = {file: frozenset(page.page.ids) for file, page in pages.items()}
    ordered = tuple(page.page for _, page in sorted(pages.items()))
    return Site(output=output, prefix=prefix, files=frozenset(stamps), pages=ordered, ids=ids)


def _is_known(file: str, stamp: str, known: Mapping[str, KnownPage]) -> bool:
    page = known.get(file)
    return page is not None and page.stamp == stamp


def _page(output: Path, file: str) -> SitePage:
    return read_page(file, (output / file).read_text("utf-8", "replace"))
