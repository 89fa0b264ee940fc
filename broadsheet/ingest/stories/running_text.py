"""The running text of each story: which blocks hold it, and which terms it uses."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

import msgspec

from broadsheet.ingest.stories.blocks import Block
from broadsheet.ingest.stories.threads import Thread
from broadsheet.ingest.text.topics import Topics, signs

Heads = dict[int, int | None]
"""The story that each display block heads, by index of the block; None for a subhead where it stands."""


class RunningText(msgspec.Struct, frozen=True):
    """The body paragraphs of a page by story, where `story` is an index of its threads.

    `body` holds the indices of all body blocks in raw order, `story_of` the story of each. `texts[story]` and
    `signs[story]` are the story's words and the terms in them; `topics` weighs those terms over the page's stories.
    """

    body: tuple[int, ...]
    story_of: dict[int, int]
    texts: tuple[str, ...]
    signs: tuple[frozenset[str], ...]
    topics: Topics

    @classmethod
    def of(cls, blocks: Sequence[Block], threads: Sequence[Thread]) -> "RunningText":
        """Return the running text of `threads`, each the indices of one story's paragraphs in `blocks`."""
        story_of = {i: story for story, thread in enumerate(threads) for i in thread}
        texts = tuple("".join(blocks[i].text for i in thread) for thread in threads)
        return cls(
            body=tuple(sorted(story_of)),
            story_of=story_of,
            texts=texts,
            signs=tuple(map(signs, texts)),
            topics=Topics.of(texts),
        )

    def above(self, i: int) -> int | None:
        """Return the index of the last body block above block `i`, or None."""
        at = bisect_left(self.body, i)
        return self.body[at - 1] if at else None

    def below(self, i: int) -> int | None:
        """Return the index of the first body block below block `i`, or None."""
        at = bisect_right(self.body, i)
        return self.body[at] if at < len(self.body) else None

    def story_above(self, i: int) -> int | None:
        """Return the story of the last body block above block `i`, or None."""
        above = self.above(i)
        return None if above is None else self.story_of[above]

    def story_below(self, i: int) -> int | None:
        """Return the story of the first body block below block `i`, or None."""
        below = self.below(i)
        return None if below is None else self.story_of[below]
