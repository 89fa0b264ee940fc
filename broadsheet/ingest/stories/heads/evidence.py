"""Positive evidence for the lines of headlines: a line that has none is unplaced, or a headline in doubt.

What speaks for a line: words that its story has too, the name of a series, the look of a deck, a mark before it. What speaks against
it: that it looks like a name or a sender, ends with the sentence or inside it, stands in brackets, or has hardly a hanzi.
A line for which only its place speaks stays in the stack, in doubt; any other has no place.
"""

from collections.abc import Sequence
from typing import NamedTuple

from broadsheet.ingest.stories.blocks import Block
from broadsheet.ingest.stories.heads.groups import display_groups
from broadsheet.ingest.stories.heads.places import away, is_likely, may_be_kicker, odd_subheads, slots
from broadsheet.ingest.stories.running_text import Heads, RunningText
from broadsheet.ingest.text.terms import terms
from broadsheet.lexicon.patterns import Lexicon
from broadsheet.model.finding import Finding, Severity

HEADLINE_BY_PLACE = "headline-by-place"  # the code of a doubt about a headline
_SHARED = (
    0.9  # least weight of the words that a line shares with its story, in the weight of a term of one story
)
_AWAY = 1.9  # the same for a line away from a story that has a headline right over it
_NAMED = 2.0  # the same for a line that has the form of a name or of a body that signs
_HANZI_LEAST = 2
_WORD_MOST = 2  # hanzi
_SAID_LEAST = 3  # times, less the hanzi of the word
_CUT_OFF = frozenset("。，、；：")


class Evidence(NamedTuple):
    """The headlines that have evidence or a likely place, and the blocks of those in doubt."""

    heads: Heads
    doubtful: tuple[int, ...]


class _Page(NamedTuple):
    blocks: Sequence[Block]
    text: RunningText
    heads: Heads
    lexicon: Lexicon
    credited: frozenset[str]
    over_text: frozenset[int]

    def fits(self, i: int, words: str) -> bool:
        """Return whether block `i` is one of the lexicon's `words` as a whole."""
        return self.lexicon.fits(self.blocks[i].text, words)

    def may_sign(self, i: int) -> bool:
        """Return whether the line at `i` has the form of a place and a name: 西门 老魏."""
        return self.fits(i, "pen_name") and any(map(str.isspace, self.blocks[i].text))


def weigh_evidence(blocks: Sequence[Block], text: RunningText, heads: Heads, lexicon: Lexicon) -> Evidence:
    """Return `heads` without the display blocks for which nothing speaks, and those that stay in doubt."""
    groups = tuple(display_groups(blocks, text))
    over_text = frozenset(group.lines[-1] for group in groups if group.heads)
    page = _Page(blocks, text, heads, lexicon, _credited(text, lexicon), over_text)
    apart = away(groups, heads)
    in_slots = {i for group in groups for i in slots(group, blocks, heads)}
    ends = {group.lines[0] for group in groups if group.follows and page.may_sign(group.lines[0])}
    sure = frozenset(
        i for i in heads if i not in ends and _is_sure(page, i, _AWAY if i in apart else _SHARED)
    ) | {i for i in in_slots if not _speaks_against(page, i)}
    likely = {
        i
        for group in groups
        for i in group.lines
        if i in heads
        and i not in sure
        and not _speaks_against(page, i)
        and is_likely(i, group, blocks, heads, sure)
    }
    likely |= {i for i in in_slots - sure if not _is_cut_off(page, i)}
    likely |= {
        group.lines[0] for group in groups if len(group.lines) == 1 and _is_said_below(page, group.lines[0])
    } - sure
    likely |= {
        i
        for group in groups
        for i in group.lines[:1]
        if i + 1 in sure | likely
        and not _speaks_against(page, i)
        and not _is_of_page(page, i)
        and may_be_kicker(i, group, blocks, heads)
    } - sure
    odd = {i for group in groups for i in odd_subheads(group, blocks, lexicon.words["picture_mark"])}
    kept = {i: story for i, story in heads.items() if i in sure or i in likely}
    return Evidence(kept, tuple(sorted(likely | (odd & sure))))


