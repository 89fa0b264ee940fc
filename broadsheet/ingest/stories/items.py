"""Where stories begin on a page of letters: at headings, datelines and the marks that set short items apart.

Old papers of letters print many short pieces without headline or byline, and a paragraph's words are too few to tell by
themselves what it is about. So the signs that print gives decide, and words only where the signs are weak.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from broadsheet.ingest.stories.blocks import Block, Kind
from broadsheet.ingest.stories.gaps import CERTAIN, Gap
from broadsheet.ingest.stories.running_text import Heads, RunningText
from broadsheet.ingest.stories.segments import is_body, is_certain
from broadsheet.lexicon.patterns import Patterns

# Log odds of a new story, weighed on pages of newspapers in three languages, and rounded.
_BIAS = -3.0
_HEADING = 6.0
_DIVISION = 0.5  # a number or asterisks between the parts of one story
_RULE = 2.5  # a line of dashes
_ITEM = 4.0
_RUN_IN = 4.5
_RUN_IN_BARE = 3.3
_NEW_MEASURE = 1.0
_BLANK = 3.4  # a blank line, on a page where most paragraphs have none above them
_BLANKS_MOST = 0.5
_DIVISIONS = frozenset({"division"})


def weigh_signs(
    blocks: Sequence[Block], notes: frozenset[int], words: Mapping[str, Patterns]
) -> tuple[Gap, ...]:
    """Weigh every gap between the body paragraphs of `blocks`. `words` are the lexicon's."""
    body = [i for i, block in enumerate(blocks) if is_body(block) and i not in notes]
    apart = {j for i, j in pairwise(body) if _is_apart(blocks, j)}
    blank = _BLANK if len(apart) <= _BLANKS_MOST * len(body) else 0.0
    return tuple(Gap(i, j, _odds(blocks, i, j, words) + blank * (j in apart)) for i, j in pairwise(body))


def _is_apart(blocks: Sequence[Block], i: int) -> bool:
    """Whether a blank line stands above a paragraph."""
    return blocks[i].pieces[0].line - blocks[i - 1].pieces[-1].line > 1


def _odds(blocks: Sequence[Block], before: int, after: int, words: Mapping[str, Patterns]) -> float:
    """Return the log odds that a story begins between two paragraphs."""
    if is_certain(blocks, before, after):
        return CERTAIN
    between = blocks[before + 1 : after]
    display = [block for block in between if block.kind is Kind.DISPLAY]
    return (
        _BIAS
        + _HEADING * any(block.opening not in _DIVISIONS for block in display)
        + _DIVISION * any(block.opening in _DIVISIONS for block in display)
        + _RULE * any(_is_rule(block) for block in between)
        + _ITEM * (blocks[after].opening == "item")
        + _RUN_IN * _runs_in(blocks[after], words)
        + _RUN_IN_BARE * (_is_long(blocks[after]) and _fits(blocks[after], words["run_in_bare"]))
        + _NEW_MEASURE * (blocks[before].lines[-1].measure != blocks[after].lines[-1].measure)
    )


def _runs_in(block: Block, words: Mapping[str, Patterns]) -> bool:
    """Whether a title stands before the paragraph's text: in brackets, or before a dash."""
    return _fits(block, words["run_in"]) or (_is_long(block) and _fits(block, words["run_in_dash"]))


def _is_long(block: Block) -> bool:
    """Whether a paragraph is more than a row of a list (OPÉRA. — Relâche.)."""
    return len(block.lines) > 1


def _fits(block: Block, patterns: Patterns) -> bool:
    return any(pattern.match(block.text) for pattern in patterns)


def _is_rule(block: Block) -> bool:
    return block.kind is Kind.LABEL and not any(map(str.isalnum, block.text))


def heads_by_place(blocks: Sequence[Block], text: RunningText) -> Heads:
    """Return, for each display block, the story that it heads: the one below it, unless it stands inside that.

    What stands below the last story has none, and closes that story as a subhead.
    """
    heads: Heads = {}
    for i, block in enumerate(blocks):
        if block.kind is Kind.DISPLAY and text.body:
            below = text.story_below(i)
            heads[i] = None if text.story_above(i) == below else below
    return heads
