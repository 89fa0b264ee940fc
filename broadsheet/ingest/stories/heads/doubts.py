"""The last look at the headlines of a page: the lines that may as well be something else than what they were read as.

The stages before give each line the likeliest role. A line stays in doubt here where another place fits it as well.
"""

from collections.abc import Callable, Iterator, Sequence

from broadsheet.ingest.stories.blocks import Block
from broadsheet.ingest.stories.heads.headline_doubts import (
    beside_unplaced,
    over_another_text,
    perhaps_text,
    under_a_text,
)
from broadsheet.ingest.stories.heads.placed_page import PlacedPage
from broadsheet.ingest.stories.heads.text_doubts import (
    below_matter,
    ends_of_matter,
    lone_sections,
    perhaps_verse,
    unended_lines,
)
from broadsheet.ingest.stories.placement import Placed
from broadsheet.ingest.stories.running_text import RunningText
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.script import Script

_RULES: dict[Script, tuple[Callable[[PlacedPage], Iterator[int]], ...]] = {
    Script.HAN: (
        over_another_text,
        under_a_text,
        perhaps_text,
        beside_unplaced,
        lone_sections,
        unended_lines,
        perhaps_verse,
        ends_of_matter,
        below_matter,
    ),
    Script.LETTERS: (beside_unplaced, ends_of_matter, below_matter),
}


def doubtful_lines(
    blocks: Sequence[Block], text: RunningText, placed: Sequence[Placed], lexicon: Lexicon, script: Script
) -> tuple[int, ...]:
    """Return the blocks that may as well be something else, in raw order."""
    page = PlacedPage.of(blocks, text, placed, lexicon)
    return tuple(sorted({i for rule in _RULES[script] for i in rule(page)}))
