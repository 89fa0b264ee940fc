"""A story's display lines → kicker, headline and deck."""

from collections.abc import Sequence

from broadsheet.ingest.stories.blocks import Block
from broadsheet.ingest.text.topics import signs
from broadsheet.model.page_reading import Passage, Role

_STRANGE = 0.25  # share of a line's signs that its story has: a series' name has fewer
_AT_HOME = 0.3  # by how much the line below must be more at home
_SERIES = range(4, 17)  # characters in the name of a series


def part_stack(stack: Sequence[Block], text: str) -> dict[str, tuple[Passage, ...]]:
    """Part the display lines of a story whose body is `text`.

    A deck begins with a dash. A kicker stands first and says so by its words (…强调), or by having none of the
    story's: then it names the series that the story is part of (大国工匠).
    """
    decks = [block for block in stack if block.opening == "deck"]
    lines = [block for block in stack if block.opening != "deck"]
    kickers = lines[:1] if len(lines) > 1 and _is_kicker(lines[0], lines[1], text) else []
    return {
        "kicker": tuple(block.passage(Role.KICKER) for block in kickers),
        "headline": tuple(block.passage(Role.HEADLINE) for block in lines[len(kickers) :]),
        "deck": tuple(block.passage(Role.DECK) for block in decks),
    }


def _is_kicker(first: Block, second: Block, text: str) -> bool:
    if first.opening == "kicker":
        return True
    at_home = _share(first, text)
    strange = at_home < _STRANGE and _share(second, text) > at_home + _AT_HOME
    return strange and len(first.text) in _SERIES


def _share(block: Block, text: str) -> float:
    own = signs(block.text)
    return len(own & signs(text)) / len(own) if own else 0.0
