"""What a build has to make again, and why: content/ against the catalogue, by age and size first, by bytes where those differ."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b
from itertools import chain
from typing import NamedTuple

from broadsheet.press.catalogue import Catalogue, CatalogueError, Row
from broadsheet.press.fingerprints import digest
from broadsheet.press.inputs import EVERYWHERE, SETTINGS_FILE, Inputs
from broadsheet.press.kept_text import joined, paired, parted
from broadsheet.press.quick_files import read
from broadsheet.press.survey import Stat, packed_stats, unpacked_stats

Digests = tuple[tuple[str, str], ...]
"""Files' paths below content/ with the digests of their bytes."""

# A file that changed so shortly before it was looked at may change again within the same tick of the disk's clock.
_TICK = 2_000_000_000
_AGELESS = 0


class Change(NamedTuple):
    """An edition to be made: what its folder holds now, and why."""

    stats: bytes
    digests: Digests
    why: str


class Plan(NamedTuple):
    """What to do; `whole` says why everything is to be made, and is empty where not everything is."""

    whole: str
    changes: Mapping[str, Change]
    gone: tuple[str, ...]
    aged: Mapping[str, bytes]
    others: str
    outside: str
    standing: tuple[str, ...]
    rows: Mapping[str, Row]

    @property
    def is_idle(self) -> bool:
        """Whether the site is what its inputs would make again."""
        return not (self.whole or self.changes or self.gone or self.standing)


def make_plan(catalogue: Catalogue, inputs: Inputs, distrust: str) -> Plan:
    """Return what is to be made; `distrust` says why the catalogue is not to be believed, if it is not."""
    return _Planner(catalogue, inputs, distrust or _other_everywhere(catalogue, inputs)).plan()


def _other_everywhere(catalogue: Catalogue, inputs: Inputs) -> str:
    """Say what differs that every page is made of, if anything does."""
    other = next((name for name in EVERYWHERE if catalogue.fact(name) != inputs.facts[name]), "")
    last = catalogue.fact(SETTINGS_FILE)
    if other == "settings" and last != inputs.settings_file:
        return f"the last build was with {last}, this would be with {inputs.settings_file}"
    return other and f"other {other}"


class _Planner:
    def __init__(self, catalogue: Catalogue, inputs: Inputs, whole: str) -> None:
        self.catalogue = catalogue
        self.inputs = inputs
        self.whole = whole
        self.known = {} if whole else catalogue.editions()
        self.changes: dict[str, Change] = {}
        self.aged: dict[str, bytes] = {}

    def plan(self) -> Plan:
        outside = self.inputs.survey.others
        before = {} if self.whole else _known_outside(self.catalogue.fact("others"))
        others = self.digests_of(outside, before)
        self.elsewhere = dict(others)
        for date, stats in self.inputs.survey.editions.items():
            self.compare(date, stats)
        return Plan(
            whole=self.whole,
            changes=self.changes,
            gone=tuple(date for date in self.known if date not in self.inputs.survey.editions),
            aged=self.aged,
            others=_packed_outside(map(self.aged_stat, outside), others),
            outside=digest(part for pair in others for part in pair),
            standing=tuple(self.standing(dict(others), {stat[0]: known for stat, known in before.items()})),
            rows={date: row for date, (_, row) in self.known.items()},
        )

    def standing(self, others: Mapping[str, str], before: Mapping[str, str]) -> Iterator[str]:
        if self.catalogue.fact("static") != self.inputs.static:
            yield "the theme’s static files changed"
        if others != before:
            yield "files outside editions changed"

    def compare(self, date: str, stats: bytes) -> None:
        known = self.known.get(date)
        if known is None:
            self.change(date, unpacked_stats(stats), self.whole or "a new edition")
            return
        old_stats, row = known
        pictures = row.shared and any(self.digest_elsewhere(path) != mark for path, mark in row.shared)
        if pictures:
            self.change(date, unpacked_stats(stats), "a picture that it shows changed")
        elif stats != old_stats:
            self.look_closer(date, unpacked_stats(stats), unpacked_stats(old_stats))

    def look_closer(self, date: str, stats: list[Stat], old_stats: list[Stat]) -> None:
        old = unpacked_digests(self.catalogue.part(date, "digests"))
        marks = dict(old)
        digests = self.digests_of(stats, {stat: marks[stat[0]] for stat in old_stats})
        if digests == old:
            self.aged[date] = self.stats_to_keep(stats)
        else:
            self.changes[date] = Change(self.stats_to_keep(stats), digests, _difference(old, digests))

    def change(self, date: str, stats: list[Stat], why: str) -> None:
        self.changes[date] = Change(self.stats_to_keep(stats), self.digests_of(stats, {}), why)

    def digests_of(self, stats: Sequence[Stat], known: Mapping[Stat, str]) -> Digests:
        return tuple(
            (stat[0], known.get(stat) or file_digest(f"{self.inputs.content}/{stat[0]}")) for stat in stats
        )

    def digest_elsewhere(self, path: str) -> str:
        found = self.elsewhere.get(path)
        if found is None:
            file = self.inputs.content / path
            found = self.elsewhere[path] = file_digest(str(file)) if file.is_file() else ""
        return found

    def stats_to_keep(self, stats: Sequence[Stat]) -> bytes:
        return packed_stats(map(self.aged_stat, stats))

    def aged_stat(self, stat: Stat) -> Stat:
        return stat if stat[2] < self.inputs.began - _TICK else (stat[0], stat[1], _AGELESS)


def file_digest(path: str) -> str:
    """Return the digest of a file's bytes."""
    return blake2b(read(path), digest_size=16).hexdigest()


def fingerprint(digests: Digests, shared: Digests) -> str:
    """Return the fingerprint of an edition: of its own files and of pictures that it has from elsewhere."""
    return digest(part for pair in (*digests, ("", ""), *shared) for part in pair)


def packed_digests(digests: Digests) -> bytes:
    """Return digests as bytes."""
    return joined(chain.from_iterable(digests))


def unpacked_digests(data: bytes) -> Digests:
    """Return the digests that `packed_digests` made into `data`."""
    return paired(parted(data))


def _packed_outside(stats: Iterable[Stat], digests: Digests) -> str:
    files = ((*map(str, stat), known) for stat, (_, known) in zip(stats, digests, strict=True))
    return joined(chain.from_iterable(files)).decode()


def _known_outside(fact: str) -> dict[Stat, str]:
    texts = parted(fact.encode())
    try:
        files = zip(texts[::4], texts[1::4], texts[2::4], texts[3::4], strict=True)
        return {(path, int(size), int(age)): known for path, size, age, known in files}
    except ValueError as error:
        raise CatalogueError(str(error)) from error


def _difference(old: Digests, new: Digests) -> str:
    """Say in a line how an edition's folder differs."""
    before, after = dict(old), dict(new)
    came = [path for path in after if path not in before]
    went = [path for path in before if path not in after]
    changed = [path for path in after if before.get(path, after[path]) != after[path]]
    parts = (("changed", changed), ("came", came), ("went", went))
    return "; ".join(f"{', '.join(_short(paths))} {word}" for word, paths in parts if paths)


def _short(paths: list[str], most: int = 3) -> list[str]:
    return [*paths[:most], *([f"{len(paths) - most} more"] if len(paths) > most else [])]
