"""HTML pages converted: texts, and attributes that people read. All other bytes of tags, and code, stay as they are."""

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

# Python 3.11 has possessive quantifiers (*+), so that no page makes the pattern go back.
_ATTRIBUTES = r"""(?:[^>"']++|"[^"]*+"|'[^']*+')*+"""
_NAME = r"[a-z][^\s/>]*+"
_PIECES = re.compile(
    rf"<script\b.*?</script\s*>|<style\b.*?</style\s*>|<!--.*?-->|</?{_NAME}{_ATTRIBUTES}>|[^<]++|<",
    re.DOTALL | re.IGNORECASE,
)
_TAG = re.compile(rf"<(?P<end>/?)(?P<name>{_NAME})(?P<attributes>{_ATTRIBUTES})>", re.IGNORECASE)
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
_MOST_PIECES = 2**14
"""An edition has some 4,000 different pieces; headlines, summaries and the theme's tags stand on many pages."""


class _Piece(NamedTuple):
    """A tag, a text, or code: `converted`, and as it is `kept` within an element that is not converted.

    `starts` and `ends` are the names of the elements that it starts and ends; what is in one that `stays` is not converted.
    """

    converted: str
    kept: str
    starts: str = ""
    ends: str = ""
    stays: bool = False


class PageConverter:
    """Converts pages: their texts by `convert`, and each tag of a link as `led` returns it. Each piece is converted once."""

    def __init__(self, convert: Callable[[str], str], led: Callable[[str], str]) -> None:
        self._convert = convert
        self._led = led
        self._piece = lru_cache(_MOST_PIECES)(self._read)

    def page(self, html: str) -> str:
        """Return the page `html` converted.

        The text of an element with a `lang` of its own stays: it says that it is not in the script of the page.
        """
        pieces = list(map(self._piece, _PIECES.findall(html)))
        shown = [piece.converted for piece in pieces]
        end = 0
        for start in [place for place, piece in enumerate(pieces) if piece.stays]:
            if start >= end:
                end = _end(pieces, start)
                shown[start:end] = [piece.kept for piece in pieces[start:end]]
        return "".join(shown)

    def _read(self, piece: str) -> _Piece:
        if not piece.startswith("<"):
            return _Piece(piece if piece.isascii() else self._convert(piece), piece)
        tag = _TAG.fullmatch(piece)
        if not tag:  # code, or a comment
            return _Piece(piece, piece)
        name, attributes = tag["name"].lower(), tag["attributes"]
        if tag["end"]:
            return _Piece(piece, piece, ends=name)
        stays = name in _CODE or (name != "html" and bool(_LANGUAGE.search(attributes)))
        led = self._led if name in _LINKS else str
        converted = piece if stays or piece.isascii() else _ATTRIBUTE.sub(self._attribute, piece)
        if name in _VOID or attributes.endswith("/"):
            return _Piece(led(converted), led(piece))
        return _Piece(led(converted), led(piece), starts=name, stays=stays)

    def _attribute(self, match: re.Match[str]) -> str:
        value = match["value"]
        if value.isascii() or not _READ.fullmatch(match["name"]) or _ADDRESS.match(value):
            return match[0]
        return f"{match['name']}{match['sign']}{self._convert(value)}"


def _end(pieces: Sequence[_Piece], start: int) -> int:
    """Return the place behind the element that the piece at `start` starts."""
    name, depth = pieces[start].starts, 0
    for place in range(start, len(pieces)):
        depth += (pieces[place].starts == name) - (pieces[place].ends == name)
        if not depth:
            return place + 1
    return len(pieces)
