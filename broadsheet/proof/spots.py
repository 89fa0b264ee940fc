"""Spots by a pattern: what most checks of a text do."""

import re
from collections.abc import Callable, Iterator

from broadsheet.model.message import Message
from broadsheet.proof.check import Spot
from broadsheet.proof.read.prose import Prose

Mend = Callable[[re.Match[str]], str]


def spots(
    pattern: re.Pattern[str], prose: Prose, message: str, hint: str, mend: Mend | None = None
) -> Iterator[Spot]:
    """Yield a spot for each match of `pattern`; `%(words)s` in the templates `message` and `hint` are the words that match.

    `mend` returns what may stand there instead without another meaning.
    """
    for match in pattern.finditer(prose.text):
        facts = {"words": match[0]}
        yield Spot(
            match.start(),
            match.end(),
            Message(message, facts),
            Message(hint, facts),
            mend(match) if mend else None,
        )
