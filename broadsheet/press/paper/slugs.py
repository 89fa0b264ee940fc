"""Slugs: the names of sections, columns, authors and tags as parts of addresses.

Names stay in their own script: readers can read `/sections/要闻/`, and nobody has to guess the romanisation of a
person's name. docs/decisions/0003-unicode-slugs.md has the reasons.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

from broadsheet.model.errors import PressError
from broadsheet.model.finding import Finding
from broadsheet.press.paper.conf import PREVIEW_SETTINGS

# Characters that a URL or a file name on Windows or macOS cannot hold, or that servers treat specially.
_UNSAFE = re.compile(r"[\s\x00-\x1f\x7f/\\?#%:*\"<>|&+;=@$,!'`^{}\[\]()~]+")
_MOST_BYTES = 200  # a file name holds 255 on every common system


@lru_cache(maxsize=4096)
def normal_name(name: str) -> str:
    """Return `name` in the form in which names are compared: composed characters (Unicode NFC), single spaces."""
    return " ".join(unicodedata.normalize("NFC", name).split())


def normal_names(names: Iterable[str]) -> tuple[str, ...]:
    """Return the normal forms of `names`, each once, in their order, without blank ones."""
    return tuple(dict.fromkeys(name for n in names if (name := normal_name(n))))


def slug_of(name: str, overrides: Mapping[str, str]) -> str:
    """Return the slug of `name`: that in `overrides`, by normal name, else the name with unsafe characters replaced by -.

    It is "" where the name has only unsafe characters.
    """
    known = overrides.get(normal_name(name))
    return known or _UNSAFE.sub("-", normal_name(name)).strip("-.")


def check_slugs(
    kind: str, names: Iterable[tuple[str, Callable[[], str]]], overrides: Mapping[str, str]
) -> None:
    """Raise PressError where a name has no usable slug, or two names have the same one.

    `kind` is the plural, such as `sections`. Each of `names` comes with a function that returns the path for the message.
    Slugs that differ only in case are the same: some file systems do not distinguish them.
    """
    findings = tuple(_slug_findings(kind, names, overrides))
    if findings:
        raise PressError(*findings)


def _slug_findings(
    kind: str, names: Iterable[tuple[str, Callable[[], str]]], overrides: Mapping[str, str]
) -> Iterator[Finding]:
    hint = f"give it an address of its own in {kind.upper()} of {PREVIEW_SETTINGS}"
    owners: dict[str, str] = {}
    for name, path in names:
        slug = slug_of(name, overrides)
        if not slug or len(slug.encode()) > _MOST_BYTES:
            yield Finding(
                code="no-address",
                path=path(),
                message=f"“{name}” cannot be made an address under /{kind}/",
                hint=hint,
            )
            continue
        owner = owners.setdefault(slug.casefold(), name)
        if owner != name:
            message = f"“{owner}” and “{name}” both fall on /{kind}/{slug}/"
            yield Finding(code="address-collision", path=path(), message=message, hint=hint)
