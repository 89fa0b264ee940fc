"""Remarks to the proof, which no reader gets: lines such as `<!-- lint: off unpaired as printed -->`."""

import re
from collections.abc import Iterator

_REMARK = re.compile(r"<!-- (lint: [^\n]*?)-->[ \t]*")
_FENCE = re.compile(r"[ >]*(?P<run>`{3,}|~{3,})(?P<rest>[^`\n]*)")


def is_remark(line: str) -> bool:
    """Whether a line of Markdown is a remark."""
    return bool(_REMARK.fullmatch(line))


def remarks_in(text: str) -> Iterator[tuple[int, str]]:
    """Yield the offset and the words of each remark in Markdown `text` that is not code."""
    offset, fence = 0, ""
    for line in text.split("\n"):
        if mark := _FENCE.fullmatch(line):
            if not fence:
                fence = mark["run"]
            elif mark["run"].startswith(fence) and not mark["rest"].strip():
                fence = ""
        elif not fence and (remark := _REMARK.fullmatch(line)):
            yield offset, remark[1]
        offset += len(line) + 1
