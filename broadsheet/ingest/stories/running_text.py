"""The running text of each story of a page: which blocks hold it, and which terms it contains."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence

import msgspec

from broadsheet.ingest.stories.blocks import Block
from broadsheet.ingest.stories.threads import Thread
from broadsheet.ingest.text.terms import TermWeights, terms

Heads = dict[int, int | None]
"""The story that each display block heads, by the index of the block; None for a subhead."""


class RunningText(msgspec.Struct, frozen=True):
    """The body paragraphs of a page, by story. A story is an index of the page's threads.

    `body` holds the indices of all body blocks in raw order, and `story_of` the story of each. `texts[s]` is the text of
    story s and `terms[s]` its terms; `weights` are the weights of the terms among the stories.
    """

    body: tuple[int, ...]
    story_of: dict[int, int]
    texts: tuple[str, ...]
    terms: tuple[frozenset[str], ...]
    weights: TermWeights

    @classmethod
    def of(cls, blocks: Sequence[Block], threads: Sequence[Thread]) -> "RunningText":
        """Return the running text of `threads`, each of which holds the indices of one story's paragraphs."""
        story_of = {i: story for story, thread in enumerate(threads) for i in thread}
        texts = tuple("".join(blocks[i].text for i in thread) for thread in threads)
        return cls(
            body=tuple(sorted(story_of)),
            story_of=story_of,
            texts=texts,
            terms=tuple(map(terms, texts)),
            weights=TermWeights.of(texts),
        )

    def index(self, i: int) -> int:
        """Return how many body blocks stand above block `i`."""
        return bisect_left(self.body, i)

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

    def suited(self, text: str, priors: Mapping[int | None, float]) -> int | None:
        """Return the story that contains most of the term weight of `text`, plus its bonus in `priors`; None without stories."""
        words = terms(text)
        return max(
            range(len(self.terms)),
            key=lambda story: self.weights.coverage(words, self.terms[story]) + priors.get(story, 0.0),
            default=None,
        )
