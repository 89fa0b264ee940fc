"""Repair what came between print and raw text, where it can be done without loss; each repair is kept for the report.

A repair never crosses a line's end, so line numbers stay those of the file.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from broadsheet.lexicon.damage import HAN, LIGATURES, RADICALS, UNSEEN_INSIDE, hanzi_of
from broadsheet.lexicon.pairs import load_pairs
from broadsheet.model.source import LINE_END, Repair

SPREAD = "space between hanzi"  # the kind of repair on a page that has one between all of them
_SPACE = "[ \u00a0\u2002-\u200a\u3000]"
_WIDE = rf"[{HAN}\u3001-\u303f\uff00-\uffef“”‘’—…·]"
_SPREAD = re.compile(rf"(?<={_WIDE}){_SPACE}{{1,2}}(?={_WIDE})|(?<=(?<!\d)\d){_SPACE}(?=\d(?!\d))")
_TOUCHING = re.compile(f"[{HAN}](?=[{HAN}])")
_HANZI = re.compile(f"[{HAN}]")
_SPREAD_LEAST = 6  # hanzi of a line of which nearly all are apart
_SPREAD_PAGE = (
    20  # hanzi in such lines of a page whose hanzi are all apart; a letterspaced headline has fewer
)
_APART_TIMES = 4  # times as many hanzi are apart as touch
_SHORT_LEAST = 2  # hanzi of such a line on such a page
_FIXED_SPACE = re.compile(f"(?<=([{HAN}]))\u00a0(?=([{HAN}]))")
_WORD = 1.0  # nats; two hanzi that follow each other with more are a word


class Repaired(NamedTuple):
    """The text after all repairs, and the repairs in the order of their lines."""

    text: str
    repairs: tuple[Repair, ...]


class _Rule(NamedTuple):
    kind: str
    pattern: re.Pattern[str]
    now: Callable[[re.Match[str]], str]


def repair(text: str) -> Repaired:
    """Return `text` without zero-width characters inside words, ligatures, radicals and spaces between all hanzi."""
    rules = [rule for rule in _RULES if rule.pattern.search(text)]
    spread = _is_spread(text)
    if not rules and not spread:
        return Repaired(text, ())
    parts: list[str] = []
    repairs: list[Repair] = []
    for number, (line, end) in enumerate(_lines(text), 1):
        now = line
        for rule in (*rules, *([_APART] if spread and _is_apart(line, _SHORT_LEAST) else [])):
            changed, count = _applied(rule, now)
            if count:
                repairs.append(Repair(number, rule.kind, count, now, changed))
            now = changed
        parts += (now, end)
    return Repaired("".join(parts), tuple(repairs))


def _applied(rule: _Rule, line: str) -> tuple[str, int]:
    """Return `line` after `rule`, and how many places it changed."""
    found = [(match, now) for match in rule.pattern.finditer(line) if (now := rule.now(match)) != match[0]]
    cuts = [0, *(at for match, _ in found for at in match.span()), len(line)]
    kept = [line[start:end] for start, end in pairwise(cuts)][::2]
    news = [*(now for _, now in found), ""]
    return "".join(part + now for part, now in zip(kept, news, strict=True)), len(found)


def _lines(text: str) -> Iterator[tuple[str, str]]:
    """Yield each line and what ends it."""
    parts = re.split(f"({LINE_END.pattern})", text)
    return zip(parts[::2], [*parts[1::2], ""], strict=True)


def _is_spread(text: str) -> bool:
    """Return whether a space stands between all hanzi of the page's running text."""
    if not _SPREAD.search(text):
        return False
    apart = [line for line, _ in _lines(text) if _is_apart(line, _SPREAD_LEAST)]
    return sum(len(_HANZI.findall(line)) for line in apart) >= _SPREAD_PAGE


def _is_apart(line: str, least: int) -> bool:
    apart = len(_SPREAD.findall(line))
    return len(_HANZI.findall(line)) >= least and apart > _APART_TIMES * len(_TOUCHING.findall(line))


def _closed_word(match: re.Match[str]) -> str:
    """Return nothing for a no-break space inside a word of two hanzi, and the space elsewhere."""
    one, other = match.groups()
    return "" if load_pairs("zh").after(one, other).get(other, 0.0) > _WORD else match[0]


_RULES = (
    _Rule("zero-width character", UNSEEN_INSIDE, lambda _: ""),
    _Rule("radical", RADICALS, lambda match: hanzi_of(match[0])),
    _Rule("ligature", LIGATURES, lambda match: unicodedata.normalize("NFKC", match[0])),
    _Rule("no-break space", _FIXED_SPACE, _closed_word),
)
_APART = _Rule(SPREAD, _SPREAD, lambda _: "")
