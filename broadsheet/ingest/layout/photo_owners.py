"""Which story a picture belongs to: the one that stands around it, or nearest to it."""

from collections.abc import Sequence

from broadsheet.ingest.layout.barriers import across, down
from broadsheet.ingest.layout.captions import Captioned
from broadsheet.ingest.layout.lines import around
from broadsheet.ingest.layout.ownership import Grown
from broadsheet.model.marks import Frame

_FAR = 40.0  # points; a picture further from any story has none


def owners_of(photos: Sequence[Captioned], stories: Sequence[Grown]) -> tuple[Grown | None, ...]:
    """Return the story of each picture, or None for one that stands by itself."""
    return tuple(_owner(photo, stories) for photo in photos)


def _owner(photo: Captioned, stories: Sequence[Grown]) -> Grown | None:
    ranked = [(_far(photo.frame, story), n) for n, story in enumerate(stories)]
    far, best = min(ranked, default=(_FAR + 1, 0))
    return stories[best] if far <= _FAR else None


def _far(picture: Frame, story: Grown) -> float:
    """Return how far a picture is from a story; below 0, by how much of it the story stands around it."""
    frames = [text.frame for text in story.texts] + ([story.stack.frame] if story.stack else [])
    whole = around(frames)
    wide, high = across(picture, whole), down(picture, whole)
    if wide > 0 and high > 0:
        return -100 * (wide * high) / (picture.width * picture.height)
    return min(max(-across(picture, frame), 0.0) + max(-down(picture, frame), 0.0) for frame in frames)
