"""Make the stories of a page from its placed blocks, and collect what belongs to the page alone."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from broadsheet.ingest.stories.blocks import Block
from broadsheet.ingest.stories.heads.fields import headline_fields
from broadsheet.ingest.stories.placement import Placed
from broadsheet.ingest.stories.threads import Thread
from broadsheet.model.page_reading import LINES_KEPT, PageReading, Passage, Role, Story
from broadsheet.model.source import Span

_IN_BODY = frozenset({Role.SUBHEAD, Role.CLOSING})
_FIELDS = {
    Role.BYLINE: "byline",
    Role.EDITORS_NOTE: "editors_note",
    Role.SOURCE_CREDIT: "source_credit",
    Role.JUMP: "jump",
    Role.CAPTION: "captions",
    Role.PHOTO_CREDIT: "captions",
}


def assemble(
    blocks: Sequence[Block], threads: Sequence[Thread], placed: Sequence[Placed], matter: Sequence[Story]
) -> PageReading:
    """Return the reading of a page with its stories in print order.

    `threads` holds the paragraphs of each story as indices of `blocks`; `placed` has the story and role of each block.
    `matter` are the stories that are verse, tables or pictures with their captions.
    """
    owned: defaultdict[int, list[int]] = defaultdict(list)
    for i, place in enumerate(placed):
        if place.story is not None:
            owned[place.story].append(i)
    stories = [_story(blocks, thread, owned[number], placed) for number, thread in enumerate(threads)]
    stories += matter
    return PageReading(
        stories=tuple(sorted(stories, key=lambda story: story.start)),
        teasers=_page_passages(blocks, placed, Role.TEASER),
        furniture=_page_passages(blocks, placed, Role.FURNITURE),
        unplaced=_page_passages(blocks, placed, None),
    )


def _page_passages(
    blocks: Sequence[Block], placed: Sequence[Placed], role: Role | None
) -> tuple[Passage, ...]:
    """Return the passages in `role` that belong to no story; for None, all other text, as unplaced."""
    own = (Role.TEASER, Role.FURNITURE, *LINES_KEPT)
    return tuple(
        block.passage(role or Role.UNPLACED)
        for block, place in zip(blocks, placed, strict=True)
        if place.story is None and (place.role is role if role else place.role not in own)
    )


def _story(blocks: Sequence[Block], thread: Thread, mine: Sequence[int], placed: Sequence[Placed]) -> Story:
    """Return the story whose paragraphs are `thread`, with all blocks that were given to it, `mine`."""
    fields: dict[str, tuple[Passage, ...]] = dict.fromkeys(_FIELDS.values(), ())
    for i in mine:
        if name := _FIELDS.get(placed[i].role):
            fields[name] = (*fields[name], blocks[i].passage(placed[i].role))
    between = [i for i in mine if placed[i].role in _IN_BODY]
    display = [blocks[i] for i in mine if placed[i].role is Role.HEADLINE]
    text = "".join(blocks[i].text for i in thread)
    return Story(
        body=tuple(_body(blocks, thread, {i: placed[i].role for i in between})),
        **fields,
        **headline_fields(display, text),
    )


def _body(blocks: Sequence[Block], thread: Thread, between: Mapping[int, Role]) -> Iterator[Passage]:
    """Yield the paragraphs, subheads and closing lines of a story in reading order.

    A broken paragraph is joined with its continuation. `between` has the roles of the blocks beside those of `thread`.
    """
    waiting: tuple[Span, ...] = ()
    for i in thread:
        if waiting and not blocks[i].resumed:
            yield Passage(Role.PARAGRAPH, waiting)
            waiting = ()
        waiting += blocks[i].passage(Role.PARAGRAPH).spans
        below = [j for j in between if _host(j, thread) == i]
        if below:
            yield Passage(Role.PARAGRAPH, waiting)
            waiting = ()
        yield from (blocks[j].passage(between[j]) for j in below)
    if waiting:
        yield Passage(Role.PARAGRAPH, waiting)


def _host(block: int, thread: Thread) -> int:
    """Return the paragraph of `thread` after which `block` goes: the last one above it."""
    return max((i for i in thread if i < block), default=thread[0])