def _credited(text: RunningText, lexicon: Lexicon) -> frozenset[str]:
    """Return the terms of the datelines with reporters' names that begin the stories: 本报讯（记者 张三）, no words of a text."""
    matches = (pattern.match(story) for story in text.texts for pattern in lexicon.words["reporters"])
    return frozenset().union(*(terms(match[0]) for match in matches if match))


def doubts_about(path: str, blocks: Sequence[Block], doubtful: Sequence[int]) -> tuple[Finding, ...]:
    """Return a doubt for each headline line of `doubtful`; `path` names the raw page."""
    return tuple(
        Finding(
            code=HEADLINE_BY_PLACE,
            path=path,
            line=blocks[i].pieces[0].line,
            message=f"“{blocks[i].text[:24]}” may be a headline, a subhead or text; only its place shows which",
            hint="look at the printed page; if it is right, publish the article",
            severity=Severity.DOUBT,
        )
        for i in doubtful
    )


def _is_sure(page: _Page, i: int, least: float) -> bool:
    """Return whether something speaks for the line at `i`; for a subhead it is enough that it has words.

    `least` is the least weight of the words that it must share with its story.
    """
    story = page.heads[i]
    if story is None:
        return _hanzi(page.blocks[i]) >= _HANZI_LEAST
    if page.fits(i, "series") and page.heads.get(i + 1) == story:
        return True
    if page.fits(i, "notice") and i in page.over_text and story == page.text.story_below(i):
        return True
    if _speaks_against(page, i):
        return False
    own = terms(page.blocks[i].text) - page.credited
    shared = page.text.weights.shared(own, page.text.terms[story])
    return shared >= least * page.text.weights.rarest or _looks_it(page, i)


def _looks_it(page: _Page, i: int) -> bool:
    """Return whether the line at `i` looks like a deck, or a headline that begins with a mark; over another line without one it may be an item."""
    over = i in page.over_text or i + 1 not in page.heads or page.fits(i + 1, "marked")
    begins = over and i - 1 not in page.heads
    return page.blocks[i].opening == "deck" or (begins and page.fits(i, "marked"))


def _speaks_against(page: _Page, i: int) -> bool:
    """Return whether the line looks like a name or a sender, is cut off, stands in brackets, or has hardly a hanzi."""
    signs = page.fits(i, "signs") or (page.fits(i, "sender") and not page.fits(i, "marked"))
    return _is_cut_off(page, i) or (signs and not _names_text(page, i))


def _is_cut_off(page: _Page, i: int) -> bool:
    """Return whether the line ends inside a sentence or with it, stands in brackets, or has hardly a hanzi."""
    first, last = page.blocks[i].text[0], page.blocks[i].text[-1]
    over = page.heads.get(i + 1) is not None
    bracketed = first in "（(" and last in "）)" and not over
    return last in _CUT_OFF or bracketed or _hanzi(page.blocks[i]) < _HANZI_LEAST


def _names_text(page: _Page, i: int) -> bool:
    """Return whether the line at `i` stands right over a text that has its words, which the text above has not: it signs nothing."""
    story, own = page.heads[i], terms(page.blocks[i].text)
    if story is None or i not in page.over_text or story != page.text.story_below(i):
        return False
    above = page.text.story_above(i)
    foreign = frozenset() if above is None else own & page.text.terms[above]
    shared = page.text.weights.shared(own - page.credited, page.text.terms[story])
    return not foreign and shared >= _NAMED * page.text.weights.rarest


def _is_said_below(page: _Page, i: int) -> bool:
    """Return whether the line at `i` is one or two hanzi that the text right below repeats, as that of a short story does its headline."""
    story, line = page.heads.get(i), page.blocks[i].text
    if (
        story is None
        or i not in page.over_text
        or len(line) > _WORD_MOST
        or _hanzi(page.blocks[i]) < len(line)
    ):
        return False
    return page.text.texts[story].count(line) >= _SAID_LEAST - len(line)


def _is_of_page(page: _Page, i: int) -> bool:
    """Return whether the line at `i` speaks of the paper or of a listing, or has figures or letters, as hardly a kicker does."""
    text = page.blocks[i].text
    figures = any(char.isascii() and char.isalnum() for char in text)
    return figures or page.lexicon.mentions(text, "imprint", "listing")


def _hanzi(block: Block) -> int:
    return sum("\u3400" <= char <= "\u9fff" for char in block.text)
