"""Find picture stories on a page of hanzi: a headline, the captions below it and their credit, with no other text.

The headline of a text may stand over the captions of its photos too. So another headline or the end of the page must follow
the captions, and one caption must have words of the headline that no text has. A series of them needs none.
"""

import itertools
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from broadsheet.ingest.stories.blocks import Block, Kind
from broadsheet.ingest.stories.heads.fields import headline_fields
from broadsheet.ingest.text.terms import terms
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.page_reading import Role, Story

_HEADLINE_MOST = 3  # lines
_OWN_LEAST = 3  # terms that the headline shares with a single caption, and with no text
_SERIES_LEAST = 2  # captions in a row; the headline of a text seldom stands over several
_CREDITS = frozenset({Role.PHOTO_CREDIT, Role.SOURCE_CREDIT})
_NO_HEADLINE = ("bare_name", "sender", "closing_date", "picture_mark")


class PictureStory(NamedTuple):
    """The blocks of a picture story, as indices of the page's, and those of its lines for which only their place speaks."""

    head: tuple[int, ...]
    captions: tuple[int, ...]
    doubtful: tuple[int, ...]


def find_picture_stories(blocks: Sequence[Block], lexicon: Lexicon) -> tuple[PictureStory, ...]:
    """Return the picture stories among `blocks`, in raw order."""
    runs = list(_runs(blocks, lexicon))
    if not runs:
        return ()
    text = frozenset().union(*(terms(block.text) for block in blocks if block.kind is Kind.PARAGRAPH))
    return tuple(filter(None, (_story(blocks, *run, text, lexicon) for run in runs)))


def picture_story(blocks: Sequence[Block], one: PictureStory) -> Story:
    """Return the story of the blocks of `one`."""
    below = [blocks[i] for i in one.captions]
    text = "\n".join(block.text for block in below if block.kind is Kind.CAPTION)
    credits_ = [block for block in below if block.role is Role.SOURCE_CREDIT]
    return Story(
        **headline_fields([blocks[i] for i in one.head], text),
        captions=tuple(block.passage(block.role or Role.CAPTION) for block in below if block not in credits_),
        source_credit=tuple(block.passage(Role.SOURCE_CREDIT) for block in credits_),
    )


def _runs(blocks: Sequence[Block], lexicon: Lexicon) -> Iterator[tuple[tuple[int, ...], tuple[int, ...]]]:
    """Yield display lines and the captions right below them, where another headline or nothing follows."""
    part_of = {i: _part(block, lexicon) for i, block in enumerate(blocks)}
    inked = [i for i, block in enumerate(blocks) if part_of[i] or block.role is not Role.FURNITURE]
    parts = [(part, tuple(run)) for part, run in itertools.groupby(inked, part_of.__getitem__)]
    for (head, lines), (picture, captions), (_, below) in zip(
        parts, parts[1:], [*parts[2:], ("", ())], strict=False
    ):
        headed = not below or (blocks[below[0]].kind is Kind.DISPLAY and blocks[below[0]].opening != "deck")
        if head == "head" and picture == "picture" and headed:
            yield lines, captions


def _part(block: Block, lexicon: Lexicon) -> str:
    """Return which part of a picture story a block may be; 图片新闻 names a section elsewhere."""
    section = block.role is Role.FURNITURE and not block.pieces[0].sure
    if block.kind is Kind.DISPLAY or (section and lexicon.fits(block.text, "picture_story")):
        return "head"
    return "picture" if block.kind is Kind.CAPTION or block.role in _CREDITS else ""


def _story(
    blocks: Sequence[Block],
    head: tuple[int, ...],
    below: tuple[int, ...],
    text: frozenset[str],
    lexicon: Lexicon,
) -> PictureStory | None:
    """Return the picture story of `head` and `below` if the lines head the captions; `text` are the terms of all paragraphs."""
    captions = [blocks[i].text for i in below if blocks[i].kind is Kind.CAPTION]
    signs = any(lexicon.fits(blocks[i].text, *_NO_HEADLINE) for i in head)
    if not captions or blocks[below[-1]].role not in _CREDITS or signs or len(head) > _HEADLINE_MOST:
        return None
    shown = terms("\n".join(captions))
    own = {i: terms(blocks[i].text) for i in head}
    named = {i for i in head if lexicon.fits(blocks[i].text, "picture_story")}
    words = frozenset().union(*own.values())
    series, foreign = len(captions) >= _SERIES_LEAST, (words & text) - shown
    if not series and (foreign or not (named or len((words & shown) - text) >= _OWN_LEAST)):
        return None
    bare = [i for i in head if i not in named and not own[i] & shown]
    return PictureStory(head, below, tuple(bare) if foreign or len(head) > 1 else ())
