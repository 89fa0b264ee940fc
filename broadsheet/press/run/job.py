"""A build's job: what the site is made of, what of it to make, the build cache, and who prints many editions.

A job reaches the press through Pelican in Pelican's settings.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from broadsheet.press.files.paths import as_typed
from broadsheet.press.paper.conf import PLACES
from broadsheet.press.plan.build_cache import BuildCache
from broadsheet.press.plan.inputs import Inputs, look_at
from broadsheet.press.plan.plan import Plan, make_plan
from broadsheet.press.run.crew import Crew, alone

SETTING = "PRESS_JOB"
"""The name of the setting."""


class Job(NamedTuple):
    """What to do, and the `crew` that prints the editions."""

    inputs: Inputs
    plan: Plan
    cache: BuildCache
    crew: Crew = alone


def whole_job(job: Job, why: str) -> Job:
    """Return `job` as a build of everything, in this process; `why` says the reason."""
    job.cache.empty()
    return job._replace(plan=make_plan(job.cache, job.inputs, why), crew=alone)


def job_of(settings: Mapping[str, Any], began: int) -> Job:
    """Return the job in `settings`; for the `pelican` command, which sets none, a build from nothing.

    The command's build began at `began`, in nanoseconds, before Pelican's own generators wrote anything. Such a build has settings of unknown origin, so its site gets no stamp, and the next `inv build` makes everything.
    """
    job = settings.get(SETTING)
    if isinstance(job, Job):
        return job
    paths = {name: as_typed(settings[name]) for name in PLACES}
    inputs = look_at({**settings, **paths})._replace(began=began)
    cache = BuildCache(None)
    return Job(inputs, make_plan(cache, inputs, "Pelican’s own command builds everything"), cache)
