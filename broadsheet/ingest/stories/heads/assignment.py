"""Headlines on a page of hanzi: which display lines head which story, and which are subheads.

All headline candidates of the page are given to its stories at once, as an assignment problem: a candidate that suits
two stories goes to the one that would lose more without it.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from broadsheet.ingest.stories.blocks import Block
from broadsheet.ingest.stories.heads.groups import FOLLOWS, SWITCH, Candidate, candidates
from broadsheet.ingest.stories.running_text import Heads, RunningText

# Scores are in the weight of one term that a single story of the page contains.
_FOREIGN = 6.0  # by how much another story must suit a line better than the story that it stands inside
_MISSED = 6.0  # what a headline is worth to a story that has none
_LEAST = 2.0  # least score of a headline


def assign_headlines(blocks: Sequence[Block], text: RunningText) -> Heads:
    """Return, for each display block, the story that it heads, or None for a subhead where it stands."""
    if not text.texts:
        return {}
    found = candidates(blocks, text)
    stories = _assign(found, blocks, len(text.texts))
    owners = {line: story for one, story in zip(found, stories, strict=True) for line in one.lines}
    return _give_to_headless(found, owners, blocks, len(text.texts))


def _assign(found: Sequence[Candidate], blocks: Sequence[Block], stories: int) -> list[int | None]:
    """Return the story of each candidate. A story gets at most one; the rest are subheads or join the story they suit."""
    usable = {(n, s): _as_head(one, s, blocks) for n, one in enumerate(found) for s in one.scores}
    none = {(n, stories + n): 0.0 for n in range(len(found))}  # each candidate may head nothing
    pairs = {at: value for at, value in (usable | none).items() if value > 0 or at in none}
    if not found:
        return []
    above_zero = (
        np.array(list(pairs.values())) + 1.0
    )  # in a sparse array 0 means that the two may not be matched
    at = np.array(list(pairs)).T
    table = csr_array((above_zero, (at[0], at[1])))
    rows, columns = min_weight_full_bipartite_matching(table, maximize=True)
    heads = {
        n: s
        for n, s in zip(rows.tolist(), columns.tolist(), strict=True)
        if usable.get((n, s), 0.0) >= _LEAST
    }
    return [heads[n] if n in heads else _leftover(one) for n, one in enumerate(found)]


def _as_head(one: Candidate, story: int, blocks: Sequence[Block]) -> float:
    """Return how well a candidate heads `story`.

    A deck alone heads nothing. A candidate inside a story heads another only if that suits it much better.
    """
    if all(blocks[line].opening == "deck" for line in one.lines):
        return 0.0
    if one.group.inside and one.group.after is not None:
        foreign = one.scores[story] - one.scores[one.group.after] > _FOREIGN
        return one.scores[story] if foreign else 0.0
    return one.scores[story]


def _leftover(one: Candidate) -> int | None:
    """Return the story of a candidate that heads none: the one it suits best, or None for a subhead."""
    if one.group.inside:
        return None
    return max(one.scores, key=one.scores.__getitem__)


def _give_to_headless(
    found: Sequence[Candidate], owners: Heads, blocks: Sequence[Block], stories: int
) -> Heads:
    """Give each story without a headline the first or last lines of a candidate, where the total score rises."""
    suited: defaultdict[int, list[Candidate]] = defaultdict(list)
    for one in found:
        for story in () if one.group.inside else one.scores:
            suited[story].append(one)
    given = dict(owners)
    counts = Counter(owners.values())
    for story in sorted(set(range(stories)) - set(owners.values())):
        options = [
            (gain, lines)
            for one in suited[story]
            for lines in _ends_of(one.lines, blocks)
            if counts[given[lines[0]]] > len(lines)
            and (gain := _gain(one, lines, story, given[lines[0]])) > 0
        ]
        if options:
            _, lines = max(options)
            counts[given[lines[0]]] -= len(lines)
            counts[story] += len(lines)
            given.update(dict.fromkeys(lines, story))
    return given


def _ends_of(lines: tuple[int, ...], blocks: Sequence[Block]) -> Iterator[tuple[int, ...]]:
    """Yield all `lines`, then their beginnings and ends, without parting a kicker or deck from its headline."""
    yield lines
    for n in range(1, len(lines)):
        if blocks[lines[n - 1]].opening != "kicker" and blocks[lines[n]].opening != "deck":
            yield lines[:n]
            yield lines[n:]


def _gain(one: Candidate, lines: tuple[int, ...], story: int, owner: int | None) -> float:
    """Return by how much the total score rises when `lines`, which headed `owner`, go to `story`."""
    if owner is None:
        return 0.0
    near = FOLLOWS * (one.group.follows and one.group.before == story)
    won = sum(one.words[line].get(story, 0.0) - one.words[line].get(owner, 0.0) for line in lines) + near
    return won + _MISSED - SWITCH
