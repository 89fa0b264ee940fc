"""Whether a build needs Pelican: `pelican content -s pelicanconf.py` is the definition of the site.

`inv build` makes the same site with the same code, and leaves out the import of Pelican where no plugin and no setting
needs it: the import takes longer than an edition. `inv build --check` and CI compare the two byte for byte.
"""

import sys
from collections.abc import Mapping
from importlib import import_module
from typing import Any

import msgspec

from broadsheet.press.paper.conf import FOLDER_SETTINGS, OURSELVES, TARGET
from broadsheet.press.paper.settings import Paper

_OTHER_DEFAULTS = {
    "SITENAME",
    "DEFAULT_LANG",
}  # where they are missing, Pelican's defaults are not the press's


def needs_pelican(settings: Mapping[str, Any]) -> bool:
    """Return whether anything in `settings` could make a difference that only Pelican knows.

    It could not where each setting is the paper's or has the engine's value, and the press is the only plugin.
    """
    engine = vars(import_module(f"{OURSELVES}.engine"))
    fixed = {name: engine[name] for name in engine["__all__"]} | {"PLUGINS": [OURSELVES]}
    paper = {field.name.upper() for field in msgspec.structs.fields(Paper)}
    return (
        not settings.keys() <= fixed.keys() | paper | {*FOLDER_SETTINGS, TARGET}
        or any(settings.get(name) != value for name, value in fixed.items())
        or not settings.keys() >= _OTHER_DEFAULTS
        or _is_listened_to()
    )


def _is_listened_to() -> bool:
    """Return whether the settings, or the program that calls the press, connected a function to Pelican's signals."""
    if "pelican" not in sys.modules:
        return False
    from broadsheet.press.pelican.listeners import has_listeners  # noqa: PLC0415  lazy: imports pelican

    return has_listeners()
