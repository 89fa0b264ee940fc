"""Findings: what is wrong or doubtful, where, and what to do about it."""

import enum
from typing import NamedTuple

from broadsheet.model.characters import shown, visible


class Severity(enum.StrEnum):
    """How serious a finding is.

    An error keeps the paper from its readers and must be mended. A warning is wrong by a standard. A doubt may be right:
    an editor has to look.
    """

    ERROR = "error"
    WARNING = "warning"
    DOUBT = "doubt"


class Finding(NamedTuple):
    """One remark about a file: `code` is its kind, `message` says what is wrong, `hint` what to do.

    Both are English; one that is a `Message` can be said in the paper's language.

    `line` and `column` count from 1; 0 means the whole file or the whole line.
    """

    code: str
    path: str
    message: str
    hint: str = ""
    line: int = 0
    column: int = 0
    severity: Severity = Severity.ERROR

    @property
    def place(self) -> str:
        """`path:line:column`, without what is 0. Editors and terminals make a link of this form."""
        numbers = [n for n in (self.line, self.column) if n]
        return ":".join([shown(self.path), *map(str, numbers)])

    def __str__(self) -> str:
        advice = f"\n    → {self.hint}" if self.hint else ""
        return visible(f"{self.place}: {self.severity} {self.code}: {self.message}{advice}")
