"""Checks of words: those that stand twice, and probable misprints. All of them are doubts."""

import re
from collections.abc import Iterator
from functools import cache

from broadsheet.lexicon.misprints import misprints
from broadsheet.model.finding import Severity
from broadsheet.model.message import say, template
from broadsheet.proof.check import Spot, TextCheck
from broadsheet.proof.read.prose import HAN, Prose
from broadsheet.proof.spots import spots

# Words that stand twice only by mistake: in 实实在在, 现在在, 合并并, 与与会者 and 和和平 others do.
_TWICE = re.compile(
    r"的的(?<![目打]的的)(?!确|士|哥)|是是(?<![于还就但只总要可或若算便]是是)(?!非)|们们|被被"
)
_PHRASE_TWICE = re.compile(rf"(?P<words>[{HAN}]{{4,12}})(?P=words)")
_COUNTED = "一每"  # 一个阶段一个阶段推进
_ENGLISH_TWICE = re.compile(
    r"(?<![\w-])(?P<word>the|a|an|of|to|in|and|is|for|on|with|at|by|from|are|was|were) (?P=word)(?![\w-])",
    re.IGNORECASE,
)


def doubled_word(prose: Prose) -> Iterator[Spot]:
    """A word that stands twice: 的的, 是是, “the the”."""
    for pattern in (_TWICE, _ENGLISH_TWICE):
        yield from spots(pattern, prose, template("“%(words)s” stands twice"), template("compare with print"))


def doubled_phrase(prose: Prose) -> Iterator[Spot]:
    """Four hanzi or more that stand twice in a row."""
    for match in _PHRASE_TWICE.finditer(prose.text):
        if len(set(match["words"])) > 2 and match["words"][0] not in _COUNTED:
            message = say("“%(words)s” stands twice in a row", words=match["words"])
            yield Spot(match.start(), match.end(), message, say("compare with print"))


def misprint(prose: Prose) -> Iterator[Spot]:
    """A phrase that is nearly always a misprint, such as 穿流不息 for 川流不息."""
    for pattern in _misprint_patterns():
        for match in pattern.finditer(prose.text):
            meant = _meant()[match[0].lower()]
            message = say("“%(words)s”: is “%(meant)s” meant?", words=match[0], meant=meant)
            yield Spot(
                match.start(), match.end(), message, say("compare with print; what print has may stay")
            )


@cache
def _misprint_patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    hanzi, letters = ("|".join(sorted(misprints()[kind])) for kind in ("hanzi", "letters"))
    return re.compile(hanzi), re.compile(rf"\b(?:{letters})\b", re.IGNORECASE)


@cache
def _meant() -> dict[str, str]:
    return {word: meant for words in misprints().values() for word, meant in words.items()}


PROSE = (
    TextCheck("doubled-word", Severity.DOUBT, doubled_word),
    TextCheck("doubled-phrase", Severity.DOUBT, doubled_phrase),
    TextCheck("misprint", Severity.DOUBT, misprint),
)
