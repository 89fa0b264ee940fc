"""Paths as people type them."""

from pathlib import Path


def as_typed(path: str | Path) -> Path:
    """Return `path` as an operator would type it: from the working folder where it lies below it."""
    path = Path(path)
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
