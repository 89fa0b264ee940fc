"""A desk in whose folder tests of the plan write, and which plans builds without making a page."""

import os
from collections.abc import Mapping
from hashlib import blake2b
from pathlib import Path

from broadsheet.model.schedule import NEVER, Schedule
from broadsheet.press.plan.cache.build_cache import BuildCache
from broadsheet.press.plan.cache.rows import Parts, Row
from broadsheet.press.plan.file_digests import edition_fingerprint, packed_digests
from broadsheet.press.plan.inputs import Inputs, look_at
from broadsheet.press.plan.plan import Plan, make_plan

LONG_AGO = 1_700_000_000_000_000_000
ALWAYS = Schedule(-NEVER, NEVER)
TICK = 2_000_000_000
FILES = "2024-04-15/01"


def digest_of(data: str) -> str:
    return blake2b(data.encode(), digest_size=16).hexdigest()


class Desk:
    """Writes into content/, and plans builds that keep what a build keeps, and make no page."""

    def __init__(self, folder: Path) -> None:
        self.content = folder / "content"
        self.theme = folder / "theme"
        self.cache = BuildCache(None)
        self.settings: dict[str, object] = {"PREVIEW": True}
        self.shared: dict[str, tuple[tuple[str, str], ...]] = {}
        self.schedules: dict[str, Schedule] = {}

    def write(self, path: str, text: str = "文", age: int = LONG_AGO) -> Path:
        file = self.content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        os.utime(file, ns=(age, age))
        return file

    def inputs(self) -> Inputs:
        folders = {"PATH": str(self.content), "THEME": str(self.theme), "OUTPUT_PATH": "output"}
        return look_at({**folders, **self.settings}, "settings", "pelicanconf.py")

    def plan(self, distrust: str = "") -> Plan:
        return make_plan(self.cache, self.inputs(), distrust)

    def build(self, distrust: str = "") -> Plan:
        inputs = self.inputs()
        plan = make_plan(self.cache, inputs, distrust)
        if plan.whole:
            self.cache.empty()
        self.cache.note_facts({**inputs.facts, "static": inputs.static, "outside": plan.outside})
        self.cache.note_stats(plan.aged)
        for date, change in plan.changes.items():
            shared = self.shared.get(date, ())
            fingerprint = edition_fingerprint(change.digests, shared)
            row = Row(fingerprint, shared, 1, "", "", self.schedules.get(date, ALWAYS))
            parts = Parts(b"", packed_digests(change.digests), b"", b"", b"", b"")
            self.cache.note(date, change.stats, row, parts, ())
        for date in plan.gone:
            self.cache.forget(date)
        return plan

    def reasons(self) -> Mapping[str, str]:
        return {date: change.why for date, change in self.plan().changes.items()}
