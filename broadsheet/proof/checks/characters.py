"""Checks of characters: damaged, unseen or of another script than the text."""

import re
from collections.abc import Iterator
from functools import cache

from broadsheet.lexicon.damage import RADICALS, hanzi_of, is_double_encoded
from broadsheet.model.finding import Severity
from broadsheet.model.message import say, template
from broadsheet.proof.check import Reported, Spot, TextCheck
from broadsheet.proof.hanzi import simplified, traditional
from broadsheet.proof.read.prose import HAN, MASK, Prose
from broadsheet.proof.spots import spots

_NOT_ASCII = re.compile(r"[^\x00-\x7f]{2,}")
_WESTERN = re.compile("[\x80-\xb6\xb8-\xff]")  # what UTF-8 turns into in Windows-1252; · is in every text
_WRECK = re.compile("锟斤拷|烫烫烫烫|屯屯屯屯")
_PRIVATE = re.compile("[\ue000-\uf8ff\U000f0000-\U000ffffd\U00100000-\U0010fffd]")
_NO_WIDTH = re.compile("[\u200b\u200e\u200f\u2060\ufeff\u00ad]")
_ODD_SPACE = re.compile(f"[\u00a0\u1680\u2000-\u200a\u202f\u205f]+(?:(?<=[{HAN}].)|(?=[{HAN}]))")
_FULL_WIDTH = re.compile(r"[Ａ-Ｚａ-ｚ]+(?:[０-９Ａ-Ｚａ-ｚ]+)*")
_BOX = re.compile(rf"(?<=[{HAN}])[□▯\ufffc](?=[{HAN}])")
_QUESTION = re.compile(rf"(?<=[{HAN}])\?{{2,}}(?=[{HAN}])")
_CID = re.compile(r"\(\s*cid\s*:\s*\d+\s*\)", re.IGNORECASE)
_ENTITY = re.compile(r"&amp;(?:#\d{2,6}|nbsp|amp|lt|gt|quot|[lr][sd]quo|mdash|hellip|middot);|&nbsp(?!;)")
_ESCAPE = re.compile(r"\\u[\da-fA-F]{4}|(?:%[0-9A-F]{2}){3,}")
_FEW = 0.03  # of the hanzi in a text: more are a text of the other script
_LEAST = 40  # hanzi, to know what script a text is


def mojibake(prose: Prose) -> Iterator[Spot]:
    """Text that was decoded wrongly: 锟斤拷, â€œ, Ã©."""
    for match in _WRECK.finditer(prose.text):
        yield _decoded(match)
    for match in _NOT_ASCII.finditer(prose.text) if _WESTERN.search(prose.text) else ():
        if is_double_encoded(match[0]):
            yield _decoded(match)


def _decoded(match: re.Match[str]) -> Spot:
    message = say("“%(words)s” was decoded wrongly", words=match[0][:20])
    return Spot(match.start(), match.end(), message, say("write what print has"))


def private_use(prose: Prose) -> Iterator[Spot]:
    """A character for private use: only the font that it was typed in knows what it shows."""
    for match in _PRIVATE.finditer(prose.text):
        message = say(
            "U+%(number)s is for private use, and readers’ fonts lack it", number=f"{ord(match[0]):04X}"
        )
        yield Spot(
            match.start(), match.end(), message, say("write the hanzi that print has, or 〓 in its place")
        )


def no_width(prose: Prose) -> Iterator[Spot]:
    """A character without width, which hides words from a search: U+200B, a soft hyphen, a byte order mark."""
    for match in _NO_WIDTH.finditer(prose.text):
        message = say("U+%(number)s has no width", number=f"{ord(match[0]):04X}")
        yield Spot(match.start(), match.end(), message, say("take it out"))


def odd_space(prose: Prose) -> Iterator[Spot]:
    """A no-break or thin space beside hanzi, which comes from a web page or a PDF."""
    for match in _ODD_SPACE.finditer(prose.text):
        message = say("U+%(number)s is a space of another kind", number=f"{ord(match[0][0]):04X}")
        yield Spot(match.start(), match.end(), message, say("take it out, or write a plain space"))


