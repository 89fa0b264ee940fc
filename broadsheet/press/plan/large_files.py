"""Refusing texts of more bytes than the settings allow, and other files that no page could show, before anything reads them."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from broadsheet.model.errors import PressError, raise_if_any
from broadsheet.model.finding import Finding
from broadsheet.model.limits import LIMITS, Limits, huge, too_large
from broadsheet.press.paper.conf import LIMIT_SETTINGS
from broadsheet.press.plan.survey import Stat


def limits_of(settings: Mapping[str, Any]) -> Limits:
    """Return the limits in `settings`, with the defaults for those that are not set."""
    return Limits(*map(settings.get, LIMIT_SETTINGS, LIMITS))


def refuse_large(stats: Iterable[Stat], content: Path, limits: Limits) -> None:
    """Raise PressError for each file of `stats`, paths below `content`, that is too large.

    Texts may have the bytes of `limits`, other files those of a picture.
    """
    raise_if_any(PressError, _large(stats, content, limits))


def _large(stats: Iterable[Stat], content: Path, limits: Limits) -> Iterator[Finding]:
    for path, size, _ in stats:
        is_facts = path.endswith(("/edition.yaml", "/page.yaml"))
        most = limits.edition if is_facts else limits.manuscript
        if is_facts or path.endswith(".md"):
            if size > most:
                yield too_large(content / path, size, most)
        elif finding := huge(content / path, size):
            yield finding
