"""The almanac: what is known of a language, of a month's days, and of the words in a catalogue, worked out once and kept.

Babel and the moon's course take as long to load as an edition takes to print, and a year's editions ask them the same.
What is kept goes by all that it follows from, the libraries too, so it is never stale.
"""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeVar

import msgspec

from broadsheet.press.files.digest import digest, libraries_digest
from broadsheet.press.files.sealed_file import keep_sealed, read_sealed
from broadsheet.press.paper.language import Language, Month

_FOLDER = Path(".cache", "almanac")
_OUR_CODE = ("language.py", "locales.py", "lunar.py")

T = TypeVar("T")


@cache
def language_of(tag: str) -> Language:
    """Return the language of a tag such as zh-Hans or en-GB. Raises PressError for one that does not exist."""

    def work_out() -> Language:
        from broadsheet.press.paper.locales import language  # noqa: PLC0415  lazy: loads Babel

        return language(tag)

    return _kept(Language, work_out, "language", tag)


@cache
def month_of(tag: str, folio_form: str, year: int, number: int) -> Month:
    """Return a month in words; `folio_form` is Babel's name of a form of dates, or a pattern."""

    def work_out() -> Month:
        from broadsheet.press.paper.locales import month  # noqa: PLC0415  lazy: the same

        return month(tag, folio_form, year, number)

    return _kept(Month, work_out, "month", tag, folio_form, str(year), str(number))


def compiled_words(catalogue: bytes) -> bytes:
    """Return a catalogue of messages, a .po file, in the form that gettext reads, a .mo file."""

    def work_out() -> bytes:
        from broadsheet.press.paper.locales import compiled  # noqa: PLC0415  lazy: the same

        return compiled(catalogue)

    return _kept(bytes, work_out, "words", catalogue)


def _kept(kind: type[T], work_out: Callable[[], T], *asked: str | bytes) -> T:
    file = _FOLDER / digest([_way_of_working_out(), *asked])
    data = read_sealed(file)
    if data is None:
        found = work_out()
        keep_sealed(msgspec.msgpack.encode(found), file)
        return found
    return msgspec.msgpack.decode(data, type=kind)


@cache
def _way_of_working_out() -> str:
    return digest([libraries_digest(), *(Path(__file__).with_name(name).read_bytes() for name in _OUR_CODE)])
