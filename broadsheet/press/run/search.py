"""The step of a run that makes the search index: the segments that changed editions change, and their list."""

from collections.abc import Iterable

import msgspec

from broadsheet.press.lists.search_index import (
    KnownSegment,
    KnownSegments,
    folds_file,
    list_file,
    made_segment,
    segment_files,
    wanted_segments,
)
from broadsheet.press.run.state import Run, State

_FACT = "search"
_SOURCE = "the search index"


def print_search_index(run: Run, state: State) -> State:
    """Make the stale segments of the index and remove those of periods that are no longer, where the paper has search."""
    if not run.press.paper.search:
        return state
    known = _known(run)
    segments: KnownSegments = {}
    for period, (inputs, dates) in wanted_segments(state.rows, state.shown()).items():
        kept = known.pop(period, None)
        if kept and kept.inputs == inputs:
            segments[period] = kept
            continue
        made = made_segment(dates, run.cache, run.press.paper)
        segments[period] = KnownSegment(inputs, made.version, made.articles)
        state = _laid_out(run, state, f"{_FACT} {period}", segment_files(period, made))
    for period in known:
        state = _laid_out(run, state, f"{_FACT} {period}", ())
    run.cache.note_facts({_FACT: msgspec.json.encode(segments).decode()})
    if run.plan.whole:
        state = _laid_out(run, state, f"{_FACT} folds", [folds_file()])
    return _laid_out(run, state, _FACT, [list_file(segments, run.press.paper)])


def _laid_out(run: Run, state: State, owner: str, files: Iterable[tuple[str, bytes]]) -> State:
    """Stage `files`, all that `owner` has, and return the state with them."""
    bundle = run.press.bundle()
    for file, data in files:
        bundle.put(file, data, source=_SOURCE)
    return state.counting(bundle, run.own(owner, bundle.files))


def _known(run: Run) -> KnownSegments:
    fact = run.cache.fact(_FACT)
    return msgspec.json.decode(fact, type=KnownSegments) if fact else {}
