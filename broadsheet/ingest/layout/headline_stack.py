"""The lines of a stack → kicker, headline and deck, by their size and their order."""

from collections.abc import Sequence
from typing import NamedTuple

from broadsheet.ingest.layout.lines import TextLine
from broadsheet.ingest.layout.stacks import Stack
from broadsheet.ingest.text.labels import line_role
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.page_reading import Role

_SAME = 0.9  # of the largest size: a line of the headline too


class StackLine(NamedTuple):
    """A line of a stack with its role."""

    line: TextLine
    role: Role


def stack_lines(stack: Stack, lexicon: Lexicon) -> tuple[StackLine, ...]:
    """Return the lines of a stack in reading order, each with its role.

    The largest lines are the headline. What is smaller is the kicker above them, and the deck below; a line that says where
    the story comes from or goes on is a jump.
    """
    lines = [line for segment in stack.segments for line in segment.lines]
    large = [n for n, line in enumerate(lines) if line.size >= _SAME * stack.size]
    return tuple(StackLine(line, _role(n, line, large, lexicon)) for n, line in enumerate(lines))


def _role(n: int, line: TextLine, large: Sequence[int], lexicon: Lexicon) -> Role:
    if n in large:
        return Role.HEADLINE
    found = line_role(line.text.strip(), lexicon)
    if found and found[0] is Role.JUMP:
        return Role.JUMP
    if n < large[0]:
        return Role.KICKER
    opening = any(pattern.match(line.text) for pattern in lexicon.openings.get("deck", ()))
    return Role.DECK if n > large[-1] or opening else Role.HEADLINE
