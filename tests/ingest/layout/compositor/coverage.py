"""How well the boxes of a page map cover their stories: whose characters stand in whose boxes."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from broadsheet.model.marks import PageMarks
from broadsheet.model.page_map import Box as Share
from broadsheet.model.page_map import PageMap
from tests.ingest.layout.compositor.sheet import NOBODY, Box, Page


class Coverage(NamedTuple):
    """The least share of a story's own characters that its boxes hold, and the largest share of another's."""

    own: float
    others: float


def coverage(page: Page, marks: PageMarks, page_map: PageMap, matched: Mapping[int, int]) -> Coverage:
    """Measure the map of a page. `matched` is the article as read of each as made; one without has no boxes."""
    boxes = {area.article - 1: [_points(share, page_map) for share in area.boxes] for area in page_map.areas}
    own = Counter[int]()
    held = Counter[tuple[int, int]]()
    for glyph in marks.glyphs:
        left, top, right, bottom = glyph.frame
        x, y = (left + right) / 2, (top + bottom) / 2
        owner = _owner(page.areas, x, y)
        if owner in (None, NOBODY) or not glyph.char.strip():
            continue
        own[owner] += 1
        for made, read in matched.items():
            held[made, owner] += any(_holds(box, x, y) for box in boxes.get(read, ()))
    shares = {pair: count / own[pair[1]] for pair, count in held.items()}
    return Coverage(
        own=min((shares.get((story, story), 0.0) for story in own), default=1.0),
        others=max((share for (made, owner), share in shares.items() if made != owner), default=0.0),
    )


def _points(share: Share, page_map: PageMap) -> Box:
    wide, high = page_map.width, page_map.height
    return Box(share.left * wide, share.top * high, share.right * wide, share.bottom * high)


def _owner(areas: Sequence[tuple[int, Box]], x: float, y: float) -> int | None:
    """Return the story in whose area a point lies: the smallest, where one is set into another."""
    holding = [(box, number) for number, box in areas if _holds(box, x, y)]
    smallest = min(
        holding, key=lambda one: (one[0].right - one[0].left) * (one[0].bottom - one[0].top), default=None
    )
    return smallest[1] if smallest else None


def _holds(box: Box, x: float, y: float) -> bool:
    return box.left <= x <= box.right and box.top <= y <= box.bottom
