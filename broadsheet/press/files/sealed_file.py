"""Bytes kept in .cache/ with a seal, so that a file that is damaged or half written is known for one."""

import os
from hashlib import blake2b
from pathlib import Path

from broadsheet.press.files.quick_files import move

_SEAL = 16


def read_sealed(path: Path) -> bytes | None:
    """Return what was kept at `path`, or None where it is not there whole."""
    data = path.read_bytes() if path.is_file() else b""
    return data[_SEAL:] if data[:_SEAL] == _seal(data[_SEAL:]) else None


def keep_sealed(data: bytes, path: Path) -> None:
    """Keep `data` at `path` in one stroke: another process may keep the same."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(f".{os.getpid()}")
    draft.write_bytes(_seal(data) + data)
    move(str(draft), str(path))


def _seal(data: bytes) -> bytes:
    return blake2b(data, digest_size=_SEAL).digest()
