"""Where a line of a headline stands among the others: which places speak for it, and which are odd."""

from collections.abc import Sequence

from broadsheet.ingest.stories.blocks import Block
from broadsheet.ingest.stories.heads.groups import DisplayGroup
from broadsheet.ingest.stories.running_text import Heads
from broadsheet.lexicon.patterns import Patterns
from broadsheet.model.page_reading import Role

LOOKS = frozenset({"kicker", "deck"})
_BALANCED = 0.7  # least ratio of the lengths of two lines of one headline
_KICKER = range(2, 11)  # characters of a kicker that no word shows
_OPENS = "“《「"
_MARKS = frozenset("。，、；：！？")


def away(groups: Sequence[DisplayGroup], heads: Heads) -> frozenset[int]:
    """Return the lines that stand elsewhere than the headline right over the text of their story."""
    over = {group.after for group in groups if group.heads and group.after in map(heads.get, group.lines)}
    return frozenset(
        i
        for group in groups
        for i in group.lines
        if heads.get(i) in over and not (group.heads and group.after == heads.get(i))
    )


def is_likely(
    i: int, group: DisplayGroup, blocks: Sequence[Block], heads: Heads, sure: frozenset[int]
) -> bool:
    """Return whether the place of line `i` in its group speaks for it; `sure` are the lines that have evidence."""
    return (
        _stands_alone(i, group, blocks, heads)
        or _is_last_over_text(i, group, blocks, heads, sure)
        or _is_enclosed(i, group, heads, sure)
        or _is_balanced(i, group, blocks, heads, sure)
    )


def slots(group: DisplayGroup, blocks: Sequence[Block], heads: Heads) -> tuple[int, ...]:
    """Return the one line of `group`, but for kickers and decks, that stands right over a byline or a dateline of its text."""
    below = blocks[group.lines[-1] + 1 : group.lines[-1] + 2]
    begins = any(block.role is Role.BYLINE or block.opening == "dateline" for block in below)
    lines = tuple(i for i in group.lines if blocks[i].opening not in LOOKS and heads.get(i) is not None)
    if len(lines) > 1 and may_be_kicker(lines[-2], group, blocks, heads):
        lines = lines[-1:]
    return lines if begins and group.heads and len(lines) == 1 and heads[lines[0]] == group.after else ()


def may_be_kicker(i: int, group: DisplayGroup, blocks: Sequence[Block], heads: Heads) -> bool:
    """Return whether the line at `i` has the form and the place of a kicker: short, and right over a headline."""
    story, text = heads.get(i), blocks[i].text
    lines = [j for j in group.lines if blocks[j].opening != "deck"]
    return (
        i in lines[-4:-1]
        and group.heads
        and story is not None
        and story == group.after == heads.get(i + 1)
        and len(text) in _KICKER
        and (text[0].isalpha() or text[0] in _OPENS)
        and not _MARKS & set(text)
    )


def odd_subheads(group: DisplayGroup, blocks: Sequence[Block], picture_marks: Patterns) -> tuple[int, ...]:
    """Return the lines inside a story that are hardly subheads: several in a row, or one marked as a caption."""
    if not group.inside:
        return ()
    if len(group.lines) > 1:
        return group.lines
    return tuple(i for i in group.lines if any(p.fullmatch(blocks[i].text) for p in picture_marks))


def _stands_alone(i: int, group: DisplayGroup, blocks: Sequence[Block], heads: Heads) -> bool:
    """Return whether the line at `i` is the only one but kickers and decks, and right over its text or beside one of them."""
    mine = [j for j in group.lines if heads.get(j) == heads[i]]
    kickers = [j for j in mine if may_be_kicker(j, group, blocks, heads)]
    others = [j for j in mine if j != i and blocks[j].opening not in LOOKS and j not in kickers]
    near = group.heads and heads[i] == group.after
    return not others and (near or len(mine) > 1)


def _is_last_over_text(
    i: int, group: DisplayGroup, blocks: Sequence[Block], heads: Heads, sure: frozenset[int]
) -> bool:
    """Return whether the line at `i` is the last of several over a text, none of which has evidence, and no part of a sentence."""
    over = group.heads and i == group.lines[-1] and heads[i] == group.after
    return over and not sure & set(group.lines) and not _MARKS & set(blocks[i].text)


def _is_enclosed(i: int, group: DisplayGroup, heads: Heads, sure: frozenset[int]) -> bool:
    """Return whether the line at `i` stands between two sure lines of the same story's headline."""
    return all(j in group.lines and j in sure and heads[j] == heads[i] for j in (i - 1, i + 1))


def _is_balanced(
    i: int, group: DisplayGroup, blocks: Sequence[Block], heads: Heads, sure: frozenset[int]
) -> bool:
    """Return whether a sure line of the same headline stands beside the one at `i`, about as long.

    Right below another text it does not count: there the line may end that text.
    """
    if i == group.lines[0] and group.follows:
        return False
    beside = [j for j in (i - 1, i + 1) if j in group.lines and j in sure and heads[j] == heads[i]]
    lengths = [len(blocks[j].text) for j in beside if blocks[j].opening not in LOOKS]
    own = len(blocks[i].text)
    return any(min(own, other) >= _BALANCED * max(own, other) for other in lengths)
