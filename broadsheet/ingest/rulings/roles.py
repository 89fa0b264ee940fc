"""Rulings on what words are, and which story they belong to: `move`, `drop`, `role`, `title`, `kicker`, `deck`."""

from typing import NamedTuple

from broadsheet.ingest.rulings.makeup import PAGE_FIELDS, STORY_FIELDS, Location, location_at, put, swap, take
from broadsheet.model.page_reading import PageReading, Passage, Role
from broadsheet.model.source import Span


class ImpossibleRulingError(Exception):
    """A ruling that cannot be followed: what is in the way, and what to write instead."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def one_passage() -> ImpossibleRulingError:
    """Return the error for a ruling whose quotes stand together."""
    return ImpossibleRulingError("`at` and `to` are in one passage", "quote other words in `to`")


class ResolvedRuling(NamedTuple):
    """A ruling with its quotes found: where `at` stands, where `to` does, and the role that it names."""

    at: Span
    to: Span | None
    role: Role | None


def move(page: PageReading, order: ResolvedRuling) -> PageReading:
    """Give the quoted lines, or the passage that holds the quote, to the story of `to`: right after it, where both are text."""
    if order.to is None:
        raise ImpossibleRulingError("`move` needs to know where", "say `to:` with words of the story")
    if order.role in PAGE_FIELDS:
        raise ImpossibleRulingError(
            f"a story has no {order.role}", "leave `do: move` out: the role alone takes the words away"
        )
    target = location_at(page, order.to.start)
    if target.story is None:
        raise ImpossibleRulingError("the words in `to` are in no story", "quote words of the story")
    place = location_at(page, order.at.start)
    moved = _moved(place, order, order.role or _role_in_story(place.passage.role))
    if target.passage.start in {span.start for span in moved.spans}:
        raise one_passage()
    return put(take(page, moved.spans), target.story, moved, target.passage)


def give_role(page: PageReading, order: ResolvedRuling) -> PageReading:
    """Give the quoted lines, or the passage that holds the quote, another role where they are."""
    role = order.role or Role.FURNITURE
    place = location_at(page, order.at.start)
    moved = _moved(place, order, role)
    if moved == place.passage:
        return page
    if role in PAGE_FIELDS:
        return put(take(page, moved.spans), None, moved)
    story = place.story if place.story is not None or len(page.stories) != 1 else 0
    if story is None:
        raise ImpossibleRulingError(
            "these words are in no story", "add `do: move`, and `to:` with words of the story"
        )
    if place.field == STORY_FIELDS[role]:
        return swap(page, place, *_parted(place.passage, moved))
    return put(take(page, moved.spans), story, moved)


def _parted(passage: Passage, chosen: Passage) -> list[Passage]:
    """Return a passage as up to three: what stands before the chosen lines, these, and what stands after."""
    first = passage.spans.index(chosen.spans[0])
    last = first + len(chosen.spans)
    before, after = Passage(passage.role, passage.spans[:first]), Passage(passage.role, passage.spans[last:])
    return [part for part in (before, chosen, after) if part.spans]


def _moved(place: Location, order: ResolvedRuling, role: Role) -> Passage:
    """Return the lines that the quote fills from their first character to their last, or else the whole passage."""
    quoted = tuple(s for s in place.passage.spans if order.at.start <= s.start and s.end <= order.at.end)
    whole = quoted and quoted[0].start == order.at.start and quoted[-1].end == order.at.end
    return Passage(role, quoted if whole else place.passage.spans)


def _role_in_story(role: Role) -> Role:
    return role if role in STORY_FIELDS else Role.PARAGRAPH


def name_lines(page: PageReading, order: ResolvedRuling) -> PageReading | None:
    """Make the printed lines `to` the headline, kicker or deck of the story that holds the quote; None if they are no lines."""
    story = location_at(page, order.at.start).story
    if order.to is None or order.role is None:
        return None
    if story is None:
        raise ImpossibleRulingError(
            "these words are in no story", "quote words of the story that the lines belong to"
        )
    lines = _lines(page, order.to)
    if not lines:
        return None
    named = Passage(order.role, lines)
    first = location_at(page, lines[0].start)
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
