"""HTML pages converted: texts, and attributes that people read. All other bytes of tags, and code, stay as they are."""

import re
from collections.abc import Callable

# Python 3.11 has possessive quantifiers (*+), so that no page makes the pattern go back.
_PIECE = re.compile(
    r"<(?P<raw>script|style)\b.*?</(?P=raw)\s*>|<!--.*?-->"
    r"""|<(?P<end>/?)(?P<name>[a-z][^\s/>]*+)(?P<attributes>(?:[^>"']++|"[^"]*+"|'[^']*+')*+)>"""
    r"|(?P<text>[^<]++|<)",
    re.DOTALL | re.IGNORECASE,
)
_ATTRIBUTE = re.compile(
    r"""(?P<name>[^\s=>"'/]++)(?P<sign>\s*+=\s*+(?P<quote>["'])?)(?P<value>(?(quote).*?(?=(?P=quote))|[^\s>]++))""",
    re.DOTALL,
)
_LANGUAGE = re.compile(r"(?:\s|^)(?:xml:)?lang\s*=", re.IGNORECASE)
_LINKS = frozenset({"a", "area", "link", "meta"})
_CODE = frozenset({"code", "kbd", "samp", "var"})
_VOID = frozenset({"br", "hr", "img", "input", "link", "meta", "source", "wbr"})
_READ = re.compile(
    r"alt|content|label|placeholder|title|aria-(?:description|label|placeholder|roledescription|valuetext)|data-.+",
    re.IGNORECASE,
)
"""The attributes that people read; scripts take the words that they show from `data-` attributes."""
_ADDRESS = re.compile(r"(?:[a-z][a-z+.-]*://|data:|mailto:|\.{0,2}/)\S*+\Z", re.IGNORECASE)


def converted_page(html: str, convert: Callable[[str], str], led: Callable[[str], str]) -> str:
    """Return the page `html` with its texts converted by `convert`, and each tag of a link as `led` returns it.

    The text of an element with a `lang` of its own stays: it says that it is not in the script of the page.
    """
    return _PIECE.sub(_Page(convert, led).piece, html)


class _Page:
    """A page on its way. While `depth` is not 0, the text of an element called `kept` stays as it is."""

    def __init__(self, convert: Callable[[str], str], led: Callable[[str], str]) -> None:
        self._convert = convert
        self._led = led
        self._kept = ""
        self._depth = 0

    def piece(self, match: re.Match[str]) -> str:
        piece, text, end, name = match.group(0, "text", "end", "name")
        if text:
            return text if self._depth or text.isascii() else self._convert(text)
        if not name:
            return piece
        if end:
            self._depth -= bool(self._depth) and name.lower() == self._kept
            return piece
        return self._start_tag(piece, name.lower(), match["attributes"])

    def _start_tag(self, tag: str, name: str, attributes: str) -> str:
        stays = name in _CODE or (name != "html" and bool(_LANGUAGE.search(attributes)))
        is_kept = bool(self._depth) or stays
        if name not in _VOID and not attributes.endswith("/"):
            self._enter(name, stays=stays)
        if not is_kept and not tag.isascii():
            tag = _ATTRIBUTE.sub(self._attribute, tag)
        return self._led(tag) if name in _LINKS else tag

    def _enter(self, name: str, *, stays: bool) -> None:
        if self._depth:
            self._depth += name == self._kept
        elif stays:
            self._kept, self._depth = name, 1

    def _attribute(self, match: re.Match[str]) -> str:
        value = match["value"]
        if value.isascii() or not _READ.fullmatch(match["name"]) or _ADDRESS.match(value):
            return match[0]
        return f"{match['name']}{match['sign']}{self._convert(value)}"
