"""What a line of letters tells of itself, by how it begins, how it ends and what face it is in."""

import msgspec

from broadsheet.lexicon.hyphens import HYPHENS
from broadsheet.lexicon.patterns import Lexicon

_CAPITALS_LEAST = 4  # characters
_SPACED_LEAST = 7


class Cues(msgspec.Struct, frozen=True):
    """What the words of a line tell.

    It begins small, with a figure, a dash or a quotation mark (`speech`), or as a `sentence` does and no headline; it ends
    in a stop or an abbreviation, a hyphen, a comma, a colon, or in the midst of a sentence (`open_end`); a bracket closes
    that did not open (`unopened`); it is a row of a `table`, all `capitals`, or set in s p a c e d letters.
    """

    small: bool
    figure: bool
    dash: bool
    stop: bool
    abbreviation: bool
    hyphen: bool
    comma: bool
    colon: bool
    open_end: bool
    unopened: bool
    table: bool
    capitals: bool
    speech: bool
    sentence: bool
    spaced: bool


def cues_of(text: str, lexicon: Lexicon) -> Cues:
    """Read the cues of a line of letters."""
    first = next((char for char in text if char.isalnum()), "")
    bare = text.rstrip("".join(lexicon.characters.after_terminal))
    last = bare[-1:] or text[-1]
    stop = last in lexicon.characters.terminal
    return Cues(
        small=first.islower() and not text[0].isdigit(),
        figure=first.isdigit(),
        dash=text[0] in "—–",
        stop=stop,
        abbreviation=stop and any(p.search(bare) for p in lexicon.words["abbreviation"]),
        hyphen=last in HYPHENS and bare[-2:-1].isalnum(),
        comma=last in ",;",
        colon=last == ":",
        open_end=any(p.search(bare) for p in lexicon.words["open_end"]),
        unopened=any(text.count(closing) > text.count(opening) for opening, closing in lexicon.brackets),
        speech=text[0] in '«„“"»',
        sentence=any(p.match(text) for p in lexicon.words["sentence"]),
        spaced=len(text) >= _SPACED_LEAST and text.count(" ") >= len(text) // 2 - 1,
        capitals=text.isupper() and len(text) >= _CAPITALS_LEAST,
        table=any(p.search(text) for p in lexicon.words["table_row"]),
    )
