"""The form of a manuscript: a field for each key of its schema, as Sveltia CMS describes them in its configuration."""

import datetime as dt
import enum
from collections.abc import Mapping
from typing import Any, get_args, get_origin

import msgspec

from broadsheet.manuscript.values import given
from broadsheet.model.article import RUNNING_TEXT, Article

_LINES = RUNNING_TEXT | {"title"}  # fields whose text may have several lines
_FIRST = ("title", "body", "status", "publish_at", "photos")
_PICTURE = "file"  # of a photo: it is laid beside the article
_LEFT_OUT = frozenset({"source"})  # ingest writes it; the form keeps what it does not know
_SIMPLE: dict[type, dict[str, Any]] = {
    bool: {"widget": "boolean"},
    int: {"widget": "number", "value_type": "int", "min": 0},
    dt.date: {"widget": "datetime", "type": "date", "format": "YYYY-MM-DD"},
    dt.datetime: {"widget": "datetime", "format": "YYYY-MM-DD HH:mm"},
}


def manuscript_form(labels: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return the fields of the form, what each article needs first; `labels` are their names in the paper's language.

    The text of the article is edited as Markdown: an editor of formatted text would write what it does not know anew.
    """
    fields = {field["name"]: field | _MORE.get(field["name"], {}) for field in _fields(Article, labels)}
    return [fields[name] for name in dict.fromkeys((*_FIRST, *fields)) if name not in _LEFT_OUT]


_MORE: dict[str, dict[str, Any]] = {
    "status": {"required": True},  # with a default, Sveltia CMS would give it to published articles as well
    "body": {"widget": "markdown", "modes": ["raw"]},
}


def _fields(kind: type[msgspec.Struct], labels: Mapping[str, str]) -> list[dict[str, Any]]:
    return [
        {"name": field.name, "label": labels[field.name], "required": field.required}
        | _widget(field.name, given(field.type), labels)
        for field in msgspec.structs.fields(kind)
    ]


def _widget(name: str, kind: Any, labels: Mapping[str, str]) -> dict[str, Any]:
    if get_origin(kind) is tuple:
        item = get_args(kind)[0]
        return {"widget": "list"} | ({} if item is str else {"fields": _fields(item, labels)})
    if issubclass(kind, enum.StrEnum):
        options = [{"label": labels[word], "value": word.value} for word in kind]
        return {"widget": "select", "options": options}
    if name == _PICTURE:
        return {"widget": "image"}
    if kind is str:
        return {"widget": "text" if name in _LINES else "string"}
    return _SIMPLE[kind]
