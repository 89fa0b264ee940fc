"""A page whose blocks have been placed, as the last look at it needs it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from broadsheet.ingest.stories.blocks import Block
from broadsheet.ingest.stories.heads.groups import DisplayGroup, display_groups
from broadsheet.ingest.stories.placement import Placed
from broadsheet.ingest.stories.running_text import RunningText
from broadsheet.ingest.text.terms import terms
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.page_reading import Role


class PlacedPage(NamedTuple):
    """A page as its blocks were placed. `lines_of` counts the lines of each story's headline."""

    blocks: Sequence[Block]
    text: RunningText
    placed: Sequence[Placed]
    groups: Sequence[DisplayGroup]
    lexicon: Lexicon
    lines_of: Mapping[int | None, int]

    @classmethod
    def of(
        cls, blocks: Sequence[Block], text: RunningText, placed: Sequence[Placed], lexicon: Lexicon
    ) -> "PlacedPage":
        """Return the page of `blocks`, each of which is `placed`."""
        lines_of = Counter(place.story for place in placed if place.role is Role.HEADLINE)
        return cls(blocks, text, placed, tuple(display_groups(blocks, text)), lexicon, lines_of)

    def heads(self, i: int) -> bool:
        """Return whether the line at `i` is in the headline of a story."""
        return self.placed[i].role is Role.HEADLINE

    def shared(self, i: int, story: int | None) -> float:
        """Return the weight of the words that the line at `i` shares with `story`."""
        own = terms(self.blocks[i].text)
        return 0.0 if story is None else self.text.weights.shared(own, self.text.terms[story])
