"""Plain values into typed data, with every mistake told at once and in an editor's words.

A frozen struct is the schema: its fields are the keys, and a field is a text, a number, true or false, a date, one
of a few words, a list of texts, a list of records, or records by number. A struct that is `array_like` is written as a
list of its fields. An empty value is as good as none.
"""

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple, TypeVar, cast, get_args, get_origin

import msgspec

from broadsheet.manuscript.located import Located, Place, Route
from broadsheet.manuscript.values import BadValueError, given, leaf_of, near_word, whole_number
from broadsheet.model.errors import ManuscriptError, raise_if_any
from broadsheet.model.finding import Finding
from broadsheet.model.message import say

T = TypeVar("T", bound=msgspec.Struct)

STYLEBOOK = "docs/stylebook.md"

_WRONG = object()
_START = Place(1, 1)  # of a file without a value
_KINDS: dict[type, str] = {
    str: say("a text"),
    list: say("a list"),
    dict: say("a record of keys and values"),
}
_LIST_HINT = say("write a list: each item on a line of its own that begins with `- `")
_RECORD_HINT = say("write keys and values: `key: value`")


class _Field(NamedTuple):
    kind: Any
    required: bool


def convert(located: Located, kind: type[T], path: str, *, leave_out: frozenset[str] = frozenset()) -> T:
    """Make a `kind` of the mapping in `located`; the names in `leave_out` are not keys of the file.

    Raises ManuscriptError with one finding for each unknown key and each value of the wrong form.
    """
    reading = _Reading(path, located)
    value = reading.record(located.value, kind, (), leave_out)
    raise_if_any(ManuscriptError, reading.findings)
    return cast(T, value)


@cache
def _fields(kind: type[msgspec.Struct]) -> Mapping[str, _Field]:
    return {f.name: _Field(given(f.type), required=f.required) for f in msgspec.structs.fields(kind)}


class _Reading:
    """One file being read: its findings so far."""

    def __init__(self, path: str, located: Located) -> None:
        self.path = path
        self.located = located
        self.findings: list[Finding] = []

    def value(self, raw: object, kind: Any, route: Route) -> object:
        """Return `raw` as a `kind`, or, after a finding, `_WRONG`."""
        if kind is str and isinstance(raw, str):
            return raw
        if get_origin(kind) is tuple:
            return self.items(raw, get_args(kind)[0], route)
        if get_origin(kind) is dict:
            return self.by_number(raw, get_args(kind)[1], route)
        if not issubclass(kind, msgspec.Struct):
            return self.leaf(raw, kind, route)
        read = self.row if kind.__struct_config__.array_like else self.record
        return read(raw, kind, route)

    def leaf(self, raw: object, kind: type, route: Route) -> object:
        """Read a value that holds no others."""
        leaf = leaf_of(kind)
        if not isinstance(raw, str):
            return self.wrong(route, say("should not be %(kind)s", kind=_KINDS[type(raw)]), leaf.hint)
        try:
            return leaf.read(raw)
        except BadValueError as error:
            return self.wrong(route, error.message, error.hint)

    def items(self, raw: object, kind: Any, route: Route) -> object:
        """Read a list; where its items are texts, one text is a list of one: `deck: 一行`."""
        if raw == "":
            return ()
        if kind is str and isinstance(raw, str):
            return (raw,)
        if not isinstance(raw, list):
            message = say("should be a list, and is %(kind)s", kind=_KINDS[type(raw)])
            return self.wrong(route, message, _LIST_HINT)
        return tuple(self.value(item, kind, (*route, number)) for number, item in enumerate(raw))

    def by_number(self, raw: object, kind: Any, route: Route) -> object:
        """Read records by number, such as the pages of an edition. A number alone is an empty record."""
        if not isinstance(raw, dict):
            message = say("should be numbers, and is %(kind)s", kind=_KINDS[type(raw)])
            return self.wrong(route, message, say("write `1: …`"))
        result: dict[int, object] = {}
        for key, item in raw.items():
            here = (*route, key)
            try:
                number = whole_number(key)
            except BadValueError as error:
                self.wrong(here, error.message, error.hint)
                continue
            if not number or number in result:
                message = say("is given twice") if number else say("cannot be: numbers begin at 1")
                self.wrong(here, message, say("mend it"))
            result[number] = self.value(item or {}, kind, here)
        return result

    def record(
        self, raw: object, kind: type[msgspec.Struct], route: Route, leave_out: frozenset[str] = frozenset()
    ) -> object:
        """Read the fields of a `kind`."""
        if not isinstance(raw, dict):
            message = say("should be keys and values, and is %(kind)s", kind=_KINDS[type(raw)])
            return self.wrong(route, message, _RECORD_HINT)
        fields = _fields(kind)
        values: dict[str, object] = {}
        for key, item in raw.items():
            if key not in fields or key in leave_out:
                self.unknown(key, [name for name in fields if name not in leave_out], (*route, key))
            elif item != "" or fields[key].required:
                values[key] = self.value(item, fields[key].kind, (*route, key))
        missing = [name for name, field in fields.items() if field.required and name not in raw]
        for name in missing:
            self.wrong(
                route, say("has no `%(key)s`", key=name), say("add a line `%(key)s: …`", key=name), name
            )
        return kind(**values) if not missing else _WRONG

    def row(self, raw: object, kind: type[msgspec.Struct], route: Route) -> object:
        """Read the fields of a `kind` that are written as a list."""
        fields = _fields(kind)
        if not isinstance(raw, list) or len(raw) != len(fields):
            message = say("should be a list of %(count)s", count=len(fields))
            return self.wrong(route, message, say("write [%(keys)s]", keys=", ".join(fields)))
        values = zip(raw, fields.values(), strict=True)
        return kind(*(self.value(item, field.kind, (*route, n)) for n, (item, field) in enumerate(values)))

    def wrong(self, route: Route, message: str, hint: str, key: str = "") -> object:
        """Note what is wrong with the value at `route`, or with the whole file, which lacks `key`."""
        top = next((step for step in route if isinstance(step, str)), key)
        value = f"`{spell(route)}`" if route else say("the file")
        hint = say("%(hint)s; see `%(key)s` in %(file)s", hint=hint, key=top, file=STYLEBOOK)
        self.note("bad-value", say("%(value)s %(problem)s", value=value, problem=message), hint, route)
        return _WRONG

    def unknown(self, key: str, fields: list[str], route: Route) -> None:
        """Note a key that is none of `fields`."""
        hint = near_word(key.lower(), fields) or say("the keys are: %(keys)s", keys=", ".join(fields))
        message = say("there is no key `%(key)s`", key=spell(route))
        self.note("unknown-key", message, say("%(hint)s; see %(file)s", hint=hint, file=STYLEBOOK), route)

    def note(self, code: str, message: str, hint: str, route: Route) -> None:
        """Add a finding at the place of `route`."""
        line, column = self.located.places.get(route, _START)
        self.findings.append(
            Finding(code=code, path=self.path, line=line, column=column, message=message, hint=hint)
        )


def spell(route: Route) -> str:
    """Return a route as an editor would say it, counting from 1: `photos[2].file`."""
    return "".join(f"[{step + 1}]" if isinstance(step, int) else f".{step}" for step in route).lstrip(".")
