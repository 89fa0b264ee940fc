"""A language's lexicon, read once from its data file and compiled."""

import re
import tomllib
from functools import cache
from importlib.resources import files

import msgspec

from broadsheet.lexicon.editors_notes import LABELS
from broadsheet.lexicon.pairs import Pairs, load_pairs

Patterns = tuple[re.Pattern[str], ...]


class Characters(msgspec.Struct, frozen=True):
    """Characters by what they do at the end of a line; `compressible` ones may lose half their width."""

    opening: frozenset[str]
    closing: frozenset[str]
    compressible: frozenset[str]
    terminal: frozenset[str]
    after_terminal: frozenset[str]


class LinePatterns(msgspec.Struct, frozen=True):
    """Patterns for a whole line: `sure` ones decide its role, `hint` ones offer it."""

    sure: Patterns
    hint: Patterns


class Lexicon(msgspec.Struct, frozen=True):
    """Patterns by name: for a whole line, for a line's tail, for its opening, and for words anywhere."""

    lines: dict[str, LinePatterns]
    tails: dict[str, Patterns]
    openings: dict[str, Patterns]
    words: dict[str, Patterns]
    characters: Characters
    pairs: Pairs


@cache
def load_lexicon(language: str) -> Lexicon:
    """Return the lexicon of `language` (a data file's name, such as `zh`)."""
    data = tomllib.loads(files(__package__).joinpath(f"{language}.toml").read_text("utf-8"))
    parts = {"note_label": "|".join(LABELS)}
    for name, pattern in data["parts"].items():
        parts[name] = _expand(pattern, parts)
    return Lexicon(
        lines={
            role: LinePatterns(**_compiled(table, parts, "(?:%s)")) for role, table in data["lines"].items()
        },
        tails=_compiled(data["tails"], parts, r"(?:%s)\Z"),
        openings=_compiled(data["openings"], parts, "(?:%s)"),
        words=_compiled(data["words"], parts, "(?:%s)"),
        characters=Characters(**{name: frozenset(chars) for name, chars in data["characters"].items()}),
        pairs=load_pairs(language),
    )


def _expand(pattern: str, parts: dict[str, str]) -> str:
    for name, part in parts.items():
        pattern = pattern.replace(f"{{{name}}}", part)
    return pattern


def _compiled(table: dict[str, list[str]], parts: dict[str, str], frame: str) -> dict[str, Patterns]:
    return {
        role: tuple(re.compile(frame % _expand(pattern, parts)) for pattern in patterns)
        for role, patterns in table.items()
    }
