"""Exceptions that an editor makes in a file: `lint: off CODE reason`, in a comment of YAML or of Markdown."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from broadsheet.manuscript.remarks import remarks_in

_FORM = re.compile(r"lint: off\b[ \t]*(?P<code>\S*)[ \t]*(?P<reason>.*)")
_YAML_COMMENT = re.compile(r"^[ ]*#[ ]*(?P<words>lint: off\b.*)$", re.MULTILINE)


class LintException(NamedTuple):
    """The findings of `code` are left out of a file, for a reason; line and column are where this is written."""

    code: str
    reason: str
    line: int
    column: int


def exceptions_in(front: str, front_line: int, body: str = "", body_line: int = 1) -> Iterator[LintException]:
    """Yield the exceptions of a file: of YAML that begins on `front_line`, and of Markdown on `body_line`."""
    if "lint: off" in front:
        for match in _YAML_COMMENT.finditer(front):
            yield _exception(match["words"], front_line + front.count("\n", 0, match.start("words")))
    if "lint: off" in body:
        for offset, words in remarks_in(body):
            yield _exception(words, body_line + body.count("\n", 0, offset))


def _exception(words: str, line: int) -> LintException:
    match = _FORM.match(words.strip())
    code, reason = (match["code"], match["reason"].strip()) if match else ("", "")
    return LintException(code, reason, line, 1)
