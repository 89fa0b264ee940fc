"""Positive evidence for headlines on a page in letters: words of the story below, or the look of display type.

Capitals are such a look where no other headline of the page has small letters, and so is a full stop after few words where
most headlines have one, as in old papers. A line that has neither stays where it is, in doubt, unless a line like it beside
it shares words with the story.
"""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from broadsheet.ingest.stories.blocks import Block
from broadsheet.ingest.stories.heads.groups import display_groups
from broadsheet.ingest.stories.running_text import Heads, RunningText

_STEM = 5  # first letters by which words are compared: crests, crested
_LEAST = 4  # letters of such a word
_HEADING_MOST = 5  # words of a heading with a full stop


class _Page(NamedTuple):
    """The blocks of a page, which of them share words with the story that they head, and how its headlines are set."""

    blocks: Sequence[Block]
    shared: frozenset[int]
    in_capitals: bool
    with_stops: bool

    def looks(self, i: int) -> bool:
        """Return whether a line looks like display type on this page."""
        text = self.blocks[i].text
        heading = text[-1] == "." and len(text.split()) <= _HEADING_MOST
        return (heading and self.with_stops) or (self.in_capitals and text.isupper())

    def is_shown(self, i: int, lines: Sequence[int], *, ends_text: bool) -> bool:
        """Return whether something speaks for the line at `i` among `lines`, and it is no sentence.

        A line in the same case as one that shares words with the story is of the same headline, unless it may end the text
        right above it.
        """
        text = self.blocks[i].text
        if text[-1] == "." and not self.looks(i) and not text.isupper():
            return False
        alike = (_case(self.blocks[j].text) == _case(text) for j in lines if j in self.shared)
        return i in self.shared or self.looks(i) or (not ends_text and any(alike))


def _case(text: str) -> str:
    """Return in what case a line is set: UPPER, Title or sentence; an empty string for one without a word."""
    words = [word for word in text.split() if word[0].isalpha()]
    if not words:
        return ""
    return "upper" if text.isupper() else "sentence" if any(word.islower() for word in words) else "title"


def doubtful_heads(blocks: Sequence[Block], text: RunningText, heads: Heads) -> tuple[int, ...]:
    """Return the display blocks of `heads` for which only their place speaks."""
    stems = [_stems(words) for words in text.terms]
    owned = [(i, story) for i, story in heads.items() if story is not None]
    shared = frozenset(i for i, story in owned if _stems(_words(blocks[i])) & stems[story])
    in_capitals = all(blocks[i].text.isupper() or blocks[i].text[-1] == "." for i in shared)
    stops = [blocks[i].text[-1] == "." for i, _ in owned]
    page = _Page(blocks, shared, in_capitals, with_stops=2 * sum(stops) >= len(stops))
    return tuple(
        i
        for group in display_groups(blocks, text)
        for i in group.lines
        if heads.get(i) is not None
        and not page.is_shown(
            i, group.lines, ends_text=group.follows and i == group.lines[0] != group.lines[-1]
        )
    )


def _words(block: Block) -> list[str]:
    return ["".join(filter(str.isalpha, word)).lower() for word in block.text.split()]


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in words if len(word) >= _LEAST)
