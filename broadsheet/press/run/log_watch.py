"""Pelican closed: what it would only warn of stops the build, and an editor's mistake is told without a traceback."""

import logging
import sys

from broadsheet.model.errors import BroadsheetError, PressError, raise_if_any
from broadsheet.model.finding import Finding

_CLUSTER = "distributed"  # Dask tells of workers that came and went, which changes no page


class _Warnings(logging.Handler):
    """Keeps every message of WARNING or above that passes the root logger."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[tuple[str, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.name.partition(".")[0] != _CLUSTER:
            self.messages.append((record.name, record.getMessage()))


class _PlainFindings(logging.Filter):
    """Prints the findings of one of our errors instead of the traceback that Pelican would log."""

    def filter(self, record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if record.exc_info else None
        if not isinstance(error, BroadsheetError):
            return True
        print(error, file=sys.stderr)
        return False


_warnings = _Warnings()
_plain_findings = _PlainFindings()


def close_logs() -> None:
    """Watch the logs from now on; asked twice it is done once."""
    logging.getLogger().addHandler(_warnings)
    logging.getLogger("pelican").addFilter(_plain_findings)


def forget_warnings() -> None:
    """Begin a new run, which does not answer for the last one."""
    _warnings.messages.clear()


def stop_at_warnings() -> None:
    """Raise PressError for what was logged at WARNING or above since the run began, each with who logged it."""
    messages, _warnings.messages = _warnings.messages, []
    once = dict.fromkeys(messages)
    raise_if_any(PressError, (Finding("warning", path=who, message=message) for who, message in once))
