"""Move passages about on a page that was read. Each function returns a new page, and no character is lost."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import msgspec

from broadsheet.model.page_reading import PageReading, Passage, Role, Story
from broadsheet.model.source import Span

STORY_FIELDS = {
    Role.PARAGRAPH: "body",
    Role.SUBHEAD: "body",
    Role.CLOSING: "body",
    Role.TABLE: "body",
    Role.NUMBERED: "body",
    Role.BULLETED: "body",
    Role.QUOTE: "body",
    Role.CODE: "body",
    Role.VERSE: "body",
    Role.ROWS: "body",
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
    """Where a passage is in a page: its story, or None for the page itself, its field, and its index `nth` in the field."""

    story: int | None
    field: str
    nth: int
    passage: Passage


def locations(page: PageReading) -> Iterator[Location]:
    """Yield every passage of the page with its location, stories first."""
    for number, story in enumerate(page.stories):
        for field in story.__struct_fields__:
            yield from (Location(number, field, i, p) for i, p in enumerate(getattr(story, field)))
    for field in PAGE_FIELDS.values():
        yield from (Location(None, field, i, p) for i, p in enumerate(getattr(page, field)))


def location_at(page: PageReading, offset: int) -> Location:
    """Return the location of the passage that holds the inked character at `offset`."""
    return next(at for at in locations(page) if any(s.start <= offset < s.end for s in at.passage.spans))


def with_field(page: PageReading, story: int | None, field: str, passages: Sequence[Passage]) -> PageReading:
    """Return `page` with `passages` in `field` of a story, or of the page itself for None."""
    if story is None:
        return msgspec.structs.replace(page, **{field: tuple(passages)})
    changed = msgspec.structs.replace(page.stories[story], **{field: tuple(passages)})
    return with_story(page, story, changed)


def with_story(page: PageReading, number: int, *stories: Story) -> PageReading:
    """Return `page` with `stories` in place of story `number`."""
    return msgspec.structs.replace(
        page, stories=(*page.stories[:number], *stories, *page.stories[number + 1 :])
    )


def field_of(page: PageReading, at: Location) -> tuple[Passage, ...]:
    """Return all passages of the field that contains `at`."""
    owner = page if at.story is None else page.stories[at.story]
    passages: tuple[Passage, ...] = getattr(owner, at.field)
    return passages


def swap(page: PageReading, at: Location, *passages: Passage) -> PageReading:
    """Return `page` with `passages`, or nothing, in place of the passage at `at`."""
    before = field_of(page, at)
    return with_field(page, at.story, at.field, (*before[: at.nth], *passages, *before[at.nth + 1 :]))


def take(page: PageReading, spans: Sequence[Span]) -> PageReading:
    """Return `page` without the lines `spans`. A passage that loses a line in the middle stays one passage."""
    for at in tuple(locations(page)):
        kept = tuple(span for span in at.passage.spans if span not in spans)
        if kept != at.passage.spans:
            there = location_at(page, at.passage.start)
            page = swap(page, there, *([Passage(at.passage.role, kept)] if kept else []))
    return page


def put(page: PageReading, story: int | None, passage: Passage, after: Passage | None = None) -> PageReading:
    """Return `page` with `passage` in the field of its role: right after the passage `after`, or else in print order."""
    field = (PAGE_FIELDS if story is None else STORY_FIELDS)[passage.role]
    there: tuple[Passage, ...] = getattr(page if story is None else page.stories[story], field)
    if after in there:
        n = there.index(after) + 1
    else:
        n = next((i for i, other in enumerate(there) if other.start > passage.start), len(there))
    return with_field(page, story, field, (*there[:n], passage, *there[n:]))


def cut(passage: Passage, offset: int) -> tuple[Passage, Passage]:
    """Return `passage` cut in two before the character at `offset`."""
    at = next(i for i, span in enumerate(passage.spans) if span.start <= offset < span.end)
    span = passage.spans[at]
    head = (*passage.spans[:at], *([Span(span.start, offset)] if span.start < offset else []))
    return Passage(passage.role, head), Passage(
        passage.role, (Span(offset, span.end), *passage.spans[at + 1 :])
    )


def in_order(page: PageReading) -> PageReading:
    """Return `page` with its stories in print order.

    The passages of a story that has neither text nor captions with a headline become unplaced.
    """
    kept = [story for story in page.stories if story.body or (story.headline and story.captions)]
    left = [p for story in page.stories if story not in kept for p in story.passages()]
    unplaced = (*page.unplaced, *(Passage(Role.UNPLACED, passage.spans) for passage in left))
    return msgspec.structs.replace(
        page, stories=tuple(sorted(kept, key=lambda story: story.start)), unplaced=unplaced
    )
