"""Slugs: the names of sections, columns, authors and tags as parts of addresses.

Names stay as they are printed: readers can read `/sections/要闻/`, and nobody has to guess the romanisation of a
person's name. A character that an address cannot hold is replaced by its number, so that two names have two addresses.
docs/decisions/0003-unicode-slugs.md has the reasons.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from broadsheet.manuscript.place import is_device
from broadsheet.model.errors import PressError
from broadsheet.model.finding import Finding
from broadsheet.press.paper.conf import PREVIEW_SETTINGS

# Characters that a URL or a file name on Windows or macOS cannot hold, or that servers treat specially, and the sign
# that begins their numbers.
_UNSAFE = re.compile(r"[\x00-\x1f\x7f/\\?#%:*\"<>|~]|^\.|\.$")
_LIST_OF_NAMES = "index.html"  # the file of /tags/ itself, beside the folders of the tags
_MOST_BYTES = 200  # a file name holds 255 on every common system


class Written(NamedTuple):
    """The file in which a name is written, and the place in it, 0 where that is not known."""

    path: str
    line: int = 0
    column: int = 0


IN_SETTINGS = Written(PREVIEW_SETTINGS)


@lru_cache(maxsize=4096)
def normal_name(name: str) -> str:
    """Return `name` in the form in which names are compared: composed characters (Unicode NFC), single spaces."""
    return " ".join(unicodedata.normalize("NFC", name).split())


def normal_names(names: Iterable[str]) -> tuple[str, ...]:
    """Return the normal forms of `names`, each once, in their order, without blank ones."""
    return tuple(dict.fromkeys(name for n in names if (name := normal_name(n))))


def slug_of(name: str, overrides: Mapping[str, str]) -> str:
    """Return the slug of `name`: that in `overrides`, by normal name, else the name with unsafe characters as `~2F`."""
    name = normal_name(name)
    slug = _UNSAFE.sub(lambda match: _numbered(match[0]), name.replace(" ", "-"))
    is_taken = is_device(slug) or slug.casefold() == _LIST_OF_NAMES
    return overrides.get(name) or (_numbered(slug[0]) + slug[1:] if is_taken else slug)


def _numbered(char: str) -> str:
    return f"~{ord(char):02X}"


def check_slugs(
    kind: str, names: Iterable[tuple[str, Callable[[], Written]]], overrides: Mapping[str, str]
) -> None:
    """Raise PressError where a name has no usable slug, or two names have the same one.

    `kind` is the plural, such as `sections`. Each of `names` comes with a function that returns the path for the message.
    Slugs that differ only in case are the same: some file systems do not distinguish them.
    """
    findings = tuple(_slug_findings(kind, names, overrides))
    if findings:
        raise PressError(*findings)


def _slug_findings(
    kind: str, names: Iterable[tuple[str, Callable[[], Written]]], overrides: Mapping[str, str]
) -> Iterator[Finding]:
    hint = f"give it an address of its own in {kind.upper()} of {PREVIEW_SETTINGS}"
    owners: dict[str, str] = {}
    for name, where in names:
        slug = slug_of(name, overrides)
        if len(slug.encode()) > _MOST_BYTES:
            message = f"“{name}” cannot be made an address under /{kind}/"
            yield _finding("no-address", where(), message, hint)
            continue
        owner = owners.setdefault(slug.casefold(), name)
        if owner != name:
            message = f"“{owner}” and “{name}” both fall on /{kind}/{slug}/"
            yield _finding("address-collision", where(), message, hint)


def _finding(code: str, where: Written, message: str, hint: str) -> Finding:
    return Finding(code, where.path, message, hint, where.line, where.column)
