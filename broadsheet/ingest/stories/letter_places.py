"""What only its place shows a line of letters to be: a name at a story's foot or under its headline, a caption over its credit."""

from collections.abc import Sequence

from broadsheet.ingest.stories.blocks import Block, Kind
from broadsheet.ingest.stories.place_rules import BY_PLACE
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.page_reading import Role

_FEET = frozenset({Role.JUMP, Role.FURNITURE})
_WORDS = range(2, 4)  # of a name under a headline


def with_letter_places(blocks: Sequence[Block], lexicon: Lexicon) -> tuple[Block, ...]:
    """Return `blocks` with each name that signs a story as a label in the role BYLINE, and with sentences as what they are.

    A display line that ends as a sentence is a caption over a photo credit, and text over a closing line.
    A signature is a display line that is a name, right below a paragraph and with no other text right below it. A name
    between a headline and its text is a byline by its place alone.
    """
    return tuple(_sentence(blocks, i, lexicon) or _named(blocks, i, lexicon) for i in range(len(blocks)))


def _sentence(blocks: Sequence[Block], i: int, lexicon: Lexicon) -> Block | None:
    """Return a display line that ends as a sentence as what the label right below it shows it to be."""
    block, below = blocks[i], blocks[i + 1].role if i + 1 < len(blocks) else None
    if block.kind is not Kind.DISPLAY or block.text[-1] not in lexicon.characters.terminal:
        return None
    if below is Role.PHOTO_CREDIT:
        return block.as_caption()
    follows = i > 0 and blocks[i - 1].kind is Kind.PARAGRAPH
    return block.as_paragraph(BY_PLACE) if below is Role.CLOSING and follows else None


def _named(blocks: Sequence[Block], i: int, lexicon: Lexicon) -> Block:
    block = blocks[i]
    named = lexicon.fits(block.text, "name")
    if block.kind is not Kind.DISPLAY or not named or i == 0:
        return block
    below = blocks[i + 1] if i + 1 < len(blocks) else None
    if blocks[i - 1].kind is Kind.PARAGRAPH and (below is None or below.role in _FEET):
        return block.as_label(Role.BYLINE, "signature")
    under = _is_under_headline(blocks[i - 1], block, below)
    return block.as_label(Role.BYLINE, BY_PLACE) if under else block


def _is_under_headline(above: Block, block: Block, below: Block | None) -> bool:
    """Return whether a name stands between a headline in small letters and text that has no word of it."""
    if above.kind is not Kind.DISPLAY or below is None or below.kind is not Kind.PARAGRAPH:
        return False
    words = block.text.split()
    small = any(word[0].islower() for word in above.text.split())
    return small and len(words) in _WORDS and not any(word in below.text for word in words)
