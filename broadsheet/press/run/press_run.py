"""A press run: an incremental build, in steps that each return a new state.

The plan names the editions to make. The run prints them, then the lists that they change, and at last moves all new
files into the site. Before that, the site does not change.
"""

import time
from collections.abc import Callable, Collection

from broadsheet.model.errors import PressError
from broadsheet.model.finding import Finding
from broadsheet.press.files.access import readable_by_all
from broadsheet.press.lists.site_pages import SitePages
from broadsheet.press.plan.cache.files import LEFT
from broadsheet.press.run.editions import forget_gone, print_editions
from broadsheet.press.run.left_addresses import print_left_pages
from broadsheet.press.run.links import check_links
from broadsheet.press.run.log_watch import stop_at_warnings
from broadsheet.press.run.moving_in import move_in, vanished
from broadsheet.press.run.neighbours import settle_neighbours
from broadsheet.press.run.output_folder import claim, printed_addresses
from broadsheet.press.run.report import Report, Waiting, unpacked_left, waiting
from broadsheet.press.run.search import print_search_index
from broadsheet.press.run.state import STANDING, Run, State
from broadsheet.press.standing.standing_pages import print_standing

Step = Callable[[Run, State], State]


def run_press(run: Run) -> Report:
    """Make what the plan of `run` names and return the report.

    Raises PressError with all errors; the site then stays as it was.
    """
    began = time.perf_counter()
    claim(run.inputs.output, run.spared)
    with readable_by_all():
        state = State(rows=run.plan.rows)
        for step in STEPS:
            state = step(run, state)
        stop_at_warnings()
        removed = vanished(run.job, state.let_go, run.spared)
        unkept = (
            ()
            if run.job.is_trial
            else move_in(run.job, state.rows, removed, run.spared, run.press.paper.sitename)
        )
    state = state._replace(doubts=(*state.doubts, *unkept))
    return _report(run, state, removed, began)


def need_an_edition(run: Run, state: State) -> State:
    """Return `state` unchanged. Raises PressError where readers would see no edition."""
    if not state.shown():
        raise _nothing_to_print(run, state)
    return state


def print_standing_pages(run: Run, state: State) -> State:
    """Render the standing pages, where the plan names them: about, 404, robots.txt, theme files."""
    if not (run.plan.whole or run.plan.standing):
        return state
    abouts = run.abouts.read()
    inputs = run.inputs
    bundle = print_standing(run.press, abouts, inputs.theme, inputs.content, inputs.desk_pages)
    links = ((link.path, link.named, link.target) for about in abouts for link in about.body.links)
    run.cache.links.note(STANDING, links, ())
    return state.counting(bundle, run.own(STANDING, bundle.files))


def print_site_pages(run: Run, state: State) -> State:
    """Render the pages of all editions together that the editions in `state.touched` change."""
    pages = SitePages(run.press, run.abouts, run.cache, state.rows)
    shown_before = sorted(date for date, row in run.plan.rows.items() if row.shown)
    bundle = pages.make(run.plan, state.touched, shown_before, state.marks_before)
    return state.counting(bundle, run.own("lists", pages.files()))


STEPS: tuple[Step, ...] = (
    forget_gone,
    print_editions,
    need_an_edition,
    settle_neighbours,
    print_standing_pages,
    print_site_pages,
    print_search_index,
    print_left_pages,
    check_links,
)
"""The steps of a run, in their order."""


def _report(run: Run, state: State, removed: Collection[str], began: float) -> Report:
    return Report(
        paper=run.press.paper.sitename,
        editions=len(state.shown()),
        articles=sum(row.shown for row in state.rows.values()),
        pages=state.pages,
        changed=state.changed,
        removed=len(removed),
        seconds=time.perf_counter() - began,
        doubts=tuple(dict.fromkeys(state.doubts)),  # a plugin gives the same doubt for each edition
        gone=printed_addresses(removed),
        waiting=_waiting(run, state),
        left=unpacked_left(run.cache.fact(LEFT)),
    )


def _waiting(run: Run, state: State) -> Waiting:
    return waiting(run.inputs.early, (row.schedule for row in state.rows.values()))


def _nothing_to_print(run: Run, state: State) -> PressError:
    kind = "" if run.press.paper.preview else "published "
    held = "".join(f"; {line}" for line in _waiting(run, state).lines())
    return PressError(
        Finding(
            code="no-edition",
            path=str(run.inputs.content),
            message=f"there is no {kind}article to print{held}",
            hint="put one at content/<year-month-day>/<page>/<order>.md, for example content/2024-04-15/01/01.md",
        )
    )
