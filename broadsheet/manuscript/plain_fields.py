"""The fast lane for front matter: fields as our writer and most editors set them are read without a YAML parser.

A line is `key: value`, `key:` above a block, or `- item`. A value is a text without `:` and `#`, a text in quotes that
escapes nothing, or `[a, list]` or `{a: record}` of such texts. A block is set in by two spaces, a list perhaps by none.
Where a file holds anything else (a comment, an empty line, a text of several lines, a key given twice), YAML reads it whole.

The lane is taken only where YAML reads the same; tests/manuscript/test_plain_fields.py holds it to that.
"""

import re
from collections.abc import Iterator

_LONGEST = 5_000  # above this YAML's reader counts brackets
_WIDE_SPACE = "\u3000"  # to YAML a character like others, to Python not one that can be seen
_SIGNS = r"\-?:,\[\]{}#&*!|>'\"%@`"  # YAML's own: a text without quotes does not begin with one
_APART = r":#\n"  # what may end a text
_BRACKETED = rf"{_APART}?,\[\]{{}}"  # the same within brackets
_KEY = r"(?P<key>[a-z_]{1,40}|[0-9]{1,9})"


def _text(never: str) -> str:
    """Return the pattern of a text that, without quotes, holds none of `never`."""
    return rf"[^ {_SIGNS}](?:[^{never}]*[^ {never}])?|\"[^\"\\\n]*\"|'[^'\n]*'"


_TEXT = re.compile(_text(_APART))
_WITHIN = rf"(?P<text>{_text(_BRACKETED)})(?:, |\Z)"
_LISTED = re.compile(_WITHIN)
_PAIRED = re.compile(f"{_KEY}: {_WITHIN}")
_REST = r".+(?:\n|\Z)"  # of a line
_ITEM = re.compile(rf"- {_REST}(?:  {_REST})*")
_FIELD = re.compile(
    rf"{_KEY}:(?: (?P<value>.+)(?:\n|\Z)"
    rf"|(?:\n|\Z)(?:(?P<list>(?:{_ITEM.pattern})+)|(?P<block>(?:  {_REST})*)))"
)


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


def _mapping(text: str) -> dict[str, object]:
    return _by_key((field["key"], _field(field)) for field in _run(_FIELD, text))


def _field(field: re.Match[str]) -> object:
    if field["value"]:
        return _value(field["value"])
    return _list(field["list"]) if field["list"] else _block(field["block"])


def _value(written: str) -> object:
    """Return what stands on one line."""
    if written.startswith("[") and written.endswith("]"):
        return [_words(item["text"]) for item in _run(_LISTED, written[1:-1])]
    if written.startswith("{") and written.endswith("}"):
        return _by_key((pair["key"], _words(pair["text"])) for pair in _run(_PAIRED, written[1:-1]))
    if not _TEXT.fullmatch(written):
        raise _NotPlainError
    return _words(written)


def _block(lines: str) -> object:
    """Return what stands below its key, set in by two spaces; nothing is an empty text."""
    lines = _set_out(lines)
    if lines.startswith("- "):
        return _list(lines)
    return _mapping(lines) if lines else ""


def _list(lines: str) -> list[object]:
    return [_item(_set_out(item[0])) for item in _run(_ITEM, lines)]


def _item(lines: str) -> object:
    is_record = _FIELD.match(lines)
    return _mapping(lines) if is_record else _value(lines.removesuffix("\n"))


def _set_out(lines: str) -> str:
    """Return lines without the two spaces, or the dash and the space, that each begins with."""
    return lines[2:].replace("\n  ", "\n")


def _by_key(items: Iterator[tuple[str, object]]) -> dict[str, object]:
    result: dict[str, object] = {}
    for key, value in items:
        if key in result:
            raise _NotPlainError
        result[key] = value
    return result


def _run(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield the matches of `pattern` that make up all of `text`, one after another."""
    end = 0
    while end < len(text):
        match = pattern.match(text, end)
        if match is None:
            raise _NotPlainError
        yield match
        end = match.end()


def _words(text: str) -> str:
    return text[1:-1] if text[0] in "\"'" else text
