"""What a link or a picture names, behind its words in brackets: `(/address/ "title")`, or the label of a definition."""

import re
from typing import NamedTuple

_BARE = r"(?:[^\s()\\]|\\.)"
_BRACKETS = rf"\((?:{_BARE}|\({_BARE}*+\))*+\)"
_TARGET = re.compile(
    rf"""\(\s*+(?:<(?P<angle>(?:[^<>\\\n]|\\.)*+)>|(?P<bare>(?!<)(?:{_BARE}|{_BRACKETS})*+))"""
    r"""(?:\s++(?P<title>"(?:[^"\\]|\\.)*+"|'(?:[^'\\]|\\.)*+'|\((?:[^()\\]|\\.)*+\)))?+\s*+\)""",
    re.DOTALL,
)
_LABEL = re.compile(r"\[([^\[\]]*+)\]")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")


class Target(NamedTuple):
    """An address with its title, and the place in the text behind it."""

    address: str
    title: str
    end: int


def inline_target(text: str, start: int) -> Target | None:
    """Return the target in brackets that begins at `start`; None for none."""
    match = _TARGET.match(text, start)
    if not match:
        return None
    title = " ".join((match["title"] or "")[1:-1].split())
    return Target(_unescaped(match["angle"] or match["bare"] or ""), _unescaped(title), match.end())


def label_at(text: str, start: int) -> re.Match[str] | None:
    """Return the match of a label in brackets that begins at `start`."""
    return _LABEL.match(text, start)


def normal_label(label: str) -> str:
    """Return a label as labels are compared."""
    return " ".join(label.split()).lower()


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(r"\1", text)
