"""The end of a press run: what the site is now is decided, then kept, and only then are its files moved in."""

from collections.abc import Collection, Mapping

from broadsheet.model.errors import PressError, raise_if_any
from broadsheet.model.finding import Finding
from broadsheet.press.files.digest import digest
from broadsheet.press.files.stage import Stage
from broadsheet.press.paper.conf import PREVIEW_SETTINGS
from broadsheet.press.plan.build_cache import Row
from broadsheet.press.plan.inputs import Inputs
from broadsheet.press.run.job import Job
from broadsheet.press.run.output_folder import strays


def vanished(job: Job, let_go: Collection[str], spared: Collection[str]) -> set[str]:
    """Return the files that no longer belong to the site, of those that an owner let go; after a whole build, of all.

    Raises PressError for a file that something else wrote during the build, such as a plugin: it would be removed.
    """
    if not job.plan.whole:
        return set(let_go) - job.cache.owned(let_go)
    found = strays(job.inputs.output, set(job.cache.files()), spared)
    raise_if_any(PressError, (_foreign(file) for file in sorted(found) if _is_new(job.inputs, file)))
    return found


def _is_new(inputs: Inputs, file: str) -> bool:
    return (inputs.output / file).stat().st_mtime_ns >= inputs.began


def _foreign(file: str) -> Finding:
    message = (
        f"{file} was written into the site during the build, and not by the press, which would remove it"
    )
    return Finding(
        "foreign-file", PREVIEW_SETTINGS, message, hint="name it, or its folder, in OUTPUT_RETENTION"
    )


def move_in(job: Job, rows: Mapping[str, Row], removed: Collection[str], paper: str) -> None:
    """Make what is staged the site, without the files `removed`; `rows` are all editions, `paper` is its name."""
    inputs, plan, cache = job.inputs, job.plan, job.cache
    stamp = _stamp(job, rows) if inputs.facts["settings"] else ""
    own = {"static": inputs.static, "outside": plan.outside, "stamp": stamp, "paper": paper}
    cache.note_facts({**inputs.facts, **own})
    cache.note_stats(plan.aged)
    stage = Stage(inputs.output)
    stage.decide(stamp, removed)
    cache.save()
    stage.move_in()


def _stamp(job: Job, rows: Mapping[str, Row]) -> str:
    """Return what the site is made of: the same for the same inputs, in whatever steps they came."""
    editions = (part for date, row in sorted(rows.items()) for part in (date, row.fingerprint))
    return digest([*job.inputs.facts.values(), job.inputs.static, job.plan.outside_digest, *editions])
