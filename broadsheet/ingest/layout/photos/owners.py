"""Which story a picture belongs to: the one that stands around it, or nearest to it."""

from collections.abc import Container, Sequence

from broadsheet.ingest.layout.barriers import Barriers, across, down
from broadsheet.ingest.layout.growth.evidence import Grown
from broadsheet.ingest.layout.lines import around
from broadsheet.ingest.layout.photos.captions import Captioned
from broadsheet.ingest.layout.segments import Segment, Type
from broadsheet.model.marks import Frame

_LINES_APART = 2.0  # between a headline and the picture that it is about
_FAR = 40.0  # points; a picture further from any story has none


def with_photo_stories(
    stories: Sequence[Grown],
    photos: Sequence[Captioned],
    labels: Container[Segment],
    barriers: Barriers,
    body: Type,
) -> tuple[tuple[Grown, ...], tuple[Captioned, ...]]:
    """Return stories and photos after each headline without text got the caption of the photo beside it as its text.

    `labels` are the segments that are bylines; such a headline may have one.
    """
    left = list(photos)
    told: list[Grown] = []
    for story in stories:
        bare = story.stack is not None and all(text in labels for text in story.texts)
        head = around([one.frame for one in (*story.texts, *((story.stack,) if story.stack else ()))])
        near = [
            n
            for n, photo in enumerate(left)
            if bare and photo.caption and _belongs(head, photo, barriers, body)
        ]
        told.append(Grown(story.stack, (*story.texts, *left[near[0]].caption)) if near else story)
        if near:
            left[near[0]] = Captioned(left[near[0]].picture)
    return tuple(told), tuple(left)


def _belongs(head: Frame, photo: Captioned, barriers: Barriers, body: Type) -> bool:
    near = -down(head, photo.frame) <= _LINES_APART * body.leading and across(head, photo.frame) > 0
    return near and not barriers.part(head, photo.frame)


def owners_of(
    photos: Sequence[Captioned], stories: Sequence[Grown], barriers: Barriers
) -> tuple[Grown | None, ...]:
    """Return the story of each picture, or None for one that stands by itself. No rule stands between the two.

    A picture far from all text belongs to the story of the picture beside it.
    """
    near = [_owner(photo, [one for one in stories if not _parted(photo, one, barriers)]) for photo in photos]
    return tuple(
        owner or next((near[n] for n in _beside(photo, photos, barriers) if near[n]), None)
        for photo, owner in zip(photos, near, strict=True)
    )


def _beside(photo: Captioned, photos: Sequence[Captioned], barriers: Barriers) -> list[int]:
    """Return the numbers of the pictures beside one, the nearest first."""
    found = [
        (-across(photo.picture.frame, other.picture.frame), n)
        for n, other in enumerate(photos)
        if other is not photo
        and down(photo.picture.frame, other.picture.frame) > 0
        and not barriers.part(photo.frame, other.frame)
    ]
    return [n for far, n in sorted(found) if far <= _FAR]


def _parted(photo: Captioned, story: Grown, barriers: Barriers) -> bool:
    frames = [text.frame for text in story.texts] + ([story.stack.frame] if story.stack else [])
    return barriers.part(photo.frame, around(frames)) or all(
        barriers.part(photo.frame, frame) for frame in frames
    )


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
