"""The fast lane for front matter: fields as our writer and most editors set them are read without a YAML parser.

A line is `key: value`, `key:` above a block, or `- item`. A value is a text without `:` and `#`, a text in quotes that
escapes nothing, or `[a, list]` or `{a: record}` of such texts. A block is set in by two spaces, a list perhaps by none.
Where a file holds anything else (a comment, an empty line, a text of several lines, a key given twice), YAML reads it whole.

The lane is taken only where YAML reads the same; tests/manuscript/test_plain_fields.py holds it to that. Without it,
publishing an edition takes 169 ms of the processor and not 161, for PyYAML is to be loaded, and a clean build 1.6 % more.
"""

import re
from collections.abc import Callable
from functools import partial

_LONGEST = 5_000  # above this YAML's reader counts brackets
_WIDE_SPACE = "\u3000"  # to YAML a character like others, to Python not one that can be seen
_SIGNS = r"\-?:,\[\]{}#&*!|>'\"%@`"  # YAML's own: a text without quotes does not begin with one
_APART = r":#\n"  # what may end a text
_BRACKETED = rf"{_APART}?,\[\]{{}}"  # the same within brackets
_KEY = r"(?P<key>[a-z_]{1,40}|[0-9]{1,9})"


def _text(never: str) -> str:
    """Return the pattern of a text that, without quotes, holds none of `never`."""
    return rf"[^ \n{_SIGNS}](?:[^{never}]*[^ {never}])?|\"[^\"\\\n]*\"|'[^'\n]*'"


_END = r"(?:\n|\Z)"
_ITEM = rf"- .+{_END}(?:  .+{_END})*"
_VALUE = rf"(?:(?P<text>{_text(_APART)})|\[(?P<list>.*)\]|\{{(?P<record>.*)\}})"
_FIELD = re.compile(
    rf"{_KEY}:(?: {_VALUE}{_END}|{_END}(?:(?P<items>(?:{_ITEM})+)|(?P<block>(?:  .+{_END})*)))"
)
_LINE = re.compile(f"{_VALUE}{_END}")
_ITEMS = re.compile(f"(?P<item>{_ITEM})")
_LISTED = re.compile(rf"(?P<text>{_text(_BRACKETED)})(?:, |\Z)")
_PAIRED = re.compile(f"{_KEY}: {_LISTED.pattern}")


class _NotPlainError(Exception):
    """This takes YAML to read."""


def plain_mapping(text: str) -> dict[str, object] | None:
    """Return the mapping that `text` holds, of texts, lists and mappings, or None where it takes YAML to read it."""
    if len(text) > _LONGEST or not text.replace("\n", "").replace(_WIDE_SPACE, "").isprintable():
        return None
    try:
        return _mapping(text)
    except _NotPlainError:
        return None


def _mapping(text: str, pattern: re.Pattern[str] = _FIELD) -> dict[str, object]:
    pairs = [(match["key"], _value(match)) for match in _run(pattern, text)]
    fields = dict(pairs)
    if len(fields) < len(pairs):
        raise _NotPlainError
    return fields


def _listed(text: str, pattern: re.Pattern[str] = _LISTED) -> list[object]:
    return [_value(match) for match in _run(pattern, text)]


def _run(pattern: re.Pattern[str], text: str) -> list[re.Match[str]]:
    """Return the matches of `pattern` that make up all of `text`, one after another."""
    matches, end = [], 0
    while end < len(text):
        match = pattern.match(text, end)
        if match is None:
            raise _NotPlainError
        matches.append(match)
        end = match.end()
    return matches


def _value(match: re.Match[str]) -> object:
    """Return what was matched last, by the kind that it was matched as."""
    kind = match.lastgroup or ""
    return _READ[kind](match[kind])


def _words(text: str) -> str:
    return text[1:-1] if text[0] in "\"'" else text


def _item(item: str) -> object:
    lines = _set_out(item)
    line = _LINE.fullmatch(lines)
    return _value(line) if line else _mapping(lines)


def _block(block: str) -> object:
    """Return what is set in below its key; nothing is an empty text."""
    lines = _set_out(block)
    if lines.startswith("- "):
        return _listed(lines, _ITEMS)
    return _mapping(lines) if lines else ""


def _set_out(lines: str) -> str:
    """Return lines without the two spaces, or the dash and the space, that each begins with."""
    return lines[2:].replace("\n  ", "\n")


_READ: dict[str, Callable[[str], object]] = {
    "text": _words,
    "list": _listed,
    "record": partial(_mapping, pattern=_PAIRED),
    "items": partial(_listed, pattern=_ITEMS),
    "item": _item,
    "block": _block,
}
