"""Texts converted from one script of Chinese to the other, by phrase, with OpenCC."""

import re
from collections.abc import Callable, Mapping
from ctypes import py_object, pythonapi
from functools import cache, lru_cache
from html import escape

from broadsheet.press.paper.scripts import OtherScript

# What stands in quotation marks or in title marks is what somebody said, or a name: no word of it is replaced.
_QUOTED = re.compile("(“[^“”]*”|「[^「」]*」|『[^『』]*』|《[^《》]*》|〈[^〈〉]*〉)")
_REFERENCE = "&#?[0-9A-Za-z]+;"
_MOST_TEXTS = 2**14
"""Headlines, summaries and the words of the theme stand on many pages, and each text of an article on two."""


class TextConverter:
    """Converts texts of pages, in which `&`, `<` and `>` are escaped.

    `names` are the paper's own conversions: words as printed, each with what stands for it. `said` are whole texts of the
    theme and the press, each with the same message in the other script.
    """

    def __init__(self, script: OtherScript, names: Mapping[str, str], said: Mapping[str, str]) -> None:
        self._script = script
        self._said = said
        self._names = {escape(name, quote=False): escape(other, quote=False) for name, other in names.items()}
        longest_first = sorted(self._names, key=lambda name: (-len(name), name))
        # What is no name may be a reference, such as `&amp;`: no part of it is a name.
        self._named = (
            re.compile(f"({'|'.join(map(re.escape, longest_first))}|{_REFERENCE})") if names else None
        )
        self.converted = lru_cache(_MOST_TEXTS)(self._converted)

    def _converted(self, text: str) -> str:
        words = text.strip()
        if words in self._said:
            return text.replace(words, self._said[words])
        parts = _QUOTED.split(text)
        parts[::2] = (self._with_names(part, self._script.words) for part in parts[::2])
        parts[1::2] = (self._with_names(part, self._script.characters) for part in parts[1::2])
        return "".join(parts)

    def _with_names(self, text: str, configuration: str) -> str:
        convert = _opencc(configuration)
        if self._named is None:
            return convert(text)
        parts = self._named.split(text)
        parts[::2] = map(convert, parts[::2])
        parts[1::2] = (self._names.get(part, part) for part in parts[1::2])
        return "".join(parts)


@cache
def _opencc(configuration: str) -> Callable[[str], str]:
    """Return what converts texts by `configuration`.

    Its dictionaries stay until the process ends: to free them, node by node, takes as long as to load them, 0.07 s.
    """
    from opencc import OpenCC  # noqa: PLC0415  lazy: it loads its dictionaries

    converter = OpenCC(configuration)
    pythonapi.Py_IncRef(py_object(converter))
    return converter.convert
