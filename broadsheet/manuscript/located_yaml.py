"""YAML in which every scalar is text until the schema says otherwise, and every value knows its place.

So `title: 1949` is a headline and `section: no` a section's name. A key given twice, an alias or an explicit
tag is an error: PyYAML would drop the first, let a small file grow without bound, and build objects.
"""

from typing import NamedTuple

import yaml

from broadsheet.model.errors import ManuscriptError
from broadsheet.model.finding import Finding

Route = tuple[str | int, ...]

_CORE_TAGS = ("tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map")


class Place(NamedTuple):
    """Line and column in the file, both from 1."""

    line: int
    column: int


class Located(NamedTuple):
    """Plain Python values (`str`, `list`, `dict`) and the place of each, by the route of keys that leads to it."""

    value: dict[str, object]
    places: dict[Route, Place]


def load_mapping(text: str, path: str, first_line: int = 1) -> Located:
    """Return the mapping that `text` holds; `first_line` is where the text begins in its file.

    Raises ManuscriptError with the place of what is not plain YAML.
    """
    try:
        node = yaml.compose(text, Loader=yaml.CBaseLoader)
    except yaml.MarkedYAMLError as error:
        raise ManuscriptError(_syntax_finding(error, path, first_line)) from error
    except yaml.YAMLError as error:
        raise ManuscriptError(Finding(code="yaml", path=path, line=first_line, message=str(error))) from error
    builder = _Builder(path, first_line)
    if node is None:
        return Located({}, {})
    if not isinstance(node, yaml.MappingNode):
        raise builder.error(node, "expected keys and values", "write each field as `key: value`")
    value = builder.build_mapping(node, ())
    return Located(value, builder.places)


class _Builder:
    """Turns composed nodes into values, noting where each stood."""

    def __init__(self, path: str, first_line: int) -> None:
        self.path = path
        self.first_line = first_line
        self.places: dict[Route, Place] = {}
        self.seen: set[int] = set()

    def build(self, node: yaml.Node, route: Route) -> object:
        self.check_plain(node)
        self.places[route] = self.place(node)
        if isinstance(node, yaml.MappingNode):
            return self.build_mapping(node, route)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, (*route, i)) for i, item in enumerate(node.value)]
        return node.value

    def build_mapping(self, node: yaml.MappingNode, route: Route) -> dict[str, object]:
        result: dict[str, object] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                raise self.error(key_node, "a key must be text", "write each field as `key: value`")
            key = key_node.value
            if key in result:
                raise self.error(key_node, f"`{key}` is given twice", "keep one of them")
            result[key] = self.build(value_node, (*route, key))
            self.places[(*route, key)] = self.place(key_node)
        return result

    def check_plain(self, node: yaml.Node) -> None:
        if id(node) in self.seen:
            raise self.error(node, "aliases (`*name`) are not allowed", "write the value out")
        self.seen.add(id(node))
        if node.tag not in _CORE_TAGS:
            raise self.error(node, f"the tag `{node.tag}` is not allowed", "write the value without `!`")

    def place(self, node: yaml.Node) -> Place:
        mark = node.start_mark
        return Place(mark.line + self.first_line, mark.column + 1)

    def error(self, node: yaml.Node, message: str, hint: str) -> ManuscriptError:
        line, column = self.place(node)
        return ManuscriptError(
            Finding(code="yaml", path=self.path, line=line, column=column, message=message, hint=hint)
        )


def _syntax_finding(error: yaml.MarkedYAMLError, path: str, first_line: int) -> Finding:
    mark = error.problem_mark or error.context_mark
    return Finding(
        code="yaml",
        path=path,
        line=mark.line + first_line if mark else first_line,
        column=mark.column + 1 if mark else 0,
        message=f"not valid YAML: {error.problem or error.context}",
        hint="put a value with `: ` or `#` in it, or one that begins with a sign, in double quotes",
    )
