"""Manuscripts, facts of an edition, page maps, addresses that were left → files that read back as the same."""

import datetime as dt
from typing import Any

import msgspec
import yaml

from broadsheet.manuscript.located_yaml import OLD_LINE_ENDS
from broadsheet.model.article import Article
from broadsheet.model.edition import EditionFacts
from broadsheet.model.left_addresses import LeftAddresses
from broadsheet.model.page_map import PageMap

# What a block or a plain value would not bring back: these are written as escapes in double quotes.
_ESCAPED = frozenset(OLD_LINE_ENDS + "\r")
_ADDRESSES_HEAD = (
    "# Addresses that readers had. Made by inv move, inv withdraw and inv publish; edit it with care.\n"
)


class _ManuscriptDumper(yaml.CSafeDumper):
    """Sets text of several lines as a block, the way that an editor would type it."""


def _represent_text(dumper: yaml.CSafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar(
        "tag:yaml.org,2002:str", text, style=style if _ESCAPED.isdisjoint(text) else '"'
    )


_ManuscriptDumper.add_representer(str, _represent_text)


def write_article(article: Article) -> str:
    """Return the manuscript's text: only the fields that are set, in the schema's order, then the body.

    A body begins and ends with words: blank lines around it are not kept.
    """
    front = _plain(msgspec.structs.replace(article, body=""))
    head = _dump(front)
    return f"---\n{head if front else ''}---\n\n{article.body.strip(chr(10))}\n"


def write_edition(facts: EditionFacts) -> str:
    """Return the text of `edition.yaml`: only the facts that are set, and a line for each page."""
    plain = {name: value for name, value in _plain(facts).items() if value}
    return _dump(plain, default_flow_style=None) if plain else ""


def page_map_text(page_map: PageMap) -> str:
    """Return the text of `page.yaml`, which `read_page_map` reads back as the same."""
    return _record(page_map)


def left_addresses_text(left: LeftAddresses) -> str:
    """Return the text of `addresses.yaml`, which `read_left_addresses` reads back as the same."""
    return _ADDRESSES_HEAD + _record(left)


def _record(record: msgspec.Struct) -> str:
    """Return a record as YAML: only the fields that are set or required, and a line for each list of plain values."""
    return _dump(_plain(record), default_flow_style=None)


def _dump(value: object, *, default_flow_style: bool | None = False) -> str:
    return str(
        yaml.dump(
            value,
            Dumper=_ManuscriptDumper,
            allow_unicode=True,
            sort_keys=False,
            width=2**20,
            default_flow_style=default_flow_style,
        )
    )


def _plain(value: Any) -> Any:
    """Return what YAML writes: a record's fields that are set or required, a list of one text as that text."""
    if isinstance(value, msgspec.Struct) and not value.__struct_config__.array_like:
        fields = msgspec.structs.fields(value)
        return {
            field.name: _plain(item)
            for field in fields
            if (item := getattr(value, field.name)) != field.default or field.required
        }
    if isinstance(value, tuple):
        items = [_plain(item) for item in value]
        return items[0] if len(items) == 1 and items[0] and isinstance(items[0], str) else items
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value.isoformat() if isinstance(value, dt.date) else msgspec.to_builtins(value)
