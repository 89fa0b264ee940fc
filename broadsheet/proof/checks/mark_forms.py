"""Checks of the forms that marks have between hanzi, by GB/T 15834-2011: their width, ellipses, dashes, quotation marks."""

import re
from collections.abc import Iterator

from broadsheet.model.finding import Severity
from broadsheet.model.message import say, template
from broadsheet.proof.check import Spot, TextCheck
from broadsheet.proof.read.prose import HAN, Prose
from broadsheet.proof.spots import spots

_FULL = {",": "，", ";": "；", ":": "：", "?": "？", "!": "！", "(": "（", ")": "）"}
_CLOSING = "”’）》〉」』】"
_OPENING = "“‘（《〈「『【"
_BESIDE = f"{HAN}，。、；：？！{_CLOSING}{_OPENING}"
_HALF = re.compile(
    rf"(?<=[{HAN}{_CLOSING}])[,;:?!](?=[{HAN}{_OPENING}])|(?<=[{HAN}{_CLOSING}])[,;?!](?=\n|\Z)"
)
_HALF_BRACKETS = re.compile(
    rf"(?<=[{_BESIDE}])\((?P<words>[^()\n\0]*[{HAN}][^()\n\0]*)\)|(?<!\])\((?P<more>[{HAN}][^()\n\0]*)\)(?=[{_BESIDE}])"
)
_HALF_STOP = re.compile(rf"(?<=[{HAN}{_CLOSING}])[.．](?=\n|\Z|[{_OPENING}])")
_ELLIPSIS = re.compile(
    rf"(?:\.{{3,}}|。{{3,}}|·{{3,}}|…(?<!……)(?!…))(?:(?<=[{_BESIDE}].)|(?<=[{_BESIDE}]\.{{3}})|(?<=[{_BESIDE}]\.{{6}})|(?=[{HAN}]))"
)
_ELLIPSIS_STOP = re.compile(rf"……[。，、；]|[，、；]……(?=[{HAN}\n]|\Z)")
_ELLIPSIS_AND_SO_ON = re.compile(r"……等[等。，]|等……")
_DASH = re.compile(rf"(?<=[{_BESIDE}])--(?=[{_BESIDE}\d])|(?<=[\d])--(?=[{_BESIDE}])")
_STRAIGHT = re.compile(rf"(?<=[{_BESIDE}])[\"']|(?<!\d)[\"'](?=[{_BESIDE}])")
_SPACE = re.compile(
    rf"[ \u00a0]+(?:(?=[，。、；：？！）》])(?<=[{HAN}{_CLOSING}][ \u00a0])|(?=[{HAN}])(?<=[，。、；：？！（《][ \u00a0]))"
)
_DOT = re.compile(rf"(?<=[{HAN}])[•‧・∙⋅●](?=[{HAN}])")

_FULL_WIDTH = template("write it full width, between hanzi")


def half_width_mark(prose: Prose) -> Iterator[Spot]:
    """A half-width `,`, `;`, `:`, `?` or `!` between hanzi (5.1)."""
    return spots(
        _HALF, prose, template("“%(words)s” between hanzi is half-width"), _FULL_WIDTH, lambda m: _FULL[m[0]]
    )


def half_width_bracket(prose: Prose) -> Iterator[Spot]:
    """Half-width brackets around hanzi, beside hanzi (4.9)."""
    mend = lambda m: f"（{m['words'] or m['more']}）"  # noqa: E731  it is one line of a table
    return spots(
        _HALF_BRACKETS, prose, template("the brackets of “%(words)s” are half-width"), _FULL_WIDTH, mend
    )


def half_width_stop(prose: Prose) -> Iterator[Spot]:
    """A half-width `.` at the end of a sentence in hanzi (4.1)."""
    return spots(
        _HALF_STOP,
        prose,
        template("“%(words)s” ends a sentence in hanzi"),
        template("write 。"),
        lambda _: "。",
    )


def ellipsis(prose: Prose) -> Iterator[Spot]:
    """An ellipsis that is not ……: `...`, 。。。, or a single … (4.11)."""
    return spots(
        _ELLIPSIS,
        prose,
        template("“%(words)s” is no ellipsis of Chinese"),
        template("write ……"),
        lambda _: "……",
    )


def ellipsis_and_mark(prose: Prose) -> Iterator[Spot]:
    """An ellipsis beside a comma or a full stop, for which it stands (4.11)."""
    return spots(
        _ELLIPSIS_STOP,
        prose,
        template("“%(words)s”: the ellipsis needs no mark beside it"),
        template("leave …… alone"),
    )


def ellipsis_and_etc(prose: Prose) -> Iterator[Spot]:
    """An ellipsis together with 等, which says the same (4.11)."""
    return spots(
        _ELLIPSIS_AND_SO_ON,
        prose,
        template("“%(words)s” says twice that there are more"),
        template("leave one of the two"),
    )


def dash(prose: Prose) -> Iterator[Spot]:
    """A dash that is not ——: `--` (4.10)."""
    return spots(
        _DASH, prose, template("“%(words)s” is no dash of Chinese"), template("write ——"), lambda _: "——"
    )


def straight_quote(prose: Prose) -> Iterator[Spot]:
    """A straight quotation mark beside hanzi (4.8)."""
    return spots(
        _STRAIGHT,
        prose,
        template("%(words)s is no quotation mark of Chinese"),
        template("write “ or ”, ‘ or ’"),
    )


def space_beside_mark(prose: Prose) -> Iterator[Spot]:
    """A space between a full-width mark and hanzi: the mark has its own room (5.1)."""
    for match in _SPACE.finditer(prose.text, prose.body_start):
        message = say("a space stands beside a full-width mark")
        yield Spot(match.start(), match.end(), message, say("take the space out"))


def name_dot(prose: Prose) -> Iterator[Spot]:
    """A dot between the parts of a name that is not · (U+00B7) (4.14)."""
    return spots(
        _DOT, prose, template("“%(words)s” is not the dot of names"), template("write ·"), lambda _: "·"
    )


PROSE = (
    TextCheck("half-width-mark", Severity.WARNING, half_width_mark, tuple(",;:?!")),
    TextCheck("half-width-bracket", Severity.WARNING, half_width_bracket, ("(",)),
    TextCheck("half-width-stop", Severity.WARNING, half_width_stop, (".", "．")),
    TextCheck("ellipsis", Severity.WARNING, ellipsis, ("...", "。。", "…", "···")),
    TextCheck("ellipsis-and-mark", Severity.DOUBT, ellipsis_and_mark, ("……",)),
    TextCheck("ellipsis-and-etc", Severity.DOUBT, ellipsis_and_etc, ("……等", "等……")),
    TextCheck("dash", Severity.WARNING, dash, ("--",)),
    TextCheck("straight-quote", Severity.WARNING, straight_quote, tuple("\"'")),
    TextCheck("space-beside-mark", Severity.WARNING, space_beside_mark, (" ", "\u00a0")),
    TextCheck("name-dot", Severity.WARNING, name_dot, tuple("•‧・∙⋅●")),
)
