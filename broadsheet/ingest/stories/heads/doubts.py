"""The last look at the headlines of a page: the lines that may as well be something else than what they were read as.

The stages before give each line the likeliest role. A line stays in doubt here where another place fits it as well: a
subhead beside a paragraph on another topic, a headline over another story's text, a line under a text that is its own, a line of
text that ends no sentence, the end of a poem or a table right over a text.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from broadsheet.ingest.stories.blocks import Block, Kind
from broadsheet.ingest.stories.heads.groups import DisplayGroup, display_groups
from broadsheet.ingest.stories.placement import Placed
from broadsheet.ingest.stories.running_text import RunningText
from broadsheet.ingest.text.terms import terms
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.page_reading import LINES_KEPT, Role
from broadsheet.model.script import Script

_ON_TOPIC = 0.35  # least similarity of the text above and below a subhead that no text quotes
_REACH = 8  # paragraphs above and below it
_AS_WELL = 0.5  # of the weight of the words that a headline shares with its story: shared with the text right below it

_GOES_ON = frozenset("：；，、")


class _Page(NamedTuple):
    blocks: Sequence[Block]
    text: RunningText
    placed: Sequence[Placed]
    groups: Sequence[DisplayGroup]
    lexicon: Lexicon

    def heads(self, i: int) -> bool:
        """Return whether the line at `i` is in the headline of a story."""
        return self.placed[i].role is Role.HEADLINE

    def shared(self, i: int, story: int | None) -> float:
        """Return the weight of the words that the line at `i` shares with `story`."""
        own = terms(self.blocks[i].text)
        return 0.0 if story is None else self.text.weights.shared(own, self.text.terms[story])


def doubtful_lines(
    blocks: Sequence[Block], text: RunningText, placed: Sequence[Placed], lexicon: Lexicon, script: Script
) -> tuple[int, ...]:
    """Return the blocks that may as well be something else, in raw order."""
    page = _Page(blocks, text, placed, tuple(display_groups(blocks, text)), lexicon)
    return tuple(sorted({i for rule in _RULES[script] for i in rule(page)}))


def _lone_sections(page: _Page) -> Iterator[int]:
    """Yield the subheads beside a single paragraph that is on another topic, as a short item under its headline is.

    A subhead that the text around it quotes is one whatever follows.
    """
    lines = [i for i, place in enumerate(page.placed) if place.role in (Role.SUBHEAD, Role.HEADLINE)]
    for above, i, below in zip([-1, *lines], lines, [*lines[1:], len(page.blocks)], strict=False):
        if page.placed[i].role is not Role.SUBHEAD or page.blocks[i].kind is not Kind.DISPLAY:
            continue
        mine = [n for n in _around(page, i) if page.text.story_of[n] == page.placed[i].story]
        before, after = [n for n in mine if n < i], [n for n in mine if n > i]
        lone = 1 in (sum(n > above for n in before), sum(n < below for n in after))
        quoted = any(page.blocks[i].text in page.blocks[n].text for n in mine)
        similarity = page.text.weights.similarity(_terms(page, before), _terms(page, after))
        if lone and not quoted and similarity < _ON_TOPIC:
            yield i


def _around(page: _Page, i: int) -> Sequence[int]:
    """Return the paragraphs of body text near block `i`."""
    at = page.text.index(i)
    return page.text.body[max(0, at - _REACH) : at + _REACH]


def _terms(page: _Page, paragraphs: Sequence[int]) -> frozenset[str]:
    return frozenset().union(*(terms(page.blocks[n].text) for n in paragraphs))


def _over_another_text(page: _Page) -> Iterator[int]:
    """Yield the headlines right over the text of a story that they do not head, though it has their words."""
    for group in page.groups:
        if group.heads:
            yield from (i for i in group.lines if page.heads(i) and _fits_below(page, i, group.after))


def _fits_below(page: _Page, i: int, below: int | None) -> bool:
    """Return whether the headline at `i` suits the story `below` it nearly as well as its own; a deck goes with its headline."""
    own = page.placed[i].story
    deck = page.blocks[i].opening == "deck"
    return own != below and not deck and page.shared(i, below) >= _AS_WELL * page.shared(i, own)


def _under_a_text(page: _Page) -> Iterator[int]:
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


def _unended_lines(page: _Page) -> Iterator[int]:
    """Yield the paragraphs of one line that end no sentence, as a headline does, or have no hanzi."""
    marks = page.lexicon.characters
    for i in page.text.body:
        block = page.blocks[i]
        bare = block.text.rstrip("".join(marks.after_terminal))
        ends = bare[-1:] in marks.terminal | _GOES_ON and any("\u3400" <= char <= "\u9fff" for char in bare)
        whole = not (block.open or block.resumed or block.opening)
        if whole and len(block.lines) == 1 and not ends:
            yield i


def _ends_of_matter(page: _Page) -> Iterator[int]:
    """Yield the last line of each poem or table right over a text without a headline, and the text."""
    for i, (block, below) in enumerate(pairwise(page.blocks)):
        if block.role in LINES_KEPT and below.kind is Kind.PARAGRAPH and not below.resumed:
            yield from (i, i + 1)


def _below_matter(page: _Page) -> Iterator[int]:
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


_RULES: dict[Script, tuple[Callable[[_Page], Iterator[int]], ...]] = {
    Script.HAN: (
        _lone_sections,
        _over_another_text,
        _under_a_text,
        _unended_lines,
        _ends_of_matter,
        _below_matter,
    ),
    Script.LETTERS: (_ends_of_matter, _below_matter),
}
