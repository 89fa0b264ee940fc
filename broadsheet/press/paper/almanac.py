"""The almanac (历书): a cache in .cache/almanac of dates in words, languages' names, compiled catalogues and hanzi.

Importing Babel and computing lunar dates takes as long as rendering an edition, and most editions need the same month.
The key of an entry is the digest of its arguments, our code and the installed libraries, so no entry is ever stale.
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
_OUR_CODE = ("hanzi.py", "language.py", "locales.py", "lunar.py")

T = TypeVar("T")


@cache
def language_of(tag: str) -> Language:
    """Return the language of a tag (RFC 5646) such as zh-Hans or en-GB. Raises PressError for an unknown one."""

    def compute() -> Language:
        from broadsheet.press.paper.locales import language  # noqa: PLC0415  lazy: loads Babel

        return language(tag)

    return _kept(Language, compute, "language", tag)


@cache
def month_of(tag: str, folio_form: str, year: int, number: int) -> Month:
    """Return the month `number` (1 to 12) of `year` and its days in words.

    `tag` is the language. `folio_form` is the form of dates in a folio line: a name of Babel's such as `long`, or a
    pattern such as `d MMMM y`.
    """

    def compute() -> Month:
        from broadsheet.press.paper.locales import month  # noqa: PLC0415  lazy: the same

        return month(tag, folio_form, year, number)

    return _kept(Month, compute, "month", tag, folio_form, str(year), str(number))


def compiled_words(catalogue: bytes) -> bytes:
    """Return the bytes of a message catalogue (.po) compiled for gettext (.mo)."""

    def compute() -> bytes:
        from broadsheet.press.paper.locales import compiled  # noqa: PLC0415  lazy: the same

        return compiled(catalogue)

    return _kept(bytes, compute, "words", catalogue)


@cache
def simplified_hanzi() -> dict[str, str]:
    """Return the simplified character of each traditional one."""

    def compute() -> dict[str, str]:
        from broadsheet.press.paper.hanzi import simplified  # noqa: PLC0415  lazy: loads OpenCC

        return simplified()

    return _kept(dict[str, str], compute, "simplified hanzi")


def _kept(kind: type[T], compute: Callable[[], T], *arguments: str | bytes) -> T:
    file = _FOLDER / digest([_version(), *arguments])
    data = read_sealed(file)
    if data is None:
        found = compute()
        keep_sealed(msgspec.msgpack.encode(found), file)
        return found
    return msgspec.msgpack.decode(data, type=kind)


@cache
def _version() -> str:
    """Return the digest of the code and libraries that compute an entry."""
    return digest([libraries_digest(), *(Path(__file__).with_name(name).read_bytes() for name in _OUR_CODE)])
