"""Moving passages about on a page that was read: each function returns a new page, and no character is lost."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from broadsheet.model.page_reading import PageReading, Passage, Role, Story
from broadsheet.model.source import Span

STORY_FIELDS = {
    Role.PARAGRAPH: "body",
    Role.SUBHEAD: "body",
    Role.CLOSING: "body",
    Role.KICKER: "kicker",
    Role.HEADLINE: "headline",
    Role.DECK: "deck",
    Role.BYLINE: "byline",
    Role.CAPTION: "captions",
    Role.PHOTO_CREDIT: "captions",
    Role.EDITORS_NOTE: "editors_note",
    Role.SOURCE_CREDIT: "source_credit",
    Role.JUMP: "jump",
}
PAGE_FIELDS = {Role.TEASER: "teasers", Role.FURNITURE: "furniture", Role.UNPLACED: "unplaced"}


class Location(NamedTuple):
    """Where a passage stands: the number of its story, or None for the page itself, its field, and how manieth it is there."""

    story: int | None
    field: str
    nth: int
    passage: Passage


def locations(page: PageReading) -> Iterator[Location]:
    """Yield every passage of the page with its place."""
    for number, story in enumerate(page.stories):
        for field in story.__struct_fields__:
            yield from (Location(number, field, i, p) for i, p in enumerate(getattr(story, field)))
    for field in PAGE_FIELDS.values():
        yield from (Location(None, field, i, p) for i, p in enumerate(getattr(page, field)))


def location_at(page: PageReading, offset: int) -> Location:
    """Return the place of the passage that holds the inked character at `offset`."""
    return next(
        place for place in locations(page) if any(s.start <= offset < s.end for s in place.passage.spans)
    )


def with_field(page: PageReading, story: int | None, field: str, passages: Sequence[Passage]) -> PageReading:
    """Return the page with `passages` as the field of a story, or of the page itself."""
    if story is None:
        return msgspec.structs.replace(page, **{field: tuple(passages)})
    changed = msgspec.structs.replace(page.stories[story], **{field: tuple(passages)})
    return with_story(page, story, changed)


def with_story(page: PageReading, number: int, *stories: Story) -> PageReading:
    """Return the page with `stories` in the place of one."""
    return msgspec.structs.replace(
        page, stories=(*page.stories[:number], *stories, *page.stories[number + 1 :])
    )


def field_of(page: PageReading, place: Location) -> tuple[Passage, ...]:
    """Return all passages of the field in which `place` is."""
    owner = page if place.story is None else page.stories[place.story]
    passages: tuple[Passage, ...] = getattr(owner, place.field)
    return passages


def swap(page: PageReading, place: Location, *passages: Passage) -> PageReading:
    """Return the page with `passages` in the place of one: none takes it away."""
    before = field_of(page, place)
    return with_field(
        page, place.story, place.field, (*before[: place.nth], *passages, *before[place.nth + 1 :])
    )


def take(page: PageReading, spans: Sequence[Span]) -> PageReading:
    """Return the page without `spans`; a passage that loses a line in its midst goes on after it."""
    for place in tuple(locations(page)):
        kept = tuple(span for span in place.passage.spans if span not in spans)
        if kept != place.passage.spans:
            there = location_at(page, place.passage.start)
            page = swap(page, there, *([Passage(place.passage.role, kept)] if kept else []))
    return page


def put(page: PageReading, story: int | None, passage: Passage, after: Passage | None = None) -> PageReading:
    """Return the page with `passage` in the field of its role: right after another, or in the order of print."""
    field = (PAGE_FIELDS if story is None else STORY_FIELDS)[passage.role]
    there: tuple[Passage, ...] = getattr(page if story is None else page.stories[story], field)
    if after in there:
        at = there.index(after) + 1
    else:
        at = next((i for i, other in enumerate(there) if other.start > passage.start), len(there))
    return with_field(page, story, field, (*there[:at], passage, *there[at:]))


def cut(passage: Passage, offset: int) -> tuple[Passage, Passage]:
    """Return the passage in two: up to the character at `offset`, and from it on."""
    at = next(i for i, span in enumerate(passage.spans) if span.start <= offset < span.end)
    span = passage.spans[at]
    head = (*passage.spans[:at], *([Span(span.start, offset)] if span.start < offset else []))
    return Passage(passage.role, head), Passage(
        passage.role, (Span(offset, span.end), *passage.spans[at + 1 :])
    )


def in_order(page: PageReading) -> PageReading:
    """Return the page with its stories in print order; what a story without text still had is unplaced."""
    told = [story for story in page.stories if story.body]
    left = [p for story in page.stories if not story.body for p in story.passages()]
    unplaced = (*page.unplaced, *(Passage(Role.UNPLACED, passage.spans) for passage in left))
    return msgspec.structs.replace(
        page, stories=tuple(sorted(told, key=lambda story: story.body[0].start)), unplaced=unplaced
    )
