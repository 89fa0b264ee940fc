"""A press run: what the plan names is printed, then the lists that it reaches, and all of it is moved in at once."""

import datetime as dt
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from broadsheet.model.errors import PressError, raise_if_any
from broadsheet.model.finding import Finding
from broadsheet.press.card_face import NO_FACE
from broadsheet.press.catalogue import Catalogue, Parts, Row
from broadsheet.press.edition_press import EditionPress, EditionTask, PrintedEdition
from broadsheet.press.edition_views import between, edition_sheet
from broadsheet.press.fingerprints import digest
from broadsheet.press.inputs import Inputs
from broadsheet.press.job import Job
from broadsheet.press.output_folder import claim, printed_addresses, strays
from broadsheet.press.plan import Digests, Plan, file_digest, fingerprint, packed_digests
from broadsheet.press.records import Marks, packed, unpacked_edition, unpacked_marks
from broadsheet.press.report import Report
from broadsheet.press.scan import EditionFiles, scan
from broadsheet.press.site_pages import SitePages
from broadsheet.press.writer import collision

Outcome = PrintedEdition | tuple[Finding, ...]
Crew = Callable[[list[EditionTask]], Iterator[Outcome]]
"""Prints editions in their order, alone or in several processes."""


class PressRun:
    """One build. The catalogue grows with each edition; nothing of the site changes before `_move_in`."""

    def __init__(self, job: Job, press: EditionPress, crew: Crew, kept: tuple[str, ...]) -> None:
        self.began = time.perf_counter()
        self.inputs: Inputs = job.inputs
        self.plan: Plan = job.plan
        self.catalogue: Catalogue = job.catalogue
        self.press = press
        self.crew = crew
        self.kept = kept
        self.rows: dict[str, Row] = dict(self.plan.rows)
        self.removed: set[str] = set()
        self.touched: set[str] = set()
        self.marks_before: dict[str, Marks] = {}
        self.pages = self.changed = 0
        self.doubts = [NO_FACE] if press.paper.siteurl and press.card_room is None else []
        claim(self.inputs.output, kept)

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
        pages = SitePages(self.press, self.catalogue, self.rows, self._own)
        pages.make(self.plan, self.touched, shown_before, self.marks_before)
        return self._move_in()

    def _editions(self) -> tuple[EditionFiles, ...]:
        """Return the editions that are to be made, having looked at all files that are new or lie elsewhere."""
        elsewhere = [stat[0] for stat in self.inputs.survey.others]
        changed = [path for change in self.plan.changes.values() for path, _ in change.digests]
        return scan(self.inputs.content, [*elsewhere, *changed])

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
        shown = sorted({*self._shown(), *made})
        neighbours = zip(["", *shown], shown, [*shown[1:], ""], strict=False)
        for previous, date, following in neighbours:
            if date in made:
                yield EditionTask(made[date], _day(previous), _day(following))

    def _note(self, task: EditionTask, printed: PrintedEdition) -> None:
        self._touch(task.date)
        change = self.plan.changes[task.date]
        shared = self._shared(printed.pictures, dict(change.digests))
        row = self.rows[task.date] = Row(
            fingerprint=fingerprint(change.digests, shared),
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
        self.pages += printed.pages
        self.changed += printed.changed
        self.doubts += printed.doubts

    def _shared(self, pictures: Iterable[str], own: Mapping[str, str]) -> Digests:
        return tuple(
            (path, file_digest(f"{self.inputs.content}/{path}")) for path in pictures if path not in own
        )

    def _settle_neighbours(self) -> None:
        """Print the front of each edition again that names a neighbour which is none, or another one, now."""
        shown = self._shown()
        for previous, date, following in zip(["", *shown], shown, [*shown[1:], ""], strict=False):
            row = self.rows[date]
            if (row.previous, row.following) == (previous, following):
                continue
            record = unpacked_edition(self.catalogue.part(date, "record"))
            view = between(record.view, _day(previous), _day(following), self.press.paper)
            self.press.writer.begin()
            self.press.sheet(edition_sheet(view, self.press.paper), str(self.inputs.content / date))
            row = self.rows[date] = row._replace(previous=previous, following=following)
            self.catalogue.note_row(date, row, packed(msgspec.structs.replace(record, view=view)))
            self.touched.add(date)

    def _own(self, owner: str, files: Mapping[str, str]) -> None:
        """Note the files of an owner. Raises PressError where somebody else has one of them."""
        self.removed |= self.catalogue.note_files(owner, files.items())
        for found in self.catalogue.collisions(owner)[:1]:
            raise collision(*found)

    def _move_in(self) -> Report:
        """Decide for the new site, keep the catalogue, and only then move the files."""
        removed = self._vanished()
        stamp = self._stamp() if self.inputs.facts["settings"] else ""
        self.catalogue.note_facts(
            {**self.inputs.facts, "static": self.inputs.static, "others": self.plan.others, "stamp": stamp}
        )
        self.catalogue.note_stats(self.plan.aged)
        stage = self.press.writer.stage
        stage.decide(stamp, removed)
        self.catalogue.save()
        stage.move_in()
        return Report(
            paper=self.press.paper.sitename,
            editions=len(self._shown()),
            articles=sum(row.shown for row in self.rows.values()),
            pages=self.press.pages + self.pages,
            changed=self.press.writer.changed + self.changed,
            removed=len(removed),
            seconds=time.perf_counter() - self.began,
            doubts=tuple(self.doubts),
            gone=printed_addresses(removed),
        )

    def _vanished(self) -> set[str]:
        """Return the files that no longer belong to the site."""
        if self.plan.whole:
            return strays(self.inputs.output, set(self.catalogue.files()), self.kept)
        return self.removed - self.catalogue.owned(self.removed)

    def _stamp(self) -> str:
        """Return what the site is made of: the same for the same inputs, in whatever steps they came."""
        editions = (part for date, row in sorted(self.rows.items()) for part in (date, row.fingerprint))
        return digest([*self.inputs.facts.values(), self.inputs.static, self.plan.outside, *editions])


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
