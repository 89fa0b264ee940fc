"""Copyfit: how much room a text takes in its script, and how long it takes to read."""

from typing import NamedTuple


class Copyfit(NamedTuple):
    """The measures of texts in one script.

    `spaced` says whether spaces part words. `summary`, `lead`, `opening` and `stand_in` are the lengths, in characters, of a
    summary, of the openings of a page's lead and of its other stories, and of a stand-in for a missing headline; `cut` ends a text that was cut. `per_minute` is the pace of reading, in words where
    spaces part them, else in characters.
    """

    spaced: bool
    summary: int
    lead: int
    opening: int
    stand_in: int
    per_minute: int
    cut: str


HANZI = Copyfit(spaced=False, summary=90, lead=400, opening=240, stand_in=20, per_minute=400, cut="……")
# English is read at some 240 words a minute (M. Brysbaert, Journal of Memory and Language 109, 2019).
LETTERS = Copyfit(spaced=True, summary=220, lead=900, opening=540, stand_in=56, per_minute=240, cut="…")
