"""Where each story stands on its page: as few boxes as hold all of its characters, and none of another story."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from broadsheet.ingest.layout.barriers import across, down
from broadsheet.ingest.layout.lines import around
from broadsheet.ingest.reading import Facsimile
from broadsheet.model.marks import Frame
from broadsheet.model.page_map import Area, Box, PageMap
from broadsheet.model.page_reading import PageReading, Passage
from broadsheet.model.source import SourceText

_TOUCH = 1.0  # points that boxes may run into each other
_DIGITS = 5


def page_map(source: SourceText, page: PageReading, facsimile: Facsimile) -> PageMap:
    """Return the map of the page as it was read; what has no story is the article after the stories."""
    owned = [[*_frames(source, story.passages(), facsimile)] for story in page.stories]
    for number, story in enumerate(page.stories):
        owned[number] += _pictures(story.passages(), facsimile)
    if page.unplaced:
        owned.append([*_frames(source, page.unplaced, facsimile), *_pictures(page.unplaced, facsimile)])
    aside = [*_frames(source, (*page.furniture, *page.teasers), facsimile)]
    areas = (
        Area(
            article=n + 1,
            boxes=tuple(_box(frame, facsimile) for frame in _boxes(own, [*_others(owned, n), *aside])),
        )
        for n, own in enumerate(owned)
        if own
    )
    return PageMap(
        width=round(facsimile.width, 1),
        height=round(facsimile.height, 1),
        picture=facsimile.picture,
        areas=tuple(area for area in areas if area.boxes),
    )


def _frames(source: SourceText, passages: Iterable[Passage], facsimile: Facsimile) -> Iterable[Frame]:
    numbers = (source.line_at(span.start).number for passage in passages for span in passage.spans)
    return [facsimile.frames[number] for number in dict.fromkeys(numbers) if number in facsimile.frames]


def _pictures(passages: Sequence[Passage], facsimile: Facsimile) -> list[Frame]:
    spans = [span for passage in passages for span in passage.spans]
    return [
        placed.picture.frame
        for placed in facsimile.pictures
        if placed.picture.frame.width and any(span.start <= placed.at < span.end for span in spans)
    ]


def _others(owned: Sequence[Sequence[Frame]], number: int) -> list[Frame]:
    return [frame for n, frames in enumerate(owned) if n != number for frame in frames]


def _boxes(own: Sequence[Frame], others: Sequence[Frame]) -> list[Frame]:
    """Join frames as long as what stands around two of them holds nothing of another story: neighbours, then the nearest."""
    whole = around(own)
    near = [frame for frame in others if _meet(whole, frame)]
    boxes = _runs(own, near)
    while pairs := [
        (_gap(one, other), n, m)
        for (n, one), (m, other) in combinations(enumerate(boxes), 2)
        if _is_free(around([one, other]), near)
    ]:
        _, n, m = min(pairs)
        joined = around([boxes[n], boxes[m]])
        boxes = [box for box in boxes if around([box, joined]) != joined] + [joined]
    return sorted(boxes, key=lambda box: (box.top, box.left))


def _runs(own: Sequence[Frame], near: Sequence[Frame]) -> list[Frame]:
    """Join frames that follow each other in print order."""
    boxes = [own[0]]
    for frame in own[1:]:
        joined = around([boxes[-1], frame])
        if _is_free(joined, near):
            boxes[-1] = joined
        else:
            boxes.append(frame)
    return boxes


def _is_free(frame: Frame, near: Sequence[Frame]) -> bool:
    return not any(_meet(frame, other) for other in near)


def _gap(one: Frame, other: Frame) -> float:
    return max(-across(one, other), 0.0) + max(-down(one, other), 0.0)


def _meet(one: Frame, other: Frame) -> bool:
    return across(one, other) > _TOUCH and down(one, other) > _TOUCH


def _box(frame: Frame, facsimile: Facsimile) -> Box:
    """Return a frame in fractions of the page, inside of it."""
    sides = (
        frame.left / facsimile.width,
        frame.top / facsimile.height,
        frame.right / facsimile.width,
        frame.bottom / facsimile.height,
    )
    return Box(*(round(min(max(side, 0.0), 1.0), _DIGITS) for side in sides))
