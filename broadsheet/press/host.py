"""Who runs the press: Pelican, or where nothing of Pelican's is asked for, nobody.

Where no setting and no plugin could tell the difference, a site goes straight through the press room: loading Pelican
takes longer than printing an edition. `inv build --check` and the `pelican` command always ask Pelican.
"""

import sys
from collections.abc import Mapping
from importlib import import_module
from typing import Any

import msgspec

from broadsheet.press.paper.conf import OURSELVES, PLACES
from broadsheet.press.paper.settings import Paper

_FILLED_IN = {"SITENAME", "DEFAULT_LANG"}  # by Pelican, and not as the press would


def asks_pelican(settings: Mapping[str, Any]) -> bool:
    """Whether `settings` ask for anything that the press room does not do itself."""
    engine = vars(import_module(f"{OURSELVES}.engine"))
    fixed = {name: engine[name] for name in engine["__all__"]} | {"PLUGINS": [OURSELVES]}
    paper = {field.name.upper() for field in msgspec.structs.fields(Paper)}
    return (
        not settings.keys() <= fixed.keys() | paper | set(PLACES)
        or any(settings.get(name) != value for name, value in fixed.items())
        or not settings.keys() >= _FILLED_IN
        or _is_listened_to()
    )


def _is_listened_to() -> bool:
    """Whether the settings themselves, or a program that builds a site, connected something to Pelican's signals."""
    if "pelican" not in sys.modules:
        return False
    from broadsheet.press.pelican.listeners import has_listeners  # noqa: PLC0415  lazy: imports pelican

    return has_listeners()
