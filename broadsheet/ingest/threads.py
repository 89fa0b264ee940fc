"""Segments → threads: a story that other stories' lines interrupt goes on further down the page.

Where its paragraph breaks off, the typesetter's programme has found the line that takes it up again. Where it stops at
a paragraph's end there is no such line: then the new run begins right where some other paragraph breaks off, and
speaks of what an earlier one spoke of.
"""

from collections.abc import Sequence

from broadsheet.ingest.blocks import Block, Kind
from broadsheet.ingest.gaps import Segment
from broadsheet.ingest.topics import Topics, signs
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
    if not _after_a_break(blocks, first):
        return None
    own = _signs(blocks, segment.paragraphs)
    closed = {
        n: topics.kinship(own, _signs(blocks, thread))
        for n, thread in enumerate(threads)
        if not blocks[thread[-1]].open
    }
    best = max(closed, key=closed.__getitem__, default=None)
    return best if best is not None and closed[best] > _AKIN else None


def _after_a_break(blocks: Sequence[Block], first: int) -> bool:
    """Whether the paragraph before breaks off and nothing says that a story begins here."""
    before = next((i for i in range(first - 1, -1, -1) if blocks[i].kind is Kind.PARAGRAPH), None)
    if before is None or not blocks[before].open or blocks[first].opening:
        return False
    return all(block.role not in _OPENINGS for block in blocks[before + 1 : first])


def _signs(blocks: Sequence[Block], paragraphs: Sequence[int]) -> frozenset[str]:
    return frozenset().union(*(signs(blocks[i].text) for i in paragraphs))
