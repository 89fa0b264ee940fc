"""The settings and manuscripts of a small paper, for the checks."""

import datetime as dt
from pathlib import Path

from broadsheet.model.desk_settings import DeskSettings
from broadsheet.model.finding import Finding
from broadsheet.proof.desk import content_findings

DAY = dt.date(2031, 5, 6)
SETTINGS = DeskSettings(DAY)
SOUND = "---\ntitle: 夜校开课\nbyline: 本报记者 罗溪\nauthors: 罗溪\n---\n\n晚上七点，教室坐满了人。\n"
EDITION = "pages:\n  1: {name: 要闻, section: 要闻}\n"


def write(path: Path, text: str | bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


def findings(content: Path, settings: DeskSettings = SETTINGS) -> list[Finding]:
    return content_findings(content, settings)
