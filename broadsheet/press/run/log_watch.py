"""Warnings as errors: a warning that is logged during a build fails it, and our own errors get no traceback."""

import logging
import sys

from broadsheet.model.errors import BroadsheetError, PressError, raise_if_any
from broadsheet.model.finding import Finding

_CLUSTER = "distributed"  # Dask warns of workers that start and end, which changes no page


class _Warnings(logging.Handler):
    """Keeps every message of level WARNING or above that reaches the root logger."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[tuple[str, str]] = []

    def emit(self, record: logging.LogRecord) -> None:
        if record.name.partition(".")[0] != _CLUSTER:
            self.messages.append((record.name, record.getMessage()))


class _PlainFindings(logging.Filter):
    """Prints a BroadsheetError without the traceback that Pelican would log."""

    def filter(self, record: logging.LogRecord) -> bool:
        error = record.exc_info[1] if record.exc_info else None
        if not isinstance(error, BroadsheetError):
            return True
        print(error, file=sys.stderr)
        return False


_warnings = _Warnings()
_plain_findings = _PlainFindings()


def close_logs() -> None:
    """Begin to keep warnings; a second call changes nothing."""
    logging.getLogger().addHandler(_warnings)
    logging.getLogger("pelican").addFilter(_plain_findings)


def forget_warnings() -> None:
    """Drop the warnings of an earlier run."""
    _warnings.messages.clear()


def stop_at_warnings() -> None:
    """Raise PressError with the warnings since the last call, each once, with the name of its logger."""
    messages, _warnings.messages = _warnings.messages, []
    once = dict.fromkeys(messages)
    raise_if_any(PressError, (Finding("warning", path=who, message=message) for who, message in once))
