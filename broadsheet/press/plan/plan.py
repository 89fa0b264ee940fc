"""The plan of an incremental build: content/ compared with the build cache.

Files are compared by size and age first; only where those differ, by the digests of their bytes.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from broadsheet.files.text_rows import joined, parted
from broadsheet.press.files.digest import digest
from broadsheet.press.plan.cache.build_cache import BuildCache
from broadsheet.press.plan.cache.rows import BuildCacheError, Row
from broadsheet.press.plan.file_digests import Digests, file_digest, unpacked_digests
from broadsheet.press.plan.inputs import EVERYWHERE, SETTINGS_FILE, Inputs
from broadsheet.press.plan.large_files import limits_of, refuse_large
from broadsheet.press.plan.survey import Stat, packed_stats, unpacked_stats

# A file that changed within this time before the survey (2 s, in nanoseconds) may change again without getting
# another age, since clocks of file systems are coarse. So its age is kept as _AGELESS, and the next build reads it.
_TICK = 2_000_000_000
_AGELESS = 0


class Change(NamedTuple):
    """An edition to make again: the stats and digests of the files in its folder, and the reason."""

    stats: bytes
    digests: Digests
    why: str


class Plan(NamedTuple):
    """What to make again, and what to keep in the build cache.

    `whole` is the reason for making everything, "" for an incremental build; `standing` are the reasons for making the
    standing pages. `changes` are the editions to make, by date; `gone` are those whose folders have no file left; `aged`
    are the packed stats of those whose files have another age and the same bytes. `outside` is what to keep of files
    outside editions, `outside_digest` the digest of their paths and bytes. `rows` are the editions of the last build.
    """

    whole: str
    changes: Mapping[str, Change]
    gone: tuple[str, ...]
    aged: Mapping[str, bytes]
    outside: str
    outside_digest: str
    standing: tuple[str, ...]
    rows: Mapping[str, Row]

    @property
    def is_idle(self) -> bool:
        """Whether there is nothing to make."""
        return not (self.whole or self.changes or self.gone or self.standing)


def make_plan(cache: BuildCache, inputs: Inputs, distrust: str) -> Plan:
    """Return the plan of a build; `distrust` is the reason for not using the build cache, or "".

    Raises BuildCacheError for a damaged build cache.
    """
    return _Planner(cache, inputs, distrust or _changed_everywhere(cache, inputs)).plan()


def _changed_everywhere(cache: BuildCache, inputs: Inputs) -> str:
    """Return as a reason which fact that every page depends on changed, or "" where none did."""
    other = next((name for name in EVERYWHERE if cache.fact(name) != inputs.facts[name]), "")
    last = cache.fact(SETTINGS_FILE)
    if other == "settings" and last != inputs.settings_file:
        return f"the last build was with {last}, this would be with {inputs.settings_file}"
    return other and f"the {other} changed"


class _Planner:
    """Compares content/ with the build cache, which counts as empty where `whole` is a reason for making everything."""

    def __init__(self, cache: BuildCache, inputs: Inputs, whole: str) -> None:
        self.cache = cache
        self.inputs = inputs
        self.whole = whole
        self.known = {} if whole else cache.editions()
        self.known_outside = {} if whole else _unpacked_outside(cache.fact("outside"))
        self.outside = self.digests_of(inputs.survey.outside, self.known_outside)
        self.pictures = dict(self.outside)  # digests, to which those of pictures in other editions are added

    def plan(self) -> Plan:
        editions, outside = self.inputs.survey.editions, self.inputs.survey.outside
        compared = {date: self.compared(date, stats) for date, stats in editions.items()}
        return Plan(
            whole=self.whole,
            changes={date: found for date, found in compared.items() if isinstance(found, Change)},
            gone=tuple(date for date in self.known if date not in editions),
            aged={date: found for date, found in compared.items() if isinstance(found, bytes)},
            outside=_packed_outside(map(self.aged_stat, outside), self.outside),
            outside_digest=digest(part for pair in self.outside for part in pair),
            standing=tuple(self.standing()),
            rows={date: row for date, (_, row) in self.known.items()},
        )

    def standing(self) -> Iterator[str]:
        if self.cache.fact("static") != self.inputs.static:
            yield "the theme’s static files, or what /admin/ edits, changed"
        if dict(self.outside) != {path: known for (path, _, _), known in self.known_outside.items()}:
            yield "files outside editions changed"

    def compared(self, date: str, stats: bytes) -> Change | bytes | None:
        """Return how an edition changed, its packed stats where only ages differ, or None where nothing does."""
        known = self.known.get(date)
        if known is None:
            return self.change(unpacked_stats(stats), self.whole or "a new edition")
        old_stats, row = known
        if not row.schedule.holds(self.inputs.clock.now):
            return self.change(unpacked_stats(stats), "the time of one of its articles has come")
        if row.shared and any(self.picture_digest(path) != before for path, before in row.shared):
            return self.change(unpacked_stats(stats), "a picture that it shows changed")
        if stats != old_stats:
            return self.compared_by_bytes(date, unpacked_stats(stats), unpacked_stats(old_stats))
        return None

    def compared_by_bytes(self, date: str, stats: list[Stat], old_stats: list[Stat]) -> Change | bytes:
        old = unpacked_digests(self.cache.part(date, "digests"))
        before = dict(old)
        digests = self.digests_of(stats, {stat: before[stat[0]] for stat in old_stats})
        kept = self.stats_to_keep(stats)
        return kept if digests == old else Change(kept, digests, _difference(old, digests))

    def change(self, stats: list[Stat], why: str) -> Change:
        return Change(self.stats_to_keep(stats), self.digests_of(stats, {}), why)

    def digests_of(self, stats: Sequence[Stat], known: Mapping[Stat, str]) -> Digests:
        refuse_large(stats, self.inputs.content, limits_of(self.inputs.settings))
        return tuple(
            (stat[0], known.get(stat) or file_digest(f"{self.inputs.content}/{stat[0]}")) for stat in stats
        )

    def picture_digest(self, path: str) -> str:
        """Return the digest of the picture at a path below content/, or "" where it is missing."""
        found = self.pictures.get(path)
        if found is None:
            file = self.inputs.content / path
            found = self.pictures[path] = file_digest(str(file)) if file.is_file() else ""
        return found

    def stats_to_keep(self, stats: Sequence[Stat]) -> bytes:
        return packed_stats(map(self.aged_stat, stats))

    def aged_stat(self, stat: Stat) -> Stat:
        return stat if stat[2] < self.inputs.began - _TICK else (stat[0], stat[1], _AGELESS)


def _packed_outside(stats: Iterable[Stat], digests: Digests) -> str:
    files = ((*map(str, stat), known) for stat, (_, known) in zip(stats, digests, strict=True))
    return joined(chain.from_iterable(files)).decode()


def _unpacked_outside(fact: str) -> dict[Stat, str]:
    texts = parted(fact.encode())
    try:
        files = zip(texts[::4], texts[1::4], texts[2::4], texts[3::4], strict=True)
        return {(path, int(size), int(age)): known for path, size, age, known in files}
    except ValueError as error:
        raise BuildCacheError(str(error)) from error


def _difference(old: Digests, new: Digests) -> str:
    """Return in one line which files of an edition's folder changed, were added or were removed."""
    before, after = dict(old), dict(new)
    added = [path for path in after if path not in before]
    removed = [path for path in before if path not in after]
    changed = [path for path in after if before.get(path, after[path]) != after[path]]
    parts = (("changed", changed), ("added", added), ("removed", removed))
    return "; ".join(f"{', '.join(_short(paths))} {word}" for word, paths in parts if paths)


def _short(paths: list[str], most: int = 3) -> list[str]:
    return [*paths[:most], *([f"{len(paths) - most} more"] if len(paths) > most else [])]
