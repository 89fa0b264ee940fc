"""What the rules see of a run: itself, and what stands around it."""

import msgspec

from broadsheet.ingest.web.markup.runs import Form, Run
from broadsheet.ingest.web.metadata import Declared
from broadsheet.lexicon.patterns import Lexicon


class Seen(msgspec.Struct, frozen=True, kw_only=True):
    """A run with what its rules look at around it.

    `furniture` says that the markup or its neighbours make it so, `in_block` that it stands in the block that the
    article fills, `form` how it is set in that block, `links` that it is in a list of
    links alone, `stacked` that only the headline's own lines stand between the headline and it, `opened` that text
    has begun, `last` that no paragraph follows, `pictured` that a picture stands right before. `usual` is the length
    of the article's middle paragraph.
    """

    run: Run
    text: str
    lexicon: Lexicon
    declared: Declared
    headline: str
    furniture: bool
    in_block: bool
    form: Form | None
    links: bool
    stacked: bool
    opened: bool
    last: bool
    pictured: bool
    usual: float

    def called(self, words: frozenset[str]) -> bool:
        """Whether the markup calls the run one of `words`."""
        return any(element.words & words for element in self.run.near)

    def says(self, name: str) -> bool:
        """Whether the lexicon knows the whole line as a `name`."""
        patterns = self.lexicon.lines[name]
        return any(pattern.fullmatch(self.text) for pattern in (*patterns.sure, *patterns.hint))

    @property
    def bold(self) -> bool:
        """Whether all of the run is in bold type."""
        return self.run.strong == self.run.ink
