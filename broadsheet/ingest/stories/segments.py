"""Where one story ends and the next begins, among the paragraphs of a page in raw order."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from broadsheet.ingest.stories.blocks import Block, Kind
from broadsheet.ingest.stories.gaps import CERTAIN, Gap
from broadsheet.ingest.text.topics import Topics, signs
from broadsheet.lexicon.patterns import Patterns
from broadsheet.model.page_reading import Role

# Weights of the evidence, as log odds; fitted by logistic regression on typeset pages with known stories and
# rounded. A gap's depth is its kinship beside that of its neighbours: a topic drops only where it is usually high.
_BIAS = 1.8
_NEW_MEASURE = 3.4
_ONE_DISPLAY_LINE = 2.0
_QUOTED = -3.0  # the line is short and stands in the text around it word for word: nine subheads in ten do
_SUBHEAD_MOST = 16  # characters
_SEVERAL_DISPLAY_LINES = 4.7
_CAPTION = 4.0
_KINSHIP = -3.6
_DEPTH = -6.2
_FEW_PARAGRAPHS = -6.5
_LEAD = 2.9  # half of all stories name a day in their first words, and one in forty other paragraphs

_REACH = 5  # paragraphs on each side of a gap
_NEIGHBOURS = 3
_ENDINGS = frozenset({Role.BYLINE, Role.JUMP, Role.SOURCE_CREDIT})
_NOTE_MOST = 4


def is_body(block: Block) -> bool:
    """Say whether `block` is a paragraph of a story's text."""
    return block.kind is Kind.PARAGRAPH and block.opening != "editors_note"


def note_blocks(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the indices of the blocks that an editor's note is made of.

    A note begins at its label. Paragraphs of the same measure go on with it when something that is not a
    paragraph ends them soon; else the story's own text has begun.
    """
    found: set[int] = set()
    for i, block in enumerate(blocks):
        if block.opening == "editors_note" and block.kind is Kind.PARAGRAPH:
            more = _same_box(blocks, i)
            found.update([i, *more] if len(more) < _NOTE_MOST else [i])
    return frozenset(found)


def _same_box(blocks: Sequence[Block], label: int) -> list[int]:
    measure = blocks[label].lines[-1].measure
    more: list[int] = []
    for j in range(label + 1, len(blocks)):
        if not is_body(blocks[j]) or blocks[j].opening or blocks[j].lines[0].measure != measure:
            break
        more.append(j)
    return more


def body_of(blocks: Sequence[Block], notes: frozenset[int]) -> list[int]:
    """Return the indices of the paragraphs of stories' text."""
    return [i for i, block in enumerate(blocks) if is_body(block) and i not in notes]


def weigh_topics(blocks: Sequence[Block], notes: frozenset[int], leads: Patterns) -> tuple[Gap, ...]:
    """Weigh every gap between the body paragraphs of `blocks`; `leads` are how a story's first words may run."""
    body = body_of(blocks, notes)
    certain = [is_certain(blocks, i, j) for i, j in pairwise(body)]
    topics = Topics.of(blocks[i].text for i in body)
    kinships = _kinships([signs(blocks[i].text) for i in body], certain, topics)
    return tuple(
        Gap(
            i,
            j,
            CERTAIN
            if certain[k]
            else _odds(blocks, body, k, kinships, certain)
            + _LEAD * any(lead.search(blocks[j].text) for lead in leads),
        )
        for k, (i, j) in enumerate(pairwise(body))
    )


def is_certain(blocks: Sequence[Block], i: int, j: int) -> bool:
    """Say whether two stories certainly part between paragraphs `i` and `j`: what stands there ends or opens one."""
    if blocks[i].open or blocks[j].resumed:
        return True
    between = {block.role for block in blocks[i + 1 : j]}
    return bool(between & _ENDINGS) or blocks[j].opening in ("dateline", "continued")


def _span(k: int, certain: Sequence[bool]) -> tuple[int, int]:
    """Return the first and last paragraph, up to _REACH on each side of gap `k`, that no certain cut parts from it."""
    first, last = k, k + 1
    while first > 0 and not certain[first - 1] and k - first < _REACH - 1:
        first -= 1
    while last < len(certain) and not certain[last] and last - k < _REACH:
        last += 1
    return first, last


def _kinships(of: Sequence[frozenset[str]], certain: Sequence[bool], topics: Topics) -> list[float]:
    found = []
    for k in range(len(certain)):
        first, last = _span(k, certain)
        before = frozenset().union(*of[first : k + 1])
        after = frozenset().union(*of[k + 1 : last + 1])
        found.append(topics.kinship(before, after))
    return found


def _is_quoted(line: str, around: Sequence[Block]) -> bool:
    return len(line) <= _SUBHEAD_MOST and any(line in block.text for block in around)


def _odds(
    blocks: Sequence[Block], body: Sequence[int], k: int, kinships: Sequence[float], certain: Sequence[bool]
) -> float:
    """Return the log odds that gap `k`, between body[k] and body[k + 1], parts two stories."""
    i, j = body[k], body[k + 1]
    between = blocks[i + 1 : j]
    display = [block.text for block in between if block.kind is Kind.DISPLAY]
    near = [
        kinships[n]
        for n in range(max(0, k - _NEIGHBOURS), min(len(kinships), k + _NEIGHBOURS + 1))
        if n != k and not certain[n]
    ]
    depth = min(2.0, kinships[k] / (median(near or [kinships[k]]) + 0.05))
    first, last = _span(k, certain)
    return (
        _BIAS
        + _NEW_MEASURE * (blocks[i].lines[-1].measure != blocks[j].lines[0].measure)
        + _ONE_DISPLAY_LINE * (len(display) == 1)
        + _SEVERAL_DISPLAY_LINES * (len(display) > 1)
        + _QUOTED
        * (len(display) == 1 and _is_quoted(display[0], [blocks[n] for n in body[first : last + 1]]))
        + _CAPTION * any(block.kind is Kind.CAPTION for block in between)
        + _KINSHIP * min(kinships[k], 0.6)
        + _DEPTH * depth
        + _FEW_PARAGRAPHS * (1 / (k - first + 1) + 1 / (last - k))
    )
