"""A press run: what the plan names is printed, then the lists that it reaches, and all of it is moved in at once."""

import datetime as dt
import time
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from broadsheet.model.errors import PressError, raise_if_any
from broadsheet.model.finding import Finding
from broadsheet.press.about_pages import AboutPages
from broadsheet.press.catalogue import Parts, Row
from broadsheet.press.closed import stop_at_warnings
from broadsheet.press.crew import Crew
from broadsheet.press.digests import Digests, edition_fingerprint, file_digest, packed_digests
from broadsheet.press.edition_press import EditionTask, PrintedEdition
from broadsheet.press.edition_views import between, edition_sheet
from broadsheet.press.job import Job
from broadsheet.press.moving_in import move_in, vanished
from broadsheet.press.output_folder import claim, printed_addresses
from broadsheet.press.records import Marks, packed, unpacked_edition, unpacked_marks
from broadsheet.press.report import Report
from broadsheet.press.scan import EditionFiles, scan
from broadsheet.press.sheet_press import SheetPress
from broadsheet.press.site_pages import SitePages
from broadsheet.press.standing_pages import print_standing
from broadsheet.press.writer import Bundle, collision


class PressRun:
    """One build. The catalogue grows with each edition; nothing of the site changes before it is moved in."""

    def __init__(
        self, job: Job, press: SheetPress, abouts: AboutPages, crew: Crew, spared: tuple[str, ...]
    ) -> None:
        self.began = time.perf_counter()
        self.job = job
        self.inputs = job.inputs
        self.plan = job.plan
        self.catalogue = job.catalogue
        self.press = press
        self.abouts = abouts
        self.crew = crew
        self.spared = spared
        self.rows: dict[str, Row] = dict(self.plan.rows)
        self.let_go: set[str] = set()
        self.touched: set[str] = set()
        self.marks_before: dict[str, Marks] = {}
        self.pages = self.changed = 0
        self.doubts: list[Finding] = []
        claim(self.inputs.output, spared)

    def run(self) -> Report:
        """Make what the plan names. Raises PressError with everything that keeps the site from being whole."""
        editions = self._editions()
        shown_before = self._shown()
        for date in self.plan.gone:
            self._forget(date)
        self._print([files for files in editions if files.folder.name in self.plan.changes])
        if not self._shown():
            raise _nothing_to_print(self.inputs.content, preview=self.press.paper.preview)
        self._settle_neighbours()
        if self.plan.whole or self.plan.standing:
            standing = print_standing(self.press, self.abouts, self.inputs.theme)
            self._own("standing", standing.files)
            self._count(standing)
        pages = SitePages(self.press, self.abouts, self.catalogue, self.rows)
        self._count(pages.make(self.plan, self.touched, shown_before, self.marks_before))
        self._own("lists", pages.files())
        stop_at_warnings()
        removed = vanished(self.job, self.let_go, self.spared)
        move_in(self.job, self.rows, removed, self.press.paper.sitename)
        return self._report(removed)

    def _editions(self) -> tuple[EditionFiles, ...]:
        """Return the editions that are to be made, having looked at all files that are new or lie outside editions."""
        outside = [stat[0] for stat in self.inputs.survey.outside]
        changed = [path for change in self.plan.changes.values() for path, _ in change.digests]
        return scan(self.inputs.content, [*outside, *changed])

    def _shown(self) -> list[str]:
        return sorted(date for date, row in self.rows.items() if row.shown)

    def _forget(self, date: str) -> None:
        self._touch(date)
        self.rows.pop(date, None)
        self.catalogue.forget(date)
        self._own(date, {})

    def _touch(self, date: str) -> None:
        self.touched.add(date)
        if not self.plan.whole:
            self.marks_before.setdefault(date, unpacked_marks(self.catalogue.part(date, "marks")))

    def _print(self, editions: Iterable[EditionFiles]) -> None:
        made = {files.folder.name: files for files in editions}
        for date in self.plan.changes.keys() - made.keys():
            self._forget(date)  # a folder without a manuscript
        tasks = list(self._tasks(made))
        findings: list[Finding] = []
        for task, outcome in zip(tasks, self.crew(tasks), strict=True):
            if isinstance(outcome, tuple):
                findings.extend(outcome)
            elif not findings:
                self._note(task, outcome)
        raise_if_any(PressError, findings)

    def _tasks(self, made: Mapping[str, EditionFiles]) -> Iterator[EditionTask]:
        """Yield what to print, between the neighbours that each edition has if every new one is shown."""
        for previous, date, following in _between_neighbours(sorted({*self._shown(), *made})):
            if date in made:
                yield EditionTask(made[date], _day(previous), _day(following))

    def _note(self, task: EditionTask, printed: PrintedEdition) -> None:
        self._touch(task.date)
        change = self.plan.changes[task.date]
        shared = self._shared(printed.pictures, dict(change.digests))
        row = self.rows[task.date] = Row(
            fingerprint=edition_fingerprint(change.digests, shared),
            shared=shared,
            shown=len(printed.entries),
            previous=task.previous.isoformat() if task.previous else "",
            following=task.following.isoformat() if task.following else "",
        )
        parts = Parts(
            counts=printed.counts,
            digests=packed_digests(change.digests),
            marks=printed.marks,
            record=printed.record,
            sitemap=printed.urls.encode(),
        )
        self.catalogue.note(task.date, change.stats, row, parts, printed.entries)
        self._own(task.date, printed.files)
        self._count(printed)

    def _shared(self, pictures: Iterable[str], own: Mapping[str, str]) -> Digests:
        return tuple(
            (path, file_digest(f"{self.inputs.content}/{path}")) for path in pictures if path not in own
        )

    def _settle_neighbours(self) -> None:
        """Print the front of each edition again that names a neighbour which is none, or another one, now."""
        bundle = self.press.bundle()
        for previous, date, following in _between_neighbours(self._shown()):
            row = self.rows[date]
            if (row.previous, row.following) == (previous, following):
                continue
            record = unpacked_edition(self.catalogue.part(date, "record"))
            view = between(record.view, _day(previous), _day(following), self.press.paper)
            self.press.sheet(edition_sheet(view, self.press.paper), str(self.inputs.content / date), bundle)
            self.rows[date] = row._replace(previous=previous, following=following)
            self.catalogue.note_row(date, self.rows[date], packed(msgspec.structs.replace(record, view=view)))
            self.touched.add(date)
        self._count(bundle)

    def _own(self, owner: str, files: Mapping[str, str]) -> None:
        """Note the files of an owner. Raises PressError where somebody else has one of them."""
        self.let_go |= self.catalogue.note_files(owner, files.items())
        if found := self.catalogue.collisions(owner):
            raise collision(*found[0])

    def _count(self, made: Bundle | PrintedEdition) -> None:
        self.pages += made.pages
        self.changed += made.changed
        self.doubts += made.doubts

    def _report(self, removed: Collection[str]) -> Report:
        return Report(
            paper=self.press.paper.sitename,
            editions=len(self._shown()),
            articles=sum(row.shown for row in self.rows.values()),
            pages=self.pages,
            changed=self.changed,
            removed=len(removed),
            seconds=time.perf_counter() - self.began,
            doubts=tuple(self.doubts),
            gone=printed_addresses(removed),
        )


def _between_neighbours(dates: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """Yield each date after the one before it and ahead of the next one; there is none at the ends."""
    return zip(("", *dates), dates, (*dates[1:], ""), strict=False)


def _day(date: str) -> dt.date | None:
    return dt.date.fromisoformat(date) if date else None


def _nothing_to_print(content: Path, *, preview: bool) -> PressError:
    kind = "" if preview else "published "
    return PressError(
        Finding(
            code="no-edition",
            path=str(content),
            message=f"there is no {kind}article to print",
            hint="put one at content/<year-month-day>/<page>/<order>.md, for example content/2024-04-15/01/01.md",
        )
    )
