"""Copyfit: how much room and time a text takes in its script."""

from typing import NamedTuple


class Copyfit(NamedTuple):
    """How much room words take in a language's script: lengths for lists, in characters, and the pace of reading.

    `per_minute` counts what `length` counts: characters, or words where spaces part them.
    """

    spaced: bool
    summary: int
    stand_in: int
    per_minute: int
    cut: str


HANZI = Copyfit(spaced=False, summary=90, stand_in=20, per_minute=400, cut="……")
# English is read at some 240 words a minute (M. Brysbaert, Journal of Memory and Language 109, 2019).
LETTERS = Copyfit(spaced=True, summary=220, stand_in=56, per_minute=240, cut="…")
