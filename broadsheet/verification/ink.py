"""Texts as their ink: the characters that print shows, without the white space between them."""

import re

from lxml import etree

_NO_INK = re.compile(r"[\s\x00-\x1f\x7f-\x9f\ufeff]+")
"""What `model.source.is_ink` denies, as a pattern: whole pages are read here."""


def ink(text: str) -> str:
    """Return the inked characters of `text`."""
    return _NO_INK.sub("", text)


def ink_of_html(html: bytes | str) -> str:
    """Return the inked characters of the HTML page or fragment `html`."""
    data = html.encode() if isinstance(html, str) else html
    root = etree.HTML(data, etree.HTMLParser(encoding="utf-8", huge_tree=True)) if data.strip() else None
    return "" if root is None else ink("".join(map(str, root.itertext(etree.Element))))


def first_difference(want: str, got: str) -> str:
    """Return the first words of `want` that `got` does not hold together with all before them."""
    low, high = 0, len(want)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if want[:middle] in got else (low, middle - 1)
    start = max(0, low - 4)
    return want[start : low + 12]
