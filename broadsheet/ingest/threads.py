"""Segments → threads: a story whose column breaks off in mid-paragraph goes on where a paragraph is taken up again."""

from collections.abc import Sequence

from broadsheet.ingest.blocks import Block
from broadsheet.ingest.segments import Segment
from broadsheet.ingest.topics import Topics, signs

Thread = tuple[int, ...]  # indices of paragraph blocks, in reading order

_SAME_MEASURE = 0.3


def tie(blocks: Sequence[Block], segments: Sequence[Segment]) -> tuple[Thread, ...]:
    """Tie segments that begin in the middle of a paragraph to the open thread that suits them best."""
    topics = Topics.of(blocks[i].text for segment in segments for i in segment.paragraphs)
    threads: list[Thread] = []
    for segment in segments:
        waiting = [n for n, thread in enumerate(threads) if blocks[thread[-1]].open]
        if blocks[segment.paragraphs[0]].resumed and waiting:
            best = max(waiting, key=lambda n, to=segment: _suits(blocks, threads[n], to, topics))  # type: ignore[misc]
            threads[best] = (*threads[best], *segment.paragraphs)
        else:
            threads.append(segment.paragraphs)
    return tuple(threads)


def _suits(blocks: Sequence[Block], thread: Thread, segment: Segment, topics: Topics) -> float:
    before, after = blocks[thread[-1]], blocks[segment.paragraphs[0]]
    own = frozenset().union(*(signs(blocks[i].text) for i in thread))
    more = frozenset().union(*(signs(blocks[i].text) for i in segment.paragraphs))
    same_measure = before.lines[-1].measure == after.lines[0].measure
    return topics.kinship(own, more) + _SAME_MEASURE * same_measure
