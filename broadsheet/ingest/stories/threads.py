"""Segments → threads: a story that other stories' lines interrupt goes on further down the page.

Where its paragraph breaks off, the typesetter's programme has found the line that takes it up again. Where it stops at
a paragraph's end there is no such line: then the new run begins right where some other paragraph breaks off, or where a
text that was taken up under it comes to its end, and speaks of what an earlier one spoke of.
"""

from collections.abc import Sequence

from broadsheet.ingest.stories.blocks import Block
from broadsheet.ingest.stories.gaps import Segment
from broadsheet.ingest.text.topics import Topics, signs
from broadsheet.model.page_reading import Role

Thread = tuple[int, ...]  # indices of paragraph blocks, in reading order

_AKIN = 0.1  # strangers share a third of that, runs of one story twice as much
_OPENINGS = frozenset({Role.BYLINE})


def tie(blocks: Sequence[Block], segments: Sequence[Segment]) -> tuple[Thread, ...]:
    """Tie each segment to the thread that it goes on with, or begin a thread with it."""
    topics = Topics.of(blocks[i].text for segment in segments for i in segment.paragraphs)
    threads: list[Thread] = []
    for segment in segments:
        n = _thread_of(blocks, threads, segment, topics)
        if n is None:
            threads.append(segment.paragraphs)
        else:
            threads[n] = (*threads[n], *segment.paragraphs)
    return tuple(threads)


def _thread_of(
    blocks: Sequence[Block], threads: Sequence[Thread], segment: Segment, topics: Topics
) -> int | None:
    first = segment.paragraphs[0]
    taken_up = blocks[first].lines[0].resumes
    if taken_up is not None:
        ends = (blocks[thread[-1]].lines[-1].piece for thread in threads)
        return next((n for n, end in enumerate(ends) if end == taken_up), None)
    own = _signs(blocks, segment.paragraphs)
    closed = {n: topics.kinship(own, _signs(blocks, threads[n])) for n in _waiting(blocks, threads, first)}
    best = max(closed, key=closed.__getitem__, default=None)
    return best if best is not None and closed[best] > _AKIN else None


def _waiting(blocks: Sequence[Block], threads: Sequence[Thread], first: int) -> list[int]:
    """Return the threads that stopped at a paragraph's end and may go on with paragraph `first`."""
    above = _last_above(threads, first)
    if above is None or blocks[first].opening:
        return []
    if any(block.role in _OPENINGS for block in blocks[above + 1 : first]):
        return []
    stopped = [n for n, thread in enumerate(threads) if not blocks[thread[-1]].open]
    if blocks[above].open:
        return stopped
    ended = next(thread for thread in threads if above in thread)
    taken_up = next((i for i in reversed(ended) if blocks[i].lines[0].resumes is not None), None)
    left = None if taken_up is None else _last_above(threads, taken_up)
    return [n for n in stopped if left == threads[n][-1]]


def _last_above(threads: Sequence[Thread], i: int) -> int | None:
    return max((n for thread in threads for n in thread if n < i), default=None)


def _signs(blocks: Sequence[Block], paragraphs: Sequence[int]) -> frozenset[str]:
    return frozenset().union(*(signs(blocks[i].text) for i in paragraphs))
