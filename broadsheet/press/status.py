"""The command `inv status`: the size of the site, what a build would make again, and why."""

import datetime as dt
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from broadsheet.files.page_files import finish_page
from broadsheet.files.project_lock import only_command
from broadsheet.manuscript import read_article
from broadsheet.model.errors import BroadsheetError, ManuscriptError
from broadsheet.model.schedule import Schedule, schedule_of
from broadsheet.press.files.site_stage import SiteStage
from broadsheet.press.plan.inputs import take_inputs
from broadsheet.press.plan.survey import unpacked_stats
from broadsheet.press.run.job import Job
from broadsheet.press.run.report import waiting
from broadsheet.press.site import settings_file, system_errors, with_cache
from broadsheet.press.site_size import size_of

_MOST_LINES = 20


def status(*, publish: bool) -> int:
    """Print the state of the site without building; return 0, or 1 after printing the errors."""
    try:
        with system_errors(), only_command():
            finish_page()
            inputs = take_inputs(settings_file(publish=publish), {})
            SiteStage(inputs.output).clear()
            lines = with_cache(inputs, lambda job: list(_lines(job)))
    except BroadsheetError as error:
        print(error, file=sys.stderr)
        return 1
    print("\n".join(lines))
    return 0


def _lines(job: Job) -> Iterator[str]:
    inputs, plan = job.inputs, job.plan
    survey = inputs.survey.editions
    articles = sum(path.endswith(".md") for files in survey.values() for path, _, _ in unpacked_stats(files))
    yield f"{inputs.content}/ holds {len(survey):,} editions with {articles:,} articles"
    yield from size_of(inputs.output).lines(inputs.output)
    for line in waiting(inputs.early, _schedules(job)).lines():
        yield line[0].upper() + line[1:]
    if plan.is_idle:
        yield "A build would make nothing."
        return
    if plan.whole:
        yield f"A build would make everything: {plan.whole}"
        return
    reasons = [
        *plan.standing,
        *(f"{date} has gone" for date in plan.gone),
        *(f"{date}: {change.why}" for date, change in sorted(plan.changes.items())),
    ]
    yield "A build would make again what depends on these:"
    yield from (f"  {reason}" for reason in reasons[:_MOST_LINES])
    if len(reasons) > _MOST_LINES:
        yield f"  and {len(reasons) - _MOST_LINES:,} more"


def _schedules(job: Job) -> Iterator[Schedule]:
    """Yield the schedule of each edition: of those that a build would make again, from their manuscripts."""
    inputs, plan = job.inputs, job.plan
    for date in inputs.survey.editions:
        if change := plan.changes.get(date):
            manuscripts = (inputs.content / path for path, _ in change.digests if path.endswith(".md"))
            yield schedule_of(dt.date.fromisoformat(date), _times(manuscripts), inputs.clock)
        else:
            yield plan.rows[date].schedule


def _times(manuscripts: Iterable[Path]) -> Iterator[tuple[str, dt.datetime | None]]:
    """Yield address and `publish_at` of those of `manuscripts` that have one; others are not parsed."""
    for path in manuscripts:
        if b"publish_at" in path.read_bytes():
            with suppress(ManuscriptError):  # its mistakes are for the build and `inv lint`
                manuscript = read_article(path)
                yield manuscript.address.href, manuscript.article.publish_at
