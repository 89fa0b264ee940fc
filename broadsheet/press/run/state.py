"""A press run as data: what does not change during the run (`Run`), and what its steps have made (`State`)."""

from collections.abc import Collection, Mapping
from typing import NamedTuple, Protocol

from broadsheet.model.finding import Finding
from broadsheet.press.edition.records import Marks, unpacked_marks
from broadsheet.press.files.writer import collision
from broadsheet.press.plan.cache.build_cache import BuildCache
from broadsheet.press.plan.cache.rows import Row
from broadsheet.press.plan.inputs import Inputs
from broadsheet.press.plan.plan import Plan
from broadsheet.press.run.crew import Printer
from broadsheet.press.run.job import Job
from broadsheet.press.sheets.sheet_press import SheetPress
from broadsheet.press.standing.about_pages import AboutPages

STANDING = "standing"
"""The owner of the standing pages in the build cache."""


class Run(NamedTuple):
    """What all steps of a run share.

    `press` renders pages, `print_edition` prints one edition in this process, `abouts` are the about pages, and
    `spared` are the patterns of OUTPUT_RETENTION: files in output/ that a build leaves alone.
    """

    job: Job
    press: SheetPress
    print_edition: Printer
    abouts: AboutPages
    spared: tuple[str, ...]

    @property
    def inputs(self) -> Inputs:
        """The inputs of the build."""
        return self.job.inputs

    @property
    def plan(self) -> Plan:
        """What to make again."""
        return self.job.plan

    @property
    def cache(self) -> BuildCache:
        """The build cache; the steps change it, and it is saved when the run ends."""
        return self.job.cache

    def own(self, owner: str, files: Mapping[str, str]) -> Collection[str]:
        """Keep `files` in the build cache as all files of `owner`; return the files that it has no longer.

        `files` maps paths below output/ to their sources. Raises PressError where two sources make the same file.
        """
        let_go = self.cache.files.note(owner, files.items())
        if found := self.cache.files.collisions(owner):
            raise collision(*found[0])
        return let_go


class Made(Protocol):
    """What a step made: the numbers of pages rendered and of files new or changed, and doubts."""

    @property
    def pages(self) -> int: ...  # noqa: D102  a field, as Made says
    @property
    def changed(self) -> int: ...  # noqa: D102
    @property
    def doubts(self) -> Collection[Finding]: ...  # noqa: D102


class State(NamedTuple):
    """What the steps have made so far.

    `rows` are all editions by date, as they are now. `touched` are the dates of editions that are new, changed, gone,
    or have another neighbour; `marks_before` are the marks that their articles had at the last build. `let_go` are files
    that their owner no longer makes. `pages`, `changed` and `doubts` add up those of `Made`.
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
        """Return this state with what a step made, and with files that its owner no longer makes."""
        return self._replace(
            let_go=self.let_go.union(let_go),
            pages=self.pages + made.pages,
            changed=self.changed + made.changed,
            doubts=(*self.doubts, *made.doubts),
        )


def known_marks(run: Run, state: State, date: str) -> Mapping[str, Marks]:
    """Return `state.marks_before` with those of the edition `date`; a build of everything needs none."""
    if run.plan.whole or date in state.marks_before:
        return state.marks_before
    return {**state.marks_before, date: unpacked_marks(run.cache.part(date, "marks"))}
