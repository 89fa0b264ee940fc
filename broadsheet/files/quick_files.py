"""Reading and writing thousands of small files. Paths are strings, since making a Path takes as long as writing a file.

The system names no path where writing or flushing fails, only where opening does; so its error is raised again with one.
"""

import errno
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
    """Write `data` to `path` and make the folder first: nearly every page has a folder of its own.

    Raises OSError that names `path`, also where the disk is full.
    """
    _make_folder(os.path.dirname(path))
    try:
        with open(path, "wb") as file:
            file.write(data)
    except OSError as error:
        raise OSError(error.errno, error.strerror, path) from error


def flush(path: str) -> None:
    """Wait until the file or folder at `path` is on the disk. Raises OSError that names `path`."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        raise OSError(error.errno, error.strerror, path) from error
    finally:
        os.close(handle)


def move(path: str, target: str) -> None:
    """Rename the file or folder at `path` to `target`; a file at `target` is replaced.

    A file is copied where `target` is on another file system, and replaces the old one when it is on the disk.
    """
    try:
        os.replace(path, target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        draft = os.path.join(os.path.dirname(target), f".{os.path.basename(target)}.new")
        write(draft, read(path))
        flush(draft)
        os.replace(draft, target)
        os.unlink(path)


def _make_folder(folder: str) -> None:
    try:
        os.mkdir(folder)
    except FileExistsError:
        return
    except FileNotFoundError:
        os.makedirs(folder, exist_ok=True)
