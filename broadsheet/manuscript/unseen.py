r"""Checks of an editor's text for characters that no reader can see, and for lost ones (U+FFFD).

Invisible characters break feeds, hide words from a search, or turn words round. An editor who does not know what a
lost character was writes its number: `&#xFFFD;` in Markdown, "\uFFFD" in a field.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from broadsheet.manuscript.located import Located, Place, Route
from broadsheet.model.characters import LOST, TURNS, endless_turns, spelled, unseen
from broadsheet.model.errors import ManuscriptError, raise_if_any
from broadsheet.model.finding import Finding
from broadsheet.model.message import say

_WIDE_SPACE = "\u3000"  # seen, and not printable to Python
_REFERENCE = re.compile(r"(?<!\\)&#(?:[xX](?P<hex>[0-9a-fA-F]{1,6})|(?P<decimal>[0-9]{1,7}));")
_MOST = 0x10FFFF  # the last number that Unicode has
_GAP = re.compile(r"\n[ \t]*\n")


def is_plain(text: str) -> bool:
    """Whether `text` needs no closer look, as nearly every text: it holds no such character and no number of one."""
    printable = text.replace("\n", "").replace(_WIDE_SPACE, "").isprintable()
    return printable and "\\" not in text and "&#" not in text and LOST not in text


def check_characters(text: str, path: str) -> None:
    """Raise ManuscriptError for the invisible and lost characters in `text`, the text of the file at `path`.

    There is one finding for each character, at its first place. A number such as `&#27;` counts as the character.
    """
    found: dict[str, Finding] = {}
    for offset, char in chain(_lost(text), _unseen(text), _numbered(text)):
        if char not in found:
            found[char] = _finding(path, _place(text, offset), char)
    raise_if_any(ManuscriptError, sorted(found.values(), key=lambda finding: (finding.line, finding.column)))


def check_fields(fields: Located, path: str) -> None:
    """Raise ManuscriptError for each of `fields` with a character that no reader can see.

    Such a character may come by an escape of YAML, and a turn of direction has to end in its own field.
    """
    raise_if_any(
        ManuscriptError,
        (
            _finding(path, fields.places[route], char)
            for route, words in _texts(fields.value, ())
            for _, char in list(_unseen(words))[:1]
        ),
    )


def _lost(text: str) -> Iterator[tuple[int, str]]:
    if LOST in text:
        yield text.index(LOST), LOST


def _unseen(text: str) -> Iterator[tuple[int, str]]:
    """Yield each character that cannot be seen, and each turn of direction without an end, with its place."""
    yield from unseen(text)
    start = 0
    for end in (*(gap.end() for gap in _GAP.finditer(text)), len(text)):
        yield from ((start + offset, char) for offset, char in endless_turns(text[start:end]))
        start = end


def _numbered(text: str) -> Iterator[tuple[int, str]]:
    """Yield each character that cannot be seen and that `text` names by its number."""
    for match in _REFERENCE.finditer(text):
        code = int(match["hex"], 16) if match["hex"] else int(match["decimal"])
        yield from ((match.start(), char) for _, char in unseen(chr(min(code, _MOST))))


def _texts(value: object, route: Route) -> Iterator[tuple[Route, str]]:
    """Yield each text in a field, and each key, with its route."""
    if isinstance(value, str):
        yield route, value
    items: Iterable[tuple[str | int, object]] = ()
    if isinstance(value, Mapping):
        items = value.items()
    elif isinstance(value, list):
        items = enumerate(value)
    for step, item in items:
        if isinstance(step, str):
            yield (*route, step), step
        yield from _texts(item, (*route, step))


def _place(text: str, offset: int) -> Place:
    before = text[:offset]
    return Place(before.count("\n") + 1, offset - before.rfind("\n"))


def _finding(path: str, place: Place, char: str) -> Finding:
    code, message, hint = (
        "unseen-character",
        say("the character %(char)s cannot be seen", char=spelled(char)),
        say("take it out"),
    )
    if char in TURNS:
        message = say(
            "%(char)s turns the direction of the words behind it, and has no end in its paragraph",
            char=spelled(char),
        )
        hint = say("take it out, or write %(end)s where it ends", end=spelled(TURNS[char]))
    if char == LOST:
        code, message = "lost-character", say("\ufffd (U+FFFD) stands for a character that was lost")
        hint = say(
            'write what print has; what nobody knows any more is &#xFFFD; in the text, and "\\uFFFD" in a field'
        )
    return Finding(code, path, message, hint, place.line, place.column)
