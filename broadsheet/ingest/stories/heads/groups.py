"""Groups of display lines, and the headline candidates that they are cut into.

A group is display lines in a row. It may hold the headlines of two stories, so it is cut into candidates: lines that
suit the same story best. Neighbouring lines stay together unless their words clearly suit different stories.
"""

import itertools
from collections.abc import Iterator, Mapping, Sequence

import msgspec

from broadsheet.ingest.stories.blocks import Block, Kind
from broadsheet.ingest.stories.running_text import RunningText
from broadsheet.ingest.text.terms import TermIndex, terms
from broadsheet.model.page_reading import Role

# Scores are in the weight of one term that a single story of the page contains.
HEADS = 4.0  # the group stands right above the story's first paragraph
FOLLOWS = 1.0  # the group stands right below the story's last paragraph
SWITCH = 4.0  # cost of giving two lines in a row to two stories

Scores = Mapping[int, float]  # how well something suits a story; 0 for one that is not in it


class DisplayGroup(msgspec.Struct, frozen=True, kw_only=True):
    """Display lines in a row, as indices of blocks, with the stories above and below them.

    `heads` says that only credits stand between the group and the body text below it; `follows` says the same of the
    body text above it. `resumes` says that the group is one line, right over text that goes on with a story and quotes it.
    """

    lines: tuple[int, ...]
    before: int | None
    after: int | None
    heads: bool
    follows: bool
    resumes: bool

    @property
    def inside(self) -> bool:
        """Whether the group stands between two paragraphs of one story, other stories between them or not."""
        return self.resumes or (self.before is not None and self.before == self.after)


class Candidate(msgspec.Struct, frozen=True):
    """Lines of one group that may be a headline together.

    `scores` says how well they suit a story by their place and words, `words[line]` how well one line suits it by its
    words alone.
    """

    group: DisplayGroup
    lines: tuple[int, ...]
    scores: Scores
    words: Mapping[int, Scores]


def candidates(blocks: Sequence[Block], text: RunningText) -> tuple[Candidate, ...]:
    """Return the headline candidates of a page of at least one story, in raw order."""
    index, rarest = TermIndex.of(text.terms, text.weights), text.weights.rarest
    scores = {
        line: {story: weight / rarest for story, weight in index.shared(terms(block.text)).items()}
        for line, block in enumerate(blocks)
        if block.kind is Kind.DISPLAY
    }
    groups = display_groups(blocks, text)
    return tuple(candidate for group in groups for candidate in _cut(group, blocks, scores))


def display_groups(blocks: Sequence[Block], text: RunningText) -> Iterator[DisplayGroup]:
    """Yield the groups of display lines on a page, in raw order."""
    firsts = {story: i for i, story in reversed(text.story_of.items())}
    for display, group in itertools.groupby(range(len(blocks)), lambda i: blocks[i].kind is Kind.DISPLAY):
        lines = tuple(group)
        if not display:
            continue
        before, after = text.above(lines[0]), text.below(lines[-1])
        heads = after is not None and _only_credits(blocks[lines[-1] + 1 : after])
        goes_on = after is not None and heads and firsts[text.story_of[after]] < lines[0]
        yield DisplayGroup(
            lines=lines,
            before=None if before is None else text.story_of[before],
            after=None if after is None else text.story_of[after],
            heads=heads,
            follows=before is not None and _only_credits(blocks[before + 1 : lines[0]]),
            resumes=goes_on and len(lines) == 1 and _is_quoted(blocks[lines[0]], blocks, after),
        )


def _is_quoted(line: Block, blocks: Sequence[Block], paragraph: int | None) -> bool:
    return paragraph is not None and line.text in blocks[paragraph].text


def _only_credits(blocks: Sequence[Block]) -> bool:
    return all(block.role in (Role.BYLINE, Role.SOURCE_CREDIT, Role.FURNITURE) for block in blocks)


def _cut(group: DisplayGroup, blocks: Sequence[Block], scores: Mapping[int, Scores]) -> Iterator[Candidate]:
    """Cut a group before each kicker, and where the best story of its lines changes."""
    place = {story: 0.0 for story in (group.before, group.after) if story is not None}
    if group.heads and group.after is not None:
        place[group.after] += HEADS
    if group.follows and group.before is not None:
        place[group.before] += FOLLOWS
    for run in _before_kickers(group.lines, blocks):
        owners = _best_owners([scores[line] for line in run], place)
        for _, pairs in itertools.groupby(zip(run, owners, strict=True), lambda pair: pair[1]):
            lines = tuple(line for line, _ in pairs)
            stories = place.keys() | {story for line in lines for story in scores[line]}
            total = {
                s: sum(scores[line].get(s, 0.0) for line in lines) + place.get(s, 0.0)
                for s in sorted(stories)
            }
            yield Candidate(group, lines, total, {line: scores[line] for line in lines})


def _before_kickers(lines: tuple[int, ...], blocks: Sequence[Block]) -> Iterator[tuple[int, ...]]:
    """Cut a group before each line that is a kicker by its words and has a line below it."""
    starts = [0, *(n for n in range(1, len(lines) - 1) if blocks[lines[n]].opening == "kicker"), len(lines)]
    return (lines[start:end] for start, end in itertools.pairwise(starts))


def _best_owners(scores: Sequence[Scores], place: Scores) -> tuple[int, ...]:
    """Return the story of each line for which the sum of scores is greatest, less SWITCH for each change of story.

    `scores[line][s]` is by words; `place[s]` counts once, for the line next to the story's text. A story that
    has neither is not considered.
    """
    stories = sorted(place.keys() | {story for row in scores for story in row})
    best: dict[int, tuple[float, tuple[int, ...]]] = {s: (scores[0].get(s, 0.0), (s,)) for s in stories}
    for row in scores[1:]:
        top = max(best.values())
        kept = {s: max(best[s], (top[0] - SWITCH, top[1])) for s in stories}
        best = {s: (value + row.get(s, 0.0), (*path, s)) for s, (value, path) in kept.items()}
    return max((value + place.get(path[-1], 0.0), path) for value, path in best.values())[1]
