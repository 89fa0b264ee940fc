"""A build's job: what the site is made of, what of it to make, and the catalogue to keep. It rides in Pelican's settings."""

from collections.abc import Mapping
from typing import Any, NamedTuple

from broadsheet.press.catalogue import Catalogue
from broadsheet.press.conf import PLACES
from broadsheet.press.inputs import Inputs, look_at
from broadsheet.press.paths import as_typed
from broadsheet.press.plan import Plan, make_plan

SETTING = "PRESS_JOB"
"""The name of the setting."""


class Job(NamedTuple):
    """What to do, and who prints many editions: the cluster at `scheduler`, else `processes` of this machine at most."""

    inputs: Inputs
    plan: Plan
    catalogue: Catalogue
    processes: int = 1
    scheduler: str = ""


def job_of(settings: Mapping[str, Any]) -> Job:
    """Return the job in `settings`; the `pelican` command gives none, and gets a build from nothing.

    Nobody knows the settings of such a build, so its site bears no stamp, and the next `inv build` begins anew.
    """
    job = settings.get(SETTING)
    if isinstance(job, Job):
        return job
    paths = {name: as_typed(settings[name]) for name in PLACES}
    inputs = look_at({**settings, **paths})
    catalogue = Catalogue(None)
    return Job(inputs, make_plan(catalogue, inputs, "Pelican’s own command builds everything"), catalogue)
