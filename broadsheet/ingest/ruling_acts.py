"""What rulings do to a page that was read. A ruling says how the page is: where it reads so already, nothing changes."""

from collections.abc import Callable
from typing import NamedTuple

import msgspec

from broadsheet.ingest.makeup import (
    PAGE_FIELDS,
    STORY_FIELDS,
    Place,
    cut,
    field_of,
    place_of,
    put,
    swap,
    take,
    with_story,
)
from broadsheet.model.page_reading import PageReading, Passage, Role, Story
from broadsheet.model.source import Span

_DISPLAY = ("kicker", "headline", "deck")


class CannotError(Exception):
    """A ruling that cannot be followed: what is in the way, and what to write instead."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def _one_passage() -> CannotError:
    return CannotError("`at` and `to` are in one passage", "quote other words in `to`")


class Order(NamedTuple):
    """A ruling with its quotes found: where `at` stands, where `to` does, and the role that it names."""

    at: Span
    to: Span | None
    role: Role | None


def join(page: PageReading, order: Order) -> PageReading:
    """Let the passage that begins at the quote go on with another: the one before it, or the one that holds `to`."""
    place = place_of(page, order.at.start)
    if place.passage.start != order.at.start:
        return page
    if order.to is None:
        if not place.nth:
            raise CannotError(
                "nothing stands before these words in their story", "say `to:` with words of it"
            )
        to = field_of(page, place)[place.nth - 1]
    else:
        to = place_of(page, order.to.start).passage
    if to == place.passage:
        raise _one_passage()
    inside = (
        to.start < place.passage.start < to.spans[-1].start
    )  # a line that was taken out of a paragraph's midst
    spans = to.spans + place.passage.spans
    joined = Passage(to.role, tuple(sorted(spans)) if inside else spans)
    page = swap(page, place)
    return swap(page, place_of(page, to.start), joined)


def break_(page: PageReading, order: Order) -> PageReading:
    """Let a paragraph begin at the quote."""
    place = place_of(page, order.at.start)
    if place.passage.start == order.at.start:
        return page
    return swap(page, place, *cut(place.passage, order.at.start))


def split(page: PageReading, order: Order) -> PageReading:
    """Let another story begin at the quote: it gets all that is printed from there on in its story."""
    place = place_of(page, order.at.start)
    if place.story is None:
        raise CannotError("these words are in no story", "quote words of the story to be split")
    number = place.story
    if place.field == "body":
        page = break_(page, order)
        place = place_of(page, order.at.start)
    story = page.stories[number]
    cut_at = _body_from(story, place, order.at.start)
    if not _has_text(story.body[:cut_at]):
        return page
    if not _has_text(story.body[cut_at:]):
        raise CannotError(
            "no text of the story follows these words", "quote the first words of the other story"
        )
    fields = {name: getattr(story, name) for name in story.__struct_fields__ if name != "body"}
    old = {name: tuple(p for p in ps if p.start < order.at.start) for name, ps in fields.items()}
    new = {name: tuple(p for p in ps if p.start >= order.at.start) for name, ps in fields.items()}
    first = msgspec.structs.replace(story, **old, body=story.body[:cut_at])
    second = msgspec.structs.replace(story, **new, body=story.body[cut_at:])
    return with_story(page, number, first, _subheads_to_headline(second))


def _body_from(story: Story, place: Place, offset: int) -> int:
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


def merge(page: PageReading, order: Order) -> PageReading:
    """Let the story that begins at the quote go on with another: the one before it, or the one that holds `to`."""
    place = place_of(page, order.at.start)
    if place.story is None:
        raise CannotError("these words are in no story", "quote words of the story that goes on with another")
    if order.to is None and place.field == "body" and place.nth:
        return page
    to = place.story - 1 if order.to is None else place_of(page, order.to.start).story
    if to is None or to < 0:
        raise CannotError("there is no story to go on with", "say `to:` with words of it")
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


def move(page: PageReading, order: Order) -> PageReading:
    """Give the quoted lines, or the passage that holds the quote, to the story of `to`: right after it, where both are text."""
    if order.to is None:
        raise CannotError("`move` needs to know where", "say `to:` with words of the story")
    if order.role in PAGE_FIELDS:
        raise CannotError(
            f"a story has no {order.role}", "leave `do: move` out: the role alone takes the words away"
        )
    target = place_of(page, order.to.start)
    if target.story is None:
        raise CannotError("the words in `to` are in no story", "quote words of the story")
    place = place_of(page, order.at.start)
    moved = _moved(place, order, order.role or _role_in_story(place.passage.role))
    if target.passage.start in {span.start for span in moved.spans}:
        raise _one_passage()
    return put(take(page, moved.spans), target.story, moved, target.passage)


def give_role(page: PageReading, order: Order) -> PageReading:
    """Give the quoted lines, or the passage that holds the quote, another role where they are."""
    role = order.role or Role.FURNITURE
    place = place_of(page, order.at.start)
    moved = _moved(place, order, role)
    if moved == place.passage:
        return page
    if role in PAGE_FIELDS:
        return put(take(page, moved.spans), None, moved)
    story = place.story if place.story is not None or len(page.stories) != 1 else 0
    if story is None:
        raise CannotError("these words are in no story", "add `do: move`, and `to:` with words of the story")
    if place.field == STORY_FIELDS[role]:
        return swap(page, place, *_parted(place.passage, moved))
    return put(take(page, moved.spans), story, moved)


def _parted(passage: Passage, chosen: Passage) -> list[Passage]:
    """Return a passage as up to three: what stands before the chosen lines, these, and what stands after."""
    first = passage.spans.index(chosen.spans[0])
    last = first + len(chosen.spans)
    before, after = Passage(passage.role, passage.spans[:first]), Passage(passage.role, passage.spans[last:])
    return [part for part in (before, chosen, after) if part.spans]


def _moved(place: Place, order: Order, role: Role) -> Passage:
    """Return the lines that the quote fills from their first character to their last, or else the whole passage."""
    quoted = tuple(s for s in place.passage.spans if order.at.start <= s.start and s.end <= order.at.end)
    whole = quoted and quoted[0].start == order.at.start and quoted[-1].end == order.at.end
    return Passage(role, quoted if whole else place.passage.spans)


def _role_in_story(role: Role) -> Role:
    return role if role in STORY_FIELDS else Role.PARAGRAPH


def name_lines(page: PageReading, order: Order) -> PageReading | None:
    """Make the printed lines `to` the headline, kicker or deck of the story that holds the quote; None if they are no lines."""
    story = place_of(page, order.at.start).story
    if order.to is None or order.role is None:
        return None
    if story is None:
        raise CannotError("these words are in no story", "quote words of the story that the lines belong to")
    lines = _lines(page, order.to)
    if not lines:
        return None
    named = Passage(order.role, lines)
    first = place_of(page, lines[0].start)
    if first.story == story and first.passage == named:
        return page
    return put(take(page, lines), story, named)


def _lines(page: PageReading, quote: Span) -> tuple[Span, ...]:
    """Return the lines that `quote` fills, or none where it begins or ends inside one."""
    spans = sorted(
        span for p in page.passages() for span in p.spans if quote.start < span.end and span.start < quote.end
    )
    fills = spans[0].start == quote.start and spans[-1].end == quote.end
    return tuple(spans) if fills else ()


ACTS: dict[str, Callable[[PageReading, Order], PageReading]] = {
    "join": join,
    "break": break_,
    "split": split,
    "merge": merge,
    "move": move,
    "drop": give_role,
}
