"""A press run as data: what it works on (`Run`), and what its steps made so far (`State`)."""

from collections.abc import Collection, Mapping
from typing import NamedTuple, Protocol

from broadsheet.model.finding import Finding
from broadsheet.press.edition.records import Marks, unpacked_marks
from broadsheet.press.files.writer import collision
from broadsheet.press.plan.build_cache import BuildCache, Row
from broadsheet.press.plan.inputs import Inputs
from broadsheet.press.plan.plan import Plan
from broadsheet.press.run.crew import Printer
from broadsheet.press.run.job import Job
from broadsheet.press.sheets.sheet_press import SheetPress
from broadsheet.press.standing.about_pages import AboutPages


class Run(NamedTuple):
    """What a run works on, the same for all its steps.

    `press` renders pages, `print_edition` renders one edition in this process, `abouts` are the about pages, and
    `spared` are the patterns of OUTPUT_RETENTION: files in output/ that a build leaves alone.
    """

    job: Job
    press: SheetPress
    print_edition: Printer
    abouts: AboutPages
    spared: tuple[str, ...]

    @property
    def inputs(self) -> Inputs:
        """What the site is made of."""
        return self.job.inputs

    @property
    def plan(self) -> Plan:
        """What is to be made."""
        return self.job.plan

    @property
    def cache(self) -> BuildCache:
        """What builds keep of each edition; it grows with each step, and is saved when the run ends."""
        return self.job.cache

    def own(self, owner: str, files: Mapping[str, str]) -> Collection[str]:
        """Note that `owner` has `files`, each with its source; return the files that it had and has no longer.

        Raises PressError where two sources make the same file.
        """
        let_go = self.cache.note_files(owner, files.items())
        if found := self.cache.collisions(owner):
            raise collision(*found[0])
        return let_go


class Made(Protocol):
    """What a step made: pages rendered, files that differ from the site's, doubts."""

    @property
    def pages(self) -> int: ...  # noqa: D102  a field, as Made says
    @property
    def changed(self) -> int: ...  # noqa: D102
    @property
    def doubts(self) -> Collection[Finding]: ...  # noqa: D102


class State(NamedTuple):
    """What the steps so far came to.

    `rows` are all editions by date, as they are now; `touched` are the dates of editions that are new, changed, gone,
    or have another neighbour; `marks_before` are the marks that those had at the last build; `let_go` are files of
    the site whose owner no longer makes them. `pages`, `changed` and `doubts` sum up what was made.
    """

    rows: Mapping[str, Row]
    touched: frozenset[str] = frozenset()
    marks_before: Mapping[str, Marks] = {}
    let_go: frozenset[str] = frozenset()
    pages: int = 0
    changed: int = 0
    doubts: tuple[Finding, ...] = ()

    def shown(self) -> list[str]:
        """Return the dates of the editions that readers see, oldest first."""
        return sorted(date for date, row in self.rows.items() if row.shown)

    def counting(self, made: Made, let_go: Collection[str]) -> "State":
        """Return this state with what a step made, and the files that it let go."""
        return self._replace(
            let_go=self.let_go.union(let_go),
            pages=self.pages + made.pages,
            changed=self.changed + made.changed,
            doubts=(*self.doubts, *made.doubts),
        )


def known_marks(run: Run, state: State, date: str) -> Mapping[str, Marks]:
    """Return the marks before this run of all touched editions and of `date`; a build from nothing has none."""
    if run.plan.whole or date in state.marks_before:
        return state.marks_before
    return {**state.marks_before, date: unpacked_marks(run.cache.part(date, "marks"))}
