"""Links and pictures: which brackets belong to each other, and what their words lead to (CommonMark 0.31.2, 6.3 and 6.4)."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from broadsheet.manuscript.markdown.emphasis import DelimiterRun, pair
from broadsheet.manuscript.markdown.pieces import Attributes, Piece, words_of
from broadsheet.manuscript.markdown.targets import Target, inline_target, label_at, normal_label

Definitions = Mapping[str, tuple[str, str]]
"""The addresses and titles of definitions, by label."""

_LONGEST_LABEL = 999  # as in CommonMark


class _Bracket(NamedTuple):
    """A bracket that may begin a link or a picture: where its words begin, its piece, and how many runs precede it."""

    start: int
    piece: int
    runs: int
    is_picture: bool


class Brackets:
    """The brackets of a text that are still open. `pieces` and `runs` are those of the text so far."""

    def __init__(
        self, text: str, definitions: Definitions, pieces: list[Piece], runs: list[DelimiterRun]
    ) -> None:
        self._text = text
        self._definitions = definitions
        self._pieces = pieces
        self._runs = runs
        self._open: list[_Bracket] = []
        self._no_links_below = 0  # these brackets stand around a link, and a link may not stand in another

    def open(self, mark: re.Match[str]) -> None:
        """Note a bracket whose piece comes next."""
        bracket = _Bracket(mark.end(), len(self._pieces), len(self._runs), is_picture=mark[0] == "![")
        self._open.append(bracket)

    def close(self, mark: re.Match[str]) -> int:
        """Make a link or a picture of what stands before the closing bracket `mark`.

        Return the place behind its address, or 0 if there is none.
        """
        if not self._open:
            return 0
        bracket = self._open.pop()
        is_barred = not bracket.is_picture and len(self._open) < self._no_links_below
        self._no_links_below = min(self._no_links_below, len(self._open))
        target = None if is_barred else self._target(bracket, mark)
        if not target:
            return 0
        pair(self._runs[bracket.runs :])
        del self._runs[bracket.runs :]
        title = {"title": target.title} if target.title else {}
        if bracket.is_picture:
            self._make_picture(bracket, {"src": target.address, **title})
        else:
            self._make_link(bracket, {"href": target.address, **title})
        return target.end

    def _make_picture(self, bracket: _Bracket, attributes: Attributes) -> None:
        words = words_of(self._pieces[bracket.piece + 1 :])
        del self._pieces[bracket.piece :]
        self._pieces.append(Piece(words, "img", attributes))

    def _make_link(self, bracket: _Bracket, attributes: Attributes) -> None:
        opening, closing = self._pieces[bracket.piece], Piece("")
        opening.text = ""
        opening.starts.append(("a", attributes))
        closing.ends.append("a")
        self._pieces.append(closing)
        self._no_links_below = len(self._open)

    def _target(self, bracket: _Bracket, mark: re.Match[str]) -> Target | None:
        """Return what the words between `bracket` and `mark` lead to."""
        if target := inline_target(self._text, mark.end()):
            return target
        if not self._definitions:
            return None
        label = label_at(self._text, mark.end())
        words = label[1] if label else ""
        if not words and mark.start() - bracket.start <= _LONGEST_LABEL:
            words = self._text[bracket.start : mark.start()]
        known = self._definitions.get(normal_label(words))
        return Target(*known, label.end() if label else mark.end()) if known else None
