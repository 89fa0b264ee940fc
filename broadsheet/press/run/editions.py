"""The steps of a run that remove editions without files, and print those that are new or changed."""

import datetime as dt
from collections.abc import Collection, Iterable, Iterator, Mapping

from broadsheet.model.errors import PressError, raise_if_any
from broadsheet.model.finding import Finding
from broadsheet.model.schedule import Clock
from broadsheet.press.copy.scan import EditionFiles, scan
from broadsheet.press.plan.cache.rows import Parts, Row
from broadsheet.press.plan.file_digests import Digests, edition_fingerprint, file_digest, packed_digests
from broadsheet.press.plan.plan import Change
from broadsheet.press.run.edition_press import EditionTask, PrintedEdition
from broadsheet.press.run.neighbours import between_neighbours, day
from broadsheet.press.run.state import Run, State, known_marks


def forget_gone(run: Run, state: State) -> State:
    """Remove the editions whose folders have no file left."""
    return _forgotten(run, state, run.plan.gone)


def print_editions(run: Run, state: State) -> State:
    """Print the editions that the plan names. Raises PressError with the errors of all of them."""
    made = {files.folder.name: files for files in _editions(run) if files.folder.name in run.plan.changes}
    state = _forgotten(run, state, run.plan.changes.keys() - made.keys())  # folders without a manuscript
    tasks = list(_tasks(made, state.shown(), run.cache.links.marked(), run.inputs.clock))
    findings: list[Finding] = []
    for task, outcome in zip(tasks, run.job.crew(tasks, run.print_edition), strict=True):
        if isinstance(outcome, tuple):
            findings.extend(outcome)
        elif not findings:
            state = _noted(run, state, task, outcome)
    raise_if_any(PressError, findings)
    return state


def _editions(run: Run) -> tuple[EditionFiles, ...]:
    """Return the changed editions that have a manuscript. Raises PressError for changed files without an address."""
    outside = (stat[0] for stat in run.inputs.survey.outside)
    changed = (path for change in run.plan.changes.values() for path, _ in change.digests)
    return scan(run.inputs.content, [*outside, *changed])


def _forgotten(run: Run, state: State, dates: Collection[str]) -> State:
    for date in dates:
        marks = known_marks(run, state, date)
        run.cache.forget(date)
        run.cache.links.note(date, (), ())
        state = state._replace(
            rows={other: row for other, row in state.rows.items() if other != date},
            touched=state.touched | {date},
            marks_before=marks,
            let_go=state.let_go.union(run.own(date, {})),
        )
    return state


def _tasks(
    made: Mapping[str, EditionFiles], shown: Iterable[str], dead: Mapping[str, Collection[str]], clock: Clock
) -> Iterator[EditionTask]:
    """Yield the tasks of the editions `made`, each with the neighbours that it has if readers see all of them.

    `dead` are the targets of the links that were dead at the last build, and most likely still are, by date.
    """
    for previous, date, following in between_neighbours(sorted({*shown, *made})):
        if date in made:
            targets = tuple(sorted(dead.get(date, ())))
            yield EditionTask(made[date], day(previous), day(following), clock, targets)


def _noted(run: Run, state: State, task: EditionTask, printed: PrintedEdition) -> State:
    """Keep a printed edition in the build cache, and return the state with it."""
    marks = known_marks(run, state, task.date)
    change = run.plan.changes[task.date]
    row = _row(task, printed, change, _shared(run, printed.pictures, dict(change.digests)))
    parts = Parts(
        counts=printed.counts,
        digests=packed_digests(change.digests),
        marks=printed.marks,
        record=printed.record,
        sitemap=printed.urls.encode(),
        search=printed.search,
    )
    run.cache.note(task.date, change.stats, row, parts, printed.entries)
    links = ((link.path, link.named, link.target) for link in printed.links)
    run.cache.links.note(task.date, links, task.dead)
    state = state._replace(
        rows={**state.rows, task.date: row}, touched=state.touched | {task.date}, marks_before=marks
    )
    return state.counting(printed, run.own(task.date, printed.files))


def _row(task: EditionTask, printed: PrintedEdition, change: Change, shared: Digests) -> Row:
    return Row(
        fingerprint=edition_fingerprint(change.digests, shared),
        shared=shared,
        shown=len(printed.entries),
        previous=_iso(task.previous),
        following=_iso(task.following),
        schedule=printed.schedule,
    )


def _iso(date: dt.date | None) -> str:
    return date.isoformat() if date else ""


def _shared(run: Run, pictures: Iterable[str], own: Mapping[str, str]) -> Digests:
    """Return the digests of those of `pictures` that lie outside the edition's own folder."""
    return tuple((path, file_digest(f"{run.inputs.content}/{path}")) for path in pictures if path not in own)
