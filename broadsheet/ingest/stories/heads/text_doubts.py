"""The lines of text, subheads, verse and rows that may be a headline."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from broadsheet.ingest.stories.blocks import Kind
from broadsheet.ingest.stories.heads.placed_page import PlacedPage
from broadsheet.ingest.text.metrics import extent
from broadsheet.ingest.text.terms import terms
from broadsheet.ingest.typeset.moves import SetLine
from broadsheet.lexicon.patterns import Characters
from broadsheet.model.page_reading import LINES_KEPT, Role

_ON_TOPIC = 0.35  # least similarity of the text above and below a subhead that no text quotes
_REACH = 8  # paragraphs above and below it
_VERSE_LEAST = 3  # lines above the last one of a paragraph
_VERSE = 0.75  # share of them that end as verse does
_SHORTER = 3.5  # em by which they are narrower than their column
_GOES_ON = frozenset("：；，、")


def lone_sections(page: PlacedPage) -> Iterator[int]:
    """Yield the subheads beside a single paragraph that is on another topic, as a short item under its headline is.

    So is one below a note or a caption, where the text above may have ended. A subhead that the text around it quotes is one whatever follows.
    """
    lines = [i for i, place in enumerate(page.placed) if place.role in (Role.SUBHEAD, Role.HEADLINE)]
    for above, i, below in zip([-1, *lines], lines, [*lines[1:], len(page.blocks)], strict=False):
        if page.placed[i].role is not Role.SUBHEAD or page.blocks[i].kind is not Kind.DISPLAY:
            continue
        mine = [n for n in _around(page, i) if page.text.story_of[n] == page.placed[i].story]
        before, after = [n for n in mine if n < i], [n for n in mine if n > i]
        lone = 1 in (sum(n > above for n in before), sum(n < below for n in after))
        apart = page.blocks[i - 1].kind is not Kind.PARAGRAPH or page.placed[i - 1].role is Role.EDITORS_NOTE
        if (lone or apart) and not _is_quoted(page, i, mine) and _similarity(page, before, after) < _ON_TOPIC:
            yield i


def _around(page: PlacedPage, i: int) -> Sequence[int]:
    """Return the paragraphs of body text near block `i`."""
    at = page.text.index(i)
    return page.text.body[max(0, at - _REACH) : at + _REACH]


def _is_quoted(page: PlacedPage, i: int, paragraphs: Sequence[int]) -> bool:
    line = page.blocks[i].text
    return any(line in page.blocks[n].text for n in paragraphs)


def _similarity(page: PlacedPage, above: Sequence[int], below: Sequence[int]) -> float:
    one, other = (frozenset().union(*(terms(page.blocks[n].text) for n in side)) for side in (above, below))
    return page.text.weights.similarity(one, other)


def unended_lines(page: PlacedPage) -> Iterator[int]:
    """Yield the paragraphs of one line that end no sentence, as a headline does, or have no hanzi."""
    for i in page.text.body:
        block = page.blocks[i]
        whole = len(block.lines) == 1 and not (block.open or block.resumed or block.opening)
        if whole and not _ends(block.text, page.lexicon.characters):
            yield i


def perhaps_verse(page: PlacedPage) -> Iterator[int]:
    """Yield the paragraphs whose lines end with marks, or well before their column does, as those of verse do."""
    for i in page.text.body:
        inner = page.blocks[i].lines[:-1]
        if len(inner) < _VERSE_LEAST:
            continue
        marked = sum(line.piece.text[-1] in page.lexicon.characters.closing for line in inner)
        short = sum(_width(page, line) + _SHORTER < line.measure for line in inner)
        if marked >= _VERSE * len(inner) or short >= _VERSE * len(inner):
            yield i


def _width(page: PlacedPage, line: SetLine) -> float:
    return extent(line.piece.text, page.lexicon.characters).natural


def _ends(text: str, marks: Characters) -> bool:
    """Return whether a line ends a sentence, or a part of one, and has hanzi."""
    bare = text.rstrip("".join(marks.after_terminal))
    return bare[-1:] in marks.terminal | _GOES_ON and any("\u3400" <= char <= "\u9fff" for char in bare)


def ends_of_matter(page: PlacedPage) -> Iterator[int]:
    """Yield the last line of each poem or table right over a text without a headline, and the text."""
    for i, (block, below) in enumerate(pairwise(page.blocks)):
        if block.role in LINES_KEPT and below.kind is Kind.PARAGRAPH and not below.resumed:
            yield from (i, i + 1)


def below_matter(page: PlacedPage) -> Iterator[int]:
    """Yield the first of several headline lines right below a poem or a table, or the only one below a line of verse without a mark.

    That line of verse may be the kicker.
    """
    marks = page.lexicon.characters
    for group in page.groups:
        above, first = page.blocks[group.lines[0] - 1 : group.lines[0]], group.lines[0]
        if not above or above[0].role not in LINES_KEPT or not page.heads(first):
            continue
        if above[0].role is Role.VERSE and above[0].text[-1] not in marks.terminal | _GOES_ON:
            yield from (first - 1, first)
        elif len(group.lines) > 1 and page.blocks[first].opening != "kicker":
            yield first
