"""One build of the site, as the command line asks for it. Pelican is not imported before there is something to print."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from broadsheet.model.errors import BroadsheetError, PressError
from broadsheet.model.finding import Finding, Severity
from broadsheet.press.build_lock import only_build
from broadsheet.press.catalogue import Catalogue, CatalogueError
from broadsheet.press.conf import PREVIEW_SETTINGS, PUBLISH_SETTINGS, settings_of
from broadsheet.press.inputs import Inputs, take_inputs
from broadsheet.press.plan import Plan, make_plan
from broadsheet.press.report import Report
from broadsheet.press.stage import Stage

if TYPE_CHECKING:
    from broadsheet.press.job import Job

CATALOGUE = Path(".cache", "press.sqlite")
LOCK = Path(".cache", "press.lock")

_NO_ADDRESS = Finding(
    code="no-address",
    path=PUBLISH_SETTINGS,
    message="SITEURL is empty, so pages cannot name their own address, and feeds and sitemaps lead nowhere",
    hint="SITEURL=https://example.org/paper inv build --publish",
    severity=Severity.DOUBT,
)

T = TypeVar("T")


class Ready(NamedTuple):
    """A site looked over: what it is made of, and what is to be made of it."""

    inputs: Inputs
    plan: Plan
    catalogue: Catalogue


def build(*, publish: bool, clean: bool = False, scheduler: str = "") -> int:
    """Build the site and say what was made; return 0, or 1 after saying what is wrong."""
    try:
        report = make_site(settings_file(publish=publish), clean=clean, scheduler=scheduler)
    except BroadsheetError as error:
        for finding in error.findings:
            print(finding, file=sys.stderr)
        return 1
    print(f"{report} → output/")
    for doubt in report.doubts:
        print(doubt, file=sys.stderr)
    if publish and not settings_of(PUBLISH_SETTINGS)["SITEURL"]:
        print(_NO_ADDRESS, file=sys.stderr)
    return 0


def settings_file(*, publish: bool) -> str:
    """Return the file of settings for readers or for the desk."""
    return PUBLISH_SETTINGS if publish else PREVIEW_SETTINGS


def make_site(file: str, *, clean: bool = False, scheduler: str = "", **overrides: object) -> Report:
    """Make of the site what changed, or all of it. Raises BroadsheetError."""
    with _system_errors(), only_build(LOCK):
        inputs = take_inputs(file, overrides)
        Stage(inputs.output).clear()
        if clean:
            CATALOGUE.unlink(missing_ok=True)
        return with_catalogue(inputs, partial(_make, scheduler))


def with_catalogue(inputs: Inputs, work: Callable[[Ready], T]) -> T:
    """Do `work` with the catalogue, and once more without what it knew where it cannot be believed."""
    try:
        return _with(inputs, work, "")
    except CatalogueError as error:
        for name in (CATALOGUE, *CATALOGUE.parent.glob(f"{CATALOGUE.name}-*")):
            name.unlink(missing_ok=True)
        return _with(inputs, work, f"the catalogue could not be believed ({error})")


def _with(inputs: Inputs, work: Callable[[Ready], T], distrust: str) -> T:
    catalogue = Catalogue(CATALOGUE)
    try:
        stamp = catalogue.fact("stamp")
        if not stamp:
            distrust = distrust or "there is no catalogue"
        elif stamp != Stage(inputs.output).stamp():
            distrust = "the catalogue is of another output folder"
        plan = make_plan(catalogue, inputs, distrust)
        if plan.whole:
            catalogue.empty()
        return work(Ready(inputs, plan, catalogue))
    finally:
        catalogue.close()


def _make(scheduler: str, ready: Ready) -> Report:
    inputs, plan, catalogue = ready
    if plan.is_idle:
        return _nothing_to_do(ready)
    from broadsheet.press.crew import cores  # noqa: PLC0415  lazy: imports the press
    from broadsheet.press.host import asks_pelican  # noqa: PLC0415  the same
    from broadsheet.press.job import Job  # noqa: PLC0415  the same

    job = Job(inputs, plan, catalogue, cores(), scheduler)
    report = (_by_pelican if asks_pelican(inputs.settings) else _by_itself)(job)
    catalogue.note_facts({"paper": report.paper})
    catalogue.save()
    return report


def _by_pelican(job: "Job") -> Report:
    from broadsheet.press.desk import load_settings, print_site  # noqa: PLC0415  lazy: imports pelican
    from broadsheet.press.job import SETTING  # noqa: PLC0415  lazy: imports the press

    settings = load_settings(job.inputs.settings_file, **job.inputs.overrides)
    return print_site({**settings, SETTING: job})


def _by_itself(job: "Job") -> Report:
    from broadsheet.press.closed import close_logs, forget_warnings, stop_at_warnings  # noqa: PLC0415  lazy: logging
    from broadsheet.press.press_room import open_room  # noqa: PLC0415  lazy: imports the press

    close_logs()
    forget_warnings()
    report = open_room(job.inputs.settings).print_site(job)
    stop_at_warnings()
    return report


def _nothing_to_do(ready: Ready) -> Report:
    """Note what only grew older, and say that the site is as it should be."""
    _, plan, catalogue = ready
    if plan.aged or plan.others != catalogue.fact("others"):
        catalogue.note_stats(plan.aged)
        catalogue.note_facts({"others": plan.others})
        catalogue.save()
    counts = [row.shown for row in plan.rows.values() if row.shown]
    return Report(
        paper=catalogue.fact("paper"),
        editions=len(counts),
        articles=sum(counts),
        pages=0,
        changed=0,
        removed=0,
        seconds=0.0,
    )


@contextmanager
def _system_errors() -> Iterator[None]:
    """Tell of a full disk or a forbidden folder as of any other mistake."""
    try:
        yield
    except OSError as error:
        message = error.strerror or str(error)
        raise PressError(Finding(code="system", path=str(error.filename or "."), message=message)) from error
