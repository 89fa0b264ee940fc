"""The published files of a theme: a style sheet with its imports in place and without comments; other files as they are.

Each component has a style sheet of its own. A browser that followed the imports would wait for each in turn.
"""

import os
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import NamedTuple

from broadsheet.manuscript.files import read_utf8
from broadsheet.model.errors import PressError
from broadsheet.model.finding import Finding
from broadsheet.press.theme.folder import COMPONENTS, STATIC, is_sent, sent_as

# A text in quotes stays. White space beside these signs means nothing; elsewhere a part of it may, so one space is kept:
# a minifier that does not know `.a :is(b)` within `@container` (rcssmin 1.3) closes it up.
_CSS_PART = re.compile(
    r"""(?P<kept>"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*')|/\*.*?\*/|\s*(?P<sign>[{};])\s*|\s+""", re.DOTALL
)
_IMPORT = re.compile(r'^@import url\("(?P<name>[^":]+\.css)"\);$', re.MULTILINE)


class ThemeFile(NamedTuple):
    """A published file: its path on the site, its bytes, and the file of the theme that it comes from."""

    file: str
    data: bytes
    source: Path


def theme_files(theme: Path, left_out: Collection[str] = ()) -> Iterator[ThemeFile]:
    """Yield every file below `theme`/static, and each component's style sheets and scripts; hidden files are left out.

    `left_out` are components that the paper does not have: their files, and the style sheets named like them, are not
    yielded. Raises PressError for an import that cannot be followed, ManuscriptError for a style sheet that is not UTF-8.
    """
    files = {path: path.relative_to(theme / STATIC).as_posix() for path in _files_below(theme / STATIC)}
    files |= {path: sent_as(path.name) for path in _files_below(theme / COMPONENTS) if is_sent(path.name)}
    files = {path: file for path, file in files.items() if not {path.parent.name, path.stem} & set(left_out)}
    sheets = {path: read_utf8(path) for path in files if path.suffix == ".css"}
    for path, file in files.items():
        data = _bound(path, sheets).encode() if path in sheets else path.read_bytes()
        yield ThemeFile(f"theme/{file}", data, path)


def _files_below(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.is_file() and not path.name.startswith(".")]


def tight_css(text: str) -> str:
    """Return a style sheet without comments and without white space that has no meaning."""
    return _CSS_PART.sub(lambda part: part["kept"] or part["sign"] or " ", text).strip()


def _bound(path: Path, sheets: dict[Path, str]) -> str:
    """Return the style sheet at `path` with its imports in place, minified."""
    sheet = tight_css(_with_imports(path, sheets, ()))
    if "@import" in sheet:
        raise _error(path, 0, 'an import is a line `@import url("beside.css");`, without conditions')
    return sheet


def _with_imports(path: Path, sheets: dict[Path, str], importers: tuple[Path, ...]) -> str:
    def imported(match: re.Match[str]) -> str:
        named = Path(os.path.normpath(path.parent / match["name"]))
        line = sheets[path].count("\n", 0, match.start()) + 1
        if named not in sheets:
            raise _error(path, line, f"there is no style sheet {named}")
        if named in (path, *importers):
            raise _error(path, line, f"{named} imports this style sheet, so it cannot be imported here")
        return _with_imports(named, sheets, (*importers, path))

    return _IMPORT.sub(imported, sheets[path])


def _error(path: Path, line: int, message: str) -> PressError:
    return PressError(Finding(code="style-import", path=str(path), line=line, message=message))
