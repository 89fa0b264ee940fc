"""The press as a plugin of Pelican: the functions that it connects to Pelican's signals."""

import sys
from typing import Any

from blinker import signal
from pelican import Pelican
from pelican.generators import ArticlesGenerator, Generator
from pelican.plugins import signals

from broadsheet.press.pelican.generator import EditionGenerator
from broadsheet.press.run.log_watch import close_logs, forget_warnings, stop_at_warnings
from broadsheet.press.theme.environment import CLOSED

# Sent with `report` once a site is made.
printed = signal("broadsheet_printed")


def connect() -> None:
    """Connect to Pelican's signals; a second time changes nothing."""
    close_logs()
    signals.initialized.connect(_close_press)
    signals.get_generators.connect(_edition_generator)
    signals.all_generators_finalized.connect(_keep_generators)


def _close_press(pelican: Pelican) -> None:
    stop_at_warnings()
    # All plugins are connected by now, so `_finish` is called after their functions and sees their warnings.
    signals.finalized.disconnect(_finish)
    signals.finalized.connect(_finish)
    pelican.settings["JINJA_ENVIRONMENT"] = {**pelican.settings["JINJA_ENVIRONMENT"], **CLOSED}


def _edition_generator(_pelican: Pelican) -> type[EditionGenerator]:
    forget_warnings()
    _generators.clear()  # those of a run that failed
    return EditionGenerator


_generators: dict[type, Any] = {}


def _keep_generators(generators: list[Generator]) -> None:
    _generators.update({type(generator): generator for generator in generators})


def _finish(pelican: Pelican) -> None:
    """End a build: fail for warnings of plugins, give the site its stamp, and set the count in Pelican's last line."""
    stop_at_warnings()
    ours: EditionGenerator | None = _generators.get(EditionGenerator)
    stock = _generators.get(ArticlesGenerator)
    _generators.clear()
    if not (ours and ours.handover and ours.report and stock):
        return
    ours.handover.finish()
    stock.articles = range(ours.report.articles)
    receivers = printed.send(pelican, report=ours.report)
    if not receivers:  # the pelican command: nothing else shows the doubts
        for doubt in ours.report.doubts:
            print(doubt, file=sys.stderr)
