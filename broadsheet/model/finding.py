"""A finding: what is wrong or doubtful, where, and what to do about it."""

import enum
from typing import NamedTuple


class Severity(enum.StrEnum):
    """How much a finding matters: an error stops the press, a doubt asks an editor to look."""

    ERROR = "error"
    DOUBT = "doubt"


class Finding(NamedTuple):
    """One coded remark about a file.

    `line` and `column` count from 1; 0 says that the remark is about the whole file.
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
        """`path:line:column`, as far as it is known: the form that editors and terminals make into a link."""
        numbers = [n for n in (self.line, self.column) if n]
        return ":".join([self.path, *map(str, numbers)])

    def __str__(self) -> str:
        advice = f"\n    → {self.hint}" if self.hint else ""
        return f"{self.place}: {self.severity} {self.code}: {self.message}{advice}"
