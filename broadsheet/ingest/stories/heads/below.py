"""Headlines on a page in letters: each display line heads the story below it."""

from collections.abc import Sequence

from broadsheet.ingest.stories.blocks import Block, Kind
from broadsheet.ingest.stories.running_text import Heads, RunningText


def heads_by_place(blocks: Sequence[Block], text: RunningText) -> Heads:
    """Return, for each display block, the story below it, or None for a subhead.

    A display line is a subhead inside a story, and below the last story of the page.
    """
    heads: Heads = {}
    for i, block in enumerate(blocks):
        if block.kind is Kind.DISPLAY and text.body:
            below = text.story_below(i)
            heads[i] = None if text.story_above(i) == below else below
    return heads
