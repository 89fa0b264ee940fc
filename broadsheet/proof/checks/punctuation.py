"""Checks of punctuation between hanzi, by GB/T 15834-2011."""

import re
from collections.abc import Iterator

from broadsheet.model.finding import Severity
from broadsheet.model.message import say, template
from broadsheet.proof.check import Spot, TextCheck
from broadsheet.proof.pairs import lone_signs
from broadsheet.proof.read.prose import HAN, Prose
from broadsheet.proof.spots import spots

_CLOSING = "”’）》〉」』】"
_DOUBLED = re.compile(r"，，+|、、+|；；+|：：+|(?<!。)。。(?!。)")
_ROW = re.compile(r"[，、；：][。，、；：？！]|。[，、；：]")
_STOP_TWICE = re.compile(r"。”[。，；]")
_BEGINS = re.compile(rf"(?:(?<=\n\n)|(?<=\A))[，。、；：？！{_CLOSING}]")
_CUT = re.compile(rf"[，、](?=\n\n|\Z)(?<=[{HAN}].)")
_QUOTES_IN_QUOTES = re.compile(r"“[^“”\n]*(?P<inner>“[^“”\n]*”)[^“”\n]*”")
_TITLES_IN_TITLES = re.compile(r"《[^《》\n]*(?P<inner>《[^《》\n]*》)[^《》\n]*》")
_COMMA_ETC = re.compile(
    rf"、等(?=[，。；、！？）]|[0-9两数多各几]|方面|[一二三四五六七八九十]+[个种项类])(?<=[{HAN}{_CLOSING}]、等)"
)
_QUESTION = re.compile(r"[？！]{4,}|[?!]{4,}")


def doubled_mark(prose: Prose) -> Iterator[Spot]:
    """A comma, stop or colon that stands twice."""
    return spots(_DOUBLED, prose, template("“%(words)s” stands twice"), template("leave one"))


def marks_in_a_row(prose: Prose) -> Iterator[Spot]:
    """Two marks in a row of which one is too many, such as ，。 or 。，."""
    return spots(
        _ROW, prose, template("of “%(words)s” one mark is too many"), template("leave the one that print has")
    )


def stop_twice(prose: Prose) -> Iterator[Spot]:
    """A stop within a closing quotation mark and another behind it (附录 B)."""
    return spots(
        _STOP_TWICE,
        prose,
        template("“%(words)s” ends a sentence twice"),
        template("leave one of the two marks"),
    )


def begins_with_mark(prose: Prose) -> Iterator[Spot]:
    """A paragraph or field that begins with a closing mark, as none does (5.1): a break may be wrong."""
    return spots(
        _BEGINS,
        prose,
        template("a paragraph begins with “%(words)s”"),
        template("compare with print: does it go on from above?"),
    )


def cut_paragraph(prose: Prose) -> Iterator[Spot]:
    """A paragraph that ends with a comma: its end may be lost, or stand below."""
    for match in _CUT.finditer(prose.text, prose.body_start):
        line = prose.text.rfind("\n", 0, match.start())
        if prose.text[line - 1 : line] in ("", "\n"):  # of several lines, the last one may end so: a poem's
            message = say("a paragraph ends with “%(words)s”", words=match[0])
            yield Spot(match.start(), match.end(), message, say("compare with print: does it go on below?"))


def quotes_in_quotes(prose: Prose) -> Iterator[Spot]:
    """Double quotation marks within double ones: the inner ones are single (4.8)."""
    return _inner(_QUOTES_IN_QUOTES, prose)


def titles_in_titles(prose: Prose) -> Iterator[Spot]:
    """《》 within 《》: the inner ones are 〈〉 (4.15)."""
    return _inner(_TITLES_IN_TITLES, prose)


def _inner(pattern: re.Pattern[str], prose: Prose) -> Iterator[Spot]:
    for match in pattern.finditer(prose.text):
        message = say("“%(words)s” stands within marks of the same kind", words=match["inner"])
        yield Spot(
            match.start("inner"), match.end("inner"), message, say("write the inner ones as ‘’ or 〈〉")
        )


def comma_before_etc(prose: Prose) -> Iterator[Spot]:
    """A 、 before 等 (4.5)."""
    return spots(
        _COMMA_ETC, prose, template("“%(words)s”: 等 needs no 、 before it"), template("take the 、 out")
    )


def many_marks(prose: Prose) -> Iterator[Spot]:
    """More than three question or exclamation marks in a row (4.2, 4.3)."""
    return spots(
        _QUESTION,
        prose,
        template("“%(words)s”: three marks in a row are the most"),
        template("compare with print"),
    )


def unpaired(prose: Prose) -> Iterator[Spot]:
    """“”, （） or 《》 that open and do not close in a paragraph, or close and were not open.

    A quotation that opens anew in the next paragraph is as it should be, and so is one that goes on from one line of the
    headline stack to the next.
    """
    stack, rest = prose.text[: prose.stack_end].rstrip("\n"), prose.text[prose.stack_end :]
    one_paragraph = stack.replace("\n\n", "\n ")
    for start, text in ((0, one_paragraph), (prose.stack_end, rest)):
        for lone in lone_signs(text):
            message = say("“%(sign)s” has no partner", sign=lone.sign)
            hint = say("compare with print; what print left open may stay")
            yield Spot(start + lone.offset, start + lone.offset + 1, message, hint)


PROSE = (
    TextCheck("doubled-mark", Severity.WARNING, doubled_mark, ("，，", "、、", "；；", "：：", "。。")),
    TextCheck("marks-in-a-row", Severity.WARNING, marks_in_a_row),
    TextCheck("stop-twice", Severity.DOUBT, stop_twice, ("。”",)),
    TextCheck("begins-with-mark", Severity.DOUBT, begins_with_mark),
    TextCheck("cut-paragraph", Severity.DOUBT, cut_paragraph),
    TextCheck("quotes-in-quotes", Severity.DOUBT, quotes_in_quotes, ("“",)),
    TextCheck("titles-in-titles", Severity.DOUBT, titles_in_titles, ("《",)),
    TextCheck("comma-before-etc", Severity.DOUBT, comma_before_etc, ("、等",)),
    TextCheck(
        "many-marks", Severity.DOUBT, many_marks, ("！！", "？？", "！？", "？！", "!!", "??", "!?", "?!")
    ),
    TextCheck("unpaired", Severity.DOUBT, unpaired),
)
