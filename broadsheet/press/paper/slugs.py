"""A section's, column's, author's or tag's name → its part of an address.

Names stay in their own script: `/sections/要闻/` says what it is, and no romanisation of a person's name has to be
guessed. docs/decisions/0003-unicode-slugs.md has the reasons.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

from broadsheet.model.errors import PressError
from broadsheet.model.finding import Finding
from broadsheet.press.paper.conf import PREVIEW_SETTINGS

# What a URL, a Windows or a macOS file name cannot hold, or what a server would read as something else.
_UNSAFE = re.compile(r"[\s\x00-\x1f\x7f/\\?#%:*\"<>|&+;=@$,!'`^{}\[\]()~]+")
_MOST_BYTES = 200  # a file name holds 255 on every common system


@lru_cache(maxsize=4096)
def normal_name(name: str) -> str:
    """Return `name` as it is compared: composed characters (NFC), single spaces."""
    return " ".join(unicodedata.normalize("NFC", name).split())


def normal_names(names: Iterable[str]) -> tuple[str, ...]:
    """Return `names` as they are compared, each once, in their order; a blank one is none."""
    return tuple(dict.fromkeys(name for n in names if (name := normal_name(n))))


def slug_of(name: str, overrides: Mapping[str, str]) -> str:
    """Return the slug of `name`: the one that the settings give, or the name with unsafe characters replaced."""
    known = overrides.get(normal_name(name))
    return known or _UNSAFE.sub("-", normal_name(name)).strip("-.")


def check_slugs(
    kind: str, names: Iterable[tuple[str, Callable[[], str]]], overrides: Mapping[str, str]
) -> None:
    """Raise PressError where a name has no address or two names share one; `names` come with what finds a path for each.

    Addresses that differ only in case are the same one: on some disks they are one folder.
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
