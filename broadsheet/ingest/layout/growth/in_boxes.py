"""The evidence that what stands in one box is one story: a box with a single headline, or with none."""

from collections.abc import Iterator
from itertools import pairwise

from broadsheet.ingest.layout.boxes import holds
from broadsheet.ingest.layout.growth.evidence import Evidence, Page

_TOGETHER = (
    4.5  # what it costs to believe that lines in one box belong together, though nothing else shows it
)


def in_boxes(page: Page) -> Iterator[Evidence]:
    """Yield that the texts of a box belong together, from the top down, and to the headline in it."""
    count = len(page.texts)
    for box in page.boxes:
        heads = [count + n for n, stack in enumerate(page.stacks) if holds(box, stack.frame)]
        inside = [n for n, text in enumerate(page.texts) if holds(box, text.frame)]
        if len(heads) < 2:
            ordered = sorted(inside, key=lambda n: page.texts[n].frame.top)
            yield from (Evidence(_TOGETHER, one, other) for one, other in pairwise([*heads, *ordered]))
