"""The Jinja environment of a theme: strict, in the paper's language, and the same with and without Pelican."""

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

from jinja2 import Environment, FileSystemBytecodeCache, StrictUndefined
from jinja2.bccache import Bucket

from broadsheet.press.files.digest import digest
from broadsheet.press.files.paths import as_typed
from broadsheet.press.paper.message_catalogues import install
from broadsheet.press.theme import template_code
from broadsheet.press.theme.folder import COMPONENTS, EPUB, TEMPLATES
from broadsheet.press.theme.loader import ThemeLoader
from broadsheet.press.theme.template_code import write_theme_code

CLOSED: Final[Mapping[str, object]] = {"autoescape": True, "undefined": StrictUndefined, "cache_size": -1}
"""Options that no setting changes: values are escaped, an undefined name is an error, every template stays loaded."""


def theme_environment(settings: Mapping[str, Any]) -> Environment:
    """Return the Jinja environment for the theme that `settings` name."""
    environment = Environment(**{**settings["JINJA_ENVIRONMENT"], **CLOSED})  # noqa: S701  CLOSED escapes
    dress(environment, settings, [str(Path(settings["THEME"], TEMPLATES))])
    return environment


def dress(environment: Environment, settings: Mapping[str, Any], folders: list[str]) -> None:
    """Set `environment` up for a theme: templates from `folders` and the theme's components, and words as gettext.

    Removes what Pelican adds, since a build without Pelican has none of it: the theme `simple`, a filter and a test.
    """
    theme = Path(settings["THEME"])
    environment.filters.pop("strftime", None)
    environment.tests.pop("plugin_enabled", None)
    environment.loader = ThemeLoader(
        [str(as_typed(folder)) for folder in [*folders, str(theme / COMPONENTS), str(theme / EPUB)]]
    )
    environment.bytecode_cache = _bytecode_cache(theme, Path(settings["CACHE_PATH"]))
    write_theme_code(environment)
    install(environment, theme, settings["DEFAULT_LANG"])


class _TemplateCache(FileSystemBytecodeCache):
    """A cache of compiled templates that keeps nothing where the disk takes no more."""

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the compiled template `bucket`."""
        with suppress(OSError):
            super().dump_bytecode(bucket)


def _bytecode_cache(theme: Path, cache: Path) -> FileSystemBytecodeCache:
    """Return the cache of compiled templates; compiling all takes longer than printing five editions.

    They lie in the theme's `__pycache__`, as Python's compiled code lies beside its source, so that a build of everything
    need not compile them. A theme that is a link out of the project, or cannot be written, has them in the build cache `cache`.
    Their folder is named after the digest of template_code.py, so templates that older code compiled are not used.
    """
    is_ours = theme.resolve().is_relative_to(Path.cwd()) and os.access(theme, os.W_OK)
    compiled = theme / "__pycache__" if is_ours else cache / "templates"
    folder = compiled / digest([Path(template_code.__file__).read_bytes()])
    folder.mkdir(parents=True, exist_ok=True)
    return _TemplateCache(str(folder))
