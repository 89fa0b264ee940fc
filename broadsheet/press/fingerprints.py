"""Fingerprints of what every page is made of besides manuscripts: settings, templates, our code, libraries.

They are read whole at each build: together they are some hundred small files, however large the archive is.
"""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from hashlib import blake2b
from importlib.machinery import PathFinder
from pathlib import Path
from typing import Any

from broadsheet.press.conf import OURSELVES
from broadsheet.press.quick_files import read

_PACKAGE = Path(__file__).parents[1]
# What a page depends on. Ingest and proof make no page, so a change to them leaves the site as it is.
_OUR_CODE = ("lexicon", "manuscript", "model", "press")


def digest(parts: Iterable[bytes | str]) -> str:
    """Return the digest of `parts`, each with its length, so that no two rows of parts run into one."""
    state = blake2b(digest_size=16)
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        state.update(len(data).to_bytes(8, "big"))
        state.update(data)
    return state.hexdigest()


def files_digest(files: Iterable[Path]) -> str:
    """Return the digest of the paths and the bytes of `files`, in the order of their paths."""
    return digest(part for file in sorted(files) for part in (file.as_posix(), file.read_bytes()))


def folder_digest(folder: Path, wanted: Callable[[str], bool] = lambda _name: True) -> str:
    """Return the digest of every file below `folder` whose name is `wanted`; a folder that is missing is empty.

    Hidden files, and what Python compiled, are left out.
    """
    files = sorted(
        f"{here}/{name}"
        for here, _, names in os.walk(folder)
        for name in names
        if _counts(name) and wanted(name)
    )
    begin = len(str(folder)) + 1
    return digest(part for file in files for part in (file[begin:], read(file)))


def _counts(name: str) -> bool:
    return not name.startswith(".") and not name.endswith(".pyc")


def code_digest() -> str:
    """Return the digest of our own code, wherever it is installed."""
    return digest(folder_digest(_PACKAGE / name) for name in _OUR_CODE)


def libraries_digest() -> str:
    """Return the digest of Python's version and of the names of all installed packages, which hold theirs."""
    folders = (Path(folder) for folder in sys.path if folder.endswith(("site-packages", "dist-packages")))
    names = (entry.name for folder in folders if folder.is_dir() for entry in folder.glob("*.dist-info"))
    return digest([sys.version, *sorted(names)])


def settings_digest(settings: Mapping[str, Any], files: Iterable[Path]) -> str:
    """Return the digest of settings, of the files that hold them (for their functions) and of plugins' code."""
    values = (f"{key}={_spelled(settings[key])}" for key in sorted(settings))
    return digest([*values, files_digest(files), files_digest(_plugin_files(settings))])


def _spelled(value: object) -> str:
    """Return a value as text that is the same in every process; a function is known by its name."""
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
    """Yield the sources of the operator's own plugins; those that are installed are known by their version."""
    folders = [".", *map(str, settings.get("PLUGIN_PATHS", ()))]
    for plugin in settings.get("PLUGINS") or ():
        name = plugin if isinstance(plugin, str) else plugin.__name__
        spec = PathFinder.find_spec(name.partition(".")[0], folders) if name != OURSELVES else None
        if spec and spec.submodule_search_locations:
            for folder in spec.submodule_search_locations:
                yield from Path(folder).rglob("*.py")
        elif spec and spec.origin:
            yield Path(spec.origin)
