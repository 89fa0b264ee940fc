"""Which plugins are connected to Pelican's signals, and to which of them."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from typing import Any
from weakref import ref

from blinker import Signal
from pelican.plugins import signals

from broadsheet.press.paper.conf import OURSELVES

_OF_PAGES = {
    "article_generator_context",
    "article_generator_finalized",
    "article_generator_preread",
    "article_generator_pretaxonomy",
    "article_generator_write_article",
    "content_object_init",
    "content_written",
}
_OF_THE_END = {"article_writer_finalized", "finalized", "get_generators"}
_NEVER_SENT = {
    "feed_generated",
    "feed_written",
    "get_writer",  # Pelican sends it, and the press does not write with the writer that it gets
    "page_generator_context",
    "page_generator_preread",
    "page_generator_write_page",
}


def wants_articles(settings: Mapping[str, Any]) -> bool:
    """Whether a plugin, or a setting of Pelican's own, may change articles between manuscript and page."""
    return bool(settings["TYPOGRIFY"]) or has_listeners()


def has_listeners() -> bool:
    """Whether anything but the press is connected to one of Pelican's signals."""
    return any(True for _ in _listeners())


def gatherers() -> list[str]:
    """Return the modules that may gather something from page to page and use it when all are written.

    An incremental build does not print every page, and several processes do not share what a plugin gathers.
    """
    return _modules(lambda heard: bool(heard & _OF_PAGES and heard & _OF_THE_END))


def called_too_early() -> list[str]:
    """Return the modules that follow articles up to `page_writer_finalized`, which Pelican sends before the press writes."""
    return _modules(lambda heard: bool(heard & _OF_PAGES and "page_writer_finalized" in heard))


def never_called() -> list[str]:
    """Return the modules that listen only to signals that the press does not send."""
    return _modules(lambda heard: heard <= _NEVER_SENT)


def _modules(fits: Callable[[set[str]], bool]) -> list[str]:
    heard: dict[str, set[str]] = defaultdict(set)
    for module, signal in _listeners():
        heard[module].add(signal)
    return sorted(module for module, names in heard.items() if fits(names))


def _listeners() -> Iterator[tuple[str, str]]:
    """Yield the modules whose functions are connected to Pelican's signals, each with the signal's name; not the press's."""
    for name, signal in vars(signals).items():
        for receiver in signal.receivers.values() if isinstance(signal, Signal) else ():
            live = receiver() if isinstance(receiver, ref) else receiver
            module = getattr(live, "__module__", "")
            if module != OURSELVES and not module.startswith(f"{OURSELVES}."):
                yield module, name
