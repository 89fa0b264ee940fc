"""Plain values into typed data, with every mistake told at once and in an editor's words."""

import difflib
import re
from collections.abc import Collection, Iterator, Mapping
from typing import TypeVar, get_args

import msgspec

from broadsheet.manuscript.located_yaml import Located, Place, Route
from broadsheet.model.article import Status
from broadsheet.model.errors import ManuscriptError, raise_if_any
from broadsheet.model.finding import Finding

T = TypeVar("T", bound=msgspec.Struct)

_UNKNOWN_FIELD = re.compile(r"unknown field `(.+)`")
_HINTS = {
    "enum": f"one of: {', '.join(Status)}",
    "date": "write a date like 2024-04-15",
    "`int`": "write a whole number",
    "`bool`": "write true or false",
    "`array`": "write a list: each item on a line of its own that begins with `- `",
    "`object`": "write keys and values: `key: value`",
    "`str`": "write plain text, in double quotes if it holds `: ` or begins with a sign",
}


def convert(located: Located, kind: type[T], path: str, *, leave_out: frozenset[str] = frozenset()) -> T:
    """Make a `kind` of the mapping in `located`; the names in `leave_out` are not keys of the file.

    Raises ManuscriptError with one finding for each unknown key and each value of the wrong form.
    """
    fields = {f.name: f.type for f in msgspec.structs.fields(kind) if f.name not in leave_out}
    findings: list[Finding] = []
    values: dict[str, object] = {}
    for key, raw in located.value.items():
        if key not in fields:
            findings.append(_unknown_key(key, fields, path, located.places[key,]))
            continue
        try:
            values[key] = msgspec.convert(_lists_for_tuples(key, raw, fields), fields[key], strict=False)
        except msgspec.ValidationError as error:
            findings.append(_bad_value(key, fields[key], error, path, located))
    raise_if_any(ManuscriptError, findings)
    return kind(**values)


def _lists_for_tuples(key: str, raw: object, fields: Mapping[str, object]) -> object:
    """A field of several texts may be given as one: `deck: 一行` is a deck of one line; an empty value is none."""
    if fields[key] == tuple[str, ...] and isinstance(raw, str):
        return [raw] if raw else []
    return [] if raw == "" and "tuple" in str(fields[key]) else raw


def _unknown_key(key: str, fields: Collection[str], path: str, place: Place) -> Finding:
    near = difflib.get_close_matches(key, fields, n=1)
    hint = f"did you mean `{near[0]}`?" if near else f"the keys are: {', '.join(fields)}"
    return Finding(
        code="unknown-key",
        path=path,
        line=place.line,
        column=place.column,
        message=f"there is no key `{key}`",
        hint=hint,
    )


def _bad_value(
    key: str, kind: object, error: msgspec.ValidationError, path: str, located: Located
) -> Finding:
    message, _, inner = str(error).partition(" - at `$")
    route = (key, *_route_of(inner.rstrip("`")))
    if unknown := _UNKNOWN_FIELD.search(message):
        fields = [f.name for f in msgspec.structs.fields(_record_type(kind))]
        return _unknown_key(unknown[1], fields, path, located.places[(*route, unknown[1])])
    place = _nearest_place(route, located.places)
    return Finding(
        code="bad-value",
        path=path,
        line=place.line,
        column=place.column,
        message=f"`{_spell(route)}`: {message[0].lower()}{message[1:]}",
        hint=next(
            (hint for mark, hint in _HINTS.items() if mark in message), f"see `{key}` in docs/stylebook.md"
        ),
    )


def _record_type(kind: object) -> type[msgspec.Struct]:
    """Return the record that a list or mapping field holds: Photo for `tuple[Photo, ...]`."""
    return next(arg for arg in get_args(kind) if isinstance(arg, type) and issubclass(arg, msgspec.Struct))


def _route_of(inner: str) -> Iterator[str | int]:
    """Read msgspec's path inside a value, such as `[0].date`, into the steps of a route."""
    for step in inner.replace("[", ".").replace("]", "").split("."):
        if step:
            yield int(step) if step.isdigit() else step


def _nearest_place(route: Route, places: Mapping[Route, Place]) -> Place:
    while route not in places:
        route = route[:-1]
    return places[route]


def _spell(route: Route) -> str:
    return "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in route).lstrip(".")
