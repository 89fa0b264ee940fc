"""What a build would refuse, for `inv lint`: a press run of what changed since the last build, without its last step.

Where everything of many editions would be made again, as after new settings, a trial would take as long as the build, and
ends with the settings and the theme.
"""

from contextlib import suppress
from pathlib import Path

from broadsheet.files.page_files import finish_page
from broadsheet.files.project_lock import only_command
from broadsheet.files.stage import HIDDEN
from broadsheet.model.errors import BroadsheetError
from broadsheet.model.finding import Finding
from broadsheet.press.files.site_stage import SiteStage
from broadsheet.press.host import needs_pelican
from broadsheet.press.paper.conf import PREVIEW_SETTINGS
from broadsheet.press.plan.cache.build_cache import BUILD_CACHE, BuildCache
from broadsheet.press.plan.cache.rows import CACHE_ERRORS
from broadsheet.press.plan.inputs import SETTINGS_FILE, take_inputs
from broadsheet.press.run.job import Job
from broadsheet.press.site import make, system_errors, with_cache

_FEW = 20  # editions, which are printed within seconds


def refusals() -> tuple[Finding, ...]:
    """Return the errors for which a build would be refused now, and change neither the site nor the build cache.

    It is one with the settings of the last build, since only then what did not change need not be made again. Where
    another command is at work on the project, wait for it.
    """
    try:
        with system_errors(), only_command(patient=True):
            finish_page()
            inputs = take_inputs(_last_settings(), {})
            stage = SiteStage(inputs.output)
            stage.clear()
            try:
                with_cache(inputs, _try)
            finally:
                stage.clear()
                _leave_as_it_was(inputs.output)
    except BroadsheetError as error:
        return error.findings
    return ()


def _try(job: Job) -> None:
    if not job.plan.whole or len(job.plan.changes) <= _FEW:
        make(job._replace(is_trial=True))
    elif needs_pelican(job.inputs.settings):
        from broadsheet.press.pelican.build import open_through_pelican  # noqa: PLC0415  lazy: imports pelican

        open_through_pelican(job.inputs.settings_file, {})
    else:
        from broadsheet.press.run.press_room import open_room  # noqa: PLC0415  lazy: imports the press

        open_room(job.inputs.settings)


def _last_settings() -> str:
    """Return the settings file of the last build, or that of the preview where there was none."""
    file = ""
    if BUILD_CACHE.is_file():
        with suppress(*CACHE_ERRORS):
            cache = BuildCache(BUILD_CACHE)
            try:
                file = cache.fact(SETTINGS_FILE)
            finally:
                cache.close()
    return file if file and Path(file).is_file() else PREVIEW_SETTINGS


def _leave_as_it_was(output: Path) -> None:
    for folder in (output / HIDDEN, output):
        with suppress(OSError):  # it holds the site
            folder.rmdir()
