"""YAML in which every scalar is text until the schema says otherwise, and every value knows its place.

So `title: 1949` is a headline and `section: no` a section's name. A key given twice, an anchor, an alias or an
explicit tag is an error: PyYAML would drop the first and the anchor's name, and could build objects. A line ends
where an editor sees it end (YAML 1.2, 5.4): U+0085, U+2028 and U+2029 are characters like others.
"""

import re
from collections.abc import Iterator

import yaml

from broadsheet.manuscript.located import Located, Place, Route
from broadsheet.manuscript.yaml_mistakes import Mistake, explain, explain_no_keys
from broadsheet.model.article import MARKDOWN, RUNNING_TEXT
from broadsheet.model.characters import spelled
from broadsheet.model.errors import ManuscriptError
from broadsheet.model.finding import Finding
from broadsheet.model.message import say
from broadsheet.model.script import closed_up

# libyaml follows YAML 1.1, which ends lines here too, and drops a byte order mark.
OLD_LINE_ENDS = "\x85\u2028\u2029\ufeff"
_OLD_LINE_END = re.compile(f"[{OLD_LINE_ENDS}]")
_FORBIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")  # by YAML 1.2, 5.1
_STAND_INS = range(0xF0000, 0xFFFFE)  # a plane for private use (Unicode, 23.5)
# libyaml's composer calls itself for each level, and ends the process where the stack does.
_BRACKETS = 5_000
_OPENING = ("[", "{", "- ")
_TOO_DEEP = say("there are too many brackets within brackets")


def read_yaml(text: str, path: str, first_line: int) -> Located:
    """Return the mapping that `text` holds; `first_line` is where the text begins in its file.

    Raises ManuscriptError with the place of what is not plain YAML.
    """
    back = _stand_ins(text)
    text = text.translate({ord(char): stand_in for stand_in, char in back.items()})
    builder = _Builder(text, path, first_line, back)
    try:
        builder.check_characters()
        node = yaml.compose(text, Loader=yaml.CBaseLoader)
        if node is None:
            return Located({})
        value = builder.build(node)
    except yaml.MarkedYAMLError as error:
        raise builder.error_of(explain(error, text.split("\n"))) from error
    except RecursionError as error:
        raise builder.error_at(Place(first_line, 1), _TOO_DEEP, say("write the value plainly")) from error
    if not isinstance(value, dict):
        mark = node.start_mark
        raise builder.error_of(explain_no_keys(mark.line, mark.column, text.split("\n")))
    return Located(value, lambda: dict(builder.places(node, ())))


def _stand_ins(text: str) -> dict[int, str]:
    """Return for each old line end in `text` a character that `text` has neither as itself nor as an escape."""
    found = sorted(set(_OLD_LINE_END.findall(text)))
    escapes = text.upper() if found else ""
    free = (code for code in _STAND_INS if chr(code) not in text and f"{code:X}" not in escapes)
    return {next(free): char for char in found}


class _Builder:
    """Turns composed nodes into values, noting where each stood."""

    def __init__(self, text: str, path: str, first_line: int, back: dict[int, str]) -> None:
        self.text = text
        self.path = path
        self.first_line = first_line
        self.back = back
        self.has_signs = "&" in text or "!" in text

    def build(self, node: yaml.Node, key: str = "") -> object:
        self.check_plain(node)
        if isinstance(node, yaml.ScalarNode):
            return self.words(node, key)
        if isinstance(node, yaml.SequenceNode):
            return [self.build(item, key) for item in node.value]
        result: dict[str, object] = {}
        for key_node, value_node in node.value:
            self.check_plain(key_node)
            if not isinstance(key_node, yaml.ScalarNode):
                raise self.error(key_node, say("a key must be text"), say("write each field as `key: value`"))
            key = self.words(key_node)
            if key in result:
                raise self.error(key_node, say("`%(key)s` is given twice", key=key), say("keep one of them"))
            result[key] = self.build(value_node, key)
        return result

    def places(self, node: yaml.Node, route: Route) -> Iterator[tuple[Route, Place]]:
        """Yield the place of each value below `node`; a field stands where its key does."""
        yield route, self.place(node)
        if isinstance(node, yaml.SequenceNode):
            for number, item in enumerate(node.value):
                yield from self.places(item, (*route, number))
        elif isinstance(node, yaml.MappingNode):
            for key_node, value_node in node.value:
                key = self.words(key_node)
                yield from self.places(value_node, (*route, key))
                yield (*route, key), self.place(key_node)

    def words(self, node: yaml.ScalarNode, key: str = "") -> str:
        text: str = node.value
        if key in RUNNING_TEXT and node.start_mark.line < node.end_mark.line:
            text = self.run_on(node, text, key)
        return text.translate(self.back) if self.back else text

    def run_on(self, node: yaml.ScalarNode, text: str, key: str) -> str:
        """Return the words of a value in several lines, which YAML joins by spaces, joined as print joins them."""
        if node.style == "|":
            return text if key == MARKDOWN else closed_up(text)
        written = self.text[node.start_mark.index : node.end_mark.index].strip().strip("\"'")
        lines = written.split("\n")[node.style == ">" :]
        return closed_up("\n".join(lines)) if " ".join(" ".join(lines).split()) == text.strip() else text

    def check_plain(self, node: yaml.Node) -> None:
        """Refuse what stands before a value and is not the value: an anchor or a tag."""
        if not self.has_signs:
            return
        sign = self.text[node.start_mark.index : node.start_mark.index + 1]
        if sign in ("&", "!"):
            raise self.error(
                node,
                say("a value may not begin with `%(sign)s`", sign=sign),
                say("put the whole value in double quotes"),
            )

    def check_characters(self) -> None:
        if match := _FORBIDDEN.search(self.text):
            line_start = self.text.rfind("\n", 0, match.start()) + 1
            line = self.text.count("\n", 0, match.start()) + self.first_line
            raise self.error_at(
                Place(line, match.start() - line_start + 1),
                say("the character %(char)s cannot be seen", char=spelled(match[0])),
                say("take it out"),
            )
        if sum(map(self.text.count, _OPENING)) > _BRACKETS < _depth(self.text):
            raise self.error_at(Place(self.first_line, 1), _TOO_DEEP, say("write the value plainly"))

    def place(self, node: yaml.Node) -> Place:
        mark = node.start_mark
        return Place(mark.line + self.first_line, mark.column + 1)

    def error(self, node: yaml.Node, message: str, hint: str) -> ManuscriptError:
        return self.error_at(self.place(node), message, hint)

    def error_of(self, mistake: Mistake) -> ManuscriptError:
        place = Place(mistake.line + self.first_line, mistake.column + 1)
        return self.error_at(place, mistake.message, mistake.hint)

    def error_at(self, place: Place, message: str, hint: str) -> ManuscriptError:
        line, column = place
        return ManuscriptError(
            Finding(code="yaml", path=self.path, line=line, column=column, message=message, hint=hint)
        )


def _depth(text: str) -> int:
    """Return the most levels that a line of `text` can be within: brackets that are open, lists, and what it is set in by."""
    deepest = still_open = 0
    for line in text.split("\n"):
        set_in = len(line) - len(line.lstrip(" "))
        deepest = max(deepest, still_open + set_in + sum(map(line.count, _OPENING)))
        still_open = max(0, still_open + sum(map(line.count, "[{")) - sum(map(line.count, "]}")))
    return deepest
