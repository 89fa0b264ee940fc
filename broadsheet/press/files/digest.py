"""Digests of bytes, files, folders and installed libraries: equal digests mean equal contents."""

import os
import sys
from collections.abc import Callable, Iterable
from hashlib import blake2b
from pathlib import Path

from broadsheet.files.quick_files import read
from broadsheet.model.errors import PressError, raise_if_any
from broadsheet.model.limits import huge


def digest(parts: Iterable[bytes | str]) -> str:
    """Return the BLAKE2b digest of `parts` in hexadecimal.

    The length of each part counts too, so that ("ab", "c") and ("a", "bc") differ.
    """
    state = blake2b(digest_size=16)
    for part in parts:
        data = part.encode() if isinstance(part, str) else part
        state.update(len(data).to_bytes(8, "big"))
        state.update(data)
    return state.hexdigest()


def files_digest(files: Iterable[Path]) -> str:
    """Return the digest of the paths and bytes of `files`; their order does not matter.

    Raises PressError for a file that is too large to read.
    """
    paths = sorted(files)
    _refuse_huge(paths)
    return digest(part for file in paths for part in (file.as_posix(), file.read_bytes()))


def folder_digest(folder: Path, wanted: Callable[[str], bool] = lambda _name: True) -> str:
    """Return the digest of every file below `folder` whose name is `wanted`; a folder that is missing is empty.

    Hidden files and Python's compiled files (.pyc) are left out. Raises PressError for a file that is too large to read.
    """
    files = sorted(
        f"{here}/{name}"
        for here, _, names in os.walk(folder)
        for name in names
        if _counts(name) and wanted(name)
    )
    _refuse_huge(map(Path, files))
    begin = len(str(folder)) + 1
    return digest(part for file in files for part in (file[begin:], read(file)))


def _refuse_huge(files: Iterable[Path]) -> None:
    raise_if_any(PressError, filter(None, (huge(path, path.stat().st_size) for path in files)))


def _counts(name: str) -> bool:
    return not name.startswith(".") and not name.endswith(".pyc")


def libraries_digest() -> str:
    """Return the digest of Python's version and of the name and version of every installed package."""
    folders = (Path(folder) for folder in sys.path if folder.endswith(("site-packages", "dist-packages")))
    names = (entry.name for folder in folders if folder.is_dir() for entry in folder.glob("*.dist-info"))
    return digest([sys.version, *sorted(names)])
