"""Small files by the thousand: paths are strings here, since a Path takes as long to make as such a file to write."""

import os


def read(path: str) -> bytes:
    """Return what the file at `path` holds."""
    with open(path, "rb", buffering=0) as file:
        return file.read()


def holds(path: str, data: bytes) -> bool:
    """Whether there is a file at `path` and it holds `data`."""
    try:
        return os.stat(path).st_size == len(data) and read(path) == data
    except OSError:
        return False


def write(path: str, data: bytes) -> None:
    """Write `data` to `path`, making its folder first: nearly every page has one of its own."""
    _make_folder(os.path.dirname(path))
    with open(path, "wb") as file:
        file.write(data)


def move(path: str, target: str) -> None:
    """Give the file or the folder at `path` the name `target`; a file of that name goes."""
    os.replace(path, target)


def _make_folder(folder: str) -> None:
    try:
        os.mkdir(folder)
    except FileExistsError:
        return
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)
