"""Cache files that begin with the digest of their bytes, which shows a damaged or half-written file."""

import os
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

from broadsheet.files.quick_files import move, write

_SEAL = 16


def read_sealed(path: Path) -> bytes | None:
    """Return the bytes that `keep_sealed` wrote to `path`, or None for a missing or damaged file."""
    try:
        data = path.read_bytes() if path.is_file() else b""
    except MemoryError:  # a damaged entry may claim any size
        return None
    return data[_SEAL:] if data[:_SEAL] == _seal(data[_SEAL:]) else None


def keep_sealed(data: bytes, path: Path) -> None:
    """Write `data` to `path` with its digest, atomically, since another process may write the same file.

    Where the disk takes no more, nothing is kept: what a cache lacks is made again.
    """
    draft = path.with_suffix(f".{os.getpid()}")
    try:
        write(str(draft), _seal(data) + data)
        move(str(draft), str(path))
    except OSError:
        with suppress(OSError):
            draft.unlink()


def _seal(data: bytes) -> bytes:
    return blake2b(data, digest_size=_SEAL).digest()
