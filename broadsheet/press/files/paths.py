"""Paths in messages."""

from pathlib import Path


def as_typed(path: str | Path) -> Path:
    """Return `path` relative to the working folder, or unchanged where it lies outside of it."""
    path = Path(path)
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
