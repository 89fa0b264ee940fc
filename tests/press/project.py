"""A newspaper project in a temporary folder, built by the real press."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from broadsheet.press.run.report import Report
from broadsheet.press.site import make_site

THEME = Path(__file__).with_name("plain_theme")
PELICAN = Path(sys.executable).with_name("pelican")

CONF = """
from broadsheet.press.engine import *
SITENAME = "试刊"
TIMEZONE = "Asia/Shanghai"
DEFAULT_LANG = "zh-Hans"
PATH = "content"
OUTPUT_PATH = "output"
PLUGINS = ["broadsheet.press"]
SITEURL = ""
PREVIEW = True
LIST_LENGTH = 3
"""
PUBLISH = """
import os, sys
sys.path.insert(0, os.curdir)
from pelicanconf import *
SITEURL = os.environ.get("SITEURL", "")
PREVIEW = False
"""


class Project:
    """Writes manuscripts, builds, and reads what readers get."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder = folder
        self.monkeypatch = monkeypatch
        self.output = folder / "output"
        self.conf = f"{CONF}THEME = 'plain_theme'\n"
        (folder / "plain_theme").symlink_to(THEME)
        self.write("pelicanconf.py", self.conf)
        self.write("publishconf.py", PUBLISH)
        (folder / "content").mkdir()
        monkeypatch.chdir(folder)
        monkeypatch.syspath_prepend(
            folder
        )  # publishconf imports this project’s pelicanconf, never the tree’s own

    def write(self, path: str, text: str) -> Path:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        return file

    def set(self, **settings: object) -> None:
        """Append settings to pelicanconf.py."""
        self.conf += "".join(f"{name} = {value!r}\n" for name, value in settings.items())
        self.write("pelicanconf.py", self.conf)

    def use_theme(self, theme: Path) -> None:
        """Take `theme`, which lies outside of the project, by a link."""
        (self.folder / "linked_theme").symlink_to(theme)
        self.set(THEME="linked_theme")

    def copy_theme(self) -> Path:
        """Give the project a theme of its own to change, and return its folder."""
        self.set(THEME="theme")
        compiled = shutil.ignore_patterns("__pycache__")
        return shutil.copytree(THEME, self.folder / "theme", dirs_exist_ok=True, ignore=compiled)

    def article(self, address: str, body: str = "正文。", **front: object) -> Path:
        """Write the manuscript at `address`, such as 2024-04-15/01/03; a title is made up where none is given."""
        fields = {"title": f"题{address}", **front}
        head = yaml.safe_dump(fields, allow_unicode=True, sort_keys=False)
        return self.write(f"content/{address}.md", f"---\n{head}---\n\n{body}\n")

    def edition(self, date: str, **facts: object) -> Path:
        text = yaml.safe_dump(facts, allow_unicode=True, sort_keys=False)
        return self.write(f"content/{date}/edition.yaml", text)

    def build(self, *, publish: bool = False, site_url: str = "") -> Report:
        """Build in this process; BroadsheetError goes to the caller."""
        self.monkeypatch.setenv("SITEURL", site_url)
        return make_site("publishconf.py" if publish else "pelicanconf.py")

    def pelican(self, settings: str = "pelicanconf.py") -> "subprocess.CompletedProcess[str]":
        """Run the real command."""
        return subprocess.run(
            [PELICAN, "content", "-s", settings],
            cwd=self.folder,
            env={**os.environ, "PYTHONWARNINGS": "", "PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def page(self, path: str) -> str:
        """Return the file or the page at site path `path`."""
        file = self.output / path.strip("/")
        return (file / "index.html" if file.is_dir() else file).read_text(encoding="utf-8")

    def has(self, path: str) -> bool:
        return (self.output / path.strip("/") / "index.html").is_file()

    def files(self) -> dict[str, bytes]:
        """Return every file of the site with its bytes."""
        hidden = self.output / ".broadsheet"
        files = (path for path in self.output.rglob("*") if path.is_file() and hidden not in path.parents)
        return {path.relative_to(self.output).as_posix(): path.read_bytes() for path in files}

    def cards(self, path: str) -> list[str]:
        return re.findall(r'class="card" href="([^"]*)"', self.page(path))

    def link(self, path: str, name: str) -> tuple[str, str]:
        """Return the words and the address of the link that the page at `path` calls `name`."""
        found = re.search(rf'<p class="{name}">(.*?)\|(.*?)</p>', self.page(path))
        assert found, f"{path} has no {name}"
        return found[1], found[2]
