"""A page whose stories are to grow, and what speaks for a story."""

from collections.abc import Mapping

import msgspec

from broadsheet.ingest.layout.barriers import Barriers
from broadsheet.ingest.layout.columns import Flow
from broadsheet.ingest.layout.segments import Segment, Type
from broadsheet.ingest.layout.stacks import Stack
from broadsheet.lexicon.patterns import Characters
from broadsheet.model.marks import Frame


class Grown(msgspec.Struct, frozen=True, eq=False):
    """A story as far as places show it: its stack, if it has one, and its segments of text."""

    stack: Stack | None
    texts: tuple[Segment, ...]


class Evidence(msgspec.Struct, frozen=True):
    """What speaks for one story: the `cost` of believing it, the less the surer, and the two segments."""

    cost: float
    one: int
    other: int


class Page(msgspec.Struct, frozen=True):
    """What the evidence is about: the segments of text, the stacks, the pictures, the rules, and how text is set.

    `labels` are those of `texts` that are bylines, `verse` those that are stanzas, `rows` tables; `pictures` are framed with their captions; `boxes` are framed by rules or tinted.
    `flows` says how each of `texts` is set in its column.
    """

    texts: tuple[Segment, ...]
    labels: frozenset[Segment]
    verse: frozenset[Segment]
    rows: frozenset[Segment]
    stacks: tuple[Stack, ...]
    pictures: tuple[Frame, ...]
    flows: Mapping[Segment, Flow]
    boxes: tuple[Frame, ...]
    barriers: Barriers
    body: Type
    characters: Characters
