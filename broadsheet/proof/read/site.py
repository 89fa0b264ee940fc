"""The built site, as its checks read it: its files, its pages and their ids."""

from pathlib import Path
from typing import NamedTuple

import msgspec

from broadsheet.proof.read.site_page import SitePage, read_page

_KEPT_ASIDE = ".broadsheet/"  # pages that a build has made and not moved in


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


def read_site(output: Path, prefix: str) -> Site:
    """Read the site below `output`, whose links begin with `prefix`."""
    below = (path.relative_to(output).as_posix() for path in output.rglob("*") if path.is_file())
    files = frozenset(file for file in below if not file.startswith(_KEPT_ASIDE))
    pages = tuple(
        read_page(file, (output / file).read_text("utf-8", "replace"))
        for file in sorted(files)
        if file.endswith(".html")
    )
    ids = {page.path: frozenset(page.ids) for page in pages}
    return Site(output=output, prefix=prefix, files=files, pages=pages, ids=ids)
