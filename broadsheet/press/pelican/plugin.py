"""Where the press meets Pelican: its signals, and what it does not leave to the settings."""

from typing import Any

from blinker import signal
from pelican import Pelican
from pelican.generators import ArticlesGenerator, Generator
from pelican.plugins import signals
from pelican.readers import Readers

from broadsheet.press.pelican.generator import EditionGenerator
from broadsheet.press.pelican.reader import ManuscriptReader
from broadsheet.press.run.log_watch import close_logs, forget_warnings, stop_at_warnings
from broadsheet.press.theme.environment import CLOSED

# Sent with `report` once a site is made.
printed = signal("broadsheet_printed")


def connect() -> None:
    """Connect to Pelican's signals; a second time changes nothing."""
    close_logs()
    signals.initialized.connect(_close_press)
    signals.readers_init.connect(_read_manuscripts)
    signals.get_generators.connect(_edition_generator)
    signals.all_generators_finalized.connect(_keep_generators)
    signals.finalized.connect(_finish)


def _close_press(pelican: Pelican) -> None:
    stop_at_warnings()
    pelican.settings["JINJA_ENVIRONMENT"] = {**pelican.settings["JINJA_ENVIRONMENT"], **CLOSED}


def _read_manuscripts(readers: Readers) -> None:
    readers.reader_classes["md"] = ManuscriptReader


def _edition_generator(_pelican: Pelican) -> type[EditionGenerator]:
    forget_warnings()
    return EditionGenerator


_generators: list[Generator] = []


def _keep_generators(generators: list[Generator]) -> None:
    _generators[:] = generators


def _finish(pelican: Pelican) -> None:
    """End a build: fail for what was only warned of, and let Pelican's last line count what was made."""
    stop_at_warnings()
    ours = next((g for g in _generators if isinstance(g, EditionGenerator)), None)
    stock: Any = next((g for g in _generators if isinstance(g, ArticlesGenerator)), None)
    _generators.clear()
    if ours and ours.report and stock:
        stock.articles = range(ours.report.articles)
        printed.send(pelican, report=ours.report)
