"""Definitions of links: `[1]: /address` is one only where the text refers to it; `[记者]: 为什么？` is printed words."""

import re
from collections.abc import Iterator

from markdown.preprocessors import Preprocessor

from broadsheet.manuscript.markdown.targets import normal_label

_DEFINITION = re.compile(
    r"""(?P<before>[ >]*+)\[(?P<label>(?!\^)[^\[\]\\]++)\]:\ *+(?:<(?P<angle>[^<>]*+)>|(?P<address>\S++))"""
    r"""(?:\ ++(?P<title>"[^"]*+"|'[^']*+'|\([^()]*+\)))?+\ *+"""
)
_ADDRESS = re.compile(r"[/#]|[!-~]+\Z")
_REFERENCE = re.compile(r"\[([^\[\]]*+)\](?![:(])")


class Definitions(Preprocessor):
    """Takes the definitions out of a text; a second one of the same label is printed."""

    def run(self, lines: list[str]) -> list[str]:
        """Called by Python-Markdown."""
        if not any("]:" in line for line in lines):
            return lines
        labels = set(map(normal_label, _REFERENCE.findall("\n".join(lines))))
        return list(self._without(lines, labels))

    def _without(self, lines: list[str], labels: set[str]) -> Iterator[str]:
        """Yield `lines` with a blank one for each definition of one of the `labels`."""
        for line in lines:
            match = _DEFINITION.fullmatch(line)
            yield match["before"] if match and self._define(match, labels) else line

    def _define(self, match: re.Match[str], labels: set[str]) -> bool:
        """Note a definition of one of the `labels`; False if `match` is none."""
        label, address = normal_label(match["label"]), match["angle"] or match["address"] or ""
        if label not in labels or not _ADDRESS.match(address):
            return False
        labels.remove(label)
        self.md.references[label] = (address, (match["title"] or "")[1:-1])
        return True
