"""The headlines that may be something else: another story's, the end of the text above, a part of the text, or not whole."""

from collections.abc import Iterator

from broadsheet.ingest.stories.heads.placed_page import PlacedPage
from broadsheet.model.page_reading import Role

_AS_WELL = 0.5  # of the weight of the words that a headline shares with its story: shared with the text right below it


def over_another_text(page: PlacedPage) -> Iterator[int]:
    """Yield the headlines right over the text of a story that they do not head, though it has their words."""
    for group in page.groups:
        if group.heads:
            yield from (i for i in group.lines if page.heads(i) and _fits_below(page, i, group.after))


def _fits_below(page: PlacedPage, i: int, below: int | None) -> bool:
    """Return whether the headline at `i` suits the story `below` it nearly as well as its own; a deck goes with its headline."""
    own = page.placed[i].story
    deck = page.blocks[i].opening == "deck"
    return own != below and not deck and page.shared(i, below) >= _AS_WELL * page.shared(i, own)


def under_a_text(page: PlacedPage) -> Iterator[int]:
    """Yield the first lines under a text that suit it better than the story they head, or head it beside another headline."""
    over = {
        group.after
        for group in page.groups
        if group.heads and any(page.heads(i) and page.placed[i].story == group.after for i in group.lines)
    }
    for group in page.groups:
        first = group.lines[0]
        if not group.follows or not page.heads(first) or page.blocks[first].opening == "deck":
            continue
        story = page.placed[first].story
        closer = len(group.lines) > 1 and page.shared(first, group.before) > page.shared(first, story)
        away = story in over and not (group.heads and group.after == story)
        if closer or away:
            yield first


def perhaps_text(page: PlacedPage) -> Iterator[int]:
    """Yield the headlines that have the look of text: with a comma, and away from their text; or quoted by it, as subheads are.

    A quoted line is a headline where it is all of it, or of one group with the rest.
    """
    for group in page.groups:
        for i in filter(page.heads, group.lines):
            story = page.placed[i].story
            over = group.heads and group.after == story
            lone = len(group.lines) == 1 and page.lines_of[story] > 1
            quoted = page.blocks[i].text in page.text.texts[story or 0] and page.blocks[i].opening != "kicker"
            if (over and lone and quoted) or (not over and "，" in page.blocks[i].text):
                yield i


def beside_unplaced(page: PlacedPage) -> Iterator[int]:
    """Yield the headlines beside a line without a place, which may be a part of them."""
    for group in page.groups:
        lost = {i for i in group.lines if page.placed[i].role is Role.UNPLACED}
        yield from (i for i in group.lines if page.heads(i) and lost & {i - 1, i + 1})
