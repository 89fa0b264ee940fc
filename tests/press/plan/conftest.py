"""The desk of a project of two editions, and what its plans read."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from broadsheet.press.plan import fingerprints
from tests.press.plan.planning_desk import Desk


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(fingerprints, "_PACKAGE", tmp_path / "code")  # ours takes long to read, for each plan
    desk = Desk(tmp_path)
    for date in ("2024-04-15", "2024-04-16"):
        for number in (1, 2):
            desk.write(f"{date}/01/{number:02d}.md", f"{date} {number}")
    desk.write("about.md", "about")
    yield desk
    desk.cache.close()


@pytest.fixture
def read(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files below content/ that a plan reads, in their order."""
    found: list[str] = []

    def watched(path: str) -> bytes:
        found.append(os.path.relpath(path, desk.content))
        return Path(path).read_bytes()

    monkeypatch.setattr("broadsheet.press.plan.file_digests.read", watched)
    return found
