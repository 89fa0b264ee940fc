"""The job of a build: its inputs, plan, build cache and crew. Where Pelican runs the build, its settings hold the job."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from broadsheet.press.files.paths import as_typed
from broadsheet.press.paper.conf import FOLDER_SETTINGS
from broadsheet.press.plan.cache.build_cache import BuildCache
from broadsheet.press.plan.inputs import Inputs, look_at
from broadsheet.press.plan.plan import Plan, make_plan
from broadsheet.press.run.crew import Crew, alone

SETTING = "PRESS_JOB"
"""The setting of Pelican that holds the job."""


class Job(NamedTuple):
    """One build: its inputs, the plan, the build cache, and the crew that prints its editions.

    A trial ends before the site and the build cache change.
    """

    inputs: Inputs
    plan: Plan
    cache: BuildCache
    crew: Crew = alone
    is_trial: bool = False


def whole_job(job: Job, why: str) -> Job:
    """Return `job` as a build of everything in this process; `why` says the reason."""
    job.cache.empty()
    return job._replace(plan=make_plan(job.cache, job.inputs, why), crew=alone)


def job_of(settings: Mapping[str, Any], began: int) -> Job:
    """Return the job in `settings`, else a job that makes everything: the `pelican` command sets none.

    `began` is when that command's build began, in nanoseconds, before Pelican's own generators wrote files. The origin
    of its settings is unknown, so its site gets no stamp, and the next `inv build` makes everything again.
    """
    job = settings.get(SETTING)
    if isinstance(job, Job):
        return job
    paths = {name: as_typed(settings[name]) for name in FOLDER_SETTINGS}
    inputs = look_at({**settings, **paths})._replace(began=began)
    cache = BuildCache(None)
    return Job(inputs, make_plan(cache, inputs, "Pelican’s own command builds everything"), cache)
