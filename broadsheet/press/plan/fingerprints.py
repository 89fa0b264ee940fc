"""Digests of the settings and of our code, on which every page depends.

Each build reads these files whole: they are some hundred small ones, however large the archive is.
"""

from collections.abc import Iterable, Iterator, Mapping
from importlib.machinery import PathFinder
from pathlib import Path
from typing import Any

from broadsheet.press.files.digest import digest, files_digest, folder_digest
from broadsheet.press.paper.conf import OURSELVES

_PACKAGE = Path(__file__).parents[2]
# The packages that pages depend on. Ingest and proof make no page, so changing them need not rebuild the site.
_OUR_CODE = ("files", "lexicon", "manuscript", "model", "press")


def code_digest() -> str:
    """Return the digest of the code of this package that makes pages."""
    return digest(folder_digest(_PACKAGE / name) for name in _OUR_CODE)


def settings_digest(settings: Mapping[str, Any], files: Iterable[Path]) -> str:
    """Return the digest of `settings`, of the code of the plugins that they name, and of `files`, which hold the settings.

    The files count since a setting may be a function, whose code the value does not show.
    """
    values = (f"{key}={_spelled(settings[key])}" for key in sorted(settings))
    return digest([*values, files_digest(files), files_digest(_plugin_files(settings))])


def _spelled(value: object) -> str:
    """Return a value as text that is the same in every process; a function becomes its qualified name."""
    if isinstance(value, Mapping):
        items = sorted((str(key), _spelled(item)) for key, item in value.items())
        return f"{{{','.join(f'{key}:{item}' for key, item in items)}}}"
    if isinstance(value, (list, tuple)):
        return f"[{','.join(map(_spelled, value))}]"
    if isinstance(value, (set, frozenset)):
        return f"<{','.join(sorted(map(_spelled, value)))}>"
    if value is None or isinstance(value, (str, int, float, bytes, Path)):
        return repr(value)
    kind = type(value)
    name = getattr(value, "__qualname__", getattr(value, "__name__", ""))
    return f"{kind.__module__}.{kind.__qualname__}:{getattr(value, '__module__', '')}.{name}"


def _plugin_files(settings: Mapping[str, Any]) -> Iterator[Path]:
    """Yield the source files of plugins in the project; `libraries_digest` has the versions of installed ones."""
    folders = [".", *map(str, settings.get("PLUGIN_PATHS", ()))]
    for plugin in settings.get("PLUGINS") or ():
        name = plugin if isinstance(plugin, str) else plugin.__name__
        spec = PathFinder.find_spec(name.partition(".")[0], folders) if name != OURSELVES else None
        if spec and spec.submodule_search_locations:
            for folder in spec.submodule_search_locations:
                yield from Path(folder).rglob("*.py")
        elif spec and spec.origin:
            yield Path(spec.origin)
