"""The demonstration and the tests' own papers, printed by the press as `inv build` does."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.once import made_once

ROOT = Path(__file__).parents[1]


def printed(
    factory: pytest.TempPathFactory, project: Path = ROOT, *, address: str = "", settings: str = ""
) -> Path:
    """Return the site of `project` as the desk sees it, or as readers get it at `address`.

    `settings` are lines to add to its own. It is printed in a folder of its own, so that the project's output stays
    as it is.
    """

    def build(folder: Path) -> None:
        copied(project, folder)
        with (folder / "pelicanconf.py").open("a", encoding="utf-8") as conf:
            conf.write(settings)
        command = [sys.executable, "-m", "broadsheet.press", *(["--publish"] if address else [])]
        subprocess.run(command, cwd=folder, env={**os.environ, "SITEURL": address}, check=True)

    return made_once(factory, re.sub(r"\W+", "-", f"{project.name} {address} {settings}"), build) / "output"


def copied(project: Path, folder: Path) -> None:
    """Put what an operator keeps of `project`, its content and settings, into the empty `folder`, with the theme."""
    shutil.copytree(project / "content", folder / "content")
    for file in project.glob("*conf.py"):
        shutil.copy(file, folder)
    (folder / "theme").symlink_to(ROOT / "theme")
