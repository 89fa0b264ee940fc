"""The template context of the search page."""

import msgspec

from broadsheet.press.views.site import Link


class SearchView(msgspec.Struct, frozen=True, kw_only=True):
    """The search page. Below its `href` lies the index, where the page's script finds `segments.json`."""

    title: str
    href: str
    sections: tuple[str, ...]  # names of all sections, in the paper's order
    kinds: tuple[Link, ...]  # the pages of names: sections, columns, authors, tags
