"""Settings that are nearly right: names with a slip in them, and texts with characters that no reader can see."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from itertools import chain
from pathlib import Path
from typing import Any

from broadsheet.model.characters import LOST, endless_turns, spelled, unseen
from broadsheet.model.finding import Finding
from broadsheet.press.paper.conf import SETTINGS_FILES, place_of_setting
from broadsheet.press.paper.slugs import normal_name

_NEAR = 0.8  # of 1: how much of two names is the same, for one to be a slip of the other


# A name with a small letter in it, at the beginning of a line, and its value.
_ASSIGNED = re.compile(r"^(?P<name>\w*[a-z]\w*)[ \t]*(?::[^=\n]*)?=(?!=)", re.MULTILINE)


def near_misses(settings: Collection[str], known: Sequence[str]) -> Iterator[Finding]:
    """Yield a finding for each name among `settings` that is nearly one of `known`, and would change nothing."""
    for name in settings:
        near = [] if name in known or not name.isupper() else get_close_matches(name, known, 1, _NEAR)
        if near:
            yield _finding(name, f"there is no setting {name}", f"did you mean `{near[0]}`?")
    for file in filter(Path.is_file, map(Path, SETTINGS_FILES)):
        yield from _in_small_letters(file, settings, known)


def _in_small_letters(file: Path, settings: Collection[str], known: Sequence[str]) -> Iterator[Finding]:
    """Yield a finding for each name in `file` that would be a setting in capitals, where the paper has no such setting."""
    for match in _ASSIGNED.finditer(file.read_text("utf-8", "replace")):
        name = match["name"]
        right = name.upper()
        if right in known and right not in settings:
            yield _finding(name, f"there is no setting {name}", f"did you mean `{right}`?")


def unseen_in_settings(settings: Mapping[str, Any]) -> Iterator[Finding]:
    """Yield a finding for each of `settings` whose text holds a character that no reader can see, or a lost one."""
    for name, value in settings.items():
        for text in _texts(value):
            lost = [(0, LOST)] if LOST in text else []
            for _, char in list(chain(unseen(text), endless_turns(text), lost))[:1]:
                yield _finding(name, f"{name} holds {spelled(char)}, which nobody can read", "take it out")


def spelled_twice(names: Iterable[str]) -> list[str]:
    """Return those of `names` that stand there in two spellings, such as é as one character and as two."""
    counts = Counter(map(normal_name, names))
    return [name for name, count in counts.items() if count > 1]


def _texts(value: object) -> Iterator[str]:
    """Yield each text in a setting: itself, or those of its list or its names and addresses."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        yield from chain.from_iterable(map(_texts, chain(value, value.values())))
    elif isinstance(value, (list, tuple)):
        yield from chain.from_iterable(map(_texts, value))


def _finding(name: str, message: str, hint: str) -> Finding:
    path, line = place_of_setting(name)
    return Finding("bad-setting", path, message, hint, line, 1 if line else 0)
