"""Reading and writing thousands of small files. Paths are strings, since making a Path takes as long as writing a file."""

import os


def read(path: str) -> bytes:
    """Return the bytes of the file at `path`."""
    with open(path, "rb", buffering=0) as file:
        return file.read()


def holds(path: str, data: bytes) -> bool:
    """Whether the file at `path` exists and holds exactly `data`."""
    try:
        return os.stat(path).st_size == len(data) and read(path) == data
    except OSError:
        return False


def write(path: str, data: bytes) -> None:
    """Write `data` to `path` and make the folder first: nearly every page has a folder of its own."""
    _make_folder(os.path.dirname(path))
    with open(path, "wb") as file:
        file.write(data)


def move(path: str, target: str) -> None:
    """Rename the file or folder at `path` to `target`; a file at `target` is replaced."""
    os.replace(path, target)


def _make_folder(folder: str) -> None:
    try:
        os.mkdir(folder)
    except FileExistsError:
        return
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)
