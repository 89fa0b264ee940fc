"""The command `inv status`: the size of the site, what a build would make again, and why."""

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from broadsheet.files.page_files import finish_page
from broadsheet.files.project_lock import only_command
from broadsheet.files.stage import HIDDEN
from broadsheet.model.errors import BroadsheetError
from broadsheet.press.files.site_stage import SiteStage
from broadsheet.press.plan.inputs import take_inputs
from broadsheet.press.plan.survey import unpacked_stats
from broadsheet.press.run.job import Job
from broadsheet.press.run.report import not_yet
from broadsheet.press.site import settings_file, system_errors, with_cache

# https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits
PAGES_LIMIT = 1_000_000_000

_MOST_LINES = 20
_PAGE_ITSELF = re.compile(r"[0-9-]+/[0-9]+/page\.[^/]+")  # /2024-04-15/01/page.webp, and its plates


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
    size, printed = _sizes(inputs.output)
    share = f"{size / PAGES_LIMIT:.1%} of the {PAGES_LIMIT:,} that GitHub Pages allows"
    yield f"{inputs.output}/ holds {size:,} bytes, {share}"
    if printed:
        yield f"{printed:,} of them ({printed / PAGES_LIMIT:.1%}) are printed pages, by PAGE_FILES: their pictures and PDFs"
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


def _sizes(output: Path) -> tuple[int, int]:
    """Return the bytes of the files in `output` that would be published, and of those that show printed pages."""
    total = printed = 0
    for folder, folders, files in os.walk(output):
        folders[:] = [name for name in folders if name != HIDDEN]
        for path in (Path(folder, name) for name in files):
            size = path.stat().st_size
            total += size
            printed += size if _PAGE_ITSELF.fullmatch(path.relative_to(output).as_posix()) else 0
    return total, printed
