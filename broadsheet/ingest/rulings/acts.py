"""Rulings on where paragraphs and stories begin and end: `join`, `break`, `split`, `merge`; and the table of all acts.

A ruling states how the page is, so one that is already true changes nothing.
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


def join(page: PageReading, ruling: ResolvedRuling) -> PageReading:
    """Return `page` with the passage that begins at `at` joined to the passage of `to`, or to the one before it.

    Raises ImpossibleRulingError where there is no passage before it, or both quotes are in one passage.
    """
    at = location_at(page, ruling.at.start)
    if at.passage.start != ruling.at.start:
        return page
    if ruling.to is None:
        if not at.nth:
            raise ImpossibleRulingError(
                "nothing stands before these words in their story", "say `to:` with words of it"
            )
        to = field_of(page, at)[at.nth - 1]
    else:
        to = location_at(page, ruling.to.start).passage
    if to == at.passage:
        raise one_passage()
    # A line that was taken out of the middle of a paragraph goes back to its place there.
    inside = to.start < at.passage.start < to.spans[-1].start
    spans = to.spans + at.passage.spans
    joined = Passage(to.role, tuple(sorted(spans)) if inside else spans)
    page = swap(page, at)
    return swap(page, location_at(page, to.start), joined)


def break_(page: PageReading, ruling: ResolvedRuling) -> PageReading:
    """Return `page` with a new passage beginning at `at`."""
    at = location_at(page, ruling.at.start)
    if at.passage.start == ruling.at.start:
        return page
    return swap(page, at, *cut(at.passage, ruling.at.start))


def split(page: PageReading, ruling: ResolvedRuling) -> PageReading:
    """Return `page` with a new story beginning at `at`, which gets all passages of the old one from there on.

    Raises ImpossibleRulingError where `at` is in no story or no text of the story follows.
    """
    at = location_at(page, ruling.at.start)
    if at.story is None:
        raise ImpossibleRulingError("these words are in no story", "quote words of the story to be split")
    number = at.story
    if at.field == "body":
        page = break_(page, ruling)
        at = location_at(page, ruling.at.start)
    story = page.stories[number]
    cut_at = _body_from(story, at, ruling.at.start)
    if not _has_text(story.body[:cut_at]):
        return page
    if not _has_text(story.body[cut_at:]):
        raise ImpossibleRulingError(
            "no text of the story follows these words", "quote the first words of the other story"
        )
    fields = {name: getattr(story, name) for name in story.__struct_fields__ if name != "body"}
    old = {name: tuple(p for p in ps if p.start < ruling.at.start) for name, ps in fields.items()}
    new = {name: tuple(p for p in ps if p.start >= ruling.at.start) for name, ps in fields.items()}
    first = msgspec.structs.replace(story, **old, body=story.body[:cut_at])
    second = msgspec.structs.replace(story, **new, body=story.body[cut_at:])
    return with_story(page, number, first, _subheads_to_headline(second))


def _body_from(story: Story, at: Location, offset: int) -> int:
    """Return the index of the first body passage from `offset` on."""
    if at.field == "body":
        return at.nth
    return next((i for i, p in enumerate(story.body) if p.start > offset), len(story.body))


def _has_text(body: tuple[Passage, ...]) -> bool:
    return any(passage.role is Role.PARAGRAPH for passage in body)


def _subheads_to_headline(story: Story) -> Story:
    """Return `story` with the subheads above its first paragraph as headline lines."""
    count = next(i for i, passage in enumerate(story.body) if passage.role is Role.PARAGRAPH)
    lines = tuple(Passage(Role.HEADLINE, passage.spans) for passage in story.body[:count])
    return msgspec.structs.replace(story, headline=(*story.headline, *lines), body=story.body[count:])


def merge(page: PageReading, ruling: ResolvedRuling) -> PageReading:
    """Return `page` with the story of `at` joined to the end of the story of `to`, or of the story before it.

    The display lines of the joined story become subheads. Raises ImpossibleRulingError where there is no such story.
    """
    at = location_at(page, ruling.at.start)
    if at.story is None:
        raise ImpossibleRulingError(
            "these words are in no story", "quote words of the story that goes on with another"
        )
    if ruling.to is None and at.field == "body" and at.nth:
        return page
    to = at.story - 1 if ruling.to is None else location_at(page, ruling.to.start).story
    if to is None or to < 0:
        raise ImpossibleRulingError("there is no story to go on with", "say `to:` with words of it")
    if to == at.story:
        return page
    one, other = page.stories[to], page.stories[at.story]
    lines = tuple(Passage(Role.SUBHEAD, p.spans) for name in _DISPLAY for p in getattr(other, name))
    fields = {
        name: (*getattr(one, name), *getattr(other, name))
        for name in one.__struct_fields__
        if name not in (*_DISPLAY, "body")
    }
    merged = msgspec.structs.replace(one, **fields, body=(*one.body, *lines, *other.body))
    return with_story(with_story(page, to, merged), at.story)


ACTS: dict[str, Callable[[PageReading, ResolvedRuling], PageReading]] = {
    "join": join,
    "break": break_,
    "split": split,
    "merge": merge,
    "move": move,
    "drop": give_role,
}
