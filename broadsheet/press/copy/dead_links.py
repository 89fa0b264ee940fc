"""Marking links that lead nowhere, for the editors who look at a preview."""

import re
from collections.abc import Callable, Collection
from html import escape, unescape

from markupsafe import Markup

from broadsheet.press.copy.text_links import target_of
from broadsheet.press.paper.settings import Paper

_LINK = re.compile(r"<a\b[^>]*>")
_HREF = re.compile(r'\shref="([^"]*)"')
_TITLE = re.compile(r'\stitle="[^"]*"')


def marking(targets: Collection[str], paper: Paper) -> Callable[[str], str]:
    """Return what marks, in the HTML of a text, the links to `targets`: a class and a title say that they lead nowhere."""
    mark = f'<a class="dead-link" title="{escape(paper.words.dead_link)}"'

    def marked(match: re.Match[str]) -> str:
        href = _HREF.search(match[0])
        if href is None or target_of(unescape(href[1]), paper.links) not in targets:
            return match[0]
        return mark + _TITLE.sub("", match[0]).removeprefix("<a")

    if not targets:
        return lambda html: html
    return lambda html: Markup(_LINK.sub(marked, html))  # noqa: S704  it was safe before
