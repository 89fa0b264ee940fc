"""The command `inv build`: plan an incremental build, run it in Pelican or without it, print the report."""

import gc
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

from broadsheet.files.page_files import finish_page
from broadsheet.files.project_lock import only_command
from broadsheet.model.errors import BroadsheetError, PressError, system_finding
from broadsheet.model.finding import Finding, Severity
from broadsheet.press.files.site_stage import SiteStage
from broadsheet.press.paper.conf import PREVIEW_SETTINGS, PUBLISH_SETTINGS, settings_of
from broadsheet.press.plan.cache.build_cache import BUILD_CACHE, BuildCache, not_kept
from broadsheet.press.plan.cache.files import LEFT
from broadsheet.press.plan.cache.rows import CACHE_ERRORS
from broadsheet.press.plan.inputs import Inputs, take_inputs, without
from broadsheet.press.plan.plan import make_plan
from broadsheet.press.run.job import SETTING, Job
from broadsheet.press.run.report import Report, unpacked_left, waiting

_NO_ADDRESS = Finding(
    code="no-address",
    path=PUBLISH_SETTINGS,
    message="SITEURL is empty, so pages cannot name their own address, and feeds and sitemaps lead nowhere",
    hint="SITEURL=https://example.org/paper inv build --publish",
    severity=Severity.DOUBT,
)

T = TypeVar("T")


def build(*, publish: bool, clean: bool = False, scheduler: str = "") -> int:
    """Build the site and print the report; return 0, or 1 after printing the errors."""
    try:
        report = make_site(settings_file(publish=publish), clean=clean, scheduler=scheduler)
    except BroadsheetError as error:
        print(error, file=sys.stderr)
        return 1
    print(f"{report} → {settings_of(settings_file(publish=publish))['OUTPUT_PATH']}/")
    for doubt in report.doubts:
        print(doubt, file=sys.stderr)
    if publish and not settings_of(PUBLISH_SETTINGS).get("SITEURL"):
        print(_NO_ADDRESS, file=sys.stderr)
    return 0


def settings_file(*, publish: bool) -> str:
    """Return the settings file of the site for readers (`publish`) or of the preview for editors."""
    return PUBLISH_SETTINGS if publish else PREVIEW_SETTINGS


def make_site(
    file: str,
    *,
    clean: bool = False,
    scheduler: str = "",
    patient: bool = False,
    leave_out: frozenset[str] = frozenset(),
    **overrides: object,
) -> Report:
    """Build what changed of the site, or with `clean` all of it; `overrides` replace settings in `file`.

    Where another command is at work on the project, wait for it if `patient`. The files `leave_out`, paths below content/,
    count as missing.

    Raises BroadsheetError.
    """
    with system_errors(), only_command(patient=patient):
        return _make_site(file, overrides, clean=clean, scheduler=scheduler, leave_out=leave_out)[0]


@contextmanager
def site_for_readers() -> Iterator[tuple[Report, Path]]:
    """Build the site for readers, and keep other commands off the project while the body runs.

    Yields the report and the path of output/. Raises BroadsheetError.
    """
    with system_errors(), only_command():
        yield _make_site(PUBLISH_SETTINGS, {})


def _make_site(
    file: str,
    overrides: Mapping[str, object],
    *,
    clean: bool = False,
    scheduler: str = "",
    leave_out: frozenset[str] = frozenset(),
) -> tuple[Report, Path]:
    finish_page()
    inputs = without(take_inputs(file, overrides), leave_out)
    SiteStage(inputs.output).clear()
    if clean:
        BUILD_CACHE.unlink(missing_ok=True)
    return with_cache(inputs, partial(make, scheduler=scheduler)), inputs.output


def with_cache(inputs: Inputs, work: Callable[[Job], T]) -> T:
    """Return what `work` makes of a job with a plan and the build cache.

    Where the build cache is damaged, it is deleted and the work is done once more, and where none can be written, with one
    in memory.
    """
    try:
        return _with(inputs, work, "", BUILD_CACHE)
    except CACHE_ERRORS as error:
        SiteStage(inputs.output).clear()
        for name in (BUILD_CACHE, *BUILD_CACHE.parent.glob(f"{BUILD_CACHE.name}-*")):
            name.unlink(missing_ok=True)
        why = f"the build cache cannot be used ({error})"
    try:
        return _with(inputs, work, why, BUILD_CACHE)
    except CACHE_ERRORS as error:
        print(not_kept(error), file=sys.stderr)
        SiteStage(inputs.output).clear()
        return _with(inputs, work, why, None)


def _with(inputs: Inputs, work: Callable[[Job], T], distrust: str, file: Path | None) -> T:
    cache = BuildCache(file)
    try:
        stamp = cache.fact("stamp")
        if not stamp:
            distrust = distrust or "there is no build cache"
        elif stamp != SiteStage(inputs.output).stamp():
            distrust = "the build cache is of another output folder"
        plan = make_plan(cache, inputs, distrust)
        if plan.whole:
            cache.empty()
        return work(Job(inputs, plan, cache))
    finally:
        cache.close()


@cache
def load_press() -> None:
    """Load what prints pages. All that is loaded stays, so Python need not look for garbage in it again and again."""
    from broadsheet.press import crew, host  # noqa: F401, PLC0415  lazy: imports the press
    from broadsheet.press.run import log_watch, press_room  # noqa: F401, PLC0415  the same

    gc.freeze()


def make(job: Job, scheduler: str = "") -> Report:
    """Do the press run of `job`, in Pelican or without it. Raises BroadsheetError."""
    if job.plan.is_idle:
        return _nothing_to_do(job)
    load_press()
    from broadsheet.press.crew import crew_of  # noqa: PLC0415  lazy: imports the press
    from broadsheet.press.host import needs_pelican  # noqa: PLC0415  the same

    by = _by_pelican if needs_pelican(job.inputs.settings) else _by_itself
    return by(job._replace(crew=crew_of(job.inputs, scheduler)))


def _by_pelican(job: Job) -> Report:
    from broadsheet.press.pelican.build import load_settings, print_site  # noqa: PLC0415  lazy: imports pelican

    settings = load_settings(job.inputs.settings_file, **job.inputs.overrides)
    return print_site({**settings, SETTING: job})


def _by_itself(job: Job) -> Report:
    from broadsheet.press.run.log_watch import close_logs, forget_warnings  # noqa: PLC0415  lazy: imports logging
    from broadsheet.press.run.press_room import open_room  # noqa: PLC0415  lazy: imports the press

    close_logs()
    forget_warnings()
    return open_room(job.inputs.settings).print_site(job)


def _nothing_to_do(job: Job) -> Report:
    """Keep the new age of files whose bytes are the same, and return the report of a build without work."""
    plan, cache = job.plan, job.cache
    if plan.aged or plan.outside != cache.fact("outside"):
        with suppress(*CACHE_ERRORS):  # a full disk: the ages are compared with the files again
            cache.note_stats(plan.aged)
            cache.note_facts({"outside": plan.outside})
            cache.save()
    counts = [row.shown for row in plan.rows.values() if row.shown]
    return Report(
        paper=cache.fact("paper"),
        editions=len(counts),
        articles=sum(counts),
        pages=0,
        changed=0,
        removed=0,
        seconds=0.0,
        waiting=waiting(job.inputs.early, (row.schedule for row in plan.rows.values())),
        left=unpacked_left(cache.fact(LEFT)),
    )


@contextmanager
def system_errors() -> Iterator[None]:
    """Turn OSError, such as a full disk or a forbidden folder, into PressError."""
    try:
        yield
    except OSError as error:
        raise PressError(system_finding(error)) from error
