"""Placed blocks → stories: the passages of each story, field by field, and what is left to the page."""

from collections.abc import Iterator, Sequence

from broadsheet.ingest.stories.blocks import Block
from broadsheet.ingest.stories.placement import Placed
from broadsheet.ingest.stories.stack import part_stack
from broadsheet.ingest.stories.threads import Thread
from broadsheet.model.page_reading import PageReading, Passage, Role, Story
from broadsheet.model.source import Span

_FIELDS = {
    Role.BYLINE: "byline",
    Role.EDITORS_NOTE: "editors_note",
    Role.SOURCE_CREDIT: "source_credit",
    Role.JUMP: "jump",
    Role.CAPTION: "captions",
    Role.PHOTO_CREDIT: "captions",
}


def assemble(blocks: Sequence[Block], threads: Sequence[Thread], placed: Sequence[Placed]) -> PageReading:
    """Gather the placed blocks into a page reading, its stories in print order."""
    stories = [_story(blocks, thread, number, placed) for number, thread in enumerate(threads)]
    return PageReading(
        stories=tuple(sorted(stories, key=_first)),
        teasers=_page_passages(blocks, placed, Role.TEASER),
        furniture=_page_passages(blocks, placed, Role.FURNITURE),
        unplaced=_page_passages(blocks, placed, None),
    )


def _first(story: Story) -> int:
    return story.body[0].start


def _page_passages(
    blocks: Sequence[Block], placed: Sequence[Placed], role: Role | None
) -> tuple[Passage, ...]:
    """Return the passages of the page itself in `role`; None asks for all that are neither teaser nor furniture."""
    own = (Role.TEASER, Role.FURNITURE)
    return tuple(
        block.passage(role or Role.UNPLACED)
        for block, place in zip(blocks, placed, strict=True)
        if place.story is None and (place.role is role if role else place.role not in own)
    )


def _story(blocks: Sequence[Block], thread: Thread, number: int, placed: Sequence[Placed]) -> Story:
    mine = [i for i, place in enumerate(placed) if place.story == number]
    fields: dict[str, tuple[Passage, ...]] = dict.fromkeys(_FIELDS.values(), ())
    for i in mine:
        if name := _FIELDS.get(placed[i].role):
            fields[name] = (*fields[name], blocks[i].passage(placed[i].role))
    subheads = [i for i in mine if placed[i].role is Role.SUBHEAD]
    stack = [blocks[i] for i in mine if placed[i].role is Role.HEADLINE]
    text = "".join(blocks[i].text for i in thread)
    return Story(body=tuple(_body(blocks, thread, subheads)), **fields, **part_stack(stack, text))


def _body(blocks: Sequence[Block], thread: Thread, subheads: Sequence[int]) -> Iterator[Passage]:
    """Yield paragraphs and subheads in reading order; a paragraph that is taken up again is joined with its start."""
    waiting: tuple[Span, ...] = ()
    for i in thread:
        if waiting and not blocks[i].resumed:
            yield Passage(Role.PARAGRAPH, waiting)
            waiting = ()
        waiting += blocks[i].passage(Role.PARAGRAPH).spans
        below = [j for j in subheads if _host(j, thread) == i]
        if below:
            yield Passage(Role.PARAGRAPH, waiting)
            waiting = ()
        yield from (blocks[j].passage(Role.SUBHEAD) for j in below)
    if waiting:
        yield Passage(Role.PARAGRAPH, waiting)


def _host(subhead: int, thread: Thread) -> int:
    """Return the last paragraph of the thread that is printed before the subhead."""
    return max((i for i in thread if i < subhead), default=thread[0])
