"""Sizes of recognised lines: a scan shows the frames of words, and print has a few sizes of type."""

from collections import Counter
from collections.abc import Sequence

import msgspec

from broadsheet.ingest.layout.lines import TextLine

_SAME_TYPE = 1.15  # times the size that most characters have


def with_even_sizes(lines: Sequence[TextLine]) -> tuple[TextLine, ...]:
    """Return the lines with the sizes of type that they show: the commonest one, and those near it, are one size."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[line.size] += line.ink
    even: dict[float, float] = {}
    for size, _ in sizes.most_common():
        if size not in even:
            near = (other for other in sizes if size / _SAME_TYPE <= other <= size * _SAME_TYPE)
            even = {**dict.fromkeys(near, size), **even}
    return tuple(msgspec.structs.replace(line, size=even[line.size]) for line in lines)
