"""Reading the settings in `pelicanconf.py` or `publishconf.py`, without Pelican."""

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from itertools import starmap
from pathlib import Path
from types import ModuleType
from typing import Any

from broadsheet.model.characters import is_visible
from broadsheet.model.errors import PressError, raise_if_any
from broadsheet.model.finding import Finding
from broadsheet.press.paper.folders import misplaced_folders

PREVIEW_SETTINGS = "pelicanconf.py"
PUBLISH_SETTINGS = "publishconf.py"
SETTINGS_FILES = (PREVIEW_SETTINGS, PUBLISH_SETTINGS)
"""The settings files, from the project's folder."""
OURSELVES = "broadsheet.press"
"""The name of the press in PLUGINS."""
EPUB_FORM = "epub"
"""The name of EPUB in EDITION_FILES."""
PDF_FORM = "pdf"
"""The name of PDF in EDITION_FILES."""
FOLDER_SETTINGS = ("PATH", "OUTPUT_PATH", "THEME")
"""The settings that name a folder; all of them are required."""
TARGET = "PUBLISH_TO"
"""The setting that names where `inv publish` sends the site."""

LIMIT_SETTINGS = ("MANUSCRIPT_BYTES", "EDITION_BYTES")
"""The settings that say how many bytes a manuscript, and an `edition.yaml` or `page.yaml`, may have."""

_LISTS = ("OUTPUT_RETENTION", "EDITION_FILES", "SCRIPTS")
_PLUGINS = ("PLUGINS",)

OTHER_SETTINGS = (*FOLDER_SETTINGS, TARGET, *_PLUGINS, *_LISTS)
"""The settings that `Paper` does not hold."""


def settings_of(file: str) -> dict[str, Any]:
    """Run `file` and return its settings by name. Raises PressError for a missing file, an exception, or a bad setting."""
    forget_settings()
    path = Path(file)
    if not path.is_file():
        raise PressError(
            Finding(
                code="no-settings",
                path=file,
                message="there is no such file",
                hint="run this in the project’s folder",
            )
        )
    names: dict[str, Any] = {"__file__": str(path.resolve()), "__name__": path.stem}
    try:
        exec(compile(path.read_bytes(), file, "exec"), names)  # noqa: S102  settings are Python by Pelican's design
    except (Exception, SystemExit) as error:
        raise settings_error(error, file) from error
    settings = {name: value for name, value in names.items() if name.isupper()}
    raise_if_any(PressError, starmap(bad_setting, _misfits(settings)))
    raise_if_any(PressError, starmap(bad_setting, misplaced_folders(settings)))
    return settings


def bad_setting(name: str, what: str, like: str) -> Finding:
    """Return the finding that the setting `name` is wrong, `what` is said of it; `like` is a value that would do."""
    path, line = place_of_setting(name)
    hint = f"{name} = {like}, in {path}"
    return Finding("bad-setting", path, f"{name} {what}", hint, line, 1 if line else 0)


def place_of_setting(name: str) -> tuple[str, int]:
    """Return the settings file that gives `name` its value, and the line; 0 where no line begins with the name."""
    for path in filter(Path.is_file, map(Path, SETTINGS_FILES)):
        lines = path.read_text("utf-8", "replace").split("\n")
        found = [number for number, line in enumerate(lines, 1) if re.match(rf"{name}\b[^=]*=", line)]
        if found:
            return str(path), found[-1]
    return PREVIEW_SETTINGS, 0


def _misfits(settings: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield name, fault and example of each bad setting among those that are needed before `Paper` is read."""
    for names, is_right, what, like in _KINDS:
        for name in names:
            if (name in settings or names is FOLDER_SETTINGS) and not is_right(settings.get(name)):
                yield name, what, like


def _is_folder(value: object) -> bool:
    return isinstance(value, (str, Path)) and bool(str(value).strip()) and is_visible(str(value))


def _is_list(value: object) -> bool:
    return isinstance(value, (list, tuple))


def _is_count(value: object) -> bool:
    return type(value) is int and value > 0


def _is_text(value: object) -> bool:
    return isinstance(value, str) and is_visible(value)


def _are_plugins(value: object) -> bool:
    return isinstance(value, (list, tuple)) and all(isinstance(one, (str, ModuleType)) for one in value)


_KINDS: tuple[tuple[tuple[str, ...], Callable[[object], bool], str, str], ...] = (
    (FOLDER_SETTINGS, _is_folder, "names no folder", '"…"'),
    (_LISTS, _is_list, "is no list", '["…"]'),
    (_PLUGINS, _are_plugins, "is no list of plugins", '["broadsheet.press"]'),
    (LIMIT_SETTINGS, _is_count, "is no number of bytes", "2_000_000"),
    ((TARGET,), _is_text, "is no text", '"branch:origin/gh-pages"'),
    (("DEFAULT_LANG",), _is_text, "names no language", '"zh-Hans"'),
)
"""The settings that are needed first: names, a test, and a message with an example for a value that fails it."""


def forget_settings() -> None:
    """Remove the settings from the imported modules: an operator may have changed them, and Pelican mutates their lists."""
    for module in (Path(PREVIEW_SETTINGS).stem, "broadsheet.press.engine"):
        sys.modules.pop(module, None)


def settings_error(error: Exception | SystemExit, file: str) -> PressError:
    """Return the error for an exception that running `file` raised, with the place in the settings where it arose."""
    if isinstance(error, SyntaxError):
        path = error.filename or file
        line = error.lineno or _line_with_nul(path)
        return _bad_line(path, line, error.offset or 1, f"{type(error).__name__}: {error.msg}")
    traceback, found = error.__traceback__, (file, 0)
    while traceback:
        name = traceback.tb_frame.f_code.co_filename
        if Path(name).name in SETTINGS_FILES:
            found = (Path(name).name, traceback.tb_lineno)
        traceback = traceback.tb_next
    return _bad_line(*found, 1, f"{type(error).__name__}: {error}")


def _line_with_nul(file: str) -> int:
    """Return the line of the first NUL in `file`, for which Python names no line."""
    return Path(file).read_bytes().partition(b"\0")[0].count(b"\n") + 1


def _bad_line(path: str, line: int, column: int, message: str) -> PressError:
    hint = "mend this line; settings are Python: NAME = value"
    return PressError(Finding("bad-setting", path, message, hint, line, column if line else 0))
