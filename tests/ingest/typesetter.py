"""A small compositor: sets text in a column of a measure, so that tests can print pages of their own.

Widths are in em: a hanzi or full-width mark is 1, an ASCII character half. A closing mark that has no room takes the
character before it to the next line, or stays where the line's marks may be squeezed. Numbers are not broken.
"""

import re

OPENING = "“‘（《〈【"
CLOSING = "”’）》〉】、，。；：！？…%"
_TOKEN = re.compile(rf"[{OPENING}]*(?:[A-Za-z0-9][A-Za-z0-9.,]*|——|.)[{CLOSING}]*")


def width(text: str) -> float:
    return sum(0.5 if char < "\u2000" else 1.0 for char in text)


def squeezed(text: str) -> float:
    return width(text) - 0.5 * sum(char in OPENING + CLOSING for char in text if char >= "\u2000")


def set_paragraph(text: str, measure: float, *, indent: float = 2.0, squeeze: bool = False) -> list[str]:
    """Return the lines of one paragraph; the first is `indent` em short, as where print's indent was lost."""
    lines, line, room = [], "", measure - indent
    for token in _TOKEN.findall(text):
        fits = width(line + token) <= room or (
            squeeze and token[-1] in CLOSING and squeezed(line + token) <= room
        )
        if line and not fits:
            lines.append(line)
            line, room = "", measure
        line += token
    return [*lines, line]


def set_page(paragraphs: list[str], measure: float, *, indent: float = 2.0) -> str:
    """Return a raw page that holds nothing but `paragraphs`, one raw line a printed line."""
    return "".join(f"{line}\n" for text in paragraphs for line in set_paragraph(text, measure, indent=indent))
