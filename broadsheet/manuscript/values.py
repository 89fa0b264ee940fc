"""One text of a manuscript → a typed value, or what an editor has to write instead."""

import datetime as dt
import enum
import math
import re
from collections.abc import Callable
from types import NoneType, UnionType
from typing import Any, NamedTuple, get_args, get_origin

from broadsheet.model.message import say


class BadValueError(Exception):
    """A value of the wrong form: what it should be, and how to write it."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class Leaf(NamedTuple):
    """How the text of one kind of value is read, and how to write one."""

    read: Callable[[str], object]
    hint: str


def given(kind: Any) -> Any:
    """Return the type that a field's value has where it is given: of `dt.datetime | None`, `dt.datetime`."""
    return (
        next(one for one in get_args(kind) if one is not NoneType) if get_origin(kind) is UnionType else kind
    )


def leaf_of(kind: type) -> Leaf:
    """Return how a value of `kind` is read: text, a number, yes or no, a date, one of a few words."""
    if issubclass(kind, enum.StrEnum):
        return Leaf(lambda text: _one_of(kind, text), say("write one of: %(words)s", words=", ".join(kind)))
    return _LEAVES[kind]


def whole_number(text: str) -> int:
    """Read a count, such as a page's number. Raises BadValueError."""
    if not (text.isascii() and text.isdecimal()):
        raise BadValueError(say("should be a whole number, and is “%(words)s”", words=text), _NUMBER_HINT)
    if len(text) > _MOST_DIGITS:
        message = say("has %(count)s digits, and %(most)s are the most", count=len(text), most=_MOST_DIGITS)
        raise BadValueError(message, say("mend the number"))
    return int(text)


def number(text: str) -> float:
    """Read a number that is not negative, such as a measure. Raises BadValueError."""
    if not _DECIMAL.fullmatch(text):
        raise BadValueError(say("should be a number, and is “%(words)s”", words=text), _DECIMAL_HINT)
    if not math.isfinite(value := float(text)):
        raise BadValueError(say("is too large: “%(words)s”", words=text), say("mend the number"))
    return value


def _true_or_false(text: str) -> bool:
    if text.lower() in ("true", "false"):
        return text.lower() == "true"
    raise BadValueError(say("should be true or false, and is “%(words)s”", words=text), _BOOL_HINT)


def _date(text: str) -> dt.date:
    try:
        day = dt.date.fromisoformat(text)
    except ValueError:
        day = None
    if day and day.isoformat() == text:
        return day
    raise BadValueError(say("should be a date, and is “%(words)s”", words=text), _DATE_HINT)


def _time(text: str) -> dt.datetime:
    try:
        moment = dt.datetime.fromisoformat(text) if _TIME.fullmatch(text) else None
    except ValueError:
        moment = None
    if moment and dt.MINYEAR < moment.year < dt.MAXYEAR:
        return moment
    raise BadValueError(say("should be a date and a time, and is “%(words)s”", words=text), _TIME_HINT)


def _one_of(kind: type[enum.StrEnum], text: str) -> enum.StrEnum:
    try:
        return kind(text)
    except ValueError:
        hint = near_word(text, list(kind)) or say("write one of: %(words)s", words=", ".join(kind))
        raise BadValueError(say("cannot be “%(words)s”", words=text), hint) from None


def near_word(word: str, known: list[str]) -> str:
    """Return a hint for a word that is none of `known`: the nearest of them; "" where none is near."""
    from difflib import get_close_matches  # noqa: PLC0415  lazy: most manuscripts are without a mistake

    near = get_close_matches(word, known, n=1)
    return say("did you mean `%(word)s`?", word=near[0]) if near else ""


_MOST_DIGITS = 9  # no paper counts further, and what keeps numbers for the next build does not either
_DECIMAL = re.compile(r"[0-9]+(?:\.[0-9]*)?(?:[eE][-+]?[0-9]{1,3})?")
_DECIMAL_HINT = say("write it in digits, like 0.25")
_NUMBER_HINT = say("write it in digits, like 3")
_BOOL_HINT = say("write true or false")
_DATE_HINT = say("write a date like 2024-04-15")
_TIME = re.compile(r"\d{4}-\d{2}-\d{2}[ T]\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})?", re.ASCII)
_TIME_HINT = say("write it like 2024-04-15 18:00, or with an offset: 2024-04-15T18:00+08:00")

_LEAVES: dict[type, Leaf] = {
    str: Leaf(str, say("write plain text, in double quotes where it begins with [ or { or holds `: `")),
    int: Leaf(whole_number, _NUMBER_HINT),
    float: Leaf(number, _DECIMAL_HINT),
    bool: Leaf(_true_or_false, _BOOL_HINT),
    dt.date: Leaf(_date, _DATE_HINT),
    dt.datetime: Leaf(_time, _TIME_HINT),
}
