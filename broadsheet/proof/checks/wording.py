"""Checks of words: those that stand twice, and probable misprints. All of them are doubts."""

import re
from collections.abc import Iterator
from functools import cache

from broadsheet.lexicon.misprints import misprints
from broadsheet.model.finding import Severity
from broadsheet.model.message import say
from broadsheet.proof.check import Spot, TextCheck
from broadsheet.proof.read.prose import HAN, Prose

# Words that stand twice only by mistake: in 实实在在, 现在在, 合并并, 与与会者 and 和和平 others do.
_TWICE = re.compile(
    r"的的(?<![目打]的的)(?!确|士|哥)|是是(?<![于还就但只总要可或若算便]是是)(?!非)|们们|被被"
)
_PHRASE_TWICE = re.compile(rf"(?P<words>[{HAN}]{{4,12}})(?P=words)")
_COUNTED = "一每"  # 一个阶段一个阶段推进
_LETTERS_TWICE = re.compile(r"(?P<word>[ABFIOTWabfiotw][a-z]{0,3}) (?P=word)(?![\w-])")
_NEVER_TWICE = frozenset(
    [
        "the",
        "a",
        "an",
        "of",
        "to",
        "in",
        "and",
        "is",
        "for",
        "on",
        "with",
        "at",
        "by",
        "from",
        "are",
        "was",
        "were",
    ]
)


def doubled_word(prose: Prose) -> Iterator[Spot]:
    """A word that stands twice: 的的, 是是, “the the”."""
    for pattern in (_TWICE, _LETTERS_TWICE):
        for match in pattern.finditer(prose.text):
            if pattern is _TWICE or (match["word"].lower() in _NEVER_TWICE and _begins_word(match)):
                message = say("“%(words)s” stands twice", words=match[0])
                yield Spot(match.start(), match.end(), message, say("compare with print"))


def _begins_word(match: re.Match[str]) -> bool:
    before = match.string[match.start() - 1 : match.start()]
    return not (before.isalnum() or before == "-")


def doubled_phrase(prose: Prose) -> Iterator[Spot]:
    """Four hanzi or more that stand twice in a row."""
    for match in _PHRASE_TWICE.finditer(prose.text):
        if len(set(match["words"])) > 2 and match["words"][0] not in _COUNTED:
            message = say("“%(words)s” stands twice in a row", words=match["words"])
            yield Spot(match.start(), match.end(), message, say("compare with print"))


def misprint(prose: Prose) -> Iterator[Spot]:
    """A phrase that is nearly always a misprint, such as 穿流不息 for 川流不息."""
    for match in _misprints().finditer(prose.text):
        if not match[0].isascii() or _begins_word(match):
            message = say("“%(words)s”: is “%(meant)s” meant?", words=match[0], meant=misprints()[match[0]])
            yield Spot(
                match.start(), match.end(), message, say("compare with print; what print has may stay")
            )


@cache
def _misprints() -> re.Pattern[str]:
    return re.compile("|".join(rf"{word}\b" if word.isascii() else word for word in sorted(misprints())))


PROSE = (
    TextCheck("doubled-word", Severity.DOUBT, doubled_word),
    TextCheck("doubled-phrase", Severity.DOUBT, doubled_phrase),
    TextCheck("misprint", Severity.DOUBT, misprint),
)
