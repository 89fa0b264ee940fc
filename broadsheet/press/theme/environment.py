"""Jinja as a theme finds it: closed, in the paper's language, and the same whether Pelican is asked or not."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemBytecodeCache, StrictUndefined

from broadsheet.press.files.digest import digest
from broadsheet.press.files.paths import as_typed
from broadsheet.press.paper.message_catalogues import install
from broadsheet.press.theme import template_code
from broadsheet.press.theme.folder import COMPONENTS, TEMPLATES
from broadsheet.press.theme.loader import ThemeLoader
from broadsheet.press.theme.template_code import write_theme_code

CLOSED: Final[Mapping[str, object]] = {"autoescape": True, "undefined": StrictUndefined, "cache_size": -1}
"""Whatever the settings say, templates escape what they print, may not name what does not exist, and are kept all."""


def theme_environment(settings: Mapping[str, Any]) -> Environment:
    """Return Jinja for the theme of `settings`."""
    environment = Environment(**{**settings["JINJA_ENVIRONMENT"], **CLOSED})  # noqa: S701  CLOSED escapes
    dress(environment, settings, [str(Path(settings["THEME"], TEMPLATES))])
    return environment


def dress(environment: Environment, settings: Mapping[str, Any], folders: list[str]) -> None:
    """Have `environment` load templates from `folders` and the theme's components, with nothing of Pelican's.

    No template of another theme, no filter and no test that Pelican brings can be used.
    """
    theme = Path(settings["THEME"])
    environment.filters.pop("strftime", None)
    environment.tests.pop("plugin_enabled", None)
    environment.loader = ThemeLoader(
        [str(as_typed(folder)) for folder in [*folders, str(theme / COMPONENTS)]]
    )
    environment.bytecode_cache = _kept_templates(Path(settings["CACHE_PATH"]))
    write_theme_code(environment)
    install(environment, theme, settings["DEFAULT_LANG"])


def _kept_templates(cache: Path) -> FileSystemBytecodeCache:
    """Return where Jinja keeps compiled templates, each with the digest of its source; making them costs an edition.

    Templates that were compiled by other rules than today's lie in another folder.
    """
    folder = cache / "templates" / digest([Path(template_code.__file__).read_bytes()])
    folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder))
