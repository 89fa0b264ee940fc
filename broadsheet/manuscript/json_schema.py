"""JSON Schemas (draft 7) of what editors write, from the same structs that read it: editors complete keys by them.

A schema allows what the reader allows, as a YAML editor sees it: `title: 1949` is a number to it, an empty value null.
"""

import datetime as dt
import enum
from collections.abc import Mapping
from typing import Any, get_args, get_origin

import msgspec

from broadsheet.manuscript.values import given

_DRAFT = "http://json-schema.org/draft-07/schema#"
_TEXT = ["string", "number", "boolean", "null"]
_SIMPLE: dict[type, dict[str, Any]] = {
    str: {"type": _TEXT},
    int: {"type": ["integer", "null"], "minimum": 0},
    float: {"type": "number", "minimum": 0},
    bool: {"type": ["boolean", "null"]},
    dt.date: {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
    dt.datetime: {
        "type": ["string", "null"],
        "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}[ T][0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-9]{2})?$",
    },
}


def json_schema(kind: type[msgspec.Struct], title: str, about: Mapping[str, str]) -> dict[str, Any]:
    """Return the schema of a file that holds a `kind`; `about` says what each of its fields is.

    A field that `about` does not name is not written in the file, and left out.
    """
    schema = _record(kind)
    fields = {
        name: {"description": about[name], **field}
        for name, field in schema["properties"].items()
        if name in about
    }
    return {"$schema": _DRAFT, "title": title, **schema, "properties": fields}


def _record(kind: type[msgspec.Struct]) -> dict[str, Any]:
    fields = msgspec.structs.fields(kind)
    schema = {
        "type": "object",
        "additionalProperties": False,
        "properties": {field.name: _schema(given(field.type)) for field in fields},
    }
    required = [field.name for field in fields if field.required]
    return schema | ({"required": required} if required else {})


def _row(kind: type[msgspec.Struct]) -> dict[str, Any]:
    """Return the schema of a record that is written as a list of its fields."""
    items = [{"title": field.name, **_schema(field.type)} for field in msgspec.structs.fields(kind)]
    return {"type": "array", "items": items, "minItems": len(items), "maxItems": len(items)}


def _schema(kind: Any) -> dict[str, Any]:
    if get_origin(kind) is tuple:
        item = _schema(get_args(kind)[0])
        items = {"type": ["array", "null"], "items": item}
        return {"anyOf": [{"type": _TEXT}, items]} if get_args(kind)[0] is str else items
    if get_origin(kind) is dict:
        record = _schema(get_args(kind)[1])
        return {"type": "object", "patternProperties": {"^[0-9]+$": record}, "additionalProperties": False}
    if issubclass(kind, msgspec.Struct):
        return _row(kind) if kind.__struct_config__.array_like else _record(kind)
    return {"enum": [*kind, None]} if issubclass(kind, enum.StrEnum) else _SIMPLE[kind]
