"""Goldens: what is read from a page, in a file of its own or below the page; `--rewrite-goldens` makes them anew."""

from collections.abc import Callable
from pathlib import Path

BAR = "-" * 40 + "\n"


def compare(golden: Path, made: str, *, rewrites: bool) -> None:
    """Check that `made` is what the file `golden` holds."""
    if rewrites:
        golden.write_text(made, encoding="utf-8")
    assert made == golden.read_text(encoding="utf-8")


def check(path: Path, read: Callable[[str], str], *, rewrites: bool) -> None:
    """Check that `read` makes of the part of the file at `path` above a line of dashes what stands below it."""
    page, _, _ = path.read_text(encoding="utf-8").partition(BAR)
    compare(path, page + BAR + read(page), rewrites=rewrites)
