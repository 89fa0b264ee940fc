"""What it costs to believe that text goes on in other text: in the middle of a sentence nothing, behind a paragraph more."""

from broadsheet.ingest.layout.columns import ends_sentence, is_same
from broadsheet.ingest.layout.growth.evidence import Page
from broadsheet.ingest.layout.segments import Segment

VERSE_APART = 4.0  # that text goes on in verse, or verse in text


def going_on(one: Segment, other: Segment, page: Page) -> float:
    """Return what it costs to believe that `one` goes on in `other`: by the end of its last line, and the next one's indent."""
    if page.verse & {one, other}:
        return 0.5 if page.verse >= {one, other} else VERSE_APART
    goes_on = not page.flows[one].short[-1]
    ended = ends_sentence(one.lines[-1], page.characters)
    begins = page.flows[other].indented[0]
    if not is_same(one.size, other.size):
        return 3.0
    if begins:
        return 2.0 if ended or not goes_on else 5.0
    if goes_on:
        return 1.0 if ended else 0.0
    return 4.0
