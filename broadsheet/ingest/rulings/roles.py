"""Rulings on the role of words and the story that they belong to: `move`, `drop`, `role`, `title`, `kicker`, `deck`."""

from typing import NamedTuple

from broadsheet.ingest.rulings.makeup import PAGE_FIELDS, STORY_FIELDS, Location, location_at, put, swap, take
from broadsheet.model.page_reading import PageReading, Passage, Role
from broadsheet.model.source import Span


class ImpossibleRulingError(Exception):
    """A ruling that cannot be followed: `message` says why, `hint` what to write instead."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def one_passage() -> ImpossibleRulingError:
    """Return the error for a ruling whose two quotes are in one passage."""
    return ImpossibleRulingError("`at` and `to` are in one passage", "quote other words in `to`")


class ResolvedRuling(NamedTuple):
    """A ruling whose quotes were found: the spans of `at` and `to` on the raw page, and the role that it names, if any."""

    at: Span
    to: Span | None
    role: Role | None


def move(page: PageReading, ruling: ResolvedRuling) -> PageReading:
    """Return `page` with the quoted lines moved to the story of `to`, right after it if they go to the same field.

    If `at` does not quote whole lines, its whole passage moves. Raises ImpossibleRulingError for a ruling without `to`, with
    a role that no story has, or with a `to` outside any story.
    """
    if ruling.to is None:
        raise ImpossibleRulingError("`move` needs to know where", "say `to:` with words of the story")
    if ruling.role in PAGE_FIELDS:
        raise ImpossibleRulingError(
            f"a story has no {ruling.role}", "leave `do: move` out: the role alone takes the words away"
        )
    target = location_at(page, ruling.to.start)
    if target.story is None:
        raise ImpossibleRulingError("the words in `to` are in no story", "quote words of the story")
    at = location_at(page, ruling.at.start)
    moved = _moved(at, ruling, ruling.role or _role_in_story(at.passage.role))
    if target.passage.start in {span.start for span in moved.spans}:
        raise one_passage()
    return put(take(page, moved.spans), target.story, moved, target.passage)


def give_role(page: PageReading, ruling: ResolvedRuling) -> PageReading:
    """Return `page` with the ruling's role, or FURNITURE, for the quoted lines.

    If `at` does not quote whole lines, its whole passage changes. Raises ImpossibleRulingError where the role belongs to a
    story and the words are in none.
    """
    role = ruling.role or Role.FURNITURE
    at = location_at(page, ruling.at.start)
    moved = _moved(at, ruling, role)
    if moved == at.passage:
        return page
    if role in PAGE_FIELDS:
        return put(take(page, moved.spans), None, moved)
    story = at.story if at.story is not None or len(page.stories) != 1 else 0
    if story is None:
        raise ImpossibleRulingError(
            "these words are in no story", "add `do: move`, and `to:` with words of the story"
        )
    if at.field == STORY_FIELDS[role]:
        return swap(page, at, *_parted(at.passage, moved))
    return put(take(page, moved.spans), story, moved)


def _parted(passage: Passage, chosen: Passage) -> list[Passage]:
    """Cut a passage into the lines before the `chosen` ones, these, and the lines after them, as far as there are any."""
    first = passage.spans.index(chosen.spans[0])
    last = first + len(chosen.spans)
    before, after = Passage(passage.role, passage.spans[:first]), Passage(passage.role, passage.spans[last:])
    return [part for part in (before, chosen, after) if part.spans]


def _moved(at: Location, ruling: ResolvedRuling, role: Role) -> Passage:
    """Return the lines that `ruling.at` quotes whole, in `role`; if it quotes no whole lines, the whole passage at `at`."""
    quoted = tuple(s for s in at.passage.spans if ruling.at.start <= s.start and s.end <= ruling.at.end)
    whole = quoted and quoted[0].start == ruling.at.start and quoted[-1].end == ruling.at.end
    return Passage(role, quoted if whole else at.passage.spans)


def _role_in_story(role: Role) -> Role:
    return role if role in STORY_FIELDS else Role.PARAGRAPH


def name_lines(page: PageReading, ruling: ResolvedRuling) -> PageReading | None:
    """Return `page` with the printed lines `to` as headline, kicker or deck of the story of `at`.

    Return None where `to` is not whole lines. Raises ImpossibleRulingError where `at` is in no story.
    """
    story = location_at(page, ruling.at.start).story
    if ruling.to is None or ruling.role is None:
        return None
    if story is None:
        raise ImpossibleRulingError(
            "these words are in no story", "quote words of the story that the lines belong to"
        )
    lines = _lines(page, ruling.to)
    if not lines:
        return None
    named = Passage(ruling.role, lines)
    first = location_at(page, lines[0].start)
    if first.story == story and first.passage == named:
        return page
    return put(take(page, lines), story, named)


def _lines(page: PageReading, quote: Span) -> tuple[Span, ...]:
    """Return the spans of the lines that `quote` covers, or an empty tuple if it begins or ends inside a line."""
    spans = sorted(
        span for p in page.passages() for span in p.spans if quote.start < span.end and span.start < quote.end
    )
    fills = spans[0].start == quote.start and spans[-1].end == quote.end
    return tuple(spans) if fills else ()
