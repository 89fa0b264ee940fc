"""The command `inv status`: the size of the site, what a build would make again, and why."""

import sys
from collections.abc import Iterator

from broadsheet.files.page_files import finish_page
from broadsheet.files.project_lock import only_command
from broadsheet.model.errors import BroadsheetError
from broadsheet.press.files.site_stage import SiteStage
from broadsheet.press.plan.inputs import take_inputs
from broadsheet.press.plan.survey import unpacked_stats
from broadsheet.press.run.job import Job
from broadsheet.press.run.report import not_yet
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
    if inputs.early:
        yield not_yet(inputs.early).capitalize()
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
