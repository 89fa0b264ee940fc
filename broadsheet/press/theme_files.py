"""The theme's static files as they go out: style sheets without remarks and indents, all else as it is."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

# A text in quotes stays. White space beside these signs means nothing; elsewhere a part of it may, so one space is kept.
_CSS_PART = re.compile(
    r"""(?P<kept>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|/\*.*?\*/|\s*(?P<sign>[{};])\s*|\s+""", re.DOTALL
)


class ThemeFile(NamedTuple):
    """A file of the site, its bytes, and the file of the theme that it is made of."""

    file: str
    data: bytes
    source: Path


def theme_files(static: Path) -> Iterator[ThemeFile]:
    """Yield what lies below `static`, in the order of the paths; hidden files are left out."""
    for path in sorted(static.rglob("*")):
        if path.is_file() and not path.name.startswith("."):
            yield ThemeFile(f"theme/{path.relative_to(static).as_posix()}", _bytes(path), path)


def _bytes(path: Path) -> bytes:
    """Return what a reader's browser gets: a third of a style sheet is for those who edit it."""
    if path.suffix != ".css":
        return path.read_bytes()
    return tight_css(path.read_text(encoding="utf-8")).encode()


def tight_css(text: str) -> str:
    """Return a style sheet that says the same in fewer characters."""
    return _CSS_PART.sub(lambda part: part["kept"] or part["sign"] or " ", text).strip()
