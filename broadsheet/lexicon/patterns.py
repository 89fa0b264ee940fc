"""Load the lexicon of a script from its data files, once, and compile its patterns.

Hanzi have one file, `zh`. `latin` holds what all languages in Latin letters share, and lists these languages; each has a
file of its own. A page may use several (a gazette prints decrees in French and German), so all are loaded together.
"""

import re
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import msgspec

from broadsheet.lexicon.editors_notes import LABELS
from broadsheet.lexicon.pairs import Pairs, load_pairs
from broadsheet.model.script import Script

OF_SCRIPT = {Script.HAN: "zh", Script.LETTERS: "latin"}

Layer = dict[str, Any]  # the contents of a data file
Patterns = tuple[re.Pattern[str], ...]


class Characters(msgspec.Struct, frozen=True):
    """Punctuation by its behaviour in line breaking.

    `opening` marks end no line and `closing` marks begin none. `compressible` marks can be set half as wide. `terminal`
    marks end a sentence; `after_terminal` marks may follow them.
    """

    opening: frozenset[str]
    closing: frozenset[str]
    compressible: frozenset[str]
    terminal: frozenset[str]
    after_terminal: frozenset[str]

    def ends_sentence(self, text: str) -> bool:
        """Return whether `text` ends with the end of a sentence; closing quotation marks may follow it."""
        bare = text.rstrip("".join(self.after_terminal))
        return bool(bare) and bare[-1] in self.terminal


class LinePatterns(msgspec.Struct, frozen=True):
    """Patterns for a whole line. One of `sure` decides the role of the line, one of `hint` only suggests it.

    All patterns of a kind are alternatives of one pattern, since each line is matched with all of them; group n is the
    nth pattern of the data file.
    """

    sure: Patterns
    hint: Patterns


class Face(msgspec.Struct, frozen=True):
    """The widths of characters in print, in em, with a default for those that are not listed."""

    widths: dict[str, float]
    default: float

    def width(self, text: str) -> float:
        """Return the width of `text` in em, with spaces at their natural width."""
        return sum(self.widths.get(char, self.default) for char in text)


class Lexicon(msgspec.Struct, frozen=True):
    """The patterns of a script, by name: for whole lines, for the ends of lines, for their openings, for words anywhere.

    `brackets` holds pairs of an opening and a closing character, `face` the widths of letters, `pairs` the table of hanzi
    that follow each other.
    """

    lines: dict[str, LinePatterns]
    tails: dict[str, Patterns]
    openings: dict[str, Patterns]
    words: dict[str, Patterns]
    characters: Characters
    brackets: tuple[tuple[str, str], ...]
    face: Face
    pairs: Pairs

    def fits(self, text: str, *names: str) -> bool:
        """Return whether `text` as a whole is one of the words of these names."""
        return any(pattern.fullmatch(text) for name in names for pattern in self.words[name])

    def mentions(self, text: str, *names: str) -> bool:
        """Return whether one of the words of these names stands in `text`."""
        return any(pattern.search(text) for name in names for pattern in self.words[name])


_PART = re.compile(r"\{([a-z_]+)\}")


@cache
def load_lexicon(name: str) -> Lexicon:
    """Return the lexicon of the data file `name` (`zh`, `latin`) and of the languages that it lists, cached."""
    base = _read(name)
    layers = [base, *map(_read, base.get("languages", []))]
    parts = _parts(layers)
    lines = {
        role: LinePatterns(
            **{
                kind: _alternatives((_listed(layer["lines"], role, kind) for layer in layers), parts)
                for kind in ("sure", "hint")
            }
        )
        for role in base["lines"]
    }
    return Lexicon(
        lines=lines,
        tails=_table("tails", r"(?:%s)\Z", layers, parts),
        openings={
            name: _alternatives((_listed(layer, "openings", name) for layer in layers), parts)
            for name in layers[0]["openings"]
        },
        words=_table("words", "(?:%s)", layers, parts),
        characters=Characters(**{kind: frozenset(chars) for kind, chars in base["characters"].items()}),
        brackets=tuple((pair[0], pair[1]) for pair in base["brackets"]),
        face=_face(base.get("widths", {})),
        pairs=load_pairs(name),
    )


def _face(widths: Layer) -> Face:
    known = {char: width for width, chars in widths.get("classes", []) for char in chars}
    return Face(known, widths.get("default", 1.0))


def _read(name: str) -> Layer:
    return tomllib.loads(files(__package__).joinpath(f"{name}.toml").read_text("utf-8"))


def _parts(layers: Sequence[Layer]) -> dict[str, str]:
    """Return the pattern that `{name}` stands for: the alternatives of all languages under that name."""
    found: dict[str, list[str]] = {"note_label": [re.escape(label) for label in LABELS]}
    for layer in layers:
        for name, pattern in layer["parts"].items():
            found.setdefault(name, []).append(pattern)
    return {name: "|".join(patterns) for name, patterns in found.items()}


def _expand(pattern: str, parts: dict[str, str]) -> str:
    return _PART.sub(lambda match: f"(?:{_expand(parts[match[1]], parts)})", pattern)


def _listed(tables: dict[str, Any], *keys: str) -> list[str]:
    """Return the patterns under `keys`, or an empty list where a language has none."""
    found: Any = tables
    for key in keys:
        found = found.get(key, {})
    return list(found)


def _table(table: str, frame: str, layers: Sequence[Layer], parts: dict[str, str]) -> dict[str, Patterns]:
    """Return the patterns of `table` by name. The first layer has every name, in the order in which they are tried."""
    return {
        name: _compiled(frame, (_listed(layer, table, name) for layer in layers), parts)
        for name in layers[0][table]
    }


def _alternatives(listed: Iterable[list[str]], parts: dict[str, str]) -> Patterns:
    """Return all patterns of `listed` as one, each a group of its own, or nothing where there are none."""
    groups = [f"({_expand(pattern, parts)})" for patterns in listed for pattern in patterns]
    return (re.compile("|".join(groups)),) if groups else ()


def _compiled(frame: str, listed: Iterable[list[str]], parts: dict[str, str]) -> Patterns:
    return tuple(re.compile(frame % _expand(pattern, parts)) for patterns in listed for pattern in patterns)
