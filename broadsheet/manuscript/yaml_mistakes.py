"""What a YAML parser complains of → what an editor has to mend."""

from collections.abc import Sequence
from typing import NamedTuple

import yaml

from broadsheet.model.message import say


class Mistake(NamedTuple):
    """What is wrong, what to do, and where: line and column from 0, as YAML's own marks count."""

    message: str
    hint: str
    line: int
    column: int


class _Explained(NamedTuple):
    problem: str  # words of libyaml's own message
    message: str
    hint: str


_QUOTE_IT = say("put the whole value in double quotes")
_GENERAL = _Explained(
    "", say("this is not YAML"), say("write each field as `key: value`, with odd values in double quotes")
)

# The first whose words are in the parser's message explains it.
_EXPLAINED = (
    _Explained(
        "mapping values", say("there is a second `: ` in this value, or the line is set in"), _QUOTE_IT
    ),
    _Explained(
        "unexpected end of stream", say("a quotation mark is not closed"), say("close it at the value's end")
    ),
    _Explained("did not find expected key", say("there is more after the closing quotation mark"), _QUOTE_IT),
    _Explained("undefined alias", say("a value may not begin with `*`"), _QUOTE_IT),
    _Explained("alphabetic or numeric", say("a value may not begin with this character"), _QUOTE_IT),
    _Explained("cannot start any token", say("a value may not begin with this character"), _QUOTE_IT),
    _Explained(
        "expected ':'", say("this line is not `key: value`"), say("write a colon and a space after the key")
    ),
    _Explained(
        "expected ',' or ",
        say("a bracket is not closed"),
        say("close it, or put the whole value in double quotes"),
    ),
    _Explained("node content", say("a value may not begin with this character"), _QUOTE_IT),
    _Explained("not allowed in this context", say("a value may not begin with this character"), _QUOTE_IT),
    _Explained(
        "comment or line break", say("there are words after `|` or `>`"), say("begin them on the next line")
    ),
    _Explained("Unicode character escape", say("there is no character of this number"), say("take it out")),
    _Explained(
        "escape character", say("`\\` in double quotes must be written `\\\\`"), say("write it twice")
    ),
    _Explained("another document", say("a line `---` divides the file"), say("take it out")),
)
_NO_KEYS = _Explained("", say("these are not keys and values"), say("write each field as `key: value`"))
_FULLWIDTH_COLON = _Explained(
    "", say("the colon after the key is fullwidth"), say("write `: ` instead of `：`")
)
_TAB = _Explained("", say("a tab sets this in"), say("set lines in with spaces"))
_BEGUN_THERE = ("scanning a quoted scalar", "scanning an alias", "parsing a flow", "scanning a simple key")


def explain(error: yaml.MarkedYAMLError, lines: Sequence[str]) -> Mistake:
    """Return the mistake that made `error`; `lines` are those of the text that was parsed."""
    problem = error.problem or ""
    begun = error.context_mark and any(words in (error.context or "") for words in _BEGUN_THERE)
    mark = error.context_mark if begun else error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    here = lines[line] if line < len(lines) else ""
    words = next((entry for entry in _EXPLAINED if entry.problem in problem), _GENERAL)
    if here[column : column + 1] == "\t":
        words = _TAB
    elif _has_fullwidth_colon(here):
        words = _FULLWIDTH_COLON
    return Mistake(words.message, words.hint, line, column)


def explain_no_keys(line: int, column: int, lines: Sequence[str]) -> Mistake:
    """Return the mistake of a text whose value, which begins at `line` and `column`, is not keys and values."""
    words = _FULLWIDTH_COLON if _has_fullwidth_colon(lines[line]) else _NO_KEYS
    return Mistake(words.message, words.hint, line, column)


def _has_fullwidth_colon(line: str) -> bool:
    return "：" in line and ": " not in line
