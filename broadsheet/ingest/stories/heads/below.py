"""Headlines on a page in letters: each display line heads the story below it."""

from collections.abc import Sequence

from broadsheet.ingest.stories.blocks import Block, Kind
from broadsheet.ingest.stories.running_text import Heads, RunningText


def heads_by_place(blocks: Sequence[Block], text: RunningText) -> Heads:
    """Return, for each display block with text below it, the story below it, or None for a subhead inside a story."""
    heads: Heads = {}
    for i, block in enumerate(blocks):
        below = text.story_below(i) if block.kind is Kind.DISPLAY else None
        if below is not None:
            heads[i] = None if text.story_above(i) == below else below
    return heads
