"""Article → a Markdown file with front matter that reads back as the same article."""

from typing import Any

import msgspec
import yaml

from broadsheet.model.article import Article


class _ManuscriptDumper(yaml.CSafeDumper):
    """Sets text of several lines as a block, the way that an editor would type it."""


def _represent_text(dumper: yaml.CSafeDumper, text: str) -> yaml.ScalarNode:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_ManuscriptDumper.add_representer(str, _represent_text)


def write_article(article: Article) -> str:
    """Return the manuscript's text: only the fields that are set, in the schema's order, then the body."""
    front = {key: value for key, value in msgspec.to_builtins(article, order=None).items() if key != "body"}
    defaults = msgspec.to_builtins(Article())
    fields = {key: _trim(value) for key, value in front.items() if value != defaults[key]}
    head = yaml.dump(fields, Dumper=_ManuscriptDumper, allow_unicode=True, sort_keys=False, width=2**20)
    return f"---\n{head if fields else ''}---\n\n{article.body.strip(chr(10))}\n"


def _trim(value: Any) -> Any:
    """Leave out the empty fields of nested records, and write a list of one text as that text."""
    if isinstance(value, dict):
        return {key: item for key, item in value.items() if item not in ("", 0)}
    if isinstance(value, tuple | list):
        items = [_trim(item) for item in value]
        return items[0] if len(items) == 1 and isinstance(items[0], str) else items
    return value
