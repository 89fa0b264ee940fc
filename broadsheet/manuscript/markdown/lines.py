"""What a line may be, and the lines of the block that is read next."""

import re
from collections.abc import Iterator

from markdown.util import STX

RULE = re.compile(r" *+([-_*])(?: *+\1){2,}+ *+$", re.MULTILINE)
"""A line of three or more of one sign, which rules off."""
ITEM = re.compile(r"(?P<indent> *+)(?P<mark>[-+*]|[0-9]{1,9}[.)])(?P<gap> ++(?=\S)| *+$)", re.MULTILINE)
"""The beginning of a line that is an item of a list."""

# What begins another block right after a line of a paragraph (CommonMark 0.31.2, 4.8). Of numbers only 1 does: the
# next line may begin with a year.
_INTERRUPTION = rf" *+(?:>|#{{1,6}} ++\S|(?:[-+*]|1[.)]) ++\S|([-_*])(?: *+\1){{2,}}+ *+$|{STX}fence:)"
_INTERRUPTING = re.compile(_INTERRUPTION)
_INTERRUPTED = re.compile(rf"\n(?={_INTERRUPTION})", re.MULTILINE)


def interrupts(line: str) -> bool:
    """Whether `line` begins another block where a paragraph could go on."""
    return bool(_INTERRUPTING.match(line))


def part_block(blocks: list[str], start: int = 0) -> None:
    """Make what interrupts the first of `blocks` behind `start` a block of its own."""
    if end := _INTERRUPTED.search(blocks[0], start):
        blocks[0:1] = [blocks[0][: end.start()], blocks[0][end.end() :]]


def lines_of(block: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of `block` with their places in it, and look no further than is asked."""
    start = 0
    while start <= len(block):
        end = block.find("\n", start)
        end = len(block) if end < 0 else end
        yield start, block[start:end]
        start = end + 1


def first_line(blocks: list[str]) -> str:
    """Take the first line from `blocks`, and return it."""
    line, is_parted, rest = blocks.pop(0).partition("\n")
    if is_parted:
        blocks.insert(0, rest)
    return line
