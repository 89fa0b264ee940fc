"""Tell the kicker, the headline and the decks apart among the display lines of a story."""

from collections.abc import Sequence

from broadsheet.ingest.stories.blocks import Block
from broadsheet.ingest.text.terms import terms
from broadsheet.model.page_reading import Passage, Role

_FOREIGN = 0.25  # share of a line's terms that its story has; the name of a series has less
_MORE = 0.3  # by how much this share must be larger for the line below
_SERIES = range(2, 17)  # characters in the name of a series
_SHORT = 6  # the same of one that is at most half as long as the headline below it


def headline_fields(lines: Sequence[Block], text: str) -> dict[str, tuple[Passage, ...]]:
    """Return the fields `kicker`, `headline` and `deck` of a story with the display `lines` and the body `text`.

    A deck begins with a dash. A kicker is the first of several lines: its own words show it (…强调), or it shares hardly
    a term with the story, because it names a series (大国工匠).
    """
    decks = [block for block in lines if block.opening == "deck"]
    others = [block for block in lines if block.opening != "deck"]
    kickers = others[:1] if len(others) > 1 and _is_kicker(others[0], others[1], text) else []
    return {
        "kicker": tuple(block.passage(Role.KICKER) for block in kickers),
        "headline": tuple(block.passage(Role.HEADLINE) for block in others[len(kickers) :]),
        "deck": tuple(block.passage(Role.DECK) for block in decks),
    }


def _is_kicker(first: Block, second: Block, text: str) -> bool:
    if first.opening == "kicker":
        return True
    share, more = _share(first, text), _share(second, text)
    short = len(first.text) <= _SHORT and 2 * len(first.text) <= len(second.text) + 1
    return (
        share < _FOREIGN and len(first.text) in _SERIES and (more > share + _MORE or (short and more > share))
    )


def _share(block: Block, text: str) -> float:
    """Return the share, from 0 to 1, of the block's terms that `text` contains."""
    own = terms(block.text)
    return len(own & terms(text)) / len(own) if own else 0.0
