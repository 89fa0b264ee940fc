"""One build of the site, as the command line asks for it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pelican import Pelican
from pelican.log import LimitFilter, console
from pelican.settings import read_settings

from broadsheet.model.errors import BroadsheetError, PressError
from broadsheet.model.finding import Finding
from broadsheet.press.closed import forget_warnings, say
from broadsheet.press.plugin import printed
from broadsheet.press.press_run import Report

PREVIEW_SETTINGS = "pelicanconf.py"
PUBLISH_SETTINGS = "publishconf.py"


def build(*, publish: bool) -> int:
    """Build the site and say what was made; return 0, or 1 after saying what is wrong."""
    try:
        settings = load_settings(PUBLISH_SETTINGS if publish else PREVIEW_SETTINGS)
        report = print_site(settings)
    except BroadsheetError as error:
        say(error.findings, sys.stderr)
        return 1
    print(f"{report} → {Path(settings['OUTPUT_PATH']).name}/")
    return 0


def load_settings(file: str, **overrides: object) -> dict[str, Any]:
    """Return Pelican's settings of `file`. Raises PressError where the file is missing or cannot be run."""
    sys.modules.pop(Path(PREVIEW_SETTINGS).stem, None)  # publishconf imports it, and it may have changed
    if not Path(file).is_file():
        raise PressError(
            Finding(
                code="no-settings",
                path=file,
                message="there is no such file",
                hint="run this in the project’s folder",
            )
        )
    forget_warnings()
    LimitFilter._raised_messages.clear()  # noqa: SLF001  or a second build would not hear the first one's warnings
    try:
        return dict(read_settings(file, override=dict(overrides)))
    except SyntaxError as error:
        raise PressError(_setting_finding(error.filename or file, error.lineno or 0, error)) from error
    except Exception as error:
        raise PressError(_setting_finding(*_line_in_settings(error, file), error)) from error


def print_site(settings: dict[str, Any]) -> Report:
    """Build the site of `settings` through Pelican. Raises BroadsheetError."""
    reports: list[Report] = []

    def keep(_pelican: Pelican, report: Report) -> None:
        reports.append(report)

    with printed.connected_to(keep), _quiet():
        try:
            Pelican(settings).run()
        except OSError as error:
            path = str(error.filename or settings["OUTPUT_PATH"])
            message = error.strerror or str(error)
            raise PressError(Finding(code="system", path=path, message=message)) from error
    if not reports:
        raise PressError(
            Finding(
                code="no-press",
                path=PREVIEW_SETTINGS,
                message="the press did not run",
                hint='PLUGINS must hold "broadsheet.press"',
            )
        )
    return reports[-1]


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep Pelican's own last line back: ours says more."""
    before, console.quiet = console.quiet, True
    try:
        yield
    finally:
        console.quiet = before


def _line_in_settings(error: BaseException, file: str) -> tuple[str, int]:
    traceback, found = error.__traceback__, (file, 0)
    while traceback:
        name = traceback.tb_frame.f_code.co_filename
        if Path(name).name in (PREVIEW_SETTINGS, PUBLISH_SETTINGS):
            found = (Path(name).name, traceback.tb_lineno)
        traceback = traceback.tb_next
    return found


def _setting_finding(path: str, line: int, error: BaseException) -> Finding:
    return Finding(code="bad-setting", path=path, line=line, message=f"{type(error).__name__}: {error}")
