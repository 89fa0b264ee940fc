"""The JSON Schema of what editors write has every kind of value that a record may hold."""

import datetime as dt
import enum

import msgspec

from broadsheet.manuscript.json_schema import json_schema


class Sort(enum.StrEnum):
    NEWS = "news"
    SPORT = "sport"


class Corner(msgspec.Struct, frozen=True, array_like=True):
    x: float
    y: float


class Note(msgspec.Struct, frozen=True, kw_only=True):
    text: str
    day: dt.date
    corners: tuple[Corner, ...] = ()


class Record(msgspec.Struct, frozen=True, kw_only=True):
    title: str = ""
    count: int = 0
    supplied: bool = False
    sort: Sort = Sort.NEWS
    moment: dt.datetime | None = None
    tags: tuple[str, ...] = ()
    notes: tuple[Note, ...] = ()
    pages: dict[int, Note] = {}
    body: str = ""


TEXT = ["string", "number", "boolean", "null"]
NOTE = {
    "type": "object",
    "additionalProperties": False,
    "properties": {
        "text": {"type": TEXT},
        "day": {"type": "string", "format": "date", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"},
        "corners": {
            "type": ["array", "null"],
            "items": {
                "type": "array",
                "items": [
                    {"title": "x", "type": "number", "minimum": 0},
                    {"title": "y", "type": "number", "minimum": 0},
                ],
                "minItems": 2,
                "maxItems": 2,
            },
        },
    },
    "required": ["text", "day"],
}


def test_a_schema_has_each_field_that_editors_write_with_its_kind_and_what_it_is() -> None:
    names = [name for name in Record.__struct_fields__ if name != "body"]
    schema = json_schema(Record, "A record", {name: f"about {name}" for name in names})
    fields = schema.pop("properties")
    assert schema == {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "A record",
        "type": "object",
        "additionalProperties": False,
    }
    assert {name: field.pop("description") for name, field in fields.items()} == {
        name: f"about {name}" for name in names
    }
    moment = fields.pop("moment")
    assert moment["type"] == ["string", "null"]
    assert fields == {
        "title": {"type": TEXT},
        "count": {"type": ["integer", "null"], "minimum": 0},
        "supplied": {"type": ["boolean", "null"]},
        "sort": {"enum": ["news", "sport", None]},
        "tags": {"anyOf": [{"type": TEXT}, {"type": ["array", "null"], "items": {"type": TEXT}}]},
        "notes": {"type": ["array", "null"], "items": NOTE},
        "pages": {"type": "object", "patternProperties": {"^[0-9]+$": NOTE}, "additionalProperties": False},
    }
