"""A drawing (SVG): its measures, and that it only draws.

On a page a browser runs nothing in a drawing, but whoever opens the file itself gets a document that may run scripts
and fetch from other sites. A drawing that could is refused, with the place; what draws is never rewritten.
"""

import re
from pathlib import Path
from typing import Any
from xml.parsers import expat

from broadsheet.manuscript.pictures import check_size, picture_error
from broadsheet.model.errors import ManuscriptError
from broadsheet.model.message import say

_SVG = "http://www.w3.org/2000/svg"
_ACTIVE = frozenset(
    {"script", "foreignobject", "iframe", "embed", "object", "audio", "video", "handler", "set"}
)
_FETCHING = re.compile(r"url\(\s*+(?![\"']?#)|image-set\(|@import|\\|javascript:", re.IGNORECASE)
_LENGTH = re.compile(r"\s*([0-9]*\.?[0-9]+)\s*(?:px)?\s*")
_NO_PAGE = 1_000_000  # pixels
_SAVE = say("save it as plain SVG, with text and pictures drawn in it, or as PNG")


def drawing_size(path: Path) -> tuple[int, int]:
    """Return the width and height of the drawing at `path` in pixels, 0 where it does not say.

    Raises ManuscriptError for a drawing that cannot be read, or that could do more than draw.
    """
    check_size(path)
    reading = _Reading(path)
    try:
        reading.parser.Parse(path.read_bytes(), True)  # noqa: FBT003  expat's own signature
    except expat.ExpatError as error:
        message = say("this drawing cannot be read: %(reason)s", reason=expat.errors.messages[error.code])
        raise picture_error(
            "damaged-picture", path, message, _SAVE, line=error.lineno, column=error.offset + 1
        ) from error
    except (ValueError, LookupError) as error:  # of an encoding that the parser does not know
        message = say("this drawing cannot be read: %(reason)s", reason=str(error))
        raise picture_error("damaged-picture", path, message, say("save it as UTF-8"), line=1) from error
    return reading.size


class _Reading:
    """One drawing being read; the parser knows the place of what is wrong."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.size = (0, 0)
        self.depth = 0
        self.name = ""
        self.style = ""
        self.parser = parser = expat.ParserCreate(namespace_separator=" ")
        parser.buffer_text = True
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text
        parser.EntityDeclHandler = self.entity
        parser.ProcessingInstructionHandler = self.instruction

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        namespace, _, name = tag.rpartition(" ")
        if not self.depth:
            if (namespace, name) != (_SVG, "svg"):
                raise self.refused(say("begins with no <svg>"))
            self.size = _size(attributes)
        self.depth += 1
        self.name = name.lower()
        if self.name in _ACTIVE or self.name.startswith("animate"):
            raise self.refused(say("holds <%(name)s>", name=name))
        for key, value in attributes.items():
            self.attribute(key.rpartition(" ")[2].lower(), value)

    def attribute(self, key: str, value: str) -> None:
        if key.startswith("on"):
            raise self.refused(say("holds `%(name)s`, which runs a script", name=key))
        if key in ("href", "src") and not value.startswith("#"):
            raise self.refused(say("leads to %(address)s", address=value[:40]))
        if key == "base":
            raise self.refused(say("leads to %(address)s", address=value[:40]))
        if _FETCHING.search(value):
            raise self.refused(say("may fetch something by `%(name)s`", name=key))

    def end(self, _tag: str) -> None:
        if _FETCHING.search(self.style):
            raise self.refused(say("may fetch something by its styles"))
        self.depth -= 1
        self.name = self.style = ""

    def text(self, data: str) -> None:
        if self.name == "style":
            self.style += data

    def entity(self, name: str, *_: Any) -> None:
        raise self.refused(say("defines an entity of its own, &%(name)s;", name=name))

    def instruction(self, target: str, _data: str) -> None:
        if target == "xml-stylesheet":
            raise self.refused(say("takes styles from another file"))

    def refused(self, what: str) -> ManuscriptError:
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        message = say("this drawing %(problem)s, and a drawing may only draw", problem=what)
        return picture_error("active-picture", self.path, message, _SAVE, line=line, column=column)


def _size(attributes: dict[str, str]) -> tuple[int, int]:
    sides = [_LENGTH.fullmatch(attributes.get(side, "")) for side in ("width", "height")]
    if sides[0] and sides[1]:
        return _pixels(sides[0][1]), _pixels(sides[1][1])
    box = attributes.get("viewBox", "").replace(",", " ").split()
    return (_pixels(box[2]), _pixels(box[3])) if len(box) == 4 else (0, 0)


def _pixels(number: str) -> int:
    """Return a side in pixels, or 0 for one that no page could have."""
    try:
        side = float(number)
    except ValueError:
        return 0
    return round(side) if 0 < side < _NO_PAGE else 0
