"""Who listens to Pelican: where nobody but the press does, no article need be made into Pelican's own object."""

from collections.abc import Iterator, Mapping
from typing import Any
from weakref import ref

from blinker import Signal
from pelican.plugins import signals

from broadsheet.press.paper.conf import OURSELVES


def wants_articles(settings: Mapping[str, Any]) -> bool:
    """Whether a plugin, or a setting of Pelican's own, may change articles between manuscript and page."""
    return bool(settings["TYPOGRIFY"]) or has_listeners()


def has_listeners() -> bool:
    """Whether anybody but the press is connected to one of Pelican's signals."""
    return any(module != OURSELVES for module in _listeners())


def _listeners() -> Iterator[str]:
    """Yield the packages whose functions are connected to any of Pelican's signals."""
    for signal in vars(signals).values():
        for receiver in signal.receivers.values() if isinstance(signal, Signal) else ():
            live = receiver() if isinstance(receiver, ref) else receiver
            module = getattr(live, "__module__", "")
            yield OURSELVES if module.startswith(f"{OURSELVES}.") else module
