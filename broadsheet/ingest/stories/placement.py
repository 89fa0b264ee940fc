"""Give each block its story and its role there: captions, bylines, notes and credits to the body text around them."""

from collections.abc import Sequence
from typing import NamedTuple

import msgspec

from broadsheet.ingest.stories.blocks import Block, Kind
from broadsheet.ingest.stories.captions import caption_story
from broadsheet.ingest.stories.running_text import Heads, RunningText
from broadsheet.model.finding import Finding, Severity
from broadsheet.model.page_reading import LINES_KEPT, Role

_BESIDE = 0.25  # bonus to the story right above or right below a note
_PAGE_ROLES = frozenset({Role.TEASER, Role.FURNITURE})
_ENDING_ROLES = frozenset({Role.SOURCE_CREDIT, Role.JUMP})


class Placed(msgspec.Struct, frozen=True):
    """The story of a block, an index of the page's threads or None for the page itself, and its role there."""

    story: int | None
    role: Role


class _Page(NamedTuple):
    """The blocks of a page and the running text of its stories."""

    blocks: Sequence[Block]
    text: RunningText


def place(
    blocks: Sequence[Block], text: RunningText, notes: frozenset[int], heads: Heads
) -> tuple[Placed, ...]:
    """Return the story and role of each of `blocks`.

    `notes` holds the indices of the paragraphs of editors' notes, `heads` the story of each display block.
    """
    page = _Page(blocks, text)
    notes_of = _note_stories(page, notes)
    return tuple(_place_one(page, i, heads, notes_of) for i in range(len(blocks)))


def _place_one(page: _Page, i: int, heads: Heads, notes_of: dict[int, int | None]) -> Placed:
    """Return the story and role of block `i`; `notes_of` holds the story of each paragraph of a note."""
    block = page.blocks[i]
    if i in page.text.story_of:
        return Placed(page.text.story_of[i], Role.PARAGRAPH)
    if i in notes_of:
        return Placed(notes_of[i], Role.EDITORS_NOTE)
    if block.kind is Kind.DISPLAY:
        return _place_display(page, i, heads)
    if block.kind is Kind.CAPTION:
        return Placed(caption_story(page.blocks, page.text, i), Role.CAPTION)
    return _place_label(page, i, heads)


def _place_display(page: _Page, i: int, heads: Heads) -> Placed:
    if i not in heads:
        return Placed(None, Role.UNPLACED)
    story = heads[i]
    return Placed(page.text.story_below(i), Role.SUBHEAD) if story is None else Placed(story, Role.HEADLINE)


def _place_label(page: _Page, i: int, heads: Heads) -> Placed:
    """Give a label to the story above it or below it, by its role and what stands around it."""
    role = page.blocks[i].role or Role.UNPLACED
    if role in LINES_KEPT:
        return Placed(None, role)
    if role in _PAGE_ROLES:
        return _place_page_label(page, i, role)
    if role is Role.PHOTO_CREDIT:
        return Placed(caption_story(page.blocks, page.text, _caption_before(page, i)), role)
    before, after = page.text.story_above(i), page.text.story_below(i)
    if role is Role.CLOSING:
        story = before
    elif role is Role.SOURCE_CREDIT and i and page.blocks[i - 1].role is Role.BYLINE:
        story = _place_label(page, i - 1, heads).story
    elif role in _ENDING_ROLES and not page.blocks[i].opening and not _is_under_headline(page, i, heads):
        story = before if before is not None else after
    else:
        opens = after is not None and _opens(page, i) and not _signs_off(page, i)
        story = after if opens or before is None else before
    return Placed(story, role if story is not None else Role.UNPLACED)


def doubtful_subheads(path: str, blocks: Sequence[Block], placed: Sequence[Placed]) -> tuple[Finding, ...]:
    """Return a doubt for each folio's word that is placed as a subhead; `path` names the raw page."""
    return tuple(
        Finding(
            code="subhead-by-place",
            path=path,
            line=block.pieces[0].line,
            message=f"“{block.text}” is read as subhead, and may belong to the page",
            hint="look at the printed page",
            severity=Severity.DOUBT,
        )
        for block, place in zip(blocks, placed, strict=True)
        if place.role is Role.SUBHEAD and block.role is Role.FURNITURE
    )


def _is_under_headline(page: _Page, i: int, heads: Heads) -> bool:
    """Return whether the source credit at `i`, or the jump (上接), stands between a headline and its text.

    Between an unplaced line and a headline, it ends the text above both.
    """
    if not (i and page.blocks[i].role in _ENDING_ROLES and page.blocks[i - 1].kind is Kind.DISPLAY):
        return False
    return _opens(page, i) and (i - 1 in heads or page.blocks[i + 1].kind is not Kind.DISPLAY)


def _place_page_label(page: _Page, i: int, role: Role) -> Placed:
    """Give folio lines and teasers to the page. A section's name or a date is a subhead inside a story."""
    inside = i - 1 in page.text.story_of and page.text.story_of[i - 1] == page.text.story_of.get(i + 1)
    if role is Role.FURNITURE and inside and page.blocks[i].pieces[0].opening == "subhead":
        return Placed(page.text.story_of[i - 1], Role.SUBHEAD)
    return Placed(None, role)


def _signs_off(page: _Page, i: int) -> bool:
    """Return whether the byline at `i` belongs to the text above it.

    It does if it is a signature, stands in brackets, or stands right above a headline. A closing line, or a photo with its
    caption, may stand between them.
    """
    below = next((block for block in page.blocks[i + 1 :] if block.role is not Role.SOURCE_CREDIT), None)
    signed = page.blocks[i].opening == "signature" or page.blocks[i].text[0] in "（("
    ends = signed or (below is not None and below.kind is Kind.DISPLAY)
    above = next((j for j in range(i - 1, -1, -1) if not _may_follow_text(page.blocks[j])), -1)
    return above in page.text.story_of and ends


def _may_follow_text(block: Block) -> bool:
    return block.kind is Kind.CAPTION or block.role in (Role.CLOSING, Role.PHOTO_CREDIT)


def _opens(page: _Page, i: int) -> bool:
    """Return whether only display lines, credits and furniture stand between block `i` and the next body text."""
    for block in page.blocks[i + 1 :]:
        if block.kind is Kind.PARAGRAPH:
            return block.opening != "editors_note"
        if block.kind is not Kind.DISPLAY and block.role not in (
            Role.BYLINE,
            Role.SOURCE_CREDIT,
            Role.FURNITURE,
        ):
            return False
    return False


def _caption_before(page: _Page, i: int) -> int:
    """Return the index of the caption right above the photo credit at `i`, or `i` where there is none."""
    return i - 1 if i and page.blocks[i - 1].kind is Kind.CAPTION else i


def _note_stories(page: _Page, notes: frozenset[int]) -> dict[int, int | None]:
    """Return the story of each block of `notes`; the paragraphs of one note go together."""
    result: dict[int, int | None] = {}
    for i in sorted(notes):
        if i - 1 in result and not page.blocks[i].opening:
            result[i] = result[i - 1]
            continue
        box = [i]
        while box[-1] + 1 in notes and not page.blocks[box[-1] + 1].opening:
            box.append(box[-1] + 1)
        text = "".join(page.blocks[j].text for j in box)
        prior = _BESIDE if _opens(page, box[-1]) else 0.0
        result[i] = page.text.suited(
            text, {page.text.story_below(i): prior, page.text.story_above(i): _BESIDE}
        )
    return result
