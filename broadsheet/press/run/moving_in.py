"""The end of a press run: the journal is written, the build cache saved, and then the staged files are moved in."""

from collections.abc import Collection, Mapping

from broadsheet.press.files.digest import digest
from broadsheet.press.files.stage import Stage
from broadsheet.press.plan.cache_rows import Row
from broadsheet.press.run.job import Job
from broadsheet.press.run.output_folder import strays


def vanished(job: Job, let_go: Collection[str], spared: Collection[str]) -> set[str]:
    """Return the files to remove: those in `let_go` without another owner; after a build of everything, all strays.

    `spared` are the patterns of OUTPUT_RETENTION.
    """
    if job.plan.whole:
        return strays(job.inputs.output, set(job.cache.files()), spared)
    return set(let_go) - job.cache.owned(let_go)


def move_in(job: Job, rows: Mapping[str, Row], removed: Collection[str], paper: str) -> None:
    """Move the staged files into the site and remove `removed` from it.

    `rows` are all editions by date, for the site's stamp; `paper` is the name of the paper.
    """
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
    """Return the digest of what the site is made of; it does not depend on the order of earlier builds."""
    editions = (part for date, row in sorted(rows.items()) for part in (date, row.fingerprint))
    return digest([*job.inputs.facts.values(), job.inputs.static, job.plan.outside_digest, *editions])
