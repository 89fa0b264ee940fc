"""Join the segments of one story into a thread, where the lines of other stories interrupt it.

An interrupted story either breaks off inside a paragraph or stops at a paragraph's end. In the first case the dynamic
programme of `typeset` has found the line that continues the paragraph. In the second there is no such line: the next
segment must begin where another story breaks off or where a continued text ends, and be on the same topic.
"""

from collections.abc import Sequence

from broadsheet.ingest.stories.blocks import Block
from broadsheet.ingest.stories.gaps import Segment
from broadsheet.ingest.text.terms import TermWeights, terms
from broadsheet.model.page_reading import Role

Thread = tuple[int, ...]  # indices of paragraph blocks, in reading order

_SAME_TOPIC = 0.1  # similarity; two stories have about a third of it, segments of one story twice as much
_OPENINGS = frozenset({Role.BYLINE})


def tie(blocks: Sequence[Block], segments: Sequence[Segment]) -> tuple[Thread, ...]:
    """Return the threads of `segments`, which are in raw order. A segment that continues none begins a new one."""
    weights = TermWeights.of(blocks[i].text for segment in segments for i in segment.paragraphs)
    threads: list[Thread] = []
    above: int | None = None
    for segment in segments:
        n = _thread_of(blocks, threads, segment, weights, above)
        above = segment.paragraphs[-1]
        if n is None:
            threads.append(segment.paragraphs)
        else:
            threads[n] = (*threads[n], *segment.paragraphs)
    return tuple(threads)


def _thread_of(
    blocks: Sequence[Block],
    threads: Sequence[Thread],
    segment: Segment,
    weights: TermWeights,
    above: int | None,
) -> int | None:
    """Return the index of the thread that `segment` continues, or None. `above` is the last paragraph above it."""
    first = segment.paragraphs[0]
    taken_up = blocks[first].lines[0].resumes
    if taken_up is not None:
        ends = (blocks[thread[-1]].lines[-1].piece for thread in threads)
        return next((n for n, end in enumerate(ends) if end == taken_up), None)
    if above is None or blocks[first].opening:
        return None
    own = _terms(blocks, segment.paragraphs)
    closed = {
        n: weights.similarity(own, _terms(blocks, threads[n]))
        for n in _waiting(blocks, threads, first, above)
    }
    best = max(closed, key=closed.__getitem__, default=None)
    return best if best is not None and closed[best] > _SAME_TOPIC else None


def _waiting(blocks: Sequence[Block], threads: Sequence[Thread], first: int, above: int) -> list[int]:
    """Return the indices of the threads that stopped at a paragraph's end and may continue at paragraph `first`.

    `above` is the last paragraph above it.
    """
    if any(block.role in _OPENINGS for block in blocks[above + 1 : first]):
        return []
    if blocks[above].open:
        return [n for n, thread in enumerate(threads) if not blocks[thread[-1]].open]
    ended = next(thread for thread in reversed(threads) if thread[-1] == above)
    taken_up = next((i for i in reversed(ended) if blocks[i].lines[0].resumes is not None), None)
    if taken_up is None:
        return []
    left = _last_above(threads, taken_up)
    return [n for n, thread in enumerate(threads) if left == thread[-1] and not blocks[left].open]


def _last_above(threads: Sequence[Thread], i: int) -> int | None:
    """Return the last paragraph of any thread above block `i`, or None."""
    return max((n for thread in threads for n in thread if n < i), default=None)


def _terms(blocks: Sequence[Block], paragraphs: Sequence[int]) -> frozenset[str]:
    return frozenset().union(*(terms(blocks[i].text) for i in paragraphs))