def radical(prose: Prose) -> Iterator[Spot]:
    """A radical or compatibility character that looks like a hanzi, and that no search finds: ⽅ for 方."""
    hint = template("write the hanzi")
    return spots(
        RADICALS, prose, template("“%(words)s” only looks like a hanzi"), hint, lambda m: hanzi_of(m[0])
    )


def full_width_letter(prose: Prose) -> Iterator[Spot]:
    """Full-width letters."""
    hint = template("write them half-width")
    return spots(_FULL_WIDTH, prose, template("the letters “%(words)s” are full-width"), hint, _half_width)


def _half_width(match: re.Match[str]) -> str:
    return "".join(chr(ord(char) - 0xFEE0) for char in match[0])


def empty_box(prose: Prose) -> Iterator[Spot]:
    """An empty box between hanzi: a font lacked the character."""
    return spots(
        _BOX,
        prose,
        template("“%(words)s” stands for a character that was lost"),
        template("write what print has"),
    )


def question_marks(prose: Prose) -> Iterator[Spot]:
    """Half-width question marks between hanzi: characters that an encoding lacked."""
    return spots(
        _QUESTION,
        prose,
        template("“%(words)s” stands for characters that were lost"),
        template("write what print has"),
    )


def glyph_number(prose: Prose) -> Iterator[Spot]:
    """The number of a glyph instead of its character, as PDF programs write: (cid:123)."""
    return spots(
        _CID, prose, template("“%(words)s” is the number of a glyph"), template("write what print has")
    )


def escaped_twice(prose: Prose) -> Iterator[Spot]:
    r"""A code instead of a character: `&amp;nbsp;`, `\u4e2d`, `%E4%B8%AD`."""
    for pattern in (_ENTITY, _ESCAPE):
        for match in pattern.finditer(prose.original):
            start = prose.body_start + match.start()
            if prose.text[start] == prose.original[match.start()] or match[0].startswith("&amp;"):
                message = say("“%(words)s” is a code, and no character", words=match[0])
                yield Spot(start, start + len(match[0]), message, say("write the character"))


def mixed_scripts(prose: Prose) -> Iterator[Spot]:
    """A traditional character in a text of simplified ones, or the other way round."""
    if not _traditional_pattern().search(prose.text):
        return
    chars = frozenset(prose.text)
    old, new = traditional() & chars, simplified() & chars
    if new:
        yield from _few_of(prose, min(old, new, key=lambda found: _count(prose, found)))


@cache
def _traditional_pattern() -> re.Pattern[str]:
    """Return the pattern of a traditional character, by which most texts are known to hold none."""
    return re.compile(f"[{''.join(sorted(traditional()))}]")


def _count(prose: Prose, chars: frozenset[str]) -> int:
    return sum(map(prose.text.count, chars))


def _few_of(prose: Prose, chars: frozenset[str]) -> Iterator[Spot]:
    hanzi = sum("\u3400" <= char <= "\u9fff" for char in prose.text)
    if hanzi < _LEAST or _count(prose, chars) > max(1, _FEW * hanzi):
        return
    for char in sorted(chars, key=prose.text.index):
        start = prose.text.index(char)
        message = say("“%(words)s” is of another script than the text (简/繁)", words=char)
        yield Spot(start, start + 1, message, say("compare with print; a name may be written so"))


REPORTED = (
    Reported("unseen-character", "A character that no reader can see: a control, a turn of direction"),
    Reported("lost-character", "A �, which stands for a character that a program could not read"),
)
PROSE = (
    TextCheck("mojibake", Severity.WARNING, mojibake),
    TextCheck("private-use", Severity.WARNING, private_use),
    TextCheck("no-width", Severity.WARNING, no_width),
    TextCheck("odd-space", Severity.WARNING, odd_space),
    TextCheck("radical", Severity.WARNING, radical),
    TextCheck("full-width-letter", Severity.WARNING, full_width_letter),
    TextCheck("empty-box", Severity.DOUBT, empty_box, tuple("□▯\ufffc")),
    TextCheck("question-marks", Severity.DOUBT, question_marks, ("??",)),
    TextCheck("glyph-number", Severity.WARNING, glyph_number, ("cid", "CID")),
    TextCheck("escaped-twice", Severity.DOUBT, escaped_twice, (MASK, "%", "\\")),
    TextCheck("mixed-scripts", Severity.DOUBT, mixed_scripts),
)
