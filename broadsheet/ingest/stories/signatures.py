"""Signatures on a page in letters: a name alone at a story's foot is its byline, not a headline."""

from collections.abc import Sequence

from broadsheet.ingest.stories.blocks import Block, Kind
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.page_reading import Role

_FEET = frozenset({Role.JUMP, Role.FURNITURE})


def with_signatures(blocks: Sequence[Block], lexicon: Lexicon) -> tuple[Block, ...]:
    """Return `blocks` with each signature as a label in the role BYLINE.

    A signature is a display line that is a name, right below a paragraph and with no other text right below it.
    """
    return tuple(
        block.as_label(Role.BYLINE, "signature") if _is_signature(blocks, i, lexicon) else block
        for i, block in enumerate(blocks)
    )


def _is_signature(blocks: Sequence[Block], i: int, lexicon: Lexicon) -> bool:
    below = blocks[i + 1] if i + 1 < len(blocks) else None
    return (
        blocks[i].kind is Kind.DISPLAY
        and i > 0
        and blocks[i - 1].kind is Kind.PARAGRAPH
        and (below is None or below.role in _FEET)
        and any(pattern.fullmatch(blocks[i].text) for pattern in lexicon.words["name"])
    )
