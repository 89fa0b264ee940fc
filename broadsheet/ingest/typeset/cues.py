"""Cues in a line of letters: how it begins, how it ends, and how it is set."""

import msgspec

from broadsheet.lexicon.hyphens import HYPHENS
from broadsheet.lexicon.patterns import Lexicon

_CAPITALS_LEAST = 4  # characters
_SPACED_LEAST = 7


class Cues(msgspec.Struct, frozen=True):
    """What the characters of a line show.

    Beginning: a lower-case letter (`small`), a `figure`, a `dash`, a quotation mark (`speech`), or words that begin a
    sentence and no headline (`sentence`).
    End: a full `stop`, an `abbreviation`, a `hyphen`, a `comma`, a `colon`, or a word that must be followed by another
    (`open_end`).
    Whole line: a bracket closes that the line did not open (`unopened`), a row of a `table`, all `capitals`, or letters
    that are s p a c e d.
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
    """Return the cues of `text`, one line of a page in letters."""
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
