"""Characters that no reader can see, or that make a reader see other words than a file holds."""

import re
from collections.abc import Iterator
from unicodedata import category

LOST = "\ufffd"
"""What programs put in the place of a character that they could not read."""

TURNS = {"\u202a": "\u202c", "\u202b": "\u202c", "\u2066": "\u2069", "\u2067": "\u2069", "\u2068": "\u2069"}
"""What turns the direction of text, and what ends the turn (UAX 9, 2)."""

# Controls but for the tab and the line feed, overrides of direction, surrogates, noncharacters (Unicode, 23.7): compiled
# by `re` where it is first asked, for few texts hold any.
_PLANES = range(0, 0x110000, 0x10000)
_NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane + last) for plane in _PLANES for last in (0xFFFE, 0xFFFF)
)
_UNSEEN = f"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202d\u202e\ud800-\udfff{_NONCHARACTERS}]"


def unseen(text: str) -> Iterator[tuple[int, str]]:
    """Yield each character of `text` that no reader can see, with its place."""
    return ((match.start(), match[0]) for match in re.finditer(_UNSEEN, text))


def is_visible(line: str) -> bool:
    """Whether a reader can see every character of `line`, or the room that it takes."""
    return line.replace("\u3000", " ").isprintable()


def endless_turns(paragraph: str) -> Iterator[tuple[int, str]]:
    """Yield the first turn of direction in `paragraph` that has no end in it, with its place, if there is one."""
    waiting: list[tuple[int, str]] = []
    for sign in re.finditer("[\u202a-\u202c\u2066-\u2069]", paragraph):
        if sign[0] in TURNS:
            waiting.append((sign.start(), sign[0]))
        elif waiting and TURNS[waiting[-1][1]] == sign[0]:
            waiting.pop()
    yield from waiting[:1]


def spelled(char: str) -> str:
    """Return how Unicode writes the number of a character: `U+202E`."""
    return f"U+{ord(char):04X}"


def visible(text: str) -> str:
    """Return `text` with each character that no reader can see, as terminals obey some, as its number: `a⟨U+001B⟩[2J`."""
    return re.sub(_UNSEEN, lambda match: f"⟨{spelled(match[0])}⟩", text)


def shown(name: str) -> str:
    """Return `name` with each character that leaves no mark as its number: `a⟨U+202E⟩b`."""
    if name.isprintable():
        return name
    return "".join(f"⟨{spelled(char)}⟩" if category(char)[0] == "C" else char for char in name)
