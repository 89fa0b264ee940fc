"""Rulings on where paragraphs and stories begin and end: `join`, `break`, `split`, `merge`; and the table of all acts.

A ruling says how the page is: where it reads so already, nothing changes.
"""

from collections.abc import Callable

import msgspec

from broadsheet.ingest.rulings.makeup import Location, cut, field_of, location_at, swap, with_story
from broadsheet.ingest.rulings.roles import (
    ImpossibleRulingError,
    ResolvedRuling,
    give_role,
    move,
    one_passage,
)
from broadsheet.model.page_reading import PageReading, Passage, Role, Story

_DISPLAY = ("kicker", "headline", "deck")


def join(page: PageReading, order: ResolvedRuling) -> PageReading:
    """Let the passage that begins at the quote go on with another: the one before it, or the one that holds `to`."""
    place = location_at(page, order.at.start)
    if place.passage.start != order.at.start:
        return page
    if order.to is None:
        if not place.nth:
            raise ImpossibleRulingError(
                "nothing stands before these words in their story", "say `to:` with words of it"
            )
        to = field_of(page, place)[place.nth - 1]
    else:
        to = location_at(page, order.to.start).passage
    if to == place.passage:
        raise one_passage()
    inside = (
        to.start < place.passage.start < to.spans[-1].start
    )  # a line that was taken out of a paragraph's midst
    spans = to.spans + place.passage.spans
    joined = Passage(to.role, tuple(sorted(spans)) if inside else spans)
    page = swap(page, place)
    return swap(page, location_at(page, to.start), joined)


def break_(page: PageReading, order: ResolvedRuling) -> PageReading:
    """Let a paragraph begin at the quote."""
    place = location_at(page, order.at.start)
    if place.passage.start == order.at.start:
        return page
    return swap(page, place, *cut(place.passage, order.at.start))


def split(page: PageReading, order: ResolvedRuling) -> PageReading:
    """Let another story begin at the quote: it gets all that is printed from there on in its story."""
    place = location_at(page, order.at.start)
    if place.story is None:
        raise ImpossibleRulingError("these words are in no story", "quote words of the story to be split")
    number = place.story
    if place.field == "body":
        page = break_(page, order)
        place = location_at(page, order.at.start)
    story = page.stories[number]
    cut_at = _body_from(story, place, order.at.start)
    if not _has_text(story.body[:cut_at]):
        return page
    if not _has_text(story.body[cut_at:]):
        raise ImpossibleRulingError(
            "no text of the story follows these words", "quote the first words of the other story"
        )
    fields = {name: getattr(story, name) for name in story.__struct_fields__ if name != "body"}
    old = {name: tuple(p for p in ps if p.start < order.at.start) for name, ps in fields.items()}
    new = {name: tuple(p for p in ps if p.start >= order.at.start) for name, ps in fields.items()}
    first = msgspec.structs.replace(story, **old, body=story.body[:cut_at])
    second = msgspec.structs.replace(story, **new, body=story.body[cut_at:])
    return with_story(page, number, first, _subheads_to_headline(second))


def _body_from(story: Story, place: Location, offset: int) -> int:
    if place.field == "body":
        return place.nth
    return next((i for i, p in enumerate(story.body) if p.start > offset), len(story.body))


def _has_text(body: tuple[Passage, ...]) -> bool:
    return any(passage.role is Role.PARAGRAPH for passage in body)


def _subheads_to_headline(story: Story) -> Story:
    """A subhead is a headline where nothing of the story stands above it."""
    count = next(i for i, passage in enumerate(story.body) if passage.role is Role.PARAGRAPH)
    lines = tuple(Passage(Role.HEADLINE, passage.spans) for passage in story.body[:count])
    return msgspec.structs.replace(story, headline=(*story.headline, *lines), body=story.body[count:])


def merge(page: PageReading, order: ResolvedRuling) -> PageReading:
    """Let the story that begins at the quote go on with another: the one before it, or the one that holds `to`."""
    place = location_at(page, order.at.start)
    if place.story is None:
        raise ImpossibleRulingError(
            "these words are in no story", "quote words of the story that goes on with another"
        )
    if order.to is None and place.field == "body" and place.nth:
        return page
    to = place.story - 1 if order.to is None else location_at(page, order.to.start).story
    if to is None or to < 0:
        raise ImpossibleRulingError("there is no story to go on with", "say `to:` with words of it")
    if to == place.story:
        return page
    one, other = page.stories[to], page.stories[place.story]
    lines = tuple(Passage(Role.SUBHEAD, p.spans) for name in _DISPLAY for p in getattr(other, name))
    fields = {
        name: (*getattr(one, name), *getattr(other, name))
        for name in one.__struct_fields__
        if name not in (*_DISPLAY, "body")
    }
    merged = msgspec.structs.replace(one, **fields, body=(*one.body, *lines, *other.body))
    return with_story(with_story(page, to, merged), place.story)


ACTS: dict[str, Callable[[PageReading, ResolvedRuling], PageReading]] = {
    "join": join,
    "break": break_,
    "split": split,
    "merge": merge,
    "move": move,
    "drop": give_role,
}
