"""The end of a press run: the journal is written, the build cache saved, and then the staged files are moved in."""

from collections.abc import Collection, Mapping

from broadsheet.model.errors import PressError, raise_if_any
from broadsheet.model.finding import Finding
from broadsheet.press.files.digest import digest
from broadsheet.press.files.site_stage import SiteStage
from broadsheet.press.paper.conf import PREVIEW_SETTINGS
from broadsheet.press.plan.cache.build_cache import BuildCache, not_kept
from broadsheet.press.plan.cache.rows import CACHE_ERRORS, Row
from broadsheet.press.plan.inputs import Inputs
from broadsheet.press.run.job import Job
from broadsheet.press.run.output_folder import strays


def vanished(job: Job, let_go: Collection[str], spared: Collection[str]) -> set[str]:
    """Return the files to remove: those in `let_go` without another owner; after a build of everything, all strays.

    `spared` are the patterns of OUTPUT_RETENTION. Raises PressError for a stray that was written during the build, such
    as a file of a plugin.
    """
    if not job.plan.whole:
        return set(let_go) - job.cache.files.owned(let_go)
    found = strays(job.inputs.output, set(job.cache.files.all()), spared)
    raise_if_any(PressError, (_foreign(file) for file in sorted(found) if _is_new(job.inputs, file)))
    return found


def _is_new(inputs: Inputs, file: str) -> bool:
    return (inputs.output / file).stat().st_mtime_ns >= inputs.began


def _foreign(file: str) -> Finding:
    message = f"{file} was written into the site during the build, not by the press, which would remove it"
    hint = f"name it, or its folder, in OUTPUT_RETENTION in {PREVIEW_SETTINGS}"
    return Finding("foreign-file", PREVIEW_SETTINGS, message, hint)


def move_in(
    job: Job, rows: Mapping[str, Row], removed: Collection[str], spared: Collection[str], paper: str
) -> tuple[Finding, ...]:
    """Move the staged files into the site, remove `removed` from it, and return what the build cache could not keep.

    `rows` are all editions by date, for the site's stamp; `spared` are the patterns of OUTPUT_RETENTION;
    `paper` is the name of the paper.
    """
    inputs, plan, cache = job.inputs, job.plan, job.cache
    stamp = _stamp(job, rows) if inputs.facts["settings"] else ""
    own = {"static": inputs.static, "outside": plan.outside, "stamp": stamp, "paper": paper}
    cache.note_facts({**inputs.facts, **own})
    cache.note_stats(plan.aged)
    stage = SiteStage(inputs.output)
    stage.decide(stamp, removed, anew=bool(plan.whole), in_place=bool(spared))
    unkept = _saved(cache)
    stage.clear()
    return unkept


def _saved(cache: BuildCache) -> tuple[Finding, ...]:
    """Save the build cache, or return the doubt that the next build makes everything, such as where the disk is full."""
    try:
        cache.save()
    except CACHE_ERRORS as error:
        return (not_kept(error),)
    return ()


def _stamp(job: Job, rows: Mapping[str, Row]) -> str:
    """Return the digest of what the site is made of; it does not depend on the order of earlier builds."""
    editions = (
        part
        for date, row in sorted(rows.items())
        for part in (date, row.fingerprint, str(row.schedule.since), str(row.schedule.until))
    )
    return digest([*job.inputs.facts.values(), job.inputs.static, job.plan.outside_digest, *editions])
