"""Where code between backticks ends: a run of backticks ends at the next run of the same length (CommonMark 0.31.2, 6.1)."""

import re
from bisect import bisect_left
from collections import defaultdict

_RUN = re.compile(r"`+")


class CodeSpans:
    """The runs of backticks in a text, by their length, so that the end of each is found without a search."""

    def __init__(self, text: str) -> None:
        self._starts: dict[int, list[int]] = defaultdict(list)
        for run in _RUN.finditer(text):
            self._starts[len(run[0])].append(run.start())

    def closing(self, length: int, after: int) -> int:
        """Return where the next run of this length begins at `after` or behind it, or -1."""
        starts = self._starts.get(length, [])
        number = bisect_left(starts, after)
        return starts[number] if number < len(starts) else -1
