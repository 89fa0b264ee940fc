"""Code between fences, lines of ``` or ~~~: taken out of a text before its blocks are parted, and put back as blocks.

Python-Markdown's own extension searches the whole text anew for each fence, and knows none in lists and quotations.
"""

import re
from collections.abc import Iterator, Sequence
from xml.etree.ElementTree import Element, SubElement

from markdown.blockparser import BlockParser
from markdown.blockprocessors import BlockProcessor
from markdown.preprocessors import Preprocessor
from markdown.util import ETX, STX, AtomicString

from broadsheet.manuscript.markdown.lines import first_line

# A fence may follow the marks of quotations and items. What stands behind it is one word of ASCII, the language:
# ~~~完~~~ is printed.
_OPENING = re.compile(
    r"(?P<before>(?:[ >]|(?:[-+*]|[0-9]{1,9}[.)])(?= ))*+)(?P<run>`{3,}+|~{3,}+) *+(?P<language>[!-_a-}]*+) *+"
)
_CLOSING = re.compile(r"[ >]*+(?P<run>`{3,}+|~{3,}+) *+")
_PLACE = re.compile(rf" *+{STX}fence:([0-9]+){ETX}$", re.MULTILINE)


class Fences(Preprocessor):
    """Takes code out, with its fences, and leaves a line in its place; a fence without an end stays as it is."""

    codes: list[str]
    """The code of the text that is being read."""
    languages: list[str]

    def run(self, lines: list[str]) -> list[str]:
        """Called by Python-Markdown."""
        self.codes, self.languages = [], []
        return list(self._without_code(lines))

    def _without_code(self, lines: Sequence[str]) -> Iterator[str]:
        ends = _Ends(lines)
        after = 0
        for number, line in enumerate(lines):
            if number < after:
                continue
            opening = _OPENING.fullmatch(line)
            end = ends.of(opening["run"], number) if opening else 0
            if not opening or not end:
                yield line
                continue
            code = (_within(code, opening["before"]) + "\n" for code in lines[number + 1 : end])
            yield f"{opening['before']}{STX}fence:{len(self.codes)}{ETX}"
            self.codes.append("".join(code))
            self.languages.append(opening["language"])
            after = end + 1


class _Ends:
    """The lines that may end code."""

    def __init__(self, lines: Sequence[str]) -> None:
        closings = ((number, _CLOSING.fullmatch(line)) for number, line in enumerate(lines))
        self._runs = [(number, closing["run"]) for number, closing in closings if closing]
        self._first = 0
        self._endless: dict[str, int] = {}

    def of(self, run: str, line: int) -> int:
        """Return the line that ends what `run` begins in `line`, or 0; lines are asked for in their order."""
        while self._first < len(self._runs) and self._runs[self._first][0] <= line:
            self._first += 1
        sign = run[0]
        longest = self._endless.get(sign)
        if longest and len(run) >= longest:
            return 0
        for index in range(self._first, len(self._runs)):
            number, closing = self._runs[index]
            if closing[0] == sign and len(closing) >= len(run):
                return number
        self._endless[sign] = len(run)
        return 0


def _within(line: str, before: str) -> str:
    """Return `line` without the marks of the quotations and items that the code stands in."""
    start = 0
    for mark in before:
        if not line.startswith(">" if mark == ">" else " ", start):
            break
        start += 1
    return line[start:]


class Code(BlockProcessor):
    """Makes code of a line that stands in the place of code."""

    def __init__(self, fences: Fences, parser: BlockParser) -> None:
        super().__init__(parser)
        self._fences = fences

    def test(self, parent: Element, block: str) -> bool:  # noqa: ARG002  Python-Markdown's form
        """Whether `block` begins with such a line."""
        return bool(_PLACE.match(block))

    def run(self, parent: Element, blocks: list[str]) -> None:
        """Take the line from `blocks`, and add its code to `parent`."""
        number = int(_PLACE.sub(r"\1", first_line(blocks)))
        language = self._fences.languages[number]
        code = SubElement(
            SubElement(parent, "pre"), "code", {"class": f"language-{language}"} if language else {}
        )
        escaped = self._fences.codes[number].replace("&", "&amp;").replace('"', "&quot;")
        code.text = AtomicString(escaped)
