"""Weigh the gaps on a page in letters by what print sets there: headings, datelines, and the marks of short items.

Old papers in letters print many short items without headline or byline. One paragraph has too few words to show its
topic, so print marks decide.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

from broadsheet.ingest.stories.blocks import Block, Kind
from broadsheet.ingest.stories.gaps import CERTAIN, Gap, is_certain
from broadsheet.lexicon.patterns import Patterns
from broadsheet.model.page_reading import LINES_KEPT

# Log odds of a new story, from counts on pages of newspapers in three languages, and rounded.
_BIAS = -3.0
_HEADING = 6.0
_SHORT_HEADING = 2.0  # of one or two words in small letters, which may as well be a subhead
_DIVISION = 0.5  # a number or asterisks between the parts of one story
_RULE = 2.5  # a line of dashes
_MATTER = 2.5  # a table
_ITEM = 4.0
_RUN_IN = 4.5
_RUN_IN_BARE = 3.3
_NEW_MEASURE = 1.0
_BLANK = 3.4  # a blank line, on a page where most paragraphs have none above them
_SHORT_MOST = 2  # words
_BLANKS_MOST = 0.5
_DIVISIONS = frozenset({"division"})


def weigh_marks(
    blocks: Sequence[Block], body: Sequence[int], words: Mapping[str, Patterns]
) -> tuple[Gap, ...]:
    """Return the gaps between the paragraphs `body` (indices of `blocks`), weighed. `words` are the lexicon's."""
    apart = {j for i, j in pairwise(body) if _is_apart(blocks, j)}
    blank = _BLANK if len(apart) <= _BLANKS_MOST * len(body) else 0.0
    return tuple(Gap(j, _odds(blocks, i, j, words) + blank * (j in apart)) for i, j in pairwise(body))


def _is_apart(blocks: Sequence[Block], i: int) -> bool:
    """Return whether a blank line stands above block `i`."""
    return blocks[i].pieces[0].line - blocks[i - 1].pieces[-1].line > 1


def _odds(blocks: Sequence[Block], before: int, after: int, words: Mapping[str, Patterns]) -> float:
    """Return the log odds that a story begins between the paragraphs at `before` and `after`."""
    if is_certain(blocks, before, after):
        return CERTAIN
    between = blocks[before + 1 : after]
    display = [block for block in between if block.kind is Kind.DISPLAY]
    return (
        _BIAS
        + _HEADING * any(block.opening not in _DIVISIONS for block in display)
        - _SHORT_HEADING * (len(display) == len(between) == 1 and _is_short(display[0]))
        + _DIVISION * any(block.opening in _DIVISIONS for block in display)
        + _RULE * any(_is_rule(block) for block in between)
        + _MATTER * any(block.role in LINES_KEPT for block in between)
        + _ITEM * (blocks[after].opening == "item")
        + _RUN_IN * _has_run_in_title(blocks[after], words)
        + _RUN_IN_BARE * (_is_long(blocks[after]) and _fits(blocks[after], words["run_in_bare"]))
        + _NEW_MEASURE * (blocks[before].lines[-1].measure != blocks[after].lines[-1].measure)
    )


def _is_short(block: Block) -> bool:
    return len(block.text.split()) <= _SHORT_MOST and not block.text.isupper() and block.text[-1].isalnum()


def _has_run_in_title(block: Block, words: Mapping[str, Patterns]) -> bool:
    """Return whether the paragraph begins with a title: in brackets, or before a dash."""
    return _fits(block, words["run_in"]) or (_is_long(block) and _fits(block, words["run_in_dash"]))


def _is_long(block: Block) -> bool:
    """Return whether a paragraph is longer than a row of a list (OPÉRA. — Relâche.)."""
    return len(block.lines) > 1


def _fits(block: Block, patterns: Patterns) -> bool:
    return any(pattern.match(block.text) for pattern in patterns)


def _is_rule(block: Block) -> bool:
    return block.kind is Kind.LABEL and not any(map(str.isalnum, block.text))
