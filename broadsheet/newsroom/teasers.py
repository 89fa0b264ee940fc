"""Teasers that announce an article which moves to another page of its edition: the page that they name follows it.

The words of a teaser and of a jump are printed, and stay.
"""

import re
from collections.abc import Iterable
from pathlib import PurePath
from typing import NamedTuple

from broadsheet.lexicon.page_numbers import page_number
from broadsheet.manuscript.located import Place, Route
from broadsheet.manuscript.reader import Parsed, parse_manuscript
from broadsheet.model.article import Teaser
from broadsheet.model.finding import Finding, Severity

_NO_WORD = re.compile(r"[\W_]+")
_PAGE = re.compile(r"page[\"']?:[ \t]*[\"']?(?P<page>\d+)")


class PageMove(NamedTuple):
    """Articles that move from the page `old` of their edition to the page `new`.

    `headlines` are theirs; `is_whole` says that no article stays.
    """

    old: int
    new: int
    headlines: tuple[str, ...]
    is_whole: bool


class Teasers(NamedTuple):
    """The text of a manuscript with the pages that its teasers name, and doubts about what names a page and stays."""

    text: str
    doubts: tuple[Finding, ...]


def led_on(text: str, path: PurePath, moves: Iterable[PageMove]) -> Teasers:
    """Return `text`, that of the manuscript at `path`, with its teasers as they are after `moves`.

    Raises ManuscriptError where it cannot be read.
    """
    if "teasers:" not in text and "jump:" not in text:
        return Teasers(text, ())
    lines, doubts = text.split("\n"), list[Finding]()
    parsed = parse_manuscript(text, path)
    for move in moves:
        for number, teaser in enumerate(parsed.article.teasers):
            place = parsed.places.get(("teasers", number, "page"))
            if teaser.page != move.old or place is None:
                continue
            if move.is_whole or _announces(teaser, move.headlines):
                lines[place.line - 1] = _with_page(lines[place.line - 1], place, move.new)
            else:
                doubts.append(_doubt(path, parsed, ("teasers", number), f"this teaser names page {move.old}"))
        if page_number(parsed.article.jump) == move.old:
            doubts.append(_doubt(path, parsed, ("jump",), f"this jump names page {move.old}"))
    return Teasers("\n".join(lines), tuple(doubts))


def _announces(teaser: Teaser, headlines: Iterable[str]) -> bool:
    words = _squeezed(teaser.text)
    return any(headline in words or words in headline for headline in map(_squeezed, headlines) if headline)


def _squeezed(text: str) -> str:
    return _NO_WORD.sub("", text)


def _with_page(line: str, place: Place, page: int) -> str:
    start = place.column - 1
    return line[:start] + _PAGE.sub(
        lambda match: match[0][: -len(match["page"])] + str(page), line[start:], count=1
    )


def _doubt(path: PurePath, parsed: Parsed, route: Route, message: str) -> Finding:
    line, column = parsed.places.get(route, Place(0, 0))
    hint = "see whether it means an article that has moved"
    return Finding("page-moved", str(path), message, hint, line, column, Severity.DOUBT)
