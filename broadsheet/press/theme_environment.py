"""Jinja as a theme finds it: closed, in the paper's language, and the same whether Pelican is asked or not."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemBytecodeCache, StrictUndefined

from broadsheet.press.languages import install
from broadsheet.press.theme_loader import ThemeLoader

CLOSED: Final[Mapping[str, object]] = {"autoescape": True, "undefined": StrictUndefined}
"""Whatever the settings say, templates escape what they print and may not name what does not exist."""


def theme_environment(settings: Mapping[str, Any]) -> Environment:
    """Return Jinja for the theme of `settings`."""
    environment = Environment(**{**settings["JINJA_ENVIRONMENT"], **CLOSED})  # noqa: S701  CLOSED escapes
    dress(environment, settings, [str(Path(settings["THEME"], "templates"))])
    return environment


def dress(environment: Environment, settings: Mapping[str, Any], folders: list[str]) -> None:
    """Have `environment` load the theme's templates from `folders`, with nothing of Pelican's: no theme, filter or test."""
    environment.filters.pop("strftime", None)
    environment.tests.pop("plugin_enabled", None)
    environment.loader = ThemeLoader(folders)
    environment.bytecode_cache = _kept_templates(Path(settings["CACHE_PATH"]))
    install(environment, Path(settings["THEME"]), settings["DEFAULT_LANG"])


def _kept_templates(cache: Path) -> FileSystemBytecodeCache:
    """Return where Jinja keeps compiled templates, each with the digest of its source; making them costs an edition."""
    folder = cache / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    return FileSystemBytecodeCache(str(folder))
