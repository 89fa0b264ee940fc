"""Extensions of Python-Markdown that plugins, or an operator, add to Pelican's setting MARKDOWN."""

from collections.abc import Mapping
from typing import Any

from pelican.settings import DEFAULT_CONFIG

from broadsheet.press.copy.body import Extras

_DEFAULTS: Mapping[str, Any] = DEFAULT_CONFIG
_PELICANS = frozenset(_DEFAULTS["MARKDOWN"]["extension_configs"])
"""What Pelican adds for its own reader; a manuscript has extensions of its own."""


def added_extensions(settings: Mapping[str, Any]) -> Extras:
    """Return what `settings["MARKDOWN"]` holds beyond Pelican's defaults.

    As in Pelican, the name of an extension stands in `extensions` or is a key of `extension_configs`.
    """
    markdown = settings["MARKDOWN"]
    configs = {
        name: config
        for name, config in markdown.get("extension_configs", {}).items()
        if name not in _PELICANS
    }
    named = (name for name in markdown.get("extensions", ()) if name not in _PELICANS)
    return Extras(tuple(dict.fromkeys((*named, *configs))), configs)
