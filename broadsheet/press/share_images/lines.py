"""Breaking a headline into lines for a share image.

Line breaks of the editor are kept. No line begins with a closing mark or ends with an opening one (避头尾).
"""

import re
from collections.abc import Callable, Iterator

Width = Callable[[str], float]

_OPENING = "“‘（《〈【「『〔〖"
_CLOSING = "”’）》〉】」』〕〗，。、；：！？…—·%％"
# What is not divided: a word in letters, a number or a hanzi, each with its opening and closing marks.
_PIECE = re.compile(rf"[{_OPENING}]*(?:[A-Za-z0-9]+(?:[.,:'’-][A-Za-z0-9]+)*|.)?[{_CLOSING}]*")


def lines_of(lines: tuple[str, ...], room: float, width: Width) -> list[str]:
    """Return `lines`, each broken where it is wider than `room` pixels: at spaces, else between characters.

    `width` returns the width of a text in pixels.
    """
    return [broken for line in lines for broken in _broken(line, room, width)]


def _broken(line: str, room: float, width: Width) -> Iterator[str]:
    current = ""
    for phrase in line.split(" "):
        joined = f"{current} {phrase}" if current else phrase
        if width(joined) <= room:
            current = joined
            continue
        if current:
            yield current
        *full, current = _cut(phrase, room, width)
        yield from full
    if current:
        yield current


def _cut(phrase: str, room: float, width: Width) -> list[str]:
    cut = [""]
    for piece in _PIECE.findall(phrase):
        if cut[-1] and width(cut[-1] + piece) > room:
            cut.append("")
        cut[-1] += piece
    return cut
