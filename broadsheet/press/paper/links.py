"""Site paths ↔ links that can be printed: percent-encoded, with the path part of the site's own address."""

from functools import lru_cache
from urllib.parse import quote, urlsplit

import msgspec


class Links(msgspec.Struct, frozen=True):
    """Makes links; `origin` is `https://example.org`, `prefix` is `` or `/repo`. Both may be empty."""

    origin: str = ""
    prefix: str = ""

    def page(self, *parts: str) -> str:
        """Return the link of the page at `parts`: `/repo/sections/%E8%A6%81%E9%97%BB/`."""
        return self.at("/".join((*parts, "")))

    def at(self, path: str) -> str:
        """Return the link of the file or folder at `path`, which begins without a slash."""
        return f"{self.prefix}/{_quoted(path)}"

    def of_text(self, href: str) -> str:
        """Return the link that a text has for `href`: one to this site gets the site's path."""
        is_ours = href.startswith("/") and not href.startswith("//")
        return f"{self.prefix}{href}" if is_ours else href

    def absolute(self, href: str) -> str:
        """Return `href` with the site's origin, or "" for a site without an address."""
        return self.origin + href if self.origin else ""

    def full(self, href: str) -> str:
        """Return `href` with the site's origin, or as it is for a site without an address."""
        return self.origin + href


# An article's pages, lists and data name the same places some twenty times.
_quoted = lru_cache(maxsize=4096)(quote)


@lru_cache(maxsize=8)
def links_of(site_url: str) -> Links:
    """Split SITEURL, where it is given, into its origin and its path, and return the maker of its links."""
    parts = urlsplit(site_url)
    origin = f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
    return Links(origin, parts.path.rstrip("/"))


def page_file(*parts: str) -> str:
    """Return the file in output/ that holds the page at `parts`."""
    return "/".join((*parts, "index.html"))
