"""Paths of the site → links: percent-encoded, below the path of SITEURL."""

from functools import lru_cache
from urllib.parse import quote, urlsplit

import msgspec


class Links(msgspec.Struct, frozen=True):
    """Makes links of one site: `origin` is like `https://example.org`, `prefix` like `/repo`; either may be empty."""

    origin: str = ""
    prefix: str = ""

    def page(self, *parts: str) -> str:
        """Return the link of the page at `parts`: `/repo/sections/%E8%A6%81%E9%97%BB/`."""
        return self.at("/".join((*parts, "")))

    def at(self, path: str) -> str:
        """Return the link of the file or folder at `path` below output/, which begins without a slash."""
        return f"{self.prefix}/{_quoted(path)}"

    def of_text(self, href: str) -> str:
        """Return `href` of a manuscript as a link; where it begins with one slash, the prefix is put before it."""
        is_ours = href.startswith("/") and not href.startswith("//")
        return f"{self.prefix}{href}" if is_ours else href

    def absolute(self, href: str) -> str:
        """Return the link `href` with the origin before it, or "" where SITEURL is empty."""
        return self.origin + href if self.origin else ""

    def full(self, href: str) -> str:
        """Return the link `href` with the origin before it, or unchanged where SITEURL is empty."""
        return self.origin + href


# The pages, lists and data of an article link to the same paths some twenty times.
_quoted = lru_cache(maxsize=4096)(quote)


@lru_cache(maxsize=8)
def links_of(site_url: str) -> Links:
    """Return the links of the site at `site_url`, an absolute URL or ""."""
    parts = urlsplit(site_url)
    origin = f"{parts.scheme}://{parts.netloc}" if parts.netloc else ""
    return Links(origin, parts.path.rstrip("/"))


def page_file(*parts: str) -> str:
    """Return the path below output/ of the page at `parts`: `sections/要闻/index.html`."""
    return "/".join((*parts, "index.html"))
