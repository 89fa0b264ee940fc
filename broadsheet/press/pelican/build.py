"""The press through Pelican: once for a whole site, or for a process that prints editions of it."""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from pelican import Pelican
from pelican.log import LimitFilter, console
from pelican.settings import read_settings

from broadsheet.model.errors import PressError
from broadsheet.model.finding import Finding
from broadsheet.press.paper.conf import OURSELVES, PREVIEW_SETTINGS, forget_settings, settings_error
from broadsheet.press.pelican.generator import EditionGenerator
from broadsheet.press.pelican.plugin import printed
from broadsheet.press.run.log_watch import close_logs, forget_warnings, stop_at_warnings
from broadsheet.press.run.press_room import PressRoom
from broadsheet.press.run.report import Report


def load_settings(file: str, **overrides: object) -> dict[str, Any]:
    """Return Pelican's settings of `file`. Raises PressError where it cannot be run."""
    forget_settings()
    close_logs()
    forget_warnings()
    # Or a second build would not hear the first one's warnings.
    LimitFilter.LOGS_DEDUP_MIN_LEVEL = logging.DEBUG
    try:
        return dict(read_settings(file, override=overrides))
    except (Exception, SystemExit) as error:
        raise settings_error(error, file) from error


def print_site(settings: dict[str, Any]) -> Report:
    """Build the site of `settings` through Pelican. Raises BroadsheetError."""
    reports: list[Report] = []

    def keep(_pelican: Pelican, report: Report) -> None:
        reports.append(report)

    with printed.connected_to(keep), _quiet():
        Pelican(settings).run()
    if not reports:
        raise PressError(
            Finding(
                code="no-press",
                path=PREVIEW_SETTINGS,
                message="the press did not run",
                hint=f'PLUGINS must hold "{OURSELVES}"',
            )
        )
    return reports[-1]


def open_through_pelican(settings_file: str, overrides: Mapping[str, object]) -> PressRoom:
    """Return a press room that can print editions of the site of `settings_file` in this process."""
    with _quiet():
        pelican = Pelican(load_settings(settings_file, **overrides))
        settings = pelican.settings
        context = {
            **settings,
            "generated_content": {},
            "static_links": set(),
            "static_content": {},
            "localsiteurl": settings["SITEURL"],
        }
        generator = EditionGenerator(
            context=context,
            settings=settings,
            path=settings["PATH"],
            theme=settings["THEME"],
            output_path=settings["OUTPUT_PATH"],
        )
        stop_at_warnings()
        generator.generate_context()
    return generator.room


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep Pelican's own last line back: ours says more."""
    before, console.quiet = console.quiet, True
    try:
        yield
    finally:
        console.quiet = before
