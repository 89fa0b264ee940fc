"""The end of a press run: what the site is now is decided, then kept, and only then are its files moved in."""

from collections.abc import Collection, Mapping

from broadsheet.press.catalogue import Row
from broadsheet.press.fingerprints import digest
from broadsheet.press.job import Job
from broadsheet.press.output_folder import strays
from broadsheet.press.stage import Stage


def vanished(job: Job, let_go: Collection[str], spared: Collection[str]) -> set[str]:
    """Return the files that no longer belong to the site, of those that an owner let go; after a whole build, of all."""
    if job.plan.whole:
        return strays(job.inputs.output, set(job.catalogue.files()), spared)
    return set(let_go) - job.catalogue.owned(let_go)


def move_in(job: Job, rows: Mapping[str, Row], removed: Collection[str], paper: str) -> None:
    """Make what is staged the site, without the files `removed`; `rows` are all editions, `paper` is its name."""
    inputs, plan, catalogue = job.inputs, job.plan, job.catalogue
    stamp = _stamp(job, rows) if inputs.facts["settings"] else ""
    own = {"static": inputs.static, "outside": plan.outside, "stamp": stamp, "paper": paper}
    catalogue.note_facts({**inputs.facts, **own})
    catalogue.note_stats(plan.aged)
    stage = Stage(inputs.output)
    stage.decide(stamp, removed)
    catalogue.save()
    stage.move_in()


def _stamp(job: Job, rows: Mapping[str, Row]) -> str:
    """Return what the site is made of: the same for the same inputs, in whatever steps they came."""
    editions = (part for date, row in sorted(rows.items()) for part in (date, row.fingerprint))
    return digest([*job.inputs.facts.values(), job.inputs.static, job.plan.outside_digest, *editions])
